alter table job add eval_dataset_id text;
alter table job add eval_dataset jsonb;

comment on column job.eval_dataset is 'what is evaluated on; null where the split of the data set says what is held out';
