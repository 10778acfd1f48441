-- Events that a listener has not finished yet, as Spring Modulith keeps them.
create table event_publication (
  id               uuid          not null primary key,
  listener_id      varchar(512)  not null,
  event_type       varchar(512)  not null,
  serialized_event varchar(4000) not null,
  publication_date timestamp with time zone not null,
  completion_date  timestamp with time zone
);

create index event_publication_completion on event_publication (completion_date);
