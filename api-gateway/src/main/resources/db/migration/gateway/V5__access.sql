-- Whose data sets, jobs and results there are. Every installation has the first.
create table tenant (
  id         text primary key,
  created_at timestamptz not null
);

insert into tenant (id, created_at) values ('default', now());

create table api_key (
  id           text primary key,
  tenant       text not null references tenant,
  name         text not null,
  role         text not null check (role in ('reader', 'writer', 'admin')),
  created_at   timestamptz not null,
  created_by   text not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz
);

create index api_key_newest on api_key (tenant, created_at desc, id desc);

comment on column api_key.created_by is 'subject of the caller who made it';
comment on column api_key.last_used_at is 'to the minute';

-- What is sent to show that a key is held. Right after a rotation a key has two.
create table key_secret (
  prefix  text primary key,
  key     text not null references api_key on delete cascade,
  hash    bytea not null check (length(hash) = 32),
  ends_at timestamptz
);

create index key_secret_of_key on key_secret (key);

comment on column key_secret.prefix is 'its first characters, by which people tell keys apart';
comment on column key_secret.hash is 'SHA-256 of all of it';
