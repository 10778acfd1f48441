create table mail_ledger (
  mail_key varchar(200) primary key,
  mail_class varchar(10) not null,
  reference varchar(100) not null,
  -- What allows a nurture mail: a request, or another legal basis, as in the proof of the lead's consent.
  consent varchar(100),
  address varchar(320) not null,
  address_hash varchar(64) not null,
  name varchar(400) not null,
  locale varchar(35) not null,
  time_zone varchar(50),
  country varchar(2),
  template varchar(200) not null,
  -- Sealed, since they hold links that speak for their reader; empty once nobody can want the mail sent any more.
  variables varchar(500000) not null,
  subject varchar(1000) not null,
  message_id varchar(300) not null,
  state varchar(10) not null,
  reason varchar(1000) not null,
  posted_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  waits_for_gate boolean not null,
  expires_at timestamp(6) with time zone,
  sent_at timestamp(6) with time zone,
  tries integer not null,
  -- What was handed over: SHA-256 of the plain text, and of the template's file.
  text_hash varchar(64),
  template_version varchar(64),
  node varchar(100),
  lease_until timestamp(6) with time zone
);
create index mail_ledger_due on mail_ledger (mail_class, state, due_at, posted_at, mail_key);
create index mail_ledger_in_state on mail_ledger (state, due_at);
create index mail_ledger_of_address on mail_ledger (address_hash, state);
create index mail_ledger_of_message on mail_ledger (message_id);
create index mail_ledger_of_reference on mail_ledger (reference, posted_at);

-- What each address got and may get, per class of mail. Who wants to send must win the row: see MailGateTable.change.
-- sent: the newest mails, in microseconds since 1970. They stand here, and not only in the ledger, so that one row
-- decides, and so that the cap outlives the erasure of a lead.
create table mail_gate (
  address_hash varchar(64) not null,
  mail_class varchar(10) not null,
  version bigint not null,
  sent varchar(2000) not null,
  frequency varchar(10),
  paused_until timestamp(6) with time zone,
  suppressed_at timestamp(6) with time zone,
  suppressed_why varchar(500),
  primary key (address_hash, mail_class)
);

-- One row: a hash by which a changed secret is found out.
create table mail_secret (
  id integer primary key,
  fingerprint varchar(64) not null
);
