-- Fields that are computed from the others of their record; written in the rule language (ADR 18, ADR 21).

ALTER TABLE custom_field ADD COLUMN formula TEXT NULL;
