-- Why: stamps, limits and budgets hang on a rule, so a rule has a number that stays its own when it is edited, when others
-- end, and while it is paused. Numbers are given once a shop and never again.

ALTER TABLE program_versions
  ADD COLUMN rule_ids integer[],
  -- In the order of the rules: a paused one keeps its place and is not judged by.
  ADD COLUMN paused boolean[];
UPDATE program_versions SET
  rule_ids = ARRAY(SELECT generate_series(1, jsonb_array_length(rules))),
  paused = array_fill(false, ARRAY[jsonb_array_length(rules)]);
ALTER TABLE program_versions
  ALTER COLUMN rule_ids SET NOT NULL,
  ALTER COLUMN paused SET NOT NULL,
  ADD CHECK (cardinality(rule_ids) = jsonb_array_length(rules) AND cardinality(paused) = jsonb_array_length(rules));
