-- Why: while a person of the shop talks with a customer the bot must not, in any process: until when it keeps silent in a
-- chat is a fact of that chat.

ALTER TABLE chats ADD COLUMN quiet_until timestamptz;
GRANT UPDATE (quiet_until) ON chats TO smartbis_app;
