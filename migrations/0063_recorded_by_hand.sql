-- Why: what a machine reports may be what staff recorded by hand before; it is looked for beside every set of reports.
CREATE INDEX sales_by_hand ON sales (merchant_id, occurred_at) WHERE id LIKE 'staff:%';
