create table mail_ledger (
  mail_key varchar(200) primary key,
  mail_class varchar(10) not null,
  reference varchar(100) not null,
  address varchar(320) not null,
  address_hash varchar(64) not null,
  name varchar(400) not null,
  locale varchar(35) not null,
  template varchar(200) not null,
  variables varchar(100000) not null,
  subject varchar(1000) not null,
  message_id varchar(300) not null,
  state varchar(10) not null,
  reason varchar(1000) not null,
  posted_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone,
  sent_at timestamp(6) with time zone,
  tries integer not null,
  node varchar(100),
  lease_until timestamp(6) with time zone
);
create index mail_ledger_due on mail_ledger (state, due_at);
create index mail_ledger_of_address on mail_ledger (address_hash, state);
create index mail_ledger_of_reference on mail_ledger (reference, posted_at);

-- One row per address that nurture mails go to. Whoever moves next_allowed_at forward may send.
create table mail_gate (
  address_hash varchar(64) primary key,
  next_allowed_at timestamp(6) with time zone not null,
  allowed_before timestamp(6) with time zone not null,
  suppressed_at timestamp(6) with time zone,
  suppressed_why varchar(500)
);
