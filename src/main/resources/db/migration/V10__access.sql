-- Machines that may call us.
create table api_client (
  name varchar(40) not null primary key,
  scopes varchar(200) not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);

-- What a machine shows. The key itself is shown once and never stored. A former key is valid for a while beside the new one, which has no end.
create table api_key (
  key_hash varchar(64) not null primary key,
  client varchar(40) not null references api_client (name) on delete cascade,
  valid_until timestamp with time zone
);

create index api_key_client on api_key (client);

-- One row: nodes that start together take turns on it, and it knows whether a first start has been.
create table first_start (
  id integer not null primary key,
  done_at timestamp with time zone
);

insert into first_start (id) values (1);
