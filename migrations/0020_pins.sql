-- Why: what could do much harm asks for a PIN that only its owner knows and no chat ever sees: whoever holds an unlocked
-- phone has the chat, but not this. Wrong tries are counted on the row itself, so that they count across processes.

CREATE TABLE staff_pins (
  merchant_id integer NOT NULL,
  staff_id uuid NOT NULL,
  -- scrypt with its parameters and its salt (loyalty/shops/pins.ts).
  hash text NOT NULL,
  wrong integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  -- Who forgot it may set another from then on.
  reset_from timestamptz,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, staff_id),
  FOREIGN KEY (merchant_id, staff_id) REFERENCES staff ON DELETE CASCADE
);
CALL close_to_other_merchants('staff_pins');
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_pins TO smartbis_app;
