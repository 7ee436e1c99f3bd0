-- Merged records: the others go to the recycle bin, and what was done stands here for as long as it can be undone.

-- changes: JSON of what the merge changed in the survivor, field → [before, after].
CREATE TABLE record_merge (
    tenant_id   INT          NOT NULL,
    id          BIGINT       NOT NULL,
    object      VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    survivor_id BIGINT       NOT NULL,
    made_at     DATETIME(6)  NOT NULL,
    made_by     VARCHAR(200) NOT NULL,
    undone_at   DATETIME(6)  NULL,
    changes     MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY record_merge_survivor (tenant_id, survivor_id, id),
    CONSTRAINT record_merge_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE record_merge_other (
    tenant_id INT    NOT NULL,
    merge_id  BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, merge_id, record_id),
    KEY record_merge_other_record (tenant_id, record_id),
    CONSTRAINT record_merge_other_merge FOREIGN KEY (tenant_id, merge_id) REFERENCES record_merge (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Records that pointed to one of the others and now point to the survivor.
CREATE TABLE record_merge_move (
    tenant_id INT         NOT NULL,
    merge_id  BIGINT      NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field     VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id BIGINT      NOT NULL,
    from_id   BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, merge_id, object, field, record_id),
    CONSTRAINT record_merge_move_merge FOREIGN KEY (tenant_id, merge_id) REFERENCES record_merge (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
