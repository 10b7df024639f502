alter table job add pilot jsonb;

comment on column job.pilot is 'the race that chooses the objective, trial by trial; null without one, and until it begins';
