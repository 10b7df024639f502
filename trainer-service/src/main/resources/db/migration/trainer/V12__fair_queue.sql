-- Which of what waits a free worker takes: start-time fair queueing between tenants, priorities within each.
alter table job add priority integer not null default 0;
alter table job alter priority drop default;
alter table job add turn boolean not null default false;
alter table job add yielding boolean not null default false;

comment on column job.turn is 'goes first when a worker is free: its tenant has had the turn for it already';
comment on column job.yielding is 'its worker is to lay it down for a job of its tenant with a higher priority';

create index job_by_end on job (finished_at desc) where finished_at is not null;

create table tenant_share (
    tenant       text             primary key,
    weight       integer          check (weight > 0),
    running_jobs integer          check (running_jobs > 0),
    virtual_time double precision
);

comment on table tenant_share is 'a tenant''s part of the workers; null for what everybody has';
comment on column tenant_share.virtual_time is 'when its newest turn began, in turns of a tenant of weight 1; null before the first';

-- Everything that db-scheduler holds. What has no tenant takes no time and goes before all else.
create view queue_entry as
select task.task_name, task.task_instance, task.execution_time, task.picked,
    coalesce(job.tenant, evaluation.tenant) as tenant,
    coalesce(job.priority, 0) as priority,
    coalesce(job.turn, evaluation.attempt > 0, false) as turn,
    coalesce(job.paused and not job.cancel_requested, false) as rests,
    coalesce(job.created_at, evaluation.created_at) as since
from scheduled_tasks task
left join job on task.task_name = 'job' and job.id = task.task_instance and job.finished_at is null
left join evaluation on task.task_name = 'evaluation' and evaluation.id = task.task_instance and evaluation.finished_at is null;

-- What waits for a worker, and in which order it has them. A tenant's next turn begins where its last one ends, or now
-- if that is over: whoever was idle has no credit. The work of a tenant is lined up in its turns.
create view waiting as
with clock as (
    select coalesce(max(virtual_time), 0) as now from tenant_share),
lined_up as (
    select entry.*, share.virtual_time as served,
        greatest(share.virtual_time + 1.0 / coalesce(share.weight, 1), clock.now) as starts,
        (row_number() over (
            partition by entry.tenant, entry.turn order by entry.priority desc, entry.since, entry.task_instance) - 1)
            / coalesce(share.weight, 1)::double precision as behind
    from queue_entry entry cross join clock left join tenant_share share on share.tenant = entry.tenant
    where not entry.picked and not entry.rests)
select task_name, task_instance, execution_time, tenant, priority, turn, starts,
    row_number() over (
        partition by tenant is null
        order by turn desc, starts + behind, served nulls first, since, task_instance) as position
from lined_up;
