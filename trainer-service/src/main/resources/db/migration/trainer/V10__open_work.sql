-- What trainers are scaled by; whoever scales them needs to read nothing else.
create view open_work as
select count(*) as tasks
from scheduled_tasks task
    left join job on task.task_name = 'job' and job.id = task.task_instance
where not coalesce(job.paused and job.finished_at is null, false);

comment on view open_work is 'tasks that a worker has, or could take now; jobs that rest are none';
