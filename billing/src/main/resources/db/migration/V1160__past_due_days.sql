-- For how many days a company whose payment is due goes on working before it is read-only.
INSERT INTO plan_limit (plan, name, allowed)
VALUES ('free', 'pastDueDays', 14), ('team', 'pastDueDays', 14), ('business', 'pastDueDays', 21), ('enterprise', 'pastDueDays', 30);
