-- Which choices of a field are offered may depend on another.

ALTER TABLE custom_field ADD COLUMN dependence MEDIUMTEXT NULL AFTER choices;
