-- A field taken away is unseen from then on; its values, which may be a million, go in chunks, and it goes with the last.

ALTER TABLE custom_field ADD COLUMN removed BOOLEAN NOT NULL DEFAULT FALSE;
