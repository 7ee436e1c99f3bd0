-- bookmark: where a job's handler goes on; result_id: the file that the job has made.
ALTER TABLE job
    ADD COLUMN bookmark TEXT NULL,
    ADD COLUMN result_id BIGINT NULL,
    ADD CONSTRAINT job_result FOREIGN KEY (tenant_id, result_id) REFERENCES stored_file (tenant_id, id);
