-- Why: a sale whose machine's clock is behind looks like an old one. What a pull brings is news to a test where an earlier pull
-- had read up to the test's beginning; where pulls had failed for long, it is what they missed.
ALTER TABLE reference_tests
  -- Up to when SmartPOS had been asked for sales; null: by a version that did not note it.
  ADD COLUMN heard_until timestamptz;
