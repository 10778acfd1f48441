create table findings (
  lead_id               uuid         not null primary key,
  homepage              varchar(500),
  phone                 varchar(200),
  direct_dial           varchar(200),
  team_page             varchar(500),
  social_profiles       varchar(4000),
  press_and_events      varchar(4000),
  newsletter_subscribed boolean      not null,
  notes                 varchar(4000),
  folder                varchar(500),
  noted_by              varchar(100) not null,
  noted_at              timestamp with time zone not null
);
