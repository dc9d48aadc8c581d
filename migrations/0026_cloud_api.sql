-- Why: shops that have WhatsApp's official Cloud API are served over it. Its callbacks are durable before they are answered;
-- its keys are kept encrypted; outside the day after a customer's last message it takes only templates that the shop has
-- registered with Meta. An answer that offers choices keeps them, for channels that show buttons.

ALTER TABLE merchants DROP CONSTRAINT merchants_channel_check;
ALTER TABLE merchants ADD CONSTRAINT merchants_channel_check CHECK (channel IN ('simulator', 'whatsapp-web', 'cloud-api'));

ALTER TABLE outbox ADD COLUMN choices json;

-- What the owner has to see to, by a closed set of names; null when nothing.
ALTER TABLE channel_states ADD COLUMN problem text;

CREATE TABLE cloud_api_accounts (
  merchant_id integer PRIMARY KEY REFERENCES merchants,
  -- The opaque part of the address of its callbacks.
  address text NOT NULL UNIQUE,
  phone_number_id text NOT NULL,
  token bytea NOT NULL,
  app_secret bytea NOT NULL,
  verify_token bytea NOT NULL,
  changed_at timestamptz NOT NULL
);
CALL close_to_other_merchants('cloud_api_accounts');
GRANT SELECT, INSERT, UPDATE (phone_number_id, token, app_secret, changed_at) ON cloud_api_accounts TO smartbis_app;

-- Callbacks that are not read yet. A row goes once everything in it is durable elsewhere.
CREATE TABLE cloud_api_events (
  merchant_id integer NOT NULL,
  -- The hash of the body: a callback that is delivered again is one row.
  id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  body text NOT NULL,
  received_at timestamptz NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  -- Set for one that cannot be read: it waits for a person.
  failure text,
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX cloud_api_events_to_read ON cloud_api_events (merchant_id, seq) WHERE failure IS NULL;
CALL close_to_other_merchants('cloud_api_events');
GRANT SELECT, INSERT, UPDATE (attempts, failure), DELETE ON cloud_api_events TO smartbis_app;

CREATE TABLE message_templates (
  merchant_id integer NOT NULL REFERENCES merchants,
  kind text NOT NULL,
  language text NOT NULL CHECK (language IN ('pt', 'en', 'es')),
  -- As it is registered with Meta, and in which of Meta's languages.
  name text NOT NULL CHECK (name <> ''),
  code text NOT NULL CHECK (code <> ''),
  -- What {{1}}, {{2}} … of it are, by the names of the product's own variables.
  variables text[] NOT NULL,
  -- Its header is a picture.
  has_picture boolean NOT NULL,
  PRIMARY KEY (merchant_id, kind, language)
);
CALL close_to_other_merchants('message_templates');
GRANT SELECT, INSERT, UPDATE (name, code, variables, has_picture), DELETE ON message_templates TO smartbis_app;

GRANT CREATE ON SCHEMA public TO smartbis_sweeper;
CREATE POLICY across ON cloud_api_accounts FOR SELECT TO smartbis_sweeper USING (true);
GRANT SELECT (merchant_id, address, app_secret, verify_token) ON cloud_api_accounts TO smartbis_sweeper;
CREATE FUNCTION cloud_api_account_at(given text) RETURNS TABLE (merchant_id integer, app_secret bytea, verify_token bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT merchant_id, app_secret, verify_token FROM cloud_api_accounts WHERE address = given';
ALTER FUNCTION cloud_api_account_at OWNER TO smartbis_sweeper;
REVOKE ALL ON FUNCTION cloud_api_account_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cloud_api_account_at TO smartbis_app;
REVOKE CREATE ON SCHEMA public FROM smartbis_sweeper;
