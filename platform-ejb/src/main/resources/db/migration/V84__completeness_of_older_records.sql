-- Tenants whose records from before completeness was kept (V76) still have none. Jobs give them theirs; who is done is not
-- here any more, and new tenants never are.

CREATE TABLE completeness_due (
    tenant_id INT NOT NULL,
    PRIMARY KEY (tenant_id),
    CONSTRAINT completeness_due_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO completeness_due (tenant_id) SELECT id FROM tenant;
