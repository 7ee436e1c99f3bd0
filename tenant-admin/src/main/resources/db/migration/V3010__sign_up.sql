-- Companies that sign themselves up. Platform tables: nobody has a tenant yet.

-- A mail address that somebody wants to sign up with; the link sent to it is known by its digest alone.
CREATE TABLE sign_up (
    id           BIGINT       NOT NULL PRIMARY KEY,
    email        VARCHAR(254) NOT NULL,
    locale       VARCHAR(35)  NOT NULL,
    digest       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    expires_at   DATETIME(6)  NULL,
    mailed_at    DATETIME(6)  NULL,
    attempted_at DATETIME(6)  NULL,
    attempts     INT          NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY sign_up_digest (digest),
    KEY sign_up_unsent (mailed_at, created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- How often an address of the network or of mail was used in an hour, counted for all nodes together.
CREATE TABLE sign_up_attempt (
    subject  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hour_no  BIGINT   NOT NULL,
    attempts INT      NOT NULL,
    PRIMARY KEY (subject, hour_no),
    KEY sign_up_attempt_hour (hour_no)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE tenant_provisioning
    ADD COLUMN sign_up_id   BIGINT       NULL,
    ADD COLUMN owner_name   VARCHAR(200) NULL,
    ADD COLUMN samples      BOOLEAN      NOT NULL DEFAULT FALSE,
    ADD COLUMN terms        VARCHAR(20)  NULL,
    ADD COLUMN privacy      VARCHAR(20)  NULL,
    ADD COLUMN accepted_at  DATETIME(6)  NULL,
    ADD COLUMN owner_mailed BOOLEAN      NOT NULL DEFAULT FALSE,
    ADD COLUMN leased_until DATETIME(6)  NULL,
    ADD UNIQUE KEY tenant_provisioning_sign_up (sign_up_id);

-- Until now the invitation was the last step.
UPDATE tenant_provisioning SET step = 'READY', owner_mailed = TRUE WHERE step = 'INVITED';

-- Which version of which text the company accepted, when, and who did it.
CREATE TABLE accepted_text (
    tenant_id   INT          NOT NULL,
    text_name   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text_no     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    accepted_at DATETIME(6)  NOT NULL,
    member_id   BIGINT       NOT NULL,
    email       VARCHAR(254) NOT NULL,
    PRIMARY KEY (tenant_id, text_name, text_no),
    KEY accepted_text_member (tenant_id, member_id),
    CONSTRAINT accepted_text_member_fk FOREIGN KEY (tenant_id, member_id) REFERENCES member (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Who needs the first steps no longer; member 0 stands for everybody, when all of them are done.
CREATE TABLE first_steps_end (
    tenant_id INT         NOT NULL,
    member_id BIGINT      NOT NULL,
    ended_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, member_id),
    CONSTRAINT first_steps_end_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
