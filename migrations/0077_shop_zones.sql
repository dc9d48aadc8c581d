-- Why: a sale is judged by the calendar that its shop went by when it was made, also once it is refunded, explained or
-- checked. Only a zone that was changed has rows: each says until when it held; the shop's own is of now.
CREATE TABLE shop_zones (
  merchant_id integer NOT NULL REFERENCES merchants,
  until timestamptz NOT NULL,
  zone text NOT NULL,
  PRIMARY KEY (merchant_id, until)
);
CALL close_to_other_merchants('shop_zones');
GRANT SELECT, INSERT ON shop_zones TO smartbis_app;
