-- Grades of sources and passages, what a file was read with, collections of documents; imported files kept once each;
-- names that are one name, searches that are kept.

-- Bytes of every imported file, once, however many documents came from it (the rows of a table, the members of an archive).
CREATE TABLE files (
  n      INTEGER PRIMARY KEY,
  -- In lower-case hexadecimal.
  sha256 TEXT NOT NULL UNIQUE,
  size   INTEGER NOT NULL,
  bytes  BLOB NOT NULL
) STRICT;
INSERT INTO files (sha256, size, bytes) SELECT sha256, size, bytes FROM originals GROUP BY sha256 ORDER BY min(n);

-- The new ones keep their row numbers: documents and versions refer to them.
CREATE TABLE originals_of_files (
  n           INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  file_n      INTEGER NOT NULL REFERENCES files (n),
  name        TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  -- Which part of the file the document is, where the file holds several: a row of a table (`row 12`). Empty: all of it.
  part        TEXT NOT NULL DEFAULT '',
  -- WHATWG name of the encoding the text was read in, and how sure that is, from 0 to 1. Null for what is not text.
  encoding    TEXT,
  confidence  REAL,
  -- Version of the program that read it.
  importer    TEXT NOT NULL DEFAULT '',
  -- What the analyst should know of the reading, a sentence a line.
  notices     TEXT NOT NULL DEFAULT '',
  UNIQUE (document_id, file_n, part)
) STRICT;
INSERT INTO originals_of_files (n, document_id, file_n, name, media_type, imported_at)
  SELECT o.n, o.document_id, f.n, o.name, o.media_type, o.imported_at FROM originals o JOIN files f ON f.sha256 = o.sha256;
DROP TABLE originals;
ALTER TABLE originals_of_files RENAME TO originals;
CREATE INDEX originals_by_file ON originals (file_n);

-- Admiralty scale of information, 1 confirmed … 6 cannot be judged: what a passage of this source has unless it has its own.
ALTER TABLE sources ADD COLUMN credibility INTEGER CHECK (credibility BETWEEN 1 AND 6);

ALTER TABLE passages ADD COLUMN credibility INTEGER CHECK (credibility BETWEEN 1 AND 6);
-- When what the passage reports happened: a date, month, season, year or range in EDTF (ISO 8601-2, level 1).
ALTER TABLE passages ADD COLUMN event TEXT;
-- Its first and last day, YYYY-MM-DD.
ALTER TABLE passages ADD COLUMN event_from TEXT;
ALTER TABLE passages ADD COLUMN event_to TEXT;
-- Where in the original it stands: a page, a time. Empty where the original has no such places.
ALTER TABLE passages ADD COLUMN locator TEXT NOT NULL DEFAULT '';
CREATE INDEX passages_by_event ON passages (event_from) WHERE event_from IS NOT NULL;

CREATE TABLE collections (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  parent_id  TEXT REFERENCES collections (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  position   INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX collections_by_parent ON collections (parent_id);

CREATE TABLE collected (
  n             INTEGER PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  document_id   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  UNIQUE (collection_id, document_id)
) STRICT;
CREATE INDEX collected_by_document ON collected (document_id);

-- Version of the analyser that the full-text index is made with; another one has the index made anew.
ALTER TABLE notebook ADD COLUMN analyser INTEGER NOT NULL DEFAULT 1;
-- Rows that are still indexed by an older analyser, while the index is made anew in the background.
CREATE TABLE index_stale (
  noun TEXT NOT NULL CHECK (noun IN ('document', 'passage', 'note')),
  n    INTEGER NOT NULL,
  PRIMARY KEY (noun, n)
) STRICT, WITHOUT ROWID;

-- Few authors and publishers, many documents: a search by them reads the few.
CREATE INDEX sources_by_author ON sources (author);
CREATE INDEX sources_by_publisher ON sources (publisher);
CREATE INDEX documents_by_language ON documents (language);
CREATE INDEX documents_in_bin ON documents (n) WHERE deleted_at IS NOT NULL;

-- Names of one person, place or thing, in any script: a search for one finds them all.
CREATE TABLE alias_groups (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE aliases (
  n        INTEGER PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES alias_groups (id) ON DELETE CASCADE,
  name     TEXT NOT NULL,
  UNIQUE (group_id, name)
) STRICT;

-- A search kept by name, as it was typed.
CREATE TABLE searches (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  text       TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- What was searched for, newest last.
CREATE TABLE searched (
  text        TEXT PRIMARY KEY,
  searched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
