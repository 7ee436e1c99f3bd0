-- What happened to records, written in the transaction that did it. Platform tables: names, ids and times only.

CREATE TABLE record_event (
    position  BIGINT      NOT NULL AUTO_INCREMENT,
    tenant_id INT         NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id BIGINT      NOT NULL,
    kind      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    made_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (position)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- How far each handler has come, and which node is at it.
CREATE TABLE event_handler (
    name         VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position     BIGINT      NOT NULL,
    gaps         MEDIUMTEXT  NOT NULL,
    owner        VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    leased_until DATETIME(6) NOT NULL,
    PRIMARY KEY (name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Events that a handler failed at: tried again later, so that nobody else's wait for them.
CREATE TABLE event_retry (
    handler   VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position  BIGINT      NOT NULL,
    tenant_id INT         NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id BIGINT      NOT NULL,
    kind      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts  INT         NOT NULL,
    due_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (handler, position),
    KEY event_retry_due (handler, due_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
