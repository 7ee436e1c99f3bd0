-- How a company looks and when it works.
CREATE TABLE company_profile (
    tenant_id   INT          NOT NULL PRIMARY KEY,
    accent      CHAR(7)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    logo        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    week        VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    holiday_set VARCHAR(2)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    version     BIGINT       NOT NULL,
    CONSTRAINT company_profile_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE company_logo (
    tenant_id  INT         NOT NULL PRIMARY KEY,
    media_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content    MEDIUMBLOB  NOT NULL,
    CONSTRAINT company_logo_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Days on which a company does not do as on others of their weekday.
CREATE TABLE company_day (
    tenant_id INT          NOT NULL,
    on_day    DATE         NOT NULL,
    name      VARCHAR(120) NOT NULL,
    works     BOOLEAN      NOT NULL,
    PRIMARY KEY (tenant_id, on_day),
    CONSTRAINT company_day_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
