-- Duplicates: numbers by which records that may mean the same are found, and pairs with what people decided.

-- Two live records that are compared share a key_hash. Keys of records that were there before are made by a scan.
CREATE TABLE match_key (
    tenant_id INT    NOT NULL,
    key_hash  BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, key_hash, record_id),
    KEY match_key_record (tenant_id, record_id),
    CONSTRAINT match_key_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- first_id is the older record. status: open, dismissed (somebody said that they are two).
CREATE TABLE duplicate_pair (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    object     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_id   BIGINT       NOT NULL,
    second_id  BIGINT       NOT NULL,
    score      INT          NOT NULL,
    reasons    TEXT         NOT NULL,
    status     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    found_at   DATETIME(6)  NOT NULL,
    decided_at DATETIME(6)  NULL,
    decided_by VARCHAR(200) NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE KEY duplicate_pair_records (tenant_id, object, first_id, second_id),
    KEY duplicate_pair_order (tenant_id, object, status, score, id),
    KEY duplicate_pair_second (tenant_id, second_id),
    KEY duplicate_pair_first (tenant_id, first_id),
    CONSTRAINT duplicate_pair_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
