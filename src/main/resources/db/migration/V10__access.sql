-- Machines that may call us. The key itself is shown once and never stored.
create table api_client (
  name varchar(40) not null primary key,
  key_hash varchar(64) not null unique,
  scopes varchar(200) not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);

-- One row: nodes that start together take turns on it, and it knows whether a first start has been.
create table first_start (
  id integer not null primary key,
  done_at timestamp with time zone
);

insert into first_start (id) values (1);
