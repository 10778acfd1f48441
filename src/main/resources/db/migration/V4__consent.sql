-- One row per lead that ever had to do with consent, with the standing for nurture mails. Locked before anything about
-- the lead's consent changes. allowed_by names the request (<lead>:<number>) or the other basis (<lead>:basis:<number>).
create table consent (
  lead_id uuid not null primary key,
  state varchar(20) not null,
  basis varchar(20),
  allowed_by varchar(100),
  given_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by varchar(200)
);

-- One row per sign-up, never removed but with its lead: the proof. What is null was not told, or was never confirmed
-- and is forgotten.
create table consent_request (
  lead_id uuid not null,
  number int not null,
  locale varchar(10) not null,
  address varchar(1000) not null,
  form varchar(200),
  form_version varchar(100),
  ip varchar(100),
  user_agent varchar(1000),
  requested_at timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  token_hash varchar(64),
  given_at timestamp with time zone,
  given_ip varchar(100),
  given_user_agent varchar(1000),
  primary key (lead_id, number)
);

create unique index consent_request_token on consent_request (token_hash);
create index consent_request_at on consent_request (requested_at);

-- The boxes that were ticked, with the texts that stood beside them.
create table consent_box (
  lead_id uuid not null,
  number int not null,
  purpose varchar(20) not null,
  wording varchar(100) not null,
  wording_text varchar(4000) not null,
  primary key (lead_id, number, purpose)
);

-- Consents that were given elsewhere, and the right to write to customers.
create table consent_basis (
  lead_id uuid not null,
  number int not null,
  basis varchar(20) not null,
  purposes varchar(100) not null,
  document varchar(500) not null,
  conditions varchar(500) not null,
  given_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by varchar(200) not null,
  primary key (lead_id, number)
);

-- What became of each purpose, and how. Only ever added to. after_request: how many sign-ups there were by then.
create table consent_event (
  lead_id uuid not null,
  number int not null,
  kind varchar(20) not null,
  purposes varchar(100) not null,
  how varchar(200) not null,
  after_request int not null,
  at timestamp with time zone not null,
  primary key (lead_id, number)
);

-- Every wording that was ever in use. A file that says something else under the same name stops the program.
create table consent_wording (
  wording varchar(100) not null,
  language varchar(10) not null,
  wording_text varchar(4000) not null,
  primary key (wording, language)
);

-- Proofs of people who were erased: only who has the secret and names the address can find and read them.
create table consent_archive (
  id uuid not null primary key,
  address_hash varchar(64) not null,
  sealed text not null,
  archived_at timestamp with time zone not null,
  kept_until timestamp with time zone not null
);

create index consent_archive_address on consent_archive (address_hash);
create index consent_archive_until on consent_archive (kept_until);
