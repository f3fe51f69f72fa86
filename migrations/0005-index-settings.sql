-- How FTS5 writes the index of documents. What a transaction adds is gathered in memory, up to 16 MB where the default is 1,
-- and written as one segment: an import then writes some fifty where it wrote two hundred, each of which has to be merged
-- with others later. Eight of a size are merged, where the default is four: a third less to write again, and a search looks
-- through four more on the average.
INSERT INTO document_index (document_index, rank) VALUES ('hashsize', 16777216);
INSERT INTO document_index (document_index, rank) VALUES ('automerge', 8);
