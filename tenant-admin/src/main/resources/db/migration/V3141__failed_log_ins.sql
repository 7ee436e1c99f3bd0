-- Platform table, one row: until when log-ins that failed at Keycloak have been told.
CREATE TABLE log_in_watch (
    id         INT         NOT NULL PRIMARY KEY,
    told_until DATETIME(6) NOT NULL,
    taken_at   DATETIME(6) NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO log_in_watch (id, told_until) VALUES (1, UTC_TIMESTAMP(6));
