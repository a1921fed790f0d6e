-- The third schema: the record in full, language work beside the record, and assignments.

-- The record in full.

-- Persons without papers.

-- Language work: jobs, versions of renderings, anchors, annotations, glossary.

-- Assignments: stores of their own for interpreters and translators, and what came back.

-- The live desk.

ALTER TABLE segment ADD COLUMN at TEXT DEFAULT NULL;
