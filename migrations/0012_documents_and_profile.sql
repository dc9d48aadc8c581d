-- Why: a chat answers with a file too, which is made when it is sent, so that only what it is made from waits in the
-- outbox. And rules ask for a customer's birthday and labels, which have to be kept somewhere.

-- What the file is made from (bot/command.ts).
ALTER TABLE outbox ADD COLUMN document json;

-- MM-DD: nobody's age is asked for. The 29th of February is a birthday.
ALTER TABLE customers ADD COLUMN birthday text CHECK (birthday ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$');
GRANT UPDATE (birthday) ON customers TO smartbis_app;

-- What the shop calls a customer, for its rules: in small letters.
CREATE TABLE customer_labels (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  label text NOT NULL CHECK (label <> '' AND label = lower(label)),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, customer_id, label),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES customers
);
CALL close_to_other_merchants('customer_labels');
GRANT SELECT, INSERT, DELETE ON customer_labels TO smartbis_app;
