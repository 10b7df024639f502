alter table job add webhook jsonb;
alter table job add webhook_secret text;

comment on column job.webhook is 'who is told what becomes of the job; null for nobody';
comment on column job.webhook_secret is 'signs what is told; shown to nobody';

-- Messages, each with every try to deliver it.
create table webhook_delivery (
    id         text        primary key,
    job        text        not null references job (id),
    type       text        not null,
    body       text        not null,
    state      text        not null check (state in ('pending', 'delivered', 'failed')),
    tries      integer     not null default 0,
    attempts   jsonb       not null default '[]',
    next_at    timestamptz check ((next_at is null) = (state <> 'pending')),
    created_at timestamptz not null
);

comment on column webhook_delivery.tries is 'since it was written, or since somebody wished it sent again';

create index webhook_delivery_by_job on webhook_delivery (job, created_at desc, id desc);

-- Another table of db-scheduler: one row a message that is still to be sent.
create table webhook_task (like scheduled_tasks including all);
