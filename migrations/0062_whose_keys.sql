-- Why: the name of a store is not that of a company, so that a company's other store passed for another company; and only the
-- last connection was looked at, so that a shop that went to another company and back lost what was sold in between.
ALTER TABLE connections ADD company_key text;
UPDATE connections SET company_key = 'name:' || company WHERE company IS NOT NULL;
GRANT UPDATE (company_key) ON connections TO smartbis_app;
