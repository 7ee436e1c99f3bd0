-- For how long a tenant lets the operators' support in; the latest that has not ended counts.
CREATE TABLE support_grant (
    tenant_id    INT          NOT NULL,
    id           BIGINT       NOT NULL,
    reason       VARCHAR(200) NOT NULL,
    granted_by   BIGINT       NOT NULL,
    granted_name VARCHAR(200) NOT NULL,
    granted_at   DATETIME(6)  NOT NULL,
    ends_at      DATETIME(6)  NOT NULL,
    ended_at     DATETIME(6)  NULL,
    ended_name   VARCHAR(200) NULL,
    PRIMARY KEY (tenant_id, id),
    KEY support_grant_end (tenant_id, ends_at),
    CONSTRAINT support_grant_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What operators did with or in the tenant, for its admins to read.
CREATE TABLE operator_entry (
    tenant_id INT          NOT NULL,
    id        BIGINT       NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    operator  VARCHAR(254) NOT NULL,
    action    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    details   VARCHAR(500) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT operator_entry_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Platform table: what operators tell all tenants (tenant_id 0) or one.
CREATE TABLE announcement (
    id        BIGINT       NOT NULL PRIMARY KEY,
    tenant_id INT          NOT NULL,
    tone      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text_en   VARCHAR(500) NOT NULL,
    text_zh   VARCHAR(500) NOT NULL,
    begins_at DATETIME(6)  NOT NULL,
    ends_at   DATETIME(6)  NOT NULL,
    made_by   VARCHAR(254) NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    KEY announcement_end (ends_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE INDEX tenant_name ON tenant (name, id);
