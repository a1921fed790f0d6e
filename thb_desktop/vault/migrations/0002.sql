-- The second schema. What a migration cannot say in SQL is filled when it is applied (vault/schema.py).

-- The index of the events: which entries tell the state of which row. It is filled from the stored events. Each head has
-- the sum of the index at its size; it is empty in heads from before.

CREATE TABLE told_row (
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    PRIMARY KEY (entity, key, seq)
) STRICT, WITHOUT ROWID;
ALTER TABLE chain_head ADD COLUMN told_sum TEXT NOT NULL DEFAULT '';

-- Lists and single acts at any size: each look-up that the program makes has an index.

CREATE INDEX proceeding_of_case ON proceeding (case_id);
CREATE INDEX authority_of_case ON authority (case_id);
CREATE INDEX official_of_case ON official (case_id);
CREATE INDEX interpreter_of_case ON interpreter (case_id);
CREATE INDEX person_of_case ON person (case_id);
CREATE INDEX person_role_of_case ON person_role (case_id);
CREATE INDEX case_object_of_case ON case_object (case_id);
CREATE INDEX instrument_of_case ON instrument (case_id);
CREATE INDEX account_of_case ON account (case_id);
CREATE INDEX correction_of_case ON correction (case_id);
CREATE INDEX sealed_identity_of_case ON sealed_identity (case_id);
CREATE INDEX sealed_item_of_compartment ON sealed_item (compartment);
CREATE INDEX interview_supplementing ON interview (supplements_id) WHERE supplements_id IS NOT NULL;
CREATE INDEX interview_rectifying ON interview (rectifies_id) WHERE rectifies_id IS NOT NULL;
CREATE INDEX caution_of_record ON caution (interview_id);
CREATE INDEX custody_event_of_action ON custody_event (action, exhibit_id);

-- Counted and ordered beside the rows, outside the chain: triggers keep what a list shows without reading all rows. The
-- checks compute these tables from the rows (vault/tables/beside.py).

