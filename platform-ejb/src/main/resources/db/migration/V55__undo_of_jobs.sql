-- What a job has changed is found by the job, so that it can be taken back. touched_at and touched_by are what the record
-- said of its last change before this one.
ALTER TABLE record_change
    ADD COLUMN job_id BIGINT NULL,
    ADD COLUMN touched_at DATETIME(6) NULL,
    ADD COLUMN touched_by BIGINT NULL,
    ADD KEY record_change_job (tenant_id, job_id, id);

-- undoable: whether its changes are marked as above; undoes: the job that this one takes back; undone_by: the job that
-- takes this one back, the latest of them when one was broken off.
ALTER TABLE job
    ADD COLUMN undoable BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN undoes BIGINT NULL,
    ADD COLUMN undone_by BIGINT NULL,
    ADD CONSTRAINT job_undoes FOREIGN KEY (tenant_id, undoes) REFERENCES job (tenant_id, id),
    ADD CONSTRAINT job_undone_by FOREIGN KEY (tenant_id, undone_by) REFERENCES job (tenant_id, id);
