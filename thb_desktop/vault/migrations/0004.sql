-- The fourth schema. From here on each entry of a case is told for documents by an event of its own (ENTRY_TOLD).

-- What a person present is beyond their role, or instead of one.

ALTER TABLE presence ADD COLUMN function TEXT NOT NULL DEFAULT '';

-- When it is to be reviewed whether the data of a case are still kept.

ALTER TABLE case_file ADD COLUMN review_on TEXT DEFAULT NULL;

-- Claims of birth that stand, by case, date and person: who may be a child is found without reading the claims.

CREATE INDEX person_claim_of_birth ON person_claim (case_id, born, person_id) WHERE kind = 'BIRTH' AND struck = '';

-- Links between records of persons, from the record that is kept: all records of one person are found from any.

CREATE INDEX person_link_of_kept ON person_link (kept_id);

-- For whom packages are closed: certificates, each compared with the fingerprint that its holder told.

CREATE TABLE code_recipient_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_recipient_kind_stays BEFORE UPDATE ON code_recipient_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_recipient_kind_is_kept BEFORE DELETE ON code_recipient_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_bar_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_bar_kind_stays BEFORE UPDATE ON code_bar_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_bar_kind_is_kept BEFORE DELETE ON code_bar_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE recipient (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL REFERENCES code_recipient_kind (code),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    certificate TEXT NOT NULL CHECK (certificate <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    told TEXT NOT NULL CHECK (trim(told) <> ''),
    added_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = ''))
) STRICT;
CREATE TRIGGER recipient_stays BEFORE UPDATE ON recipient
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.kind <> NEW.kind OR OLD.name <> NEW.name
    OR OLD.certificate <> NEW.certificate OR OLD.sha256 <> NEW.sha256 OR OLD.told <> NEW.told
    OR OLD.added_by <> NEW.added_by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER recipient_is_kept BEFORE DELETE ON recipient BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recipient_is_not_replaced BEFORE INSERT ON recipient
WHEN EXISTS (SELECT 1 FROM recipient WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What left of a bundle, with which files of its exhibits, and for whom it was closed.

CREATE TABLE package (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    number TEXT NOT NULL CHECK (number <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sheet TEXT NOT NULL CHECK (length(sheet) = 64 AND sheet NOT GLOB '*[^0-9a-f]*'),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    volumes INTEGER NOT NULL CHECK (volumes > 0),
    listed TEXT NOT NULL CHECK (length(listed) = 64 AND listed NOT GLOB '*[^0-9a-f]*'),
    with_words INTEGER NOT NULL CHECK (with_words IN (0, 1)),
    recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
    files TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(files)),
    identities_because TEXT NOT NULL DEFAULT '',
    unsearched_because TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number)
) STRICT;
CREATE TRIGGER package_is_of_its_case BEFORE INSERT ON package
WHEN (SELECT case_id FROM bundle WHERE id = NEW.bundle_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER package_stays BEFORE UPDATE ON package BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER package_is_kept BEFORE DELETE ON package BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER package_is_not_replaced BEFORE INSERT ON package
WHEN EXISTS (SELECT 1 FROM package WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What must not leave the office. Abuse material never does.

CREATE TABLE leaving_bar (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    kind TEXT NOT NULL REFERENCES code_bar_kind (code),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    lifts_id TEXT DEFAULT NULL REFERENCES leaving_bar (id)
) STRICT;
CREATE INDEX leaving_bar_of_exhibit ON leaving_bar (exhibit_id);
CREATE UNIQUE INDEX leaving_bar_is_lifted_once ON leaving_bar (lifts_id) WHERE lifts_id IS NOT NULL;
CREATE TRIGGER leaving_bar_lifts_one_of_its_exhibit BEFORE INSERT ON leaving_bar
WHEN NEW.lifts_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM leaving_bar WHERE id = NEW.lifts_id
    AND exhibit_id = NEW.exhibit_id AND kind = NEW.kind AND lifts_id IS NULL AND kind <> 'ABUSE_MATERIAL')
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER leaving_bar_stays BEFORE UPDATE ON leaving_bar BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER leaving_bar_is_kept BEFORE DELETE ON leaving_bar BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER leaving_bar_is_not_replaced BEFORE INSERT ON leaving_bar
WHEN EXISTS (SELECT 1 FROM leaving_bar WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Despite which rules an author signed versions, at which turns, and why. It is part of what is signed.

ALTER TABLE version_signature ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons));

-- Why a bundle left although it tells a sealed identity, or although something in it was not searched for them.

ALTER TABLE bundle ADD COLUMN identities_because TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN unsearched_because TEXT NOT NULL DEFAULT '';
