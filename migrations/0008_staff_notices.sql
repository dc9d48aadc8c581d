-- Why: some things only the shop's own people can mend, so a notice may be addressed to a member of staff.

ALTER TABLE outbox ADD COLUMN staff_id uuid;
