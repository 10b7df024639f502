drop view v_run_summary;
drop view v_metric_point;
alter table metric_point rename to old_point;
alter table old_point rename constraint metric_point_pkey to old_point_pkey;
drop index metric_point_time;

-- What a summary shows of a curve, kept up by the statement that adds its points. Its short key is all that a point carries.
create table curve (
  id         bigint generated always as identity primary key,
  tenant     text not null,
  run_id     text not null,
  split      text not null check (split in ('train', 'held_out')),
  name       text not null,
  points     bigint not null default 0,
  non_finite bigint not null default 0,
  first_step bigint,
  first      double precision,
  last_step  bigint,
  last       double precision,
  least_step bigint,
  least      double precision,
  most_step  bigint,
  most       double precision,
  unique (tenant, run_id, split, name),
  foreign key (tenant, run_id) references run (tenant, id) on delete cascade
) with (fillfactor = 50);

create index curve_of_metric on curve (tenant, name, split);

comment on column curve.points is 'how many values were finite numbers; non_finite, how many were not';
comment on column curve.first is 'the value of the smallest step; last, of the greatest; least and most, the extremes';

-- Without a foreign key, whose check would cost as much as the row: only the statement that finds the curve adds points.
create table metric_point (
  curve bigint not null,
  step  bigint not null check (step >= 0),
  at    timestamptz not null,
  value double precision check (value between '-1.7976931348623157e308' and '1.7976931348623157e308'),
  primary key (curve, step)
);

comment on column metric_point.value is 'null records that the value was not a finite number';

-- For dashboards that read a time range over all runs: points arrive in the order of time, so a block range is small.
create index metric_point_time on metric_point using brin (at);

create table curve_extreme (
  curve      bigint not null,
  width      bigint not null,
  bucket     bigint not null,
  least_step bigint not null,
  least      double precision not null,
  most_step  bigint not null,
  most       double precision not null,
  primary key (curve, width, bucket)
) with (fillfactor = 80);

comment on table curve_extreme is
  'The least and the greatest value of the steps from bucket * width to before (bucket + 1) * width, at each of a few widths';

insert into curve (tenant, run_id, split, name, points, non_finite, first_step, first, last_step, last,
                   least_step, least, most_step, most)
select tenant, run_id, split, name, count(value), count(*) - count(value),
       min(step) filter (where value is not null), (array_agg(value order by step) filter (where value is not null))[1],
       max(step) filter (where value is not null), (array_agg(value order by step desc) filter (where value is not null))[1],
       (array_agg(step order by value, step) filter (where value is not null))[1], min(value),
       (array_agg(step order by value desc, step) filter (where value is not null))[1], max(value)
from old_point
group by tenant, run_id, split, name;

insert into metric_point (curve, step, at, value)
select c.id, p.step, p.at, p.value
from old_point p
join curve c using (tenant, run_id, split, name);

insert into curve_extreme (curve, width, bucket, least_step, least, most_step, most)
select curve, width, step / width as bucket, (array_agg(step order by value, step))[1], min(value),
       (array_agg(step order by value desc, step))[1], max(value)
from metric_point cross join unnest(array[16, 128, 1024, 8192]) as w (width)
where value is not null
group by curve, width, bucket;

drop table old_point;

create view v_metric_point as
select c.tenant, c.run_id, r.name as run_name, r.model, r.dataset_id, r.dataset_name, r.state as run_state,
       c.split, c.name, p.step, p.value, p.value is not null as finite, p.at
from metric_point p
join curve c on c.id = p.curve
join run r on (r.tenant, r.id) = (c.tenant, c.run_id);

comment on view v_metric_point is 'Every point of every curve with the run that it belongs to. Stable.';

create view v_run_summary as
select r.tenant, r.id as run_id, r.name as run_name, r.model, r.dataset_id, r.dataset_name, r.state, r.objective,
       r.created_at, r.finished_at, c.split, c.name, c.points, c.non_finite, c.first, c.last, c.least, c.most, c.last_step
from run r
left join curve c on (c.tenant, c.run_id) = (r.tenant, r.id);

comment on view v_run_summary is
  'One row for each curve of each run; a run without points has one row without a curve. Stable.';
