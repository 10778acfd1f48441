-- How far the sandbox's clock is ahead of the machine's.
create table sandbox_clock (
  ahead_ms bigint not null
);

insert into sandbox_clock (ahead_ms) values (0);
