-- Why: what was bought before an erasure brings nobody back, however late it is told, and what was bought after it does. So
-- whoever is erased again is marked by the last time.
GRANT UPDATE (erased_at) ON erased_identities TO smartbis_app;
