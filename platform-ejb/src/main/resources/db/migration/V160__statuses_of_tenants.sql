-- Since when a tenant has had its status: who owes money becomes read-only some days later.
ALTER TABLE tenant
    ADD COLUMN status_since DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    ADD KEY tenant_status (status, status_since);
