-- Reminders: until when one was put off, and when it was last shown (the clock may since have been
-- set back). No part of undo, as reminded is none.
ALTER TABLE reminded ADD COLUMN snoozed_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reminded ADD COLUMN shown_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX reminded_shown ON reminded (shown_at);

-- What was told of a day, by what it was: the morning.
CREATE TABLE announced (
  what TEXT PRIMARY KEY NOT NULL,
  day  INTEGER NOT NULL -- Julian
) STRICT;

-- A target for all day rings as the working day begins: its Julian day, 0 for one with a time. Derived.
ALTER TABLE due ADD COLUMN target_day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE due ADD COLUMN snoozed_until INTEGER NOT NULL DEFAULT 0;
UPDATE due SET target_day = coalesce (
  (SELECT cast (julianday (target) - 1721424.5 AS INTEGER) FROM promise
   WHERE promise.id = due.promise_id AND length (target) = 10), 0);
DROP INDEX due_unreminded;
CREATE INDEX due_unreminded ON due (target_at) WHERE reminded = 0 AND target_day = 0;
CREATE INDEX due_all_day ON due (target_day) WHERE reminded = 0 AND target_day > 0;
CREATE INDEX due_snoozed ON due (snoozed_until) WHERE snoozed_until > 0;
