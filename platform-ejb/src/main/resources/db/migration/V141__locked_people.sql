-- Until when a person's password is not taken, after too many wrong ones.
ALTER TABLE member
    ADD COLUMN locked_until DATETIME(6) NULL;
