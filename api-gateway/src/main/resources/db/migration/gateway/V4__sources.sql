-- An upload whose files are fetched from elsewhere: from where, and which files those are once it is known. Its bytes lie in
-- the folder of uploads, in a folder under its id.
alter table upload add source text;
alter table upload add source_files jsonb;
