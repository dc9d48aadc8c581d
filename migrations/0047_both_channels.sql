-- Why: a shop may want some kinds of messages by e-mail too, beside the chat. The copy is a row of its own, written when the
-- message in the chat has gone, so that a message which falls over to e-mail is not told there twice.
ALTER TABLE message_switches ADD COLUMN also_by_email boolean NOT NULL DEFAULT false;
GRANT UPDATE (also_by_email) ON message_switches TO smartbis_app;

-- What was told in the chat already: that it does not arrive by e-mail is no reason to keep it for later.
ALTER TABLE outbox ADD COLUMN is_copy boolean NOT NULL DEFAULT false;
