-- What roles may do, who works with whom, and what is shared beyond that.

ALTER TABLE member
    ADD COLUMN manager_id BIGINT NULL,
    ADD CONSTRAINT member_manager FOREIGN KEY (tenant_id, manager_id) REFERENCES member (tenant_id, id);

-- A role of the tenant's own, or what the tenant says about one that every tenant has.
CREATE TABLE role_definition (
    tenant_id   INT          NOT NULL,
    name        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     BIGINT       NOT NULL,
    label       VARCHAR(80)  NULL,
    description VARCHAR(300) NULL,
    rights      MEDIUMTEXT   NOT NULL,
    updated_at  DATETIME(6)  NOT NULL,
    updated_by  BIGINT       NULL,
    PRIMARY KEY (tenant_id, name),
    UNIQUE KEY role_definition_label (tenant_id, label),
    CONSTRAINT role_definition_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE team (
    tenant_id   INT          NOT NULL,
    id          BIGINT       NOT NULL,
    version     BIGINT       NOT NULL,
    name        VARCHAR(120) NOT NULL,
    description VARCHAR(300) NULL,
    created_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY team_name (tenant_id, name),
    CONSTRAINT team_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE team_member (
    tenant_id INT    NOT NULL,
    team_id   BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, team_id, member_id),
    KEY team_member_member (tenant_id, member_id, team_id),
    CONSTRAINT team_member_team FOREIGN KEY (tenant_id, team_id) REFERENCES team (tenant_id, id),
    CONSTRAINT team_member_member FOREIGN KEY (tenant_id, member_id) REFERENCES member (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Records of an object that some people own are shared with others: source and grantee are a person, a team or a role.
CREATE TABLE sharing_rule (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    version    BIGINT       NOT NULL,
    name       VARCHAR(120) NOT NULL,
    object     VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    grantee    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    level      VARCHAR(10)  NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    created_by BIGINT       NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY sharing_rule_same (tenant_id, object, source, grantee),
    CONSTRAINT sharing_rule_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A record that was shared with somebody by hand.
CREATE TABLE record_share (
    tenant_id INT         NOT NULL,
    id        BIGINT      NOT NULL,
    object    VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    record_id BIGINT      NOT NULL,
    grantee   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    level     VARCHAR(10) NOT NULL,
    shared_at DATETIME(6) NOT NULL,
    shared_by BIGINT      NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY record_share_same (tenant_id, object, record_id, grantee),
    KEY record_share_grantee (tenant_id, grantee, object, record_id),
    CONSTRAINT record_share_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
