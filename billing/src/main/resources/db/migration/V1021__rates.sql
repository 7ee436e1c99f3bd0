-- Of a tenant's calls a minute no single client or person may take all. And so many requests of a tenant are worked at on a
-- node at the same time.
INSERT INTO plan_limit (plan, name, allowed)
VALUES ('free', 'apiCallsPerMinutePerClient', 45), ('free', 'concurrentRequests', 8),
       ('team', 'apiCallsPerMinutePerClient', 200), ('team', 'concurrentRequests', 12),
       ('business', 'apiCallsPerMinutePerClient', 900), ('business', 'concurrentRequests', 16),
       ('enterprise', 'concurrentRequests', 32);
