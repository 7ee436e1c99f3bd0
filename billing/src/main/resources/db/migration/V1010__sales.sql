-- Products, orders and documents are part of every plan.
INSERT INTO plan_module (plan, module)
VALUES ('free', 'sales'), ('team', 'sales'), ('business', 'sales'), ('enterprise', 'sales');
