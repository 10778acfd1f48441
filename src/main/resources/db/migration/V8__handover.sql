create table handover_call (
  id             uuid         not null primary key,
  lead_id        uuid         not null,
  rep            varchar(100),
  team           varchar(100) not null,
  handed_over_at timestamp with time zone not null,
  due_at         timestamp with time zone not null,
  escalated_at   timestamp with time zone,
  outcome        varchar(10),
  note           varchar(4000),
  closed_at      timestamp with time zone,
  rests_until    timestamp with time zone
);

create index handover_call_lead on handover_call (lead_id, handed_over_at);
create index handover_call_rep on handover_call (rep, closed_at, handed_over_at);

-- Handovers take turns on this one row, so that no two pick the same rep.
create table handover_turn (
  id integer not null primary key
);

insert into handover_turn (id) values (1);
