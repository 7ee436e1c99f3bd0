-- Views that people save: what a list shows and how. The owner is a person or a partner's client, as with changes of records.

CREATE TABLE saved_view (
    tenant_id  INT          NOT NULL,
    id         BIGINT       NOT NULL,
    version    BIGINT       NOT NULL,
    object     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(80)  NOT NULL,
    shared     BOOLEAN      NOT NULL,
    owner_id   BIGINT       NOT NULL,
    definition MEDIUMTEXT   NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY saved_view_object (tenant_id, object, owner_id),
    CONSTRAINT saved_view_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What each person has chosen for themselves in a view, saved or shipped.
CREATE TABLE view_choice (
    tenant_id INT         NOT NULL,
    member_id BIGINT      NOT NULL,
    object    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    view_key  VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    columns   TEXT        NOT NULL,
    is_first  BOOLEAN     NOT NULL,
    PRIMARY KEY (tenant_id, member_id, object, view_key),
    KEY view_choice_view (tenant_id, object, view_key),
    CONSTRAINT view_choice_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
