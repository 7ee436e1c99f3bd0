-- Fields that sum up the records that point to one, and fields that number records.

ALTER TABLE custom_field
    ADD COLUMN roll_up   TEXT        NULL AFTER formula,
    ADD COLUMN numbering VARCHAR(60) NULL AFTER roll_up;

CREATE TABLE number_series (
    tenant_id   INT    NOT NULL,
    field_id    BIGINT NOT NULL,
    next_number BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, field_id),
    CONSTRAINT number_series_field FOREIGN KEY (tenant_id, field_id) REFERENCES custom_field (tenant_id, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
