create table recommendation (
  tenant      text             not null,
  id          text             not null,
  dataset     jsonb            not null,
  options     jsonb            not null,
  state       text             not null check (state in ('running', 'succeeded', 'failed')),
  progress    double precision not null check (progress between 0 and 1),
  attempt     integer          not null,
  findings    jsonb,
  error       text,
  created_at  timestamptz      not null,
  finished_at timestamptz,
  primary key (id),
  check ((state = 'succeeded') = (findings is not null)),
  check ((state = 'failed') = (error is not null)),
  check ((state = 'running') = (finished_at is null))
);

comment on column recommendation.attempt is 'how often work on it was begun; an older attempt may not write';
