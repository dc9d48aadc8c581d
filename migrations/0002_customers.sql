-- Why: a customer is an opaque id that the books refer to; what identifies the person (phone, CPF, e-mail, card) hangs
-- beside it, each unique in its shop, so that it can be found, merged and destroyed without touching the books.

CREATE TABLE customers (
  merchant_id integer NOT NULL REFERENCES merchants,
  id uuid NOT NULL,
  name text,
  language text CHECK (language IN ('pt', 'en', 'es')),
  -- Null until asked; false stops marketing at once.
  marketing_consent boolean,
  messages_stopped boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, id)
);
CALL close_to_other_merchants('customers');
GRANT SELECT, INSERT, UPDATE (name, language, marketing_consent, messages_stopped) ON customers TO smartbis_app;

CREATE TABLE customer_identities (
  merchant_id integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phone', 'cpf', 'email', 'card')),
  value text NOT NULL,
  customer_id uuid NOT NULL,
  PRIMARY KEY (merchant_id, kind, value),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES customers DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX customer_identities_of ON customer_identities (merchant_id, customer_id);
CALL close_to_other_merchants('customer_identities');
GRANT SELECT, INSERT, DELETE ON customer_identities TO smartbis_app;

-- The proof that the law asks for: which wish, when, by which message.
CREATE TABLE consents (
  merchant_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  customer_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('marketing', 'transactional')),
  granted boolean NOT NULL,
  at timestamptz NOT NULL,
  message_id text NOT NULL,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES customers
);
CALL close_to_other_merchants('consents');
GRANT SELECT, INSERT ON consents TO smartbis_app;
