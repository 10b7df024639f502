-- Benchmarks of a model, with every answer as it comes: what is interrupted goes on with the questions that lack one.
create table evaluation (
    id               text        primary key,
    tenant           text        not null,
    name             text        not null,
    model            text        not null,
    job              text        references job (id),
    pass             text        check (pass in ('before', 'after')),
    spec             jsonb       not null,
    tags             jsonb       not null,
    state            text        not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    attempt          integer     not null default 0,
    worker           text,
    deaths           integer     not null default 0,
    cancel_requested boolean     not null default false,
    identity         text,
    step             bigint,
    answered         integer     not null default 0,
    questions        integer     not null default 0,
    seconds_left     bigint,
    scores           jsonb       not null default '[]',
    artifacts        jsonb       not null default '[]',
    error            text,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    unique (job, pass)
);

comment on column evaluation.job is 'whose trained model is evaluated, or whose own evaluation it is';
comment on column evaluation.pass is 'when within its job; null where it is none of the job itself';
comment on column evaluation.identity is 'the same only for the same weights; the answers are those of these';
comment on column evaluation.step is 'optimiser steps that made the model; null for a base model';

create index evaluation_by_tenant on evaluation (tenant, created_at desc, id desc);
create index evaluation_by_job on evaluation (job) where job is not null;

create table evaluation_answer (
    evaluation text    not null references evaluation (id),
    benchmark  text    not null,
    question   text    not null,
    part       text    not null,
    value      double precision,
    extracted  text    not null,
    characters integer not null,
    answer     text    not null,
    primary key (evaluation, benchmark, question)
);

comment on column evaluation_answer.part is 'the subject, task or class of the question';
comment on column evaluation_answer.value is 'from 0 to 1; null where nothing can be said';
