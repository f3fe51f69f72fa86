-- How the table was read that a document is a row of, in words: what tells two readings of one row apart. Empty where the
-- original is no table. Until now it was known only as the first of the notices.
ALTER TABLE originals ADD COLUMN read_as TEXT NOT NULL DEFAULT '';
UPDATE originals SET read_as = substr(notices, 1, instr(notices || char(10), char(10)) - 1) WHERE part <> '';
