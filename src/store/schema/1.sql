-- The records: all that cannot be derived again. Every change to these tables is recorded for
-- undo, so each has a NOT NULL integer key, and no trigger or cascade ever writes to them.

-- A romance piece: something to leave behind.
CREATE TABLE piece (
  id         INTEGER PRIMARY KEY NOT NULL,
  uid        TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL CHECK (name <> ''),
  kind       INTEGER NOT NULL,
  head       INTEGER NOT NULL,
  uri        TEXT NOT NULL,
  file_hash  TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  retired    INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Days are YYYY-MM-DD or ''; instants are seconds since 1970 in UTC, 0 for none.
CREATE TABLE lead (
  id               INTEGER PRIMARY KEY NOT NULL,
  uid              TEXT NOT NULL UNIQUE,
  name             TEXT NOT NULL CHECK (name <> ''),
  company          TEXT NOT NULL,
  role             TEXT NOT NULL,
  street           TEXT NOT NULL,
  postcode         TEXT NOT NULL,
  city             TEXT NOT NULL,
  region           TEXT NOT NULL,
  country          TEXT NOT NULL,
  source           TEXT NOT NULL,
  closing_words    TEXT NOT NULL,
  override_words   TEXT NOT NULL,
  benefit_1        TEXT NOT NULL,
  benefit_2        TEXT NOT NULL,
  benefit_3        TEXT NOT NULL,
  trial_close      TEXT NOT NULL,
  trial_answer     TEXT NOT NULL,
  notes            TEXT NOT NULL,
  zone             TEXT NOT NULL,
  decision_day     TEXT NOT NULL,
  not_before_day   TEXT NOT NULL,
  nothing_else_day TEXT NOT NULL,
  channel          INTEGER NOT NULL,
  state            INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
  interval         INTEGER NOT NULL,
  benefit_1_head   INTEGER NOT NULL,
  benefit_2_head   INTEGER NOT NULL,
  benefit_3_head   INTEGER NOT NULL,
  created_at       INTEGER NOT NULL,
  changed_at       INTEGER NOT NULL
) STRICT;

-- Telephone numbers (kind 0) and e-mail addresses (kind 1) as they were written.
CREATE TABLE reach (
  id       INTEGER PRIMARY KEY NOT NULL,
  lead_id  INTEGER NOT NULL REFERENCES lead (id),
  kind     INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
  label    TEXT NOT NULL,
  value    TEXT NOT NULL
) STRICT;
CREATE INDEX reach_lead ON reach (lead_id);

-- Something personal to remember.
CREATE TABLE fact (
  id        INTEGER PRIMARY KEY NOT NULL,
  lead_id   INTEGER NOT NULL REFERENCES lead (id),
  day       TEXT NOT NULL,
  sensitive INTEGER NOT NULL,
  text      TEXT NOT NULL
) STRICT;
CREATE INDEX fact_lead ON fact (lead_id);

-- Something they asked for.
CREATE TABLE ask (
  id       INTEGER PRIMARY KEY NOT NULL,
  lead_id  INTEGER NOT NULL REFERENCES lead (id),
  day      TEXT NOT NULL,
  done_day TEXT NOT NULL,
  text     TEXT NOT NULL
) STRICT;
CREATE INDEX ask_lead ON ask (lead_id);

CREATE TABLE promise (
  id            INTEGER PRIMARY KEY NOT NULL,
  uid           TEXT NOT NULL UNIQUE,
  lead_id       INTEGER NOT NULL REFERENCES lead (id),
  piece_id      INTEGER REFERENCES piece (id),
  kind          INTEGER NOT NULL,
  purpose       TEXT NOT NULL,
  value         TEXT NOT NULL,
  promised      TEXT NOT NULL, -- civil: YYYY-MM-DD HH:MM, or YYYY-MM-DD for all day
  promised_fold INTEGER NOT NULL,
  target        TEXT NOT NULL,
  target_fold   INTEGER NOT NULL,
  zone          TEXT NOT NULL, -- IANA name, '' for the computer's own
  channel       INTEGER NOT NULL,
  agreed        INTEGER NOT NULL,
  effort        INTEGER NOT NULL,
  state         INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
  cause         INTEGER NOT NULL,
  steps         INTEGER NOT NULL,
  done_at       INTEGER NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX promise_lead ON promise (lead_id);
CREATE INDEX promise_piece ON promise (piece_id) WHERE piece_id IS NOT NULL;

CREATE TABLE contact (
  id         INTEGER PRIMARY KEY NOT NULL,
  uid        TEXT NOT NULL UNIQUE,
  lead_id    INTEGER NOT NULL REFERENCES lead (id),
  promise_id INTEGER REFERENCES promise (id),
  piece_id   INTEGER REFERENCES piece (id),
  at         INTEGER NOT NULL,
  channel    INTEGER NOT NULL,
  direction  INTEGER NOT NULL,
  outcome    INTEGER NOT NULL,
  asked      INTEGER NOT NULL,
  answer     INTEGER NOT NULL,
  lean       INTEGER NOT NULL,
  seconds    INTEGER NOT NULL,
  value      TEXT NOT NULL,
  heard      TEXT NOT NULL,
  asked_for  TEXT NOT NULL,
  notes      TEXT NOT NULL
) STRICT;
CREATE INDEX contact_lead ON contact (lead_id, at);
CREATE INDEX contact_promise ON contact (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX contact_piece ON contact (piece_id) WHERE piece_id IS NOT NULL;

-- Not derived, and no part of undo.

-- Ids are never used twice, also not those of records whose insertion was undone.
CREATE TABLE head (
  id        INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  last_id   INTEGER NOT NULL, -- the highest id ever given to a record
  undo_at   INTEGER NOT NULL, -- the last row of undo_log that is not undone
  n_commits INTEGER NOT NULL  -- changes ever made
) STRICT;
INSERT INTO head VALUES (1, 0, 0, 0);

-- The changesets of the steps. A step is one or more rows in sequence, the first being number "step".
CREATE TABLE undo_log (
  id      INTEGER PRIMARY KEY NOT NULL,
  step    INTEGER NOT NULL,
  label   TEXT NOT NULL,
  lead_id INTEGER NOT NULL, -- the lead to show after it, or 0
  data    BLOB NOT NULL
) STRICT;

-- Reminders shown, with the target they were about: another target is reminded of again.
CREATE TABLE reminded (
  promise_id INTEGER PRIMARY KEY NOT NULL,
  target     TEXT NOT NULL
) STRICT;

-- Derived from the records, and rebuilt from them at any time (ft-index.c).

-- The instants of the open promises.
CREATE TABLE due (
  promise_id  INTEGER PRIMARY KEY NOT NULL,
  lead_id     INTEGER NOT NULL,
  promised_at INTEGER NOT NULL,
  target_at   INTEGER NOT NULL,
  reminded    INTEGER NOT NULL
) STRICT;
CREATE INDEX due_lead ON due (lead_id);
CREATE INDEX due_target ON due (target_at, promise_id);
CREATE INDEX due_promised ON due (promised_at, target_at, promise_id);
CREATE INDEX due_unreminded ON due (target_at) WHERE reminded = 0;

-- Each lead's place in the lists. kind: 0 open, 1 customer, both with a promise; 2 open,
-- 3 customer, both without; 4 closed. Without a promise due_at and oldest_at are the largest integer.
CREATE TABLE lead_place (
  lead_id         INTEGER PRIMARY KEY NOT NULL,
  kind            INTEGER NOT NULL,
  due_at          INTEGER NOT NULL,
  oldest_at       INTEGER NOT NULL,
  due_id          INTEGER NOT NULL,
  oldest_id       INTEGER NOT NULL,
  neglected_since INTEGER NOT NULL,
  fence_day       INTEGER NOT NULL, -- Julian day, 0 for none or a closed lead
  last_contact_at INTEGER NOT NULL,
  n_contacts      INTEGER NOT NULL
) STRICT;
CREATE INDEX lead_place_oldest ON lead_place (oldest_at, lead_id, kind) WHERE kind <= 1;
CREATE INDEX lead_place_due ON lead_place (due_at, lead_id, oldest_at, kind) WHERE kind <= 1;
CREATE INDEX lead_place_idle ON lead_place (kind, neglected_since, lead_id) WHERE kind >= 2;
CREATE INDEX lead_place_fence ON lead_place (fence_day, lead_id) WHERE fence_day > 0;

-- How many leads are in each bucket of time or kind, so that counting them costs the same however
-- many there are. what: 0 due_at, 1 oldest_at (of those with a promise), 2 kind, 3 fence_day.
CREATE TABLE tally (
  what   INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  n      INTEGER NOT NULL,
  PRIMARY KEY (what, bucket)
) STRICT, WITHOUT ROWID;

-- The words of a lead, folded (ft-words.c): of name and company, of the rest, and the telephone
-- numbers as overlapping groups of three digits. Folding is ours, so the tokenizer only splits.
CREATE VIRTUAL TABLE lead_words USING fts5 (
  who, rest, digits, tokenize = "ascii tokenchars '#'", prefix = '1 2 3 4', detail = none, columnsize = 0
);

-- By what an import recognises a lead: hashes of its addresses, numbers and name (ft-match.c).
CREATE TABLE match_key (
  hash    INTEGER NOT NULL,
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (hash, lead_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_key_lead ON match_key (lead_id);

-- What each zone in use meant when instants were last derived from it.
CREATE TABLE zone_seen (
  zone    TEXT PRIMARY KEY NOT NULL,
  meaning INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
