-- Histories tell that such a field changed, not from what to what.
ALTER TABLE custom_field ADD COLUMN is_sensitive BOOLEAN NOT NULL DEFAULT FALSE;
