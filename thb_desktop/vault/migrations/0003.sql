-- The third schema: the record in full, language work beside the record, and assignments.

-- The record in full.

-- Persons without papers.

-- Language work: jobs, versions of renderings, anchors, annotations, glossary.

-- Assignments: stores of their own for interpreters and translators, and what came back.

ALTER TABLE office ADD COLUMN assignment TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN home TEXT NOT NULL DEFAULT '';

CREATE TABLE assignment (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    interview_id TEXT NOT NULL REFERENCES interview (id),
    job_id TEXT NOT NULL REFERENCES language_job (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    assigned_by TEXT NOT NULL REFERENCES user (id),
    assigned_at TEXT NOT NULL,
    place TEXT NOT NULL UNIQUE CHECK (length(place) = 32 AND place NOT GLOB '*[^0-9a-f]*'),
    store_id TEXT NOT NULL UNIQUE,
    root_digest TEXT NOT NULL CHECK (length(root_digest) = 64 AND root_digest NOT GLOB '*[^0-9a-f]*'),
    head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*'),
    due_on TEXT DEFAULT NULL CHECK (due_on GLOB '????-??-??'),
    note TEXT NOT NULL DEFAULT '',
    closed_at TEXT DEFAULT NULL,
    closed_because TEXT NOT NULL DEFAULT '',
    kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
    CHECK ((closed_at IS NULL) = (closed_because = '')),
    CHECK (closed_at IS NOT NULL OR kept = 0)
) STRICT;
CREATE INDEX assignment_of_case ON assignment (case_id);
CREATE INDEX assignment_of_job ON assignment (job_id);
CREATE TRIGGER assignment_names_its_own_case BEFORE INSERT ON assignment
WHEN NOT EXISTS (SELECT 1 FROM language_job WHERE id = NEW.job_id
        AND case_id = NEW.case_id AND interview_id = NEW.interview_id)
    OR NOT EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id
        AND case_id = NEW.case_id AND user_id = NEW.user_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER assignment_names_what_stands BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER assignment_begins_open BEFORE INSERT ON assignment
WHEN NEW.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER assignment_stays BEFORE UPDATE ON assignment
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.interview_id <> NEW.interview_id
    OR OLD.interpreter_id <> NEW.interpreter_id OR OLD.user_id <> NEW.user_id OR OLD.assigned_by <> NEW.assigned_by
    OR OLD.assigned_at <> NEW.assigned_at OR OLD.place <> NEW.place
    OR OLD.store_id <> NEW.store_id OR OLD.root_digest <> NEW.root_digest OR OLD.head <> NEW.head
    OR OLD.job_id <> NEW.job_id OR OLD.due_on IS NOT NEW.due_on OR OLD.note <> NEW.note
    OR OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER assignment_is_kept BEFORE DELETE ON assignment BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER assignment_is_not_replaced BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- In a store it names an assignment that is a row of the vault alone.

CREATE TABLE handback (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL CHECK (assignment_id <> ''),
    user_id TEXT NOT NULL REFERENCES user (id),
    number INTEGER NOT NULL CHECK (number > 0),
    rows TEXT NOT NULL CHECK (json_valid(rows)),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (assignment_id, number)
) STRICT;
CREATE TRIGGER handback_is_of_the_assignee BEFORE INSERT ON handback
WHEN NEW.assignment_id NOT IN (SELECT assignment FROM office)
    AND NOT EXISTS (SELECT 1 FROM assignment
        WHERE id = NEW.assignment_id AND user_id = NEW.user_id AND closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER handback_stays BEFORE UPDATE ON handback
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER handback_is_kept BEFORE DELETE ON handback BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER handback_is_not_replaced BEFORE INSERT ON handback
WHEN EXISTS (SELECT 1 FROM handback WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE assignment_return (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL REFERENCES assignment (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    handback_id TEXT NOT NULL UNIQUE REFERENCES handback (id),
    by_user TEXT NOT NULL REFERENCES user (id),
    merged_by TEXT NOT NULL REFERENCES user (id),
    merged_at TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*'),
    brought INTEGER NOT NULL CHECK (brought >= 0)
) STRICT;
CREATE INDEX assignment_return_of_assignment ON assignment_return (assignment_id, size);
CREATE TRIGGER assignment_return_is_of_the_assignee BEFORE INSERT ON assignment_return
WHEN NOT EXISTS (SELECT 1 FROM assignment JOIN handback ON handback.assignment_id = assignment.id
    WHERE assignment.id = NEW.assignment_id AND assignment.case_id = NEW.case_id AND assignment.closed_at IS NULL
    AND assignment.user_id = NEW.by_user AND handback.id = NEW.handback_id AND handback.user_id = NEW.by_user)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER assignment_return_stays BEFORE UPDATE ON assignment_return
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER assignment_return_is_kept BEFORE DELETE ON assignment_return BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER assignment_return_is_not_replaced BEFORE INSERT ON assignment_return
WHEN EXISTS (SELECT 1 FROM assignment_return WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Outside the chain, so that they can be destroyed: the office's secret of a store, and by which way an interpreter opens
-- their own key where the vault is not.

CREATE TABLE assignment_key (
    assignment_id TEXT PRIMARY KEY REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
    secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;
CREATE TABLE user_way (
    agent_id TEXT PRIMARY KEY REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    way BLOB NOT NULL
) STRICT;
