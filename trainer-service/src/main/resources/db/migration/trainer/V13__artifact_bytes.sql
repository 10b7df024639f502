create index artifact_by_tenant on artifact (tenant) include (bytes);
