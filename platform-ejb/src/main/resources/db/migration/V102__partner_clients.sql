-- A client that was given a new secret goes on with its old name and secret for a while.
ALTER TABLE partner_client
    ADD COLUMN last_used_at   DATETIME(6)  NULL,
    ADD COLUMN previous_id    VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN previous_until DATETIME(6)  NULL;
