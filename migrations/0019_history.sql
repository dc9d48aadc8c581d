-- Why: a shop's history names who did what even after they have left the team, and a change is undone at most once: what
-- undoes is an entry of its own, since entries are only ever added. A program switched on too early can go back to where
-- it was.

ALTER TABLE audit_log
  ADD COLUMN staff_name text,
  ADD COLUMN undoes bigint,
  ADD FOREIGN KEY (merchant_id, undoes) REFERENCES audit_log;
UPDATE audit_log a SET staff_name = s.name FROM staff s WHERE s.merchant_id = a.merchant_id AND s.id = a.staff_id;
CREATE UNIQUE INDEX audit_log_undoes ON audit_log (merchant_id, undoes) WHERE undoes IS NOT NULL;

ALTER TABLE program_states DROP CONSTRAINT program_states_state_check,
  ADD CHECK (state IN ('active', 'earning-paused', 'setup'));
