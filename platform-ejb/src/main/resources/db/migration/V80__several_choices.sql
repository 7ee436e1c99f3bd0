-- A field of several choices has several values in one record.

ALTER TABLE custom_value
    ADD COLUMN position SMALLINT NOT NULL DEFAULT 0 AFTER field_id,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (tenant_id, record_id, field_id, position);
