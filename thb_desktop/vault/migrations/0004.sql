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

-- What a note tells beside its text, as its code asks. It is part of what is signed, where it is there.

ALTER TABLE annotation ADD COLUMN details TEXT DEFAULT NULL CHECK (details IS NULL OR json_valid(details));
CREATE TRIGGER annotation_details_stay BEFORE UPDATE ON annotation WHEN OLD.details IS NOT NEW.details
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;

-- The file of a statement made elsewhere, which a job on its copy and the certificate name.

ALTER TABLE language_job ADD COLUMN source_sha256 TEXT NOT NULL DEFAULT ''
    CHECK (source_sha256 = '' OR (length(source_sha256) = 64 AND source_sha256 NOT GLOB '*[^0-9a-f]*'));
ALTER TABLE language_job ADD COLUMN source_pages INTEGER NOT NULL DEFAULT 0
    CHECK ((source_pages > 0) = (source_sha256 <> ''));
CREATE TRIGGER language_job_keeps_its_file BEFORE UPDATE ON language_job
WHEN OLD.source_sha256 <> NEW.source_sha256 OR OLD.source_pages <> NEW.source_pages
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
ALTER TABLE language_certificate ADD COLUMN source_sha256 TEXT NOT NULL DEFAULT ''
    CHECK (source_sha256 = '' OR (length(source_sha256) = 64 AND source_sha256 NOT GLOB '*[^0-9a-f]*'));
ALTER TABLE language_certificate ADD COLUMN source_pages INTEGER NOT NULL DEFAULT 0
    CHECK ((source_pages > 0) = (source_sha256 <> ''));

-- That an individual assessment of the needs of the person was made; its content lies sealed, and in no record.

ALTER TABLE interview ADD COLUMN assessment_made INTEGER DEFAULT NULL CHECK (assessment_made IN (0, 1));

-- Offices abroad: the roots whose packages count, each compared with the fingerprint that the office told.

CREATE TABLE foreign_office (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    country TEXT NOT NULL CHECK (length(country) = 2 AND country NOT GLOB '*[^A-Z]*'),
    root TEXT NOT NULL CHECK (root <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    told TEXT NOT NULL CHECK (trim(told) <> ''),
    added_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = ''))
) STRICT;
CREATE UNIQUE INDEX foreign_office_stands_once ON foreign_office (sha256) WHERE withdrawn_at IS NULL;
CREATE TRIGGER foreign_office_stays BEFORE UPDATE ON foreign_office
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.country <> NEW.country
    OR OLD.root <> NEW.root OR OLD.sha256 <> NEW.sha256 OR OLD.told <> NEW.told OR OLD.added_by <> NEW.added_by
    OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER foreign_office_is_kept BEFORE DELETE ON foreign_office BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER foreign_office_is_not_replaced BEFORE INSERT ON foreign_office
