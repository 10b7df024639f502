-- Files of benchmarks that users upload. The record is there before the archive is: what gets stuck on its way is known by it.
create table benchmark_files (
    id         text        primary key,
    tenant     text        not null,
    name       text        not null,
    benchmark  text        not null,
    bytes      bigint      not null,
    sha256     text,
    questions  integer,
    created_at timestamptz not null,
    check ((sha256 is null) = (questions is null))
);

comment on column benchmark_files.bytes is 'of the archive';
comment on column benchmark_files.sha256 is 'of the archive; null until the benchmark has read its files';

create index benchmark_files_by_tenant on benchmark_files (tenant, created_at desc, id desc);
