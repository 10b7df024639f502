create table run (
  tenant       text not null,
  id           text not null,
  name         text,
  model        text not null,
  dataset_id   text,
  dataset_name text,
  state        text not null check (state in ('running', 'succeeded', 'failed', 'cancelled')),
  attempt      integer not null,
  objective    jsonb not null,
  tags         jsonb not null,
  details      jsonb not null,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  primary key (tenant, id)
);

create index run_newest on run (tenant, created_at desc, id desc);
create index run_of_dataset on run (tenant, dataset_id, created_at desc, id desc);

create table metric_point (
  tenant text not null,
  run_id text not null,
  split  text not null check (split in ('train', 'held_out')),
  name   text not null,
  step   bigint not null check (step >= 0),
  value  double precision check (value between '-1.7976931348623157e308' and '1.7976931348623157e308'),
  at     timestamptz not null,
  primary key (tenant, run_id, split, name, step),
  foreign key (tenant, run_id) references run (tenant, id) on delete cascade
);

comment on column metric_point.value is 'null records that the value was not a finite number';

-- For dashboards that read a time range over all runs: points arrive in the order of time, so a block range is small.
create index metric_point_time on metric_point using brin (at);

create view v_metric_point as
select p.tenant, p.run_id, r.name as run_name, r.model, r.dataset_id, r.dataset_name, r.state as run_state,
       p.split, p.name, p.step, p.value, p.value is not null as finite, p.at
from metric_point p
join run r on (r.tenant, r.id) = (p.tenant, p.run_id);

comment on view v_metric_point is 'Every point of every curve with the run that it belongs to. Stable.';

create view v_run_summary as
select r.tenant, r.id as run_id, r.name as run_name, r.model, r.dataset_id, r.dataset_name, r.state, r.objective,
       r.created_at, r.finished_at, c.split, c.name, c.points, c.non_finite, f.value as first, l.value as last,
       c.least, c.most, c.last_step
from run r
left join (
  select tenant, run_id, split, name, count(value) as points, count(*) - count(value) as non_finite,
         min(value) as least, max(value) as most,
         min(step) filter (where value is not null) as first_step,
         max(step) filter (where value is not null) as last_step
  from metric_point
  group by tenant, run_id, split, name
) c on (c.tenant, c.run_id) = (r.tenant, r.id)
left join metric_point f on (f.tenant, f.run_id, f.split, f.name, f.step) = (c.tenant, c.run_id, c.split, c.name, c.first_step)
left join metric_point l on (l.tenant, l.run_id, l.split, l.name, l.step) = (c.tenant, c.run_id, c.split, c.name, c.last_step);

comment on view v_run_summary is
  'One row for each curve of each run; a run without points has one row without a curve. Stable.';
