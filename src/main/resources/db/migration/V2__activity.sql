create table activity (
  lead_id uuid not null,
  activity_key varchar(100) not null,
  kind varchar(20) not null,
  offer varchar(100),
  stage varchar(20),
  detail varchar(500),
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint activity_once primary key (lead_id, activity_key)
);