WHEN EXISTS (SELECT 1 FROM foreign_office WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What came from them, once each, and what became of each exhibit in it.

CREATE TABLE received_package (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    office_id TEXT NOT NULL REFERENCES foreign_office (id),
    exhibit_id TEXT NOT NULL UNIQUE REFERENCES exhibit (id),
    foreign_id TEXT NOT NULL UNIQUE CHECK (foreign_id <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    made_at TEXT NOT NULL,
    bundle TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    sheet TEXT NOT NULL CHECK (length(sheet) = 64 AND sheet NOT GLOB '*[^0-9a-f]*'),
    head_size INTEGER NOT NULL CHECK (head_size > 0),
    head_root TEXT NOT NULL CHECK (length(head_root) = 64 AND head_root NOT GLOB '*[^0-9a-f]*'),
    head_at TEXT NOT NULL,
    received_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    opened_with TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX received_package_of_case ON received_package (case_id);
CREATE TRIGGER received_package_is_of_its_case BEFORE INSERT ON received_package
WHEN (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER received_package_stays BEFORE UPDATE ON received_package BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER received_package_is_kept BEFORE DELETE ON received_package BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_package_is_not_replaced BEFORE INSERT ON received_package
WHEN EXISTS (SELECT 1 FROM received_package WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE received_item (
    id TEXT PRIMARY KEY,
    received_id TEXT NOT NULL REFERENCES received_package (id),
    exhibit_id TEXT UNIQUE REFERENCES exhibit (id),
    foreign_id TEXT NOT NULL CHECK (foreign_id <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    files INTEGER NOT NULL CHECK (files >= 0),
    refused_because TEXT NOT NULL DEFAULT '',
    CHECK ((exhibit_id IS NULL) <> (trim(refused_because) = '')),
    UNIQUE (received_id, foreign_id)
) STRICT;
CREATE TRIGGER received_item_is_of_its_package BEFORE INSERT ON received_item
WHEN NEW.exhibit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exhibit JOIN received_package
    ON received_package.id = NEW.received_id
    WHERE exhibit.id = NEW.exhibit_id AND exhibit.parent_id = received_package.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER received_item_stays BEFORE UPDATE ON received_item BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER received_item_is_kept BEFORE DELETE ON received_item BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_item_is_not_replaced BEFORE INSERT ON received_item
WHEN EXISTS (SELECT 1 FROM received_item WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Versions for a recipient: what of a case goes to whom, on which ground, and what is masked in it.

CREATE TABLE code_redaction_reason (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_redaction_reason_stays BEFORE UPDATE ON code_redaction_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_redaction_reason_is_kept BEFORE DELETE ON code_redaction_reason BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE disclosure (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
    purpose TEXT NOT NULL CHECK (trim(purpose) <> ''),
    drawn_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    basis TEXT NOT NULL DEFAULT '',
    interview_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(interview_ids)),
    exhibit_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exhibit_ids)),
    person_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(person_ids)),
    since TEXT DEFAULT NULL,
    until TEXT DEFAULT NULL,
    territory TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number),
    CHECK (instrument_id IS NOT NULL OR trim(basis) <> '')
) STRICT;
CREATE TRIGGER disclosure_is_of_its_case BEFORE INSERT ON disclosure
WHEN NEW.instrument_id IS NOT NULL AND (SELECT case_id FROM instrument WHERE id = NEW.instrument_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER disclosure_stays BEFORE UPDATE ON disclosure BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER disclosure_is_kept BEFORE DELETE ON disclosure BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER disclosure_is_not_replaced BEFORE INSERT ON disclosure
WHEN EXISTS (SELECT 1 FROM disclosure WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE redaction (
    id TEXT PRIMARY KEY,
    disclosure_id TEXT NOT NULL REFERENCES disclosure (id),
    entity TEXT NOT NULL CHECK (entity <> ''),
    field TEXT NOT NULL CHECK (field <> ''),
    anchors TEXT NOT NULL CHECK (json_valid(anchors) AND json_array_length(anchors) = 1),
    reason TEXT NOT NULL REFERENCES code_redaction_reason (code),
    ordered_by TEXT NOT NULL CHECK (trim(ordered_by) <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdraws_id TEXT DEFAULT NULL REFERENCES redaction (id),
    because TEXT NOT NULL DEFAULT '',
    CHECK ((withdraws_id IS NULL) = (trim(because) = ''))
) STRICT;
CREATE INDEX redaction_of_disclosure ON redaction (disclosure_id);
CREATE UNIQUE INDEX redaction_is_withdrawn_once ON redaction (withdraws_id) WHERE withdraws_id IS NOT NULL;
CREATE TRIGGER redaction_withdraws_one_of_its_version BEFORE INSERT ON redaction
WHEN NEW.withdraws_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM redaction WHERE id = NEW.withdraws_id
    AND disclosure_id = NEW.disclosure_id AND entity = NEW.entity AND field = NEW.field
    AND anchors = NEW.anchors AND withdraws_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER redaction_stays BEFORE UPDATE ON redaction BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER redaction_is_kept BEFORE DELETE ON redaction BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER redaction_is_not_replaced BEFORE INSERT ON redaction
WHEN EXISTS (SELECT 1 FROM redaction WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- From which version a bundle was printed; the whole of what was chosen if it is none.

ALTER TABLE bundle ADD COLUMN disclosure_id TEXT DEFAULT NULL REFERENCES disclosure (id);

-- After how many minutes without a break the office warns (V-I-10); none: as the program does.

ALTER TABLE office ADD COLUMN longest_minutes INTEGER DEFAULT NULL CHECK (longest_minutes BETWEEN 10 AND 480);
ALTER TABLE office ADD COLUMN longest_minutes_child INTEGER DEFAULT NULL CHECK (longest_minutes_child BETWEEN 10 AND 480);
