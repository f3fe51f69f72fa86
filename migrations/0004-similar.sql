-- Near-duplicates: documents that share most of their words, found by signatures of their texts. See main/engine/similar.

-- Where the signature of a text begins with what another's does, the two are compared. The keys of one document, as
-- 32-bit integers behind each other: what has to leave `signature_bands` when its text changes.
CREATE TABLE signatures (
  document_n INTEGER PRIMARY KEY,
  bands      BLOB NOT NULL
) STRICT;
CREATE TABLE signature_bands (
  band       INTEGER NOT NULL,
  document_n INTEGER NOT NULL,
  PRIMARY KEY (band, document_n)
) STRICT, WITHOUT ROWID;

-- Pairs of near-duplicates, each both ways round.
CREATE TABLE similar (
  document_n INTEGER NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  other_n    INTEGER NOT NULL REFERENCES documents (n) ON DELETE CASCADE,
  -- Jaccard's index of the shingles of both, 0 to 1.
  similarity REAL NOT NULL,
  PRIMARY KEY (document_n, other_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX similar_by_other ON similar (other_n);

-- Documents whose text came, changed or went since they were last compared. Triggers fill it, whatever changed the text;
-- the engine drains it in the background.
CREATE TABLE similar_queue (
  document_n INTEGER PRIMARY KEY
) STRICT;
CREATE TRIGGER similar_bodies_made AFTER INSERT ON bodies BEGIN
  INSERT OR IGNORE INTO similar_queue SELECT n FROM documents WHERE id = new.document_id;
END;
CREATE TRIGGER similar_bodies_changed AFTER UPDATE OF text ON bodies WHEN new.text IS NOT old.text BEGIN
  INSERT OR IGNORE INTO similar_queue SELECT n FROM documents WHERE id = new.document_id;
END;
CREATE TRIGGER similar_documents_ended AFTER DELETE ON documents BEGIN
  INSERT OR IGNORE INTO similar_queue VALUES (old.n);
END;

-- Version of the analyser that the signatures are made with; with another one all documents are queued.
ALTER TABLE notebook ADD COLUMN similar_analyser INTEGER NOT NULL DEFAULT 0;
