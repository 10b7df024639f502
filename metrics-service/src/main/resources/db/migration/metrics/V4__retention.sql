alter table run add column thinned_at timestamptz;
create index run_to_thin on run (finished_at) where thinned_at is null;
comment on column run.thinned_at is 'when points of a run that had ended were removed; null while all are kept';

alter table curve add column thinned_to bigint;
comment on column curve.thinned_to is
  'the last step of those whose points were thinned; a point up to there counts as one that is there already';

-- The table of db-scheduler: one row for what is thinned from time to time.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
