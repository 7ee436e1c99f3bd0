-- Tags that a rule sets (CUS-3), and who or what has set each tag of a record.

ALTER TABLE tag ADD COLUMN rule_object VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
ALTER TABLE tag ADD COLUMN rule_source TEXT NULL;

-- Those set before are told to be set by hand, by nobody knows whom.
ALTER TABLE record_tag ADD COLUMN by_rule BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE record_tag ADD COLUMN set_at DATETIME(6) NULL;
ALTER TABLE record_tag ADD COLUMN set_by_name VARCHAR(200) NULL;
