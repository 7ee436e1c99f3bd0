-- Documents are a module of their own, part of every plan; whoever had switched customers off had no documents either.
INSERT INTO plan_module (plan, module)
VALUES ('free', 'documents'), ('team', 'documents'), ('business', 'documents'), ('enterprise', 'documents');

-- Storage in bytes.
INSERT INTO plan_limit (plan, name, allowed)
VALUES ('free', 'storage', 1073741824), ('free', 'apiCallsPerDay', 1000),
       ('team', 'storage', 21474836480), ('team', 'apiCallsPerDay', 20000),
       ('business', 'storage', 214748364800), ('business', 'apiCallsPerDay', 300000);

-- What a tenant uses of what its plan limits. Levels such as records have an empty span; calls have a row for each day (UTC).
CREATE TABLE usage_total (
    tenant_id  INT         NOT NULL,
    meter      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    span       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount     BIGINT      NOT NULL,
    counted_at DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, meter, span),
    CONSTRAINT usage_total_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Changes of a level that are not added to its total yet: each transaction adds a row of its own, so that no two wait for
-- each other.
CREATE TABLE usage_delta (
    tenant_id INT         NOT NULL,
    id        BIGINT      NOT NULL,
    meter     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount    BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT usage_delta_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Platform tables: what operators see of every tenant, and when it is gathered again. Numbers and times only.
CREATE TABLE tenant_figures (
    tenant_id     INT         NOT NULL PRIMARY KEY,
    gathered_at   DATETIME(6) NOT NULL,
    people        BIGINT      NOT NULL,
    records       BIGINT      NOT NULL,
    storage       BIGINT      NOT NULL,
    calls         BIGINT      NOT NULL,
    last_active_at DATETIME(6) NULL,
    failing_jobs  BIGINT      NOT NULL,
    stuck_events  BIGINT      NOT NULL,
    near_limits   INT         NOT NULL,
    full_limits   INT         NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE tenant_figures_due (
    tenant_id INT         NOT NULL PRIMARY KEY,
    due_at    DATETIME(6) NOT NULL,
    KEY tenant_figures_due_at (due_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
