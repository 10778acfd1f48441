create table enrolment (
  id         uuid         not null primary key,
  lead_id    uuid         not null,
  sequence   varchar(100) not null,
  started_at timestamp with time zone not null,
  constraint enrolment_once unique (lead_id, sequence)
);

create table nurture_pause (
  lead_id      uuid not null primary key,
  paused_until timestamp with time zone not null
);

create table nurture_topic_unwanted (
  lead_id uuid         not null,
  topic   varchar(200) not null,
  primary key (lead_id, topic)
);
