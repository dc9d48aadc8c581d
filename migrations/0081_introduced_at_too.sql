-- Why: 0080 was given this column a commit after its first form, which is applied no second time where a database has it already.
ALTER TABLE consents ADD COLUMN IF NOT EXISTS introduced_at timestamptz;
