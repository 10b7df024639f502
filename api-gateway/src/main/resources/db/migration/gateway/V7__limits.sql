-- What a tenant may; null for what everybody may (kernelign.limits).
alter table tenant
  add requests_per_minute  bigint check (requests_per_minute > 0),
  add upload_bytes_per_day bigint check (upload_bytes_per_day > 0),
  add unfinished_jobs      bigint check (unfinished_jobs > 0);

-- The table of Bucket4j: how much of a rate is left, for all gateways.
create table bucket (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
