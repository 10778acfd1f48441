-- Parts are JSON, for people who look into the database; the program computes them anew when it shows them.
create table score (
  lead_id uuid not null primary key,
  engagement double precision not null,
  fit_points integer not null,
  fit_reason varchar(1000) not null,
  temperature varchar(10) not null,
  reason varchar(1000) not null,
  parts varchar(10000) not null,
  computed_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
