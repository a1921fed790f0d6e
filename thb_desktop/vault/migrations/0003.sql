-- The third schema: the record in full, language work beside the record, and assignments.

-- The record in full.

-- Persons without papers.

-- Language work: jobs, versions of renderings, anchors, annotations, glossary.

-- Assignments: stores of their own for interpreters and translators, and what came back.

-- The live desk: the time of a turn, and what could be seen beside the words.

ALTER TABLE segment ADD COLUMN at TEXT DEFAULT NULL;
ALTER TABLE segment ADD COLUMN conduct TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conduct));
