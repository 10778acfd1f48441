-- What happened of late and must not happen too often. A subject is a keyed hash: nothing here names a person.
create table limit_event (
  subject varchar(64) not null,
  at      timestamp with time zone not null
);

create index limit_event_subject on limit_event (subject, at);
create index limit_event_at on limit_event (at);

-- Who counts the same subject waits here for its turn.
create table limit_stripe (
  stripe integer not null primary key
);

insert into limit_stripe (stripe)
select a.n * 8 + b.n
from (values (0), (1), (2), (3), (4), (5), (6), (7)) as a (n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7)) as b (n);
