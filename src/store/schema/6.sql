-- Who had a piece, and since when (A5): without looking at the contacts themselves.
DROP INDEX contact_piece;
CREATE INDEX contact_piece ON contact (piece_id, lead_id, at) WHERE piece_id IS NOT NULL;
CREATE INDEX contact_sold ON contact (lead_id, at) WHERE outcome = 7;

-- The score of a period: promises by the day they were for, contacts by when they were.
CREATE INDEX promise_promised ON promise (promised);
CREATE INDEX contact_at ON contact (at);
