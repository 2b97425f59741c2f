-- A sale (B11). The steps of its checklist are promises which name it.
CREATE TABLE sale (
  id             INTEGER PRIMARY KEY NOT NULL,
  uid            TEXT NOT NULL UNIQUE,
  lead_id        INTEGER NOT NULL REFERENCES lead (id),
  what           TEXT NOT NULL,
  value          INTEGER NOT NULL, -- in minor units of the currency
  currency       TEXT NOT NULL,    -- ISO 4217, '' where the value is not known
  benefit_head   INTEGER NOT NULL,
  benefit        TEXT NOT NULL,
  checklist      TEXT NOT NULL,
  sold_at        INTEGER NOT NULL,
  delivery_day   TEXT NOT NULL,
  delivered_at   INTEGER NOT NULL,
  referral       INTEGER NOT NULL,
  referral_words TEXT NOT NULL,
  created_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX sale_lead ON sale (lead_id);

-- Columns are added at the end: what was recorded for undo before has fewer, and still applies.
ALTER TABLE promise ADD COLUMN sale_id INTEGER REFERENCES sale (id);
ALTER TABLE promise ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX promise_sale ON promise (sale_id) WHERE sale_id IS NOT NULL;

-- Derived. Cards to write, so that they can be counted without looking at other promises.
ALTER TABLE due ADD COLUMN is_card INTEGER NOT NULL DEFAULT 0;
CREATE INDEX due_card ON due (target_at) WHERE is_card = 1;

-- Each sale with an open step, by the step that is due first.
CREATE TABLE sale_place (
  sale_id INTEGER PRIMARY KEY NOT NULL,
  lead_id INTEGER NOT NULL,
  due_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX sale_place_due ON sale_place (due_at, sale_id);
CREATE INDEX sale_place_lead ON sale_place (lead_id);

-- Customers whom nobody promised to be in touch with (D8). Before there were sales every promise was one.
ALTER TABLE lead_place ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
UPDATE lead_place SET forgotten = 1 WHERE kind = 3;
INSERT INTO tally SELECT 5, 1, count(*) FROM lead_place WHERE kind = 3 HAVING count(*) > 0;
