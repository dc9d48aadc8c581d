-- Why: people call a store by its name, SmartPOS by an id. Both are kept, so that rules, vouchers and lists can go by either.
ALTER TABLE machines ADD COLUMN store_name text;
GRANT UPDATE (store_name) ON machines TO smartbis_app;
