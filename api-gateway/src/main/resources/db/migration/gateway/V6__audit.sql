-- Who did what: one row a request that could change something, whatever came of it.
create table audit (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  tenant     text not null,
  subject    text not null,
  role       text not null,
  method     text not null,
  route      text not null,
  target     text,
  status     int not null,
  request_id text not null
);

create index audit_newest on audit (tenant, id desc);

comment on column audit.subject is 'id of a key, or subject of an OpenID Connect token';
comment on column audit.route is 'the path with its variables, or as it was sent where no route matched';
comment on column audit.target is 'id of what it was done to, or of what it made';
