-- Answers to POST requests by the key their client gave; kept a day, written in the transaction of the effect.
CREATE TABLE idempotency_key (
    tenant_id   INT          NOT NULL,
    client_id   BIGINT       NOT NULL,
    request_key VARCHAR(270) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fingerprint CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    status      SMALLINT     NOT NULL,
    location    VARCHAR(500) NULL,
    etag        VARCHAR(40)  NULL,
    body        MEDIUMBLOB   NOT NULL,
    PRIMARY KEY (tenant_id, client_id, request_key),
    KEY idempotency_key_age (tenant_id, created_at),
    CONSTRAINT idempotency_key_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
