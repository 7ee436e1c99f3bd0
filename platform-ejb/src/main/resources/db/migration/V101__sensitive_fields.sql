-- Histories tell that such a field changed, not from what to what.
ALTER TABLE custom_field ADD COLUMN sensitive BOOLEAN NOT NULL DEFAULT FALSE;
