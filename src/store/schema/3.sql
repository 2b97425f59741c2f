-- Days on which the user does not work: away (kind 0), or a public holiday (1). A record.
CREATE TABLE day_off (
  id        INTEGER PRIMARY KEY NOT NULL,
  uid       TEXT NOT NULL UNIQUE,
  kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL CHECK (last_day >= first_day),
  text      TEXT NOT NULL
) STRICT;

-- The calendar marks the days on which they decide.
CREATE INDEX lead_decision ON lead (decision_day) WHERE decision_day <> '';
