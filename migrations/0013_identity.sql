-- Why: a person is known by several identifiers and may have become two customers before that was proven. Merging moves
-- what one has to the other by new transactions, since the books are never changed; erasing destroys the person and
-- leaves an opaque id to the books. A shop may block a customer, and pay those who bring a friend.

ALTER TABLE customers
  -- The customer that this one turned out to be. Always one that is not merged itself.
  ADD COLUMN merged_into uuid,
  -- From then on their purchases earn nothing, and they redeem nothing.
  ADD COLUMN blocked_at timestamptz,
  ADD COLUMN erased_at timestamptz,
  -- What they tell a friend; made when they ask for it.
  ADD COLUMN referral_code text,
  ADD FOREIGN KEY (merchant_id, merged_into) REFERENCES customers,
  ADD CHECK (merged_into <> id);
CREATE INDEX customers_merged ON customers (merchant_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customers_blocked ON customers (merchant_id, id) WHERE blocked_at IS NOT NULL;
CREATE UNIQUE INDEX customers_by_referral_code ON customers (merchant_id, referral_code) WHERE referral_code IS NOT NULL;
GRANT UPDATE (merged_into, blocked_at, erased_at, referral_code) ON customers TO smartbis_app;

ALTER TABLE customer_identities
  -- What proved it; null where it came by itself, of a channel that vouches for it or with a sale.
  ADD COLUMN proof text CHECK (proof IN ('claim', 'staff')),
  ADD COLUMN proven_at timestamptz;
GRANT UPDATE (customer_id) ON customer_identities TO smartbis_app;

-- What a customer says of themselves and nobody proved: nothing is found by it, and no balance hangs on it.
CREATE TABLE declared_identities (
  merchant_id integer NOT NULL,
  customer_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('cpf', 'email')),
  value text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, customer_id, kind),
  FOREIGN KEY (merchant_id, customer_id) REFERENCES customers
);
CALL close_to_other_merchants('declared_identities');
GRANT SELECT, INSERT, UPDATE (value, declared_at), DELETE ON declared_identities TO smartbis_app;

-- 'merged' is what left one customer for the other: over both it sums to nothing.
ALTER TABLE transactions
  DROP CONSTRAINT transactions_kind_check,
  ADD CONSTRAINT transactions_kind_check
    CHECK (kind IN ('award', 'refund', 'hold', 'capture', 'release', 'expiry', 'adjustment', 'merge'));
ALTER TABLE postings
  DROP CONSTRAINT postings_check1,
  ADD CONSTRAINT postings_accounts_check
    CHECK (source IN ('program', 'customer', 'held', 'redeemed', 'expired', 'debt', 'merged')
      AND destination IN ('program', 'customer', 'held', 'redeemed', 'expired', 'debt', 'merged'));

-- Beside the books, what belongs to the one becomes the other's.
GRANT UPDATE (customer_id) ON vouchers TO smartbis_app;
-- And of an erased person nothing stays that tells who it was.
ALTER TABLE outbox ADD COLUMN forget_when_sent boolean NOT NULL DEFAULT false;
GRANT UPDATE (customer_id, cause, body, params, card, document) ON outbox TO smartbis_app;
GRANT UPDATE (name, body), DELETE ON inbound_messages TO smartbis_app;
GRANT DELETE ON chats TO smartbis_app;
GRANT UPDATE (message_id) ON consents TO smartbis_app;
GRANT UPDATE (body) ON inbox_events TO smartbis_app;
GRANT UPDATE (detail) ON kept_events TO smartbis_app;

-- What the shop pays for a friend who was brought: the latest is in force.
CREATE TABLE referral_terms (
  merchant_id integer NOT NULL REFERENCES merchants,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  -- Both nothing: friends are not paid for.
  giver_cents bigint NOT NULL CHECK (giver_cents >= 0),
  friend_cents bigint NOT NULL CHECK (friend_cents >= 0),
  -- Days that what is given can be used; null for ever.
  valid_days integer CHECK (valid_days > 0),
  -- The message that asked for it: saying it twice is once.
  idempotency_key text NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, idempotency_key)
);
CALL close_to_other_merchants('referral_terms');
GRANT SELECT, INSERT ON referral_terms TO smartbis_app;

-- Who brought whom, on the terms that were in force then.
CREATE TABLE referrals (
  merchant_id integer NOT NULL,
  friend_id uuid NOT NULL,
  giver_id uuid NOT NULL,
  referred_at timestamptz NOT NULL,
  giver_cents bigint NOT NULL CHECK (giver_cents >= 0),
  friend_cents bigint NOT NULL CHECK (friend_cents >= 0),
  valid_days integer CHECK (valid_days > 0),
  -- waiting for the friend's first purchase; paid for it; void: it can never be paid.
  state text NOT NULL CHECK (state IN ('waiting', 'paid', 'void')),
  -- The purchase that it is paid for.
  sale_id text,
  -- Counts how often it was paid and taken back: part of the key of each transaction.
  revision integer NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant_id, friend_id),
  FOREIGN KEY (merchant_id, friend_id) REFERENCES customers,
  FOREIGN KEY (merchant_id, giver_id) REFERENCES customers,
  CHECK (giver_id <> friend_id OR state = 'void'),
  CHECK ((state = 'paid') = (sale_id IS NOT NULL))
);
CREATE INDEX referrals_of_giver ON referrals (merchant_id, giver_id);
CALL close_to_other_merchants('referrals');
GRANT SELECT, INSERT, UPDATE (friend_id, giver_id, state, sale_id, revision), DELETE ON referrals TO smartbis_app;
