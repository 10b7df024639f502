-- Widths four times each other: a curve is cut down from at most four buckets for each that is needed, and only a short one
-- from its points.
delete from curve_extreme where width in (16, 1024);

insert into curve_extreme (curve, width, bucket, least_step, least, most_step, most)
select curve, width, step / width as bucket, (array_agg(step order by value, step))[1], min(value),
       (array_agg(step order by value desc, step))[1], max(value)
from metric_point cross join unnest(array[8, 32, 512, 2048]) as w (width)
where value is not null
group by curve, width, bucket;
