-- Why: a company that was renamed at SmartPOS passed for another one. Its stores' CNPJ stays; `company_key` is used no more.
ALTER TABLE connections ADD company_name text, ADD company_cnpj text;
UPDATE connections SET company_name = substr(company_key, 6) WHERE company_key LIKE 'name:%';
UPDATE connections SET company_cnpj = substr(company_key, 6) WHERE company_key LIKE 'cnpj:%';
GRANT UPDATE (company_name, company_cnpj) ON connections TO smartbis_app;
