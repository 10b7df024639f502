create table dataset (
  tenant         text not null,
  id             text not null,
  name           text not null,
  format         text not null,
  content_hash   text not null,
  pairs_key      text not null,
  row_count      bigint not null,
  bad_rows       bigint not null,
  pairs          bigint not null,
  train_pairs    bigint not null,
  held_out_pairs bigint not null,
  report         jsonb not null,
  created_at     timestamptz not null,
  primary key (tenant, id)
);

create index dataset_newest on dataset (tenant, created_at desc, id desc);

-- Whether anybody still needs the pairs that several data sets may share.
create index dataset_content on dataset (content_hash);
