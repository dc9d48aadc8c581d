-- Why: SmartPOS goes on telling of its customers, also of one who had themselves erased and has bought nothing since. Who that
-- is is known by hashes alone, under a key of the shop's own: it is encrypted under the secret key, and so the hashes outlive
-- a change of that.

CREATE TABLE erasure_keys (
  merchant_id integer PRIMARY KEY REFERENCES merchants,
  -- An AES-256-GCM envelope (src/secrets.ts).
  key bytea NOT NULL
);
CALL close_to_other_merchants('erasure_keys');
GRANT SELECT, INSERT, UPDATE (key) ON erasure_keys TO smartbis_app;

CREATE TABLE erased_identities (
  merchant_id integer NOT NULL REFERENCES merchants,
  hash bytea NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, hash)
);
CALL close_to_other_merchants('erased_identities');
GRANT SELECT, INSERT ON erased_identities TO smartbis_app;
