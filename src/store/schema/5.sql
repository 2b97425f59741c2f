-- The calendar shows what was kept, by the day it was promised for.
CREATE INDEX promise_kept ON promise (promised) WHERE state = 1;
