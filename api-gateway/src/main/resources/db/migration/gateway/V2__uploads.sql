-- An upload that can be resumed. Its bytes lie in the folder of uploads, under its id.
create table upload (
  id            text primary key,
  tenant        text not null,
  state         text not null,
  file_name     text,
  options       jsonb not null,
  -- As they were sent, to be told again.
  metadata      text,
  concat        text,
  byte_length   bigint not null,
  received      bigint not null,
  row_count     bigint not null,
  -- The final upload that this is a part of, and which one.
  joined_into   text,
  joined_at     int,
  join_as       text,
  dataset_id    text,
  problem       jsonb,
  created_at    timestamptz not null,
  expires_at    timestamptz not null
);

create index upload_expiry on upload (expires_at);
create index upload_parts on upload (joined_into, joined_at) where joined_into is not null;

-- Pairs that an import is about to need: they must not be swept before its data set is recorded.
create table pair_claim (
  id           uuid primary key,
  content_hash text not null,
  claimed_at   timestamptz not null
);

create index pair_claim_content on pair_claim (content_hash);
