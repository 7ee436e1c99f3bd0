-- How complete a record is, is kept with every record (V76).

ALTER TABLE customer_class ADD COLUMN completeness INT NULL;
ALTER TABLE care_process ADD COLUMN completeness INT NULL;
ALTER TABLE note ADD COLUMN completeness INT NULL;
ALTER TABLE stage_rule ADD COLUMN completeness INT NULL;
