-- How the person works and the limits of the coach, by name (core/ft-settings.h). What is not here is
-- as the practices have it. No part of undo.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

-- When they last heard of me: a note or an unanswered call is not heard. Derived, for the gauge.
ALTER TABLE lead_place ADD COLUMN heard_at INTEGER NOT NULL DEFAULT 0;
UPDATE lead_place SET heard_at = coalesce (
  (SELECT max(at) FROM contact WHERE contact.lead_id = lead_place.lead_id AND outcome NOT IN (0, 2)), 0);

-- Reminded of the target, but not yet before the promised time: due.reminded is 1, then 2.
CREATE INDEX due_once ON due (promised_at) WHERE reminded = 1;
