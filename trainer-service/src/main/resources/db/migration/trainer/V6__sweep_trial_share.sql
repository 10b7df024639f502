alter table sweep_trial add share double precision not null default 1;
alter table sweep_trial alter share drop default;

comment on column sweep_trial.share is 'of a whole run that its jobs are, in (0, 1]';
