create table consent (
  lead_id      uuid        not null primary key,
  state        varchar(20) not null,
  allowed_by   varchar(100),
  given_at     timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by varchar(200)
);

create table consent_request (
  lead_id         uuid          not null,
  number          int           not null,
  purposes        varchar(100)  not null,
  wording         varchar(300)  not null,
  wording_text    varchar(4000) not null,
  locale          varchar(10)   not null,
  address_typed   varchar(400)  not null,
  form            varchar(200),
  form_version    varchar(100),
  requested_at    timestamp with time zone not null,
  requested_ip    varchar(45),
  requested_agent varchar(500),
  valid_until     timestamp with time zone not null,
  token_hash      varchar(64),
  given_at        timestamp with time zone,
  given_ip        varchar(45),
  given_agent     varchar(500),
  primary key (lead_id, number)
);

create unique index consent_request_token on consent_request (token_hash);

-- Other reasons for which we may mail somebody, each with its document.
create table consent_basis (
  lead_id     uuid          not null,
  number      int           not null,
  basis       varchar(30)   not null,
  purposes    varchar(100)  not null,
  document    varchar(500)  not null,
  statement   varchar(2000) not null,
  given_at    timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by varchar(200)  not null,
  primary key (lead_id, number)
);

-- Append-only: what happened to the consent of a lead, and through whom.
create table consent_event (
  lead_id uuid         not null,
  at      timestamp with time zone not null,
  what    varchar(20)  not null,
  how     varchar(200) not null
);

create index consent_event_lead on consent_event (lead_id, at);

-- Every wording that was ever in use, so that none changes under its name.
create table consent_wording (
  wording varchar(100)  not null,
  locale  varchar(10)   not null,
  text    varchar(4000) not null,
  primary key (wording, locale)
);

-- Proofs of people who were erased. The address is a keyed hash, and the proof can be read by who names the address only.
create table consent_archive (
  id           uuid           not null primary key,
  address_hash varchar(64)    not null,
  proof        varchar(60000) not null,
  archived_at  timestamp with time zone not null,
  keep_until   timestamp with time zone not null
);

create index consent_archive_address on consent_archive (address_hash);
create index consent_archive_until on consent_archive (keep_until);
