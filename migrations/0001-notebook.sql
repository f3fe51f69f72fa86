-- The first notebook. Ids are UUIDv7 text, minted by the engine; `n` is SQLite's own row number, which the
-- full-text tables refer to. Times are ISO 8601 in UTC. Offsets are UTF-16 code units, half-open.

CREATE TABLE analysts (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE notebook (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  id         TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Who is at work: tags and writes from now on.
  analyst_id TEXT NOT NULL REFERENCES analysts (id)
) STRICT;

CREATE TABLE documents (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  title      TEXT NOT NULL,
  language   TEXT NOT NULL,
  words      INTEGER NOT NULL,
  revision   INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- Set while it lies in the bin.
  deleted_at TEXT
) STRICT;

-- Apart from documents, so that a list of documents reads no text.
CREATE TABLE bodies (
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  -- Lexical editor state as JSON.
  state       TEXT NOT NULL,
  -- Derived from the state by anchoring/text.ts; what every offset counts.
  text        TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  author      TEXT NOT NULL DEFAULT '',
  publisher   TEXT NOT NULL DEFAULT '',
  url         TEXT NOT NULL DEFAULT '',
  -- Known to the day, month or year: 2024-05-12, 2024-05, 2024.
  published   TEXT,
  accessed    TEXT,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'))
) STRICT;

-- The imported file, byte for byte.
CREATE TABLE originals (
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  size        INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  bytes       BLOB NOT NULL
) STRICT;
CREATE INDEX originals_by_sha256 ON originals (sha256);

CREATE TABLE spheres (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  parent_id   TEXT REFERENCES spheres (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  color       TEXT NOT NULL,
  underline   TEXT NOT NULL CHECK (underline IN ('solid', 'dashed', 'dotted', 'double', 'wavy')),
  -- The digit that tags with it.
  key         TEXT,
  position    INTEGER NOT NULL,
  created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX spheres_by_parent ON spheres (parent_id);

CREATE TABLE passages (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  quote       TEXT NOT NULL,
  prefix      TEXT NOT NULL,
  suffix      TEXT NOT NULL,
  -- JSON array of [start, end]; empty when detached.
  segments    TEXT NOT NULL,
  -- The last known ones when detached.
  start       INTEGER NOT NULL,
  "end"       INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('anchored', 'detached')),
  analyst_id  TEXT NOT NULL REFERENCES analysts (id),
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_document ON passages (document_id, start);

CREATE TABLE taggings (
  n          INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  passage_id TEXT NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
  sphere_id  TEXT NOT NULL REFERENCES spheres (id) ON DELETE CASCADE,
  analyst_id TEXT NOT NULL REFERENCES analysts (id),
  created_at TEXT NOT NULL,
  UNIQUE (passage_id, sphere_id)
) STRICT;
CREATE INDEX taggings_by_sphere ON taggings (sphere_id);

-- One note a target; exactly one target, or none for the notebook's own.
CREATE TABLE notes (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  passage_id  TEXT UNIQUE REFERENCES passages (id) ON DELETE CASCADE,
  document_id TEXT UNIQUE REFERENCES documents (id) ON DELETE CASCADE,
  sphere_id   TEXT UNIQUE REFERENCES spheres (id) ON DELETE CASCADE,
  body        TEXT NOT NULL,
  analyst_id  TEXT NOT NULL REFERENCES analysts (id),
  created_at  TEXT NOT NULL,
  updated_at  TEXT NOT NULL,
  CHECK ((passage_id IS NOT NULL) + (document_id IS NOT NULL) + (sphere_id IS NOT NULL) <= 1)
) STRICT;
CREATE UNIQUE INDEX notes_on_notebook ON notes ((1))
  WHERE passage_id IS NULL AND document_id IS NULL AND sphere_id IS NULL;

-- Full text: contentless, fed with the analyser's forms; rowid is the noun's n. See main/engine/search. The exact forms
-- and the stems of a text stand at the same positions, in columns apart. The forms hold no ASCII but letters and digits,
-- so that the ascii tokenizer does nothing but split at the blanks between them.
CREATE VIRTUAL TABLE document_index USING fts5 (title, body, title_stems, body_stems, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE passage_index USING fts5 (body, body_stems, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE note_index USING fts5 (body, body_stems, content = '', contentless_delete = 1, tokenize = 'ascii');

-- What the index has yet to take in. Triggers fill it, whatever changed the row (a save, an undo, a cascade); the
-- engine drains it at the end of the same transaction.
CREATE TABLE index_queue (
  noun TEXT NOT NULL CHECK (noun IN ('document', 'passage', 'note')),
  n    INTEGER NOT NULL,
  PRIMARY KEY (noun, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER documents_made AFTER INSERT ON documents BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('document', new.n);
END;
CREATE TRIGGER documents_renamed AFTER UPDATE OF title, language ON documents BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('document', new.n);
END;
-- What stands in a document is stemmed by the document's language.
CREATE TRIGGER documents_language_changed AFTER UPDATE OF language ON documents WHEN new.language IS NOT old.language BEGIN
  INSERT OR IGNORE INTO index_queue SELECT 'passage', n FROM passages WHERE document_id = new.id;
  INSERT OR IGNORE INTO index_queue SELECT 'note', n FROM notes
    WHERE document_id = new.id OR passage_id IN (SELECT id FROM passages WHERE document_id = new.id);
END;
CREATE TRIGGER documents_ended AFTER DELETE ON documents BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('document', old.n);
END;
CREATE TRIGGER bodies_made AFTER INSERT ON bodies BEGIN
  INSERT OR IGNORE INTO index_queue SELECT 'document', n FROM documents WHERE id = new.document_id;
END;
CREATE TRIGGER bodies_changed AFTER UPDATE OF text ON bodies WHEN new.text IS NOT old.text BEGIN
  INSERT OR IGNORE INTO index_queue SELECT 'document', n FROM documents WHERE id = new.document_id;
END;
CREATE TRIGGER passages_made AFTER INSERT ON passages BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('passage', new.n);
END;
CREATE TRIGGER passages_changed AFTER UPDATE OF quote ON passages WHEN new.quote IS NOT old.quote BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('passage', new.n);
END;
CREATE TRIGGER passages_ended AFTER DELETE ON passages BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('passage', old.n);
END;
CREATE TRIGGER notes_made AFTER INSERT ON notes BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('note', new.n);
END;
CREATE TRIGGER notes_changed AFTER UPDATE OF body ON notes WHEN new.body IS NOT old.body BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('note', new.n);
END;
CREATE TRIGGER notes_ended AFTER DELETE ON notes BEGIN
  INSERT OR IGNORE INTO index_queue VALUES ('note', old.n);
END;
