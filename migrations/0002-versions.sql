-- Versions of documents, and more than one original for each: a text that replaces another brings its own file.

-- Until now keyed by its document. Its document's present one is documents.original_n; the others are those of versions.
CREATE TABLE originals_kept (
  n           INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  size        INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  bytes       BLOB NOT NULL,
  UNIQUE (document_id, sha256)
) STRICT;
INSERT INTO originals_kept (document_id, name, media_type, sha256, size, imported_at, bytes)
  SELECT document_id, name, media_type, sha256, size, imported_at, bytes FROM originals ORDER BY imported_at, document_id;
DROP TABLE originals;
ALTER TABLE originals_kept RENAME TO originals;
CREATE INDEX originals_by_sha256 ON originals (sha256);

-- Null for a document that was written or pasted here.
ALTER TABLE documents ADD COLUMN original_n INTEGER REFERENCES originals (n);
UPDATE documents SET original_n = (SELECT o.n FROM originals o WHERE o.document_id = documents.id);

-- What a document was. Its passages then are the marks of its state; what spheres they were in is not part of it.
CREATE TABLE versions (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  -- Automatic ones are thinned with time; the others are kept.
  kind        TEXT NOT NULL CHECK (kind IN ('automatic', 'named', 'before-update', 'before-restore')),
  -- Empty unless it is named.
  name        TEXT NOT NULL,
  -- When the document was last so.
  made_at     TEXT NOT NULL,
  -- Who was at work then.
  analyst_id  TEXT NOT NULL REFERENCES analysts (id),
  revision    INTEGER NOT NULL,
  words       INTEGER NOT NULL,
  -- Passages that stood in its text.
  passages    INTEGER NOT NULL,
  original_n  INTEGER REFERENCES originals (n),
  -- Of the state's JSON in UTF-8, before it was compressed.
  sha256      TEXT NOT NULL,
  -- Bytes of the state as it lies here.
  size        INTEGER NOT NULL,
  -- Lexical editor state as JSON, compressed with Brotli.
  state       BLOB NOT NULL
) STRICT;
CREATE INDEX versions_by_document ON versions (document_id, made_at);
CREATE INDEX automatic_versions ON versions (made_at, size) WHERE kind = 'automatic';

-- Bytes that the automatic versions of the whole notebook may take; above it the oldest go.
ALTER TABLE notebook ADD COLUMN versions_limit INTEGER NOT NULL DEFAULT 200000000;
