-- What a request has made, for when it comes again.
create table submission (
    tenant      text        not null,
    key         text        not null,
    fingerprint text        not null,
    made        text        not null,
    at          timestamptz not null,
    primary key (tenant, key)
);

comment on column submission.key is 'the Idempotency-Key, or a random one where there was none';
comment on column submission.fingerprint is 'SHA-256 of the request, its fields in order';
comment on column submission.made is 'id of the job or sweep';

create index submission_by_content on submission (tenant, fingerprint, at desc);
create index submission_by_time on submission (at);