CREATE TABLE case_tally (
    case_id TEXT PRIMARY KEY,
    exhibits INTEGER NOT NULL CHECK (exhibits > 0),
    events INTEGER NOT NULL DEFAULT 0 CHECK (events >= 0),
    size INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE interview_tally (
    interview_id TEXT PRIMARY KEY,
    segments INTEGER NOT NULL CHECK (segments > 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE interview_language (
    interview_id TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (interview_id, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE file_tally (
    exhibit_id TEXT PRIMARY KEY,
    files INTEGER NOT NULL CHECK (files > 0),
    size INTEGER NOT NULL CHECK (size >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE exhibit_order (
    case_id TEXT NOT NULL,
    place TEXT NOT NULL,
    number TEXT NOT NULL,
    exhibit_id TEXT NOT NULL UNIQUE,
    PRIMARY KEY (case_id, place, number)
) STRICT, WITHOUT ROWID;

-- `place` is the number of an exhibit with each group of digits after a sign below every other and after its count of digits
-- without leading zeros (four digits), so that E-2 comes before E-10 in the order of bytes.
CREATE VIEW exhibit_place AS
SELECT exhibit.id AS exhibit_id, exhibit.case_id AS case_id, exhibit.number AS number, (
    WITH RECURSIVE walk (done, digits, rest) AS (
        SELECT '', '', exhibit.number
        UNION ALL
        SELECT iif(substr(rest, 1, 1) GLOB '[0-9]', done,
                done || iif(digits = '', '', char(1) || printf('%04d', length(ltrim(digits, '0'))) || ltrim(digits, '0'))
                || substr(rest, 1, 1)),
            iif(substr(rest, 1, 1) GLOB '[0-9]', digits || substr(rest, 1, 1), ''),
            substr(rest, 2)
        FROM walk WHERE rest <> '')
    SELECT done || iif(digits = '', '', char(1) || printf('%04d', length(ltrim(digits, '0'))) || ltrim(digits, '0'))
    FROM walk WHERE rest = '') AS place
FROM exhibit;

INSERT INTO case_tally (case_id, exhibits, events, size)
SELECT case_id, count(*),
    sum((SELECT count(*) FROM custody_event WHERE exhibit_id = exhibit.id)),
    sum((SELECT coalesce(sum(size), 0) FROM exhibit_file WHERE exhibit_id = exhibit.id))
FROM exhibit GROUP BY case_id;
INSERT INTO interview_tally (interview_id, segments) SELECT interview_id, count(*) FROM segment GROUP BY interview_id;
INSERT INTO interview_language (interview_id, language)
SELECT DISTINCT segment.interview_id, rendering.language
FROM rendering JOIN segment ON segment.id = rendering.segment_id;
INSERT INTO file_tally (exhibit_id, files, size)
SELECT exhibit_id, count(*), sum(size) FROM exhibit_file GROUP BY exhibit_id;
INSERT INTO exhibit_order (case_id, place, number, exhibit_id)
SELECT case_id, place, number, exhibit_id FROM exhibit_place;

CREATE TRIGGER exhibit_is_counted AFTER INSERT ON exhibit BEGIN
    INSERT INTO case_tally (case_id, exhibits) VALUES (NEW.case_id, 1)
    ON CONFLICT (case_id) DO UPDATE SET exhibits = exhibits + 1;
    INSERT INTO exhibit_order (case_id, place, number, exhibit_id)
    SELECT case_id, place, number, exhibit_id FROM exhibit_place WHERE exhibit_id = NEW.id;
END;
CREATE TRIGGER exhibit_is_placed_again AFTER UPDATE OF number ON exhibit WHEN OLD.number <> NEW.number BEGIN
    DELETE FROM exhibit_order WHERE exhibit_id = NEW.id;
    INSERT INTO exhibit_order (case_id, place, number, exhibit_id)
    SELECT case_id, place, number, exhibit_id FROM exhibit_place WHERE exhibit_id = NEW.id;
END;
CREATE TRIGGER custody_event_is_counted AFTER INSERT ON custody_event BEGIN
    UPDATE case_tally SET events = events + 1
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER exhibit_file_is_counted AFTER INSERT ON exhibit_file BEGIN
    INSERT INTO file_tally (exhibit_id, files, size) VALUES (NEW.exhibit_id, 1, NEW.size)
    ON CONFLICT (exhibit_id) DO UPDATE SET files = files + 1, size = size + NEW.size;
    UPDATE case_tally SET size = size + NEW.size
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER segment_is_counted AFTER INSERT ON segment BEGIN
    INSERT INTO interview_tally (interview_id, segments) VALUES (NEW.interview_id, 1)
    ON CONFLICT (interview_id) DO UPDATE SET segments = segments + 1;
END;
CREATE TRIGGER rendering_is_counted AFTER INSERT ON rendering BEGIN
    INSERT INTO interview_language (interview_id, language)
    SELECT interview_id, NEW.language FROM segment WHERE id = NEW.segment_id
    ON CONFLICT (interview_id, language) DO NOTHING;
END;

-- Inner nodes of the tree over the event chain (RFC 9162): the roots of its complete subtrees of two leaves and more, in the
-- order in which the entries complete them. A proof is made of them and verified against the signed head.

CREATE TABLE chain_node (
    place INTEGER PRIMARY KEY CHECK (place > 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER chain_node_follows BEFORE INSERT ON chain_node
WHEN NEW.place <> (SELECT coalesce(max(place), 0) + 1 FROM chain_node)
BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_node_stays BEFORE UPDATE ON chain_node BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;
CREATE TRIGGER chain_node_is_kept BEFORE DELETE ON chain_node BEGIN SELECT RAISE(ABORT, 'chain-append-only'); END;

-- Further signing keys: the user's own key signs that they agree. Without that the key counts for nobody.

ALTER TABLE signing_identity ADD COLUMN agreed TEXT NOT NULL DEFAULT ''
    CHECK (agreed = '' OR (length(agreed) = 128 AND agreed NOT GLOB '*[^0-9a-f]*'));

-- A renewed certificate takes the place of the former one, over the same key; everything else of a user or a further key
-- stays as it was certified and agreed to.

DROP TRIGGER user_stays_as_admitted;
CREATE TRIGGER user_stays_as_admitted BEFORE UPDATE ON user
WHEN OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.role <> NEW.role OR OLD.receiving_key <> NEW.receiving_key
    OR OLD.admission <> NEW.admission OR OLD.active < NEW.active
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
DROP TRIGGER signing_identity_stays;
CREATE TRIGGER signing_identity_stays BEFORE UPDATE ON signing_identity
WHEN OLD.id <> NEW.id OR OLD.user_id <> NEW.user_id OR OLD.kind <> NEW.kind OR OLD.issued <> NEW.issued
    OR OLD.added_at <> NEW.added_at OR OLD.token <> NEW.token
    OR (OLD.withdrawn_at IS NOT NULL AND (OLD.withdrawn_at IS NOT NEW.withdrawn_at
        OR OLD.withdrawn_because <> NEW.withdrawn_because))
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;

-- Who holds the key of a compartment: one row a holder and version, signed by the user who gave the key. Rows are only
-- added: whoever leaves is no holder of the next version.

CREATE TABLE compartment_grant (
    compartment TEXT NOT NULL REFERENCES code_compartment (code),
    version INTEGER NOT NULL CHECK (version > 0),
    user_id TEXT NOT NULL REFERENCES user (id),
    receiving_digest TEXT NOT NULL CHECK (length(receiving_digest) = 64 AND receiving_digest NOT GLOB '*[^0-9a-f]*'),
    wrapped TEXT NOT NULL CHECK (wrapped <> ''),
    granted_by TEXT NOT NULL REFERENCES user (id),
    granted_at TEXT NOT NULL,
    entry INTEGER NOT NULL CHECK (entry > 0),
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    PRIMARY KEY (compartment, version, user_id)
) STRICT;
CREATE TRIGGER compartment_grant_stays BEFORE UPDATE ON compartment_grant
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER compartment_grant_is_kept BEFORE DELETE ON compartment_grant BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_grant_is_not_replaced BEFORE INSERT ON compartment_grant
WHEN EXISTS (SELECT 1 FROM compartment_grant
    WHERE compartment = NEW.compartment AND version = NEW.version AND user_id = NEW.user_id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- The rows before took no signature. A holder reads them once, signs who holds the key, and removes them.

CREATE TRIGGER compartment_key_has_ended BEFORE INSERT ON compartment_key BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_key_stays BEFORE UPDATE ON compartment_key BEGIN SELECT RAISE(ABORT, 'kept'); END;
