alter table recommendation
  drop constraint recommendation_state_check,
  add constraint recommendation_state_check check (state in ('running', 'succeeded', 'failed', 'cancelled')),
  add column fingerprint text;

comment on column recommendation.fingerprint is 'the same for requests that must get the same answer; null before it was kept';

create index recommendation_by_fingerprint on recommendation (fingerprint) where state = 'succeeded';
