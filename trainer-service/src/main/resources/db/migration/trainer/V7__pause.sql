alter table job add paused boolean not null default false;

comment on column job.paused is 'no worker goes on with the job until it is resumed; its state says how far it had come';
