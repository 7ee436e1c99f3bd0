-- A person who comes in by the company's own identity provider has a log-in of its own for it, beside that of a password.
ALTER TABLE member
    ADD COLUMN company_subject VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL;

ALTER TABLE member
    ADD CONSTRAINT member_company_subject UNIQUE (tenant_id, company_subject);
