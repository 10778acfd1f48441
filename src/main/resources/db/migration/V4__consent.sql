-- One row per lead that was ever asked. Locked before anything about the lead's consent changes.
create table consent (
  lead_id uuid not null primary key,
  state varchar(20) not null,
  given_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by varchar(200)
);

-- One row per ticked box, never removed but with its lead: the proof.
create table consent_request (
  lead_id uuid not null,
  number int not null,
  wording varchar(100) not null,
  wording_text varchar(4000) not null,
  locale varchar(10) not null,
  requested_at timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  token_hash varchar(64),
  given_at timestamp with time zone,
  primary key (lead_id, number)
);

create unique index consent_request_token on consent_request (token_hash);
