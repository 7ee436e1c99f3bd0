-- Whether people have to show a second factor: since when, and how many days they were given to set one up.
ALTER TABLE security_policy
    ADD COLUMN factor_since DATETIME(6) NULL,
    ADD COLUMN factor_days  INT         NULL;
