-- Where people are logged in. Keycloak's id of a session opens nothing; tokens are never kept here.
CREATE TABLE person_session (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    member_id  BIGINT       NOT NULL,
    sid        VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel    VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    began_at   DATETIME(6)  NOT NULL,
    used_at    DATETIME(6)  NOT NULL,
    address    VARCHAR(45)  NULL,
    agent      VARCHAR(200) NULL,
    ended_at   DATETIME(6)  NULL,
    ended_why  VARCHAR(20)  NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY person_session_sid (tenant_id, member_id, sid, channel),
    KEY person_session_used (tenant_id, member_id, used_at),
    CONSTRAINT person_session_of FOREIGN KEY (tenant_id, member_id) REFERENCES member (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
