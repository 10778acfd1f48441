create table lead (
  id                uuid         not null primary key,
  email             varchar(254) not null,
  first_name        varchar(200),
  last_name         varchar(200),
  company           varchar(200),
  website           varchar(500),
  phone             varchar(200),
  role              varchar(200),
  country           varchar(2),
  industry          varchar(200),
  employees         integer,
  budget            integer,
  customer_type     varchar(3),
  locale            varchar(10)  not null,
  time_zone         varchar(60)  not null,
  source            varchar(200),
  asked_for_contact boolean      not null,
  fit               varchar(20),
  fit_reason        varchar(1000),
  fit_by            varchar(100),
  stage             varchar(20)  not null,
  stage_since       timestamp with time zone not null,
  running           boolean      not null,
  captured_at       timestamp with time zone not null,
  constraint lead_email unique (email)
);

create index lead_stage on lead (stage, captured_at);

create table stage_change (
  id      uuid        not null primary key,
  lead_id uuid        not null,
  stage   varchar(20) not null,
  at      timestamp with time zone not null
);

create index stage_change_lead on stage_change (lead_id, at);

-- Captures of the same address take turns on one of these rows, so that no race makes two leads of one person.
create table address_stripe (
  stripe integer not null primary key
);

insert into address_stripe (stripe)
select a.n * 16 + b.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as a (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as b (n);
