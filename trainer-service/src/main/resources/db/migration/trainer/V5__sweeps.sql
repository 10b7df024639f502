alter table job add results jsonb;

comment on column job.results is 'what was measured last, by name; null until it has succeeded';

-- A search over fields of jobs. What its trials are doing and have scored is told by their jobs and stands nowhere else.
create table sweep (
    id           text        primary key,
    tenant       text        not null,
    name         text        not null,
    spec         jsonb       not null,
    dataset      jsonb       not null,
    eval_dataset jsonb,
    state        text        not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    error        text,
    created_at   timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz
);

comment on column sweep.spec is 'the spec with every default filled in; its trials follow from it and from their scores';

create index sweep_by_tenant on sweep (tenant, created_at desc, id desc);

create table sweep_trial (
    sweep  text    not null references sweep (id),
    number integer not null,
    point  jsonb   not null,
    error  text,
    primary key (sweep, number)
);

comment on column sweep_trial.point is 'its coordinates, in the order of the dimensions';
comment on column sweep_trial.error is 'why its values are no job; null for a trial that has jobs';

create table sweep_job (
    sweep text    not null,
    trial integer not null,
    part  integer not null,
    job   text    not null unique references job (id),
    primary key (sweep, trial, part),
    foreign key (sweep, trial) references sweep_trial (sweep, number)
);

comment on column sweep_job.part is 'which of the jobs of a trial, from 0';
