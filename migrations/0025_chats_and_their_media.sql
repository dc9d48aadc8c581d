-- Why: what a channel knows beyond words. A person of the shop who writes in a chat on the shop's own phone is a fact that
-- the conversation has to respect; so is when somebody was last heard, since some channels allow free words only for a day
-- after it. A received picture waits beside its message until the turn has read it. An owner may link by a code typed into
-- the phone: the page notes the phone, the process that hosts the number asks WhatsApp for the code.

ALTER TABLE chats ADD COLUMN person_wrote_at timestamptz, ADD COLUMN heard_at timestamptz;
GRANT UPDATE (person_wrote_at, heard_at) ON chats TO smartbis_app;

CREATE TABLE inbound_media (
  merchant_id integer NOT NULL,
  message_id text NOT NULL,
  mime_type text NOT NULL,
  -- Null where it was not fetched, for the reason given.
  bytes bytea,
  missing text CHECK (missing IN ('too-large', 'unavailable')),
  PRIMARY KEY (merchant_id, message_id),
  FOREIGN KEY (merchant_id, message_id) REFERENCES inbound_messages ON DELETE CASCADE,
  CHECK ((bytes IS NULL) <> (missing IS NULL))
);
CALL close_to_other_merchants('inbound_media');
GRANT SELECT, INSERT, DELETE ON inbound_media TO smartbis_app;

ALTER TABLE channel_states
  -- What is to be typed into the phone, where the link is made by a code.
  ADD COLUMN pairing_code text,
  -- The phone (E.164) that the owner wants to link by a code, until it is linked.
  ADD COLUMN pairing_phone text,
  -- What the browser of the linked number takes, in megabytes.
  ADD COLUMN memory_mb integer;

ALTER TABLE simulator_messages
  ADD COLUMN document bytea,
  ADD COLUMN document_name text,
  ADD COLUMN document_type text;
