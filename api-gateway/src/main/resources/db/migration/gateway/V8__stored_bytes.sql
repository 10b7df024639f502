-- Data sets that were there before count for nothing.
alter table dataset add bytes bigint not null default 0;
alter table dataset alter bytes drop default;
alter table tenant add stored_bytes bigint check (stored_bytes > 0);

comment on column dataset.bytes is 'of its canonical pairs, which it may share with others';
