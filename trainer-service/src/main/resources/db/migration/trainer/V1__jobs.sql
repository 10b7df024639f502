-- A job as it stands. Created once; afterwards every write of a worker names the attempt that it is.
create table job (
    id                text        primary key,
    tenant            text        not null,
    name              text        not null,
    model             text        not null,
    dataset_id        text        not null,
    dataset           jsonb       not null,
    request           jsonb       not null,
    spec              jsonb       not null,
    tags              jsonb       not null,
    state             text        not null check (state in
                        ('queued', 'selecting', 'training', 'evaluating', 'succeeded', 'failed', 'cancelled')),
    attempt           integer     not null default 0,
    worker            text,
    deaths            integer     not null default 0,
    cancel_requested  boolean     not null default false,
    step              bigint      not null default 0,
    total_steps       bigint      not null default 0,
    loss              double precision,
    accuracy          double precision,
    seconds_left      bigint,
    checkpoint_key    text,
    recommendation_id text,
    error             text,
    last_event        bigint      not null default 0,
    created_at        timestamptz not null,
    started_at        timestamptz,
    finished_at       timestamptz
);

comment on column job.request is 'the spec as the user wrote it';
comment on column job.spec is 'the spec with every default filled in; its objective is replaced once it is chosen';
comment on column job.attempt is 'how many workers have taken the job; the last of them is the only one that may write';
comment on column job.worker is 'the process that holds the job; null when nobody does';
comment on column job.deaths is 'workers that took the job and never gave it back';
comment on column job.last_event is 'id of the newest event of the job';

create index job_by_tenant on job (tenant, created_at desc, id desc);

create table job_event (
    job     text        not null references job (id),
    id      bigint      not null,
    tenant  text        not null,
    at      timestamptz not null,
    type    text        not null,
    message text        not null,
    data    jsonb       not null,
    primary key (job, id)
);

create table artifact (
    job        text   not null references job (id),
    name       text   not null,
    tenant     text   not null,
    media_type text   not null,
    bytes      bigint not null,
    sha256     text   not null,
    blob_key   text   not null,
    primary key (job, name)
);
