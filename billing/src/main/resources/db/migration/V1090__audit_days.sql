-- For how many days the audit is kept.
INSERT INTO plan_limit (plan, name, allowed)
VALUES ('free', 'auditDays', 90), ('team', 'auditDays', 365), ('business', 'auditDays', 1095), ('enterprise', 'auditDays', 3650);
