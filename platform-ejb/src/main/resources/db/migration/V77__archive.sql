-- Records put aside (CUS-5). The time stands at the end of the index of the common order, so that lists and counts leave
-- archived records out without reading them. What is archived is found by a column of its own: an index of the time itself
-- would offer itself to lists of all others, whose time is empty, and sort them by hand.

ALTER TABLE account
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY account_order,
    ADD KEY account_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY account_archived (tenant_id, archived, sort_key, id);

ALTER TABLE contact
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY contact_order,
    ADD KEY contact_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY contact_archived (tenant_id, archived, sort_key, id);

ALTER TABLE affiliation
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY affiliation_order,
    ADD KEY affiliation_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY affiliation_archived (tenant_id, archived, sort_key, id);

ALTER TABLE tag
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY tag_order,
    ADD KEY tag_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY tag_archived (tenant_id, archived, sort_key, id);

ALTER TABLE product_category
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY product_category_order,
    ADD KEY product_category_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY product_category_archived (tenant_id, archived, sort_key, id);

ALTER TABLE product
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY product_order,
    ADD KEY product_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY product_archived (tenant_id, archived, sort_key, id);

ALTER TABLE sales_order
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY sales_order_order,
    ADD KEY sales_order_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY sales_order_archived (tenant_id, archived, sort_key, id);

ALTER TABLE order_line
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY order_line_order,
    ADD KEY order_line_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY order_line_archived (tenant_id, archived, sort_key, id);

ALTER TABLE document
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY document_order,
    ADD KEY document_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY document_archived (tenant_id, archived, sort_key, id);

ALTER TABLE customer_class
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY customer_class_order,
    ADD KEY customer_class_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY customer_class_archived (tenant_id, archived, sort_key, id);

ALTER TABLE care_process
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY care_process_order,
    ADD KEY care_process_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY care_process_archived (tenant_id, archived, sort_key, id);

ALTER TABLE note
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY note_order,
    ADD KEY note_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY note_archived (tenant_id, archived, sort_key, id);

ALTER TABLE stage_rule
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY stage_rule_order,
    ADD KEY stage_rule_order (tenant_id, deleted_at, sort_key, id, archived_at),
    ADD KEY stage_rule_archived (tenant_id, archived, sort_key, id);

ALTER TABLE custom_record
    ADD COLUMN archived_at DATETIME(6) NULL,
    ADD COLUMN archived BOOLEAN AS (CASE WHEN archived_at IS NOT NULL THEN TRUE END) VIRTUAL,
    DROP KEY custom_record_order,
    ADD KEY custom_record_order (tenant_id, object_id, deleted_at, sort_key, id, archived_at),
    ADD KEY custom_record_archived (tenant_id, object_id, archived, sort_key, id);
