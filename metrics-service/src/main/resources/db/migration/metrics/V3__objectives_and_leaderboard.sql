-- By what runs are looked for; either is a name alone or an object with one.
alter table run
  add column kernel text generated always as (coalesce(
    objective #>> '{kernel,name}', case jsonb_typeof(objective -> 'kernel') when 'string' then objective ->> 'kernel' end)) stored,
  add column divergence text generated always as (coalesce(
    objective #>> '{divergence,name}', case jsonb_typeof(objective -> 'divergence') when 'string' then objective ->> 'divergence' end)) stored;

-- New columns stand behind those that there were.
create or replace view v_metric_point as
select c.tenant, c.run_id, r.name as run_name, r.model, r.dataset_id, r.dataset_name, r.state as run_state,
       c.split, c.name, p.step, p.value, p.value is not null as finite, p.at,
       r.kernel, r.divergence, r.tags
from metric_point p
join curve c on c.id = p.curve
join run r on (r.tenant, r.id) = (c.tenant, c.run_id);

create or replace view v_run_summary as
select r.tenant, r.id as run_id, r.name as run_name, r.model, r.dataset_id, r.dataset_name, r.state, r.objective,
       r.created_at, r.finished_at, c.split, c.name, c.points, c.non_finite, c.first, c.last, c.least, c.most, c.last_step,
       r.kernel, r.divergence, r.tags, r.attempt, c.first_step, c.least_step, c.most_step
from run r
left join curve c on (c.tenant, c.run_id) = (r.tenant, r.id);

create view v_leaderboard as
select c.tenant, r.dataset_id, r.dataset_name, c.split, c.name, c.run_id, r.name as run_name, r.model, r.kernel,
       r.divergence, r.tags, r.state, c.last, c.last_step, c.least, c.least_step, c.most, c.most_step,
       r.created_at, r.finished_at,
       rank() over (partition by c.tenant, r.dataset_id, c.split, c.name order by c.last desc) as rank_maximised,
       rank() over (partition by c.tenant, r.dataset_id, c.split, c.name order by c.last) as rank_minimised
from curve c
join run r on (r.tenant, r.id) = (c.tenant, c.run_id)
where c.points > 0;

comment on view v_leaderboard is
  'One row for each curve with a finite value, ranked by its last one among the runs on the same data set. Stable.';
