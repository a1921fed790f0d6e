-- The fourth schema. From here on each entry of a case is told for documents by an event of its own (ENTRY_TOLD).

-- The exhibit to which a person pointed, by its number.

ALTER TABLE segment ADD COLUMN pointed_at TEXT NOT NULL DEFAULT '';

-- What a person present is beyond their role, or instead of one.

ALTER TABLE presence ADD COLUMN function TEXT NOT NULL DEFAULT '';

-- The receiving key that the root certified, once its user replaced it by one that they made.

ALTER TABLE user ADD COLUMN first_receiving_key TEXT NOT NULL DEFAULT '';
DROP TRIGGER user_stays_as_admitted;
CREATE TRIGGER user_stays_as_admitted BEFORE UPDATE ON user
WHEN OLD.id <> NEW.id OR OLD.name <> NEW.name OR OLD.role <> NEW.role OR OLD.admission <> NEW.admission
    OR OLD.active < NEW.active
    OR (OLD.receiving_key <> NEW.receiving_key
        AND NEW.first_receiving_key <> iif(OLD.first_receiving_key = '', OLD.receiving_key, OLD.first_receiving_key))
    OR (OLD.receiving_key = NEW.receiving_key AND OLD.first_receiving_key <> NEW.first_receiving_key)
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;

-- How the certificate of a user was bound to the person, as the office states it.

CREATE TABLE code_identity_binding (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_identity_binding_stays BEFORE UPDATE ON code_identity_binding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_binding_is_kept BEFORE DELETE ON code_identity_binding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE user ADD COLUMN bound_as TEXT DEFAULT NULL REFERENCES code_identity_binding (code);
ALTER TABLE user ADD COLUMN bound_by TEXT NOT NULL DEFAULT ''
    CHECK (bound_as IS NOT 'SELF_ISSUED_VOUCHED_BY' OR trim(bound_by) <> '');
ALTER TABLE user ADD COLUMN bound_on TEXT DEFAULT NULL CHECK (bound_on GLOB '????-??-??')
    CHECK (bound_as IS NOT 'SELF_ISSUED_VOUCHED_BY' OR bound_on IS NOT NULL);
ALTER TABLE user ADD COLUMN bound_document TEXT NOT NULL DEFAULT ''
    CHECK (bound_as IS NOT 'SELF_ISSUED_VOUCHED_BY' OR trim(bound_document) <> '');

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
CREATE INDEX leaving_bar_of_kind ON leaving_bar (kind);
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

-- Orders, requests and agreements in full: both sides, what became of them, and what waits.

ALTER TABLE instrument ADD COLUMN foreign_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN basis TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN issuing_authority_id TEXT DEFAULT NULL REFERENCES authority (id);
ALTER TABLE instrument ADD COLUMN validating_authority_id TEXT DEFAULT NULL REFERENCES authority (id);
ALTER TABLE instrument ADD COLUMN executing_authority_id TEXT DEFAULT NULL REFERENCES authority (id);
ALTER TABLE instrument ADD COLUMN central_authority_id TEXT DEFAULT NULL REFERENCES authority (id);
ALTER TABLE instrument ADD COLUMN transmitted_on TEXT DEFAULT NULL CHECK (transmitted_on GLOB '????-??-??');
ALTER TABLE instrument ADD COLUMN received_on TEXT DEFAULT NULL CHECK (received_on GLOB '????-??-??');
ALTER TABLE instrument ADD COLUMN recognised_on TEXT DEFAULT NULL CHECK (recognised_on GLOB '????-??-??');
ALTER TABLE instrument ADD COLUMN due_on TEXT DEFAULT NULL CHECK (due_on GLOB '????-??-??');
CREATE TABLE code_urgency_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_urgency_ground_stays BEFORE UPDATE ON code_urgency_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_urgency_ground_is_kept BEFORE DELETE ON code_urgency_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_postponement_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_postponement_ground_stays BEFORE UPDATE ON code_postponement_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_postponement_ground_is_kept BEFORE DELETE ON code_postponement_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE instrument ADD COLUMN urgency TEXT DEFAULT NULL REFERENCES code_urgency_ground (code);
ALTER TABLE instrument ADD COLUMN territory TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN related_id TEXT DEFAULT NULL REFERENCES instrument (id);
ALTER TABLE instrument ADD COLUMN wave INTEGER DEFAULT NULL CHECK (wave > 0);
ALTER TABLE instrument ADD COLUMN extended_because TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN postponed_because TEXT DEFAULT NULL REFERENCES code_postponement_ground (code);
ALTER TABLE instrument ADD COLUMN postponed_until TEXT DEFAULT NULL CHECK (postponed_until GLOB '????-??-??');
ALTER TABLE instrument ADD COLUMN return_required INTEGER DEFAULT NULL CHECK (return_required IN (0, 1));
ALTER TABLE instrument ADD COLUMN remedy_pending INTEGER DEFAULT NULL CHECK (remedy_pending IN (0, 1));
CREATE TRIGGER instrument_names_its_own_case BEFORE INSERT ON instrument
WHEN EXISTS (SELECT 1 FROM authority WHERE case_id <> NEW.case_id AND id IN (NEW.issuing_authority_id,
        NEW.validating_authority_id, NEW.executing_authority_id, NEW.central_authority_id))
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.related_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER instrument_still_names_its_own_case BEFORE UPDATE ON instrument
WHEN EXISTS (SELECT 1 FROM authority WHERE case_id <> NEW.case_id AND id IN (NEW.issuing_authority_id,
        NEW.validating_authority_id, NEW.executing_authority_id, NEW.central_authority_id))
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.related_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

-- Under which conditions something was given: they hold for whatever was derived or translated from it.

CREATE TABLE code_condition_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_condition_kind_stays BEFORE UPDATE ON code_condition_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_condition_kind_is_kept BEFORE DELETE ON code_condition_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE use_condition (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    kind TEXT NOT NULL REFERENCES code_condition_kind (code),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    imposed_by TEXT NOT NULL CHECK (trim(imposed_by) <> ''),
    imposed_state TEXT NOT NULL,
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    basis TEXT NOT NULL DEFAULT '',
    since TEXT DEFAULT NULL CHECK (since GLOB '????-??-??'),
    until TEXT DEFAULT NULL CHECK (until GLOB '????-??-??'),
    consents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consents)),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '',
    CHECK (instrument_id IS NOT NULL OR exhibit_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX use_condition_number ON use_condition (case_id, number) WHERE struck = '';
CREATE INDEX use_condition_of_case ON use_condition (case_id);
CREATE TRIGGER use_condition_names_its_own_case BEFORE INSERT ON use_condition
WHEN EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER use_condition_still_names_its_own_case BEFORE UPDATE ON use_condition
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER use_condition_stays_struck BEFORE UPDATE ON use_condition
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER use_condition_is_kept BEFORE DELETE ON use_condition BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER use_condition_is_not_replaced BEFORE INSERT ON use_condition
WHEN EXISTS (SELECT 1 FROM use_condition WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What was sent and what arrived for an instrument: how, when, and by whom.

CREATE TABLE code_transmission_channel (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_transmission_channel_stays BEFORE UPDATE ON code_transmission_channel BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transmission_channel_is_kept BEFORE DELETE ON code_transmission_channel BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE transmission (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    channel TEXT NOT NULL REFERENCES code_transmission_channel (code),
    sent_on TEXT NOT NULL CHECK (sent_on GLOB '????-??-??'),
    incoming INTEGER CHECK (incoming IN (0, 1)),
    by TEXT NOT NULL CHECK (trim(by) <> ''),
    what TEXT NOT NULL CHECK (trim(what) <> ''),
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    receipt TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX transmission_number ON transmission (case_id, number) WHERE struck = '';
CREATE INDEX transmission_of_case ON transmission (case_id);
CREATE TRIGGER transmission_names_its_own_case BEFORE INSERT ON transmission
WHEN EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER transmission_still_names_its_own_case BEFORE UPDATE ON transmission
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER transmission_stays_struck BEFORE UPDATE ON transmission
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER transmission_is_kept BEFORE DELETE ON transmission BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER transmission_is_not_replaced BEFORE INSERT ON transmission
WHEN EXISTS (SELECT 1 FROM transmission WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Data packs of the office: they stand in place of those that come with the program, for a reason.

CREATE TABLE office_pack (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    UNIQUE (version)
) STRICT;
CREATE TRIGGER office_pack_stays BEFORE UPDATE ON office_pack BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER office_pack_is_kept BEFORE DELETE ON office_pack BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER office_pack_is_not_replaced BEFORE INSERT ON office_pack
WHEN EXISTS (SELECT 1 FROM office_pack WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- To which State a bundle went, under which instrument, and on which ground.

CREATE TABLE code_party_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_party_kind_stays BEFORE UPDATE ON code_party_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_party_kind_is_kept BEFORE DELETE ON code_party_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_transfer_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_transfer_ground_stays BEFORE UPDATE ON code_transfer_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transfer_ground_is_kept BEFORE DELETE ON code_transfer_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE bundle ADD COLUMN state TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN party TEXT DEFAULT NULL REFERENCES code_party_kind (code);
ALTER TABLE bundle ADD COLUMN instrument_id TEXT DEFAULT NULL REFERENCES instrument (id);
ALTER TABLE bundle ADD COLUMN spontaneous INTEGER NOT NULL DEFAULT 0 CHECK (spontaneous IN (0, 1));
ALTER TABLE bundle ADD COLUMN ground TEXT DEFAULT NULL REFERENCES code_transfer_ground (code);
ALTER TABLE bundle ADD COLUMN ground_because TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN competence TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN authorised TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN special INTEGER DEFAULT NULL CHECK (special IN (0, 1));
ALTER TABLE bundle ADD COLUMN special_because TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN within_limits TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN retention TEXT NOT NULL DEFAULT '';
-- An assignment on a laptop of the interpreter's own: for which certificate its return is closed, the packet in which it
-- left, what the interpreter declared before it opened, and the packets that came back.

ALTER TABLE office ADD COLUMN return_to TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN former_sources TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former_sources));
ALTER TABLE assignment ADD COLUMN travels INTEGER NOT NULL DEFAULT 0 CHECK (travels IN (0, 1));
CREATE TRIGGER assignment_travels_or_stays BEFORE UPDATE ON assignment
WHEN OLD.travels <> NEW.travels BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;

CREATE TABLE declaration (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL CHECK (assignment_id <> ''),
    user_id TEXT NOT NULL REFERENCES user (id),
    packet TEXT NOT NULL CHECK (length(packet) = 64 AND packet NOT GLOB '*[^0-9a-f]*'),
    text INTEGER NOT NULL CHECK (text > 0),
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
    no_copies INTEGER NOT NULL CHECK (no_copies IN (0, 1)),
    destroys INTEGER NOT NULL CHECK (destroys IN (0, 1)),
    at TEXT NOT NULL,
    conflicts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conflicts)),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (assignment_id)
) STRICT;
CREATE TRIGGER declaration_is_of_the_assignee BEFORE INSERT ON declaration
WHEN NEW.assignment_id NOT IN (SELECT assignment FROM office)
    AND NOT EXISTS (SELECT 1 FROM assignment
        WHERE id = NEW.assignment_id AND user_id = NEW.user_id AND closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER declaration_stays BEFORE UPDATE ON declaration BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER declaration_is_kept BEFORE DELETE ON declaration BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER declaration_is_not_replaced BEFORE INSERT ON declaration
WHEN EXISTS (SELECT 1 FROM declaration WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE packet (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL REFERENCES assignment (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    sent_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    listed TEXT NOT NULL CHECK (length(listed) = 64 AND listed NOT GLOB '*[^0-9a-f]*'),
    with_words INTEGER NOT NULL CHECK (with_words IN (0, 1)),
    recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
    UNIQUE (assignment_id)
) STRICT;
CREATE TRIGGER packet_is_of_an_open_assignment BEFORE INSERT ON packet
WHEN NOT EXISTS (SELECT 1 FROM assignment
    WHERE id = NEW.assignment_id AND case_id = NEW.case_id AND closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER packet_stays BEFORE UPDATE ON packet BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER packet_is_kept BEFORE DELETE ON packet BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER packet_is_not_replaced BEFORE INSERT ON packet
WHEN EXISTS (SELECT 1 FROM packet WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE packet_return (
    id TEXT PRIMARY KEY,
    assignment_id TEXT NOT NULL REFERENCES assignment (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    packet_id TEXT NOT NULL REFERENCES packet (id),
    by_user TEXT NOT NULL REFERENCES user (id),
    taken_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    entries INTEGER NOT NULL CHECK (entries > 1),
    head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*'),
    sheet TEXT NOT NULL CHECK (sheet <> ''),
    listed TEXT NOT NULL CHECK (listed <> ''),
    signature TEXT NOT NULL CHECK (signature <> '')
) STRICT;
CREATE INDEX packet_return_by_assignment ON packet_return (assignment_id, entries);
CREATE TRIGGER packet_return_answers_a_packet BEFORE INSERT ON packet_return
WHEN NOT EXISTS (SELECT 1 FROM packet JOIN assignment ON assignment.id = packet.assignment_id
    WHERE packet.id = NEW.packet_id AND packet.assignment_id = NEW.assignment_id AND packet.case_id = NEW.case_id
    AND assignment.user_id = NEW.by_user AND assignment.closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'assignment-closed'); END;
CREATE TRIGGER packet_return_stays BEFORE UPDATE ON packet_return BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER packet_return_is_kept BEFORE DELETE ON packet_return BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER packet_return_is_not_replaced BEFORE INSERT ON packet_return
WHEN EXISTS (SELECT 1 FROM packet_return WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
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
    formerly TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formerly)),
    CHECK (exhibit_id IS NOT NULL OR trim(refused_because) <> ''),
    UNIQUE (received_id, foreign_id)
) STRICT;
CREATE TRIGGER received_item_is_of_its_package BEFORE INSERT ON received_item
WHEN NEW.exhibit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exhibit JOIN received_package
    ON received_package.id = NEW.received_id
    WHERE exhibit.id = NEW.exhibit_id AND exhibit.parent_id = received_package.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER received_item_is_still_of_its_package BEFORE UPDATE ON received_item
WHEN NEW.exhibit_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exhibit JOIN received_package
    ON received_package.id = NEW.received_id
    WHERE exhibit.id = NEW.exhibit_id AND exhibit.parent_id = received_package.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER received_item_is_refused_or_imported BEFORE INSERT ON received_item
WHEN NEW.exhibit_id IS NOT NULL AND trim(NEW.refused_because) <> ''
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
-- What was refused can be imported once; why it was refused can be said in other words, and the former ones stay.
CREATE TRIGGER received_item_stays BEFORE UPDATE ON received_item
WHEN OLD.id <> NEW.id OR OLD.received_id <> NEW.received_id OR OLD.foreign_id <> NEW.foreign_id
    OR OLD.number <> NEW.number OR OLD.files <> NEW.files
    OR (OLD.exhibit_id IS NOT NEW.exhibit_id
        AND (OLD.exhibit_id IS NOT NULL OR OLD.refused_because <> NEW.refused_because))
    OR (OLD.refused_because = NEW.refused_because
        AND (OLD.exhibit_id IS NEW.exhibit_id OR OLD.formerly <> NEW.formerly))
    OR (OLD.refused_because <> NEW.refused_because
        AND (trim(OLD.refused_because) = '' OR trim(NEW.refused_because) = ''
            OR json_remove(NEW.formerly, '$[#-1]') <> json(OLD.formerly)
            OR json_extract(NEW.formerly, '$[#-1]') IS NOT OLD.refused_because))
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER received_item_is_kept BEFORE DELETE ON received_item BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_item_is_not_replaced BEFORE INSERT ON received_item
WHEN EXISTS (SELECT 1 FROM received_item WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Receipts: those that this office signed for what it received, and those that came back for what it sent.

CREATE TABLE written_receipt (
    id TEXT PRIMARY KEY,
    received_id TEXT NOT NULL REFERENCES received_package (id),
    remarks TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    written_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX written_receipt_of_package ON written_receipt (received_id);
CREATE TRIGGER written_receipt_stays BEFORE UPDATE ON written_receipt BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER written_receipt_is_kept BEFORE DELETE ON written_receipt BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER written_receipt_is_not_replaced BEFORE INSERT ON written_receipt
WHEN EXISTS (SELECT 1 FROM written_receipt WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE package_receipt (
    id TEXT PRIMARY KEY,
    package_id TEXT NOT NULL REFERENCES package (id),
    office_id TEXT REFERENCES foreign_office (id),
    exhibit_id TEXT REFERENCES exhibit (id),
    from_party TEXT NOT NULL CHECK (trim(from_party) <> ''),
    received_at TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    foreign_id TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    data TEXT NOT NULL DEFAULT '',
    accepted TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(accepted)),
    refused TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refused)),
    remarks TEXT NOT NULL DEFAULT '',
    head_size INTEGER NOT NULL DEFAULT 0 CHECK (head_size >= 0),
    head_root TEXT NOT NULL DEFAULT '',
    CHECK ((office_id IS NULL) <> (exhibit_id IS NULL)),
    CHECK ((office_id IS NULL) = (foreign_id = '' AND sha256 = '' AND data = '' AND head_size = 0 AND head_root = ''))
) STRICT;
CREATE UNIQUE INDEX package_receipt_comes_once ON package_receipt (foreign_id) WHERE foreign_id <> '';
CREATE INDEX package_receipt_of_package ON package_receipt (package_id);
CREATE TRIGGER package_receipt_scan_is_of_its_case BEFORE INSERT ON package_receipt
WHEN NEW.exhibit_id IS NOT NULL AND (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id)
    <> (SELECT case_id FROM package WHERE id = NEW.package_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER package_receipt_stays BEFORE UPDATE ON package_receipt BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER package_receipt_is_kept BEFORE DELETE ON package_receipt BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER package_receipt_is_not_replaced BEFORE INSERT ON package_receipt
WHEN EXISTS (SELECT 1 FROM package_receipt WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

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

-- Identity annexes: whose identities went to whom, beside which bundle. What they tell is nowhere but in its envelope.

CREATE TABLE identity_annex (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    number TEXT NOT NULL CHECK (number <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    sheet TEXT NOT NULL CHECK (length(sheet) = 64 AND sheet NOT GLOB '*[^0-9a-f]*'),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    listed TEXT NOT NULL CHECK (length(listed) = 64 AND listed NOT GLOB '*[^0-9a-f]*'),
    persons TEXT NOT NULL CHECK (json_valid(persons) AND json_array_length(persons) > 0),
    recipients TEXT NOT NULL CHECK (json_valid(recipients) AND json_array_length(recipients) > 0),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    addresses_because TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number)
) STRICT;
CREATE TRIGGER identity_annex_is_of_its_case BEFORE INSERT ON identity_annex
WHEN (SELECT case_id FROM bundle WHERE id = NEW.bundle_id) <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER identity_annex_stays BEFORE UPDATE ON identity_annex BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER identity_annex_is_kept BEFORE DELETE ON identity_annex BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER identity_annex_is_not_replaced BEFORE INSERT ON identity_annex
WHEN EXISTS (SELECT 1 FROM identity_annex WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Why a case is referred to Eurojust.

CREATE TABLE code_referral_problem (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_referral_problem_stays BEFORE UPDATE ON code_referral_problem BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_referral_problem_is_kept BEFORE DELETE ON code_referral_problem BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

-- Why a bundle left although it tells a sealed identity, or although something in it was not searched for them.

ALTER TABLE bundle ADD COLUMN identities_because TEXT NOT NULL DEFAULT '';
ALTER TABLE bundle ADD COLUMN unsearched_because TEXT NOT NULL DEFAULT '';

-- Notices to those who received something that was recalled, rectified or supplemented later.

CREATE TABLE code_notice_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_notice_kind_stays BEFORE UPDATE ON code_notice_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_notice_kind_is_kept BEFORE DELETE ON code_notice_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE code_sent_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_sent_kind_stays BEFORE UPDATE ON code_sent_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_sent_kind_is_kept BEFORE DELETE ON code_sent_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE given_notice (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL REFERENCES code_notice_kind (code),
    subject TEXT NOT NULL CHECK (subject <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    given_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    package_id TEXT DEFAULT NULL REFERENCES package (id),
    bundle_id TEXT DEFAULT NULL REFERENCES bundle (id),
    taken_id TEXT DEFAULT NULL REFERENCES taken_out (id),
    annex_id TEXT DEFAULT NULL REFERENCES identity_annex (id),
    CHECK ((package_id IS NOT NULL) + (bundle_id IS NOT NULL) + (taken_id IS NOT NULL) + (annex_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX given_notice_of_case ON given_notice (case_id);
CREATE INDEX given_notice_of_package ON given_notice (package_id) WHERE package_id IS NOT NULL;
CREATE INDEX given_notice_of_bundle ON given_notice (bundle_id) WHERE bundle_id IS NOT NULL;
CREATE INDEX given_notice_of_file ON given_notice (taken_id) WHERE taken_id IS NOT NULL;
CREATE INDEX given_notice_of_annex ON given_notice (annex_id) WHERE annex_id IS NOT NULL;
CREATE TRIGGER given_notice_stays BEFORE UPDATE ON given_notice BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER given_notice_is_kept BEFORE DELETE ON given_notice BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER given_notice_is_not_replaced BEFORE INSERT ON given_notice
WHEN EXISTS (SELECT 1 FROM given_notice WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE received_notice (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    office_id TEXT NOT NULL REFERENCES foreign_office (id),
    sent TEXT NOT NULL REFERENCES code_sent_kind (code),
    sent_number TEXT NOT NULL CHECK (sent_number <> ''),
    sent_sha256 TEXT NOT NULL CHECK (length(sent_sha256) = 64 AND sent_sha256 NOT GLOB '*[^0-9a-f]*'),
    received_id TEXT REFERENCES received_package (id),
    kind TEXT NOT NULL REFERENCES code_notice_kind (code),
    exhibit_id TEXT REFERENCES exhibit (id),
    foreign_id TEXT NOT NULL UNIQUE CHECK (foreign_id <> ''),
    number TEXT NOT NULL CHECK (number <> ''),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    made_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    data TEXT NOT NULL CHECK (data <> ''),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    CHECK ((sent = 'PACKAGE') = (received_id IS NOT NULL))
) STRICT;
CREATE INDEX received_notice_of_case ON received_notice (case_id);
CREATE INDEX received_notice_of_package ON received_notice (received_id) WHERE received_id IS NOT NULL;
CREATE TRIGGER received_notice_stays BEFORE UPDATE ON received_notice BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER received_notice_is_kept BEFORE DELETE ON received_notice BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER received_notice_is_not_replaced BEFORE INSERT ON received_notice
WHEN EXISTS (SELECT 1 FROM received_notice WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Search: what was searched for and kept. The index itself is no record: it is made anew from the rows.

CREATE VIRTUAL TABLE search_text USING fts5(body, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE search_place (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    source INTEGER NOT NULL CHECK (source > 0),
    key BLOB NOT NULL CHECK (length(key) = 16),
    part INTEGER NOT NULL DEFAULT 0 CHECK (part >= 0),
    since INTEGER DEFAULT NULL,
    until INTEGER DEFAULT NULL,
    given TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX search_place_of_row ON search_place (key, source, part);
CREATE TABLE search_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    form INTEGER NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    source INTEGER NOT NULL CHECK (source >= 0),
    after INTEGER NOT NULL CHECK (after >= 0)
) STRICT;
CREATE TABLE search_file_text (
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    part INTEGER NOT NULL CHECK (part > 0),
    text TEXT NOT NULL,
    PRIMARY KEY (file_id, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_identifier (
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    whole TEXT NOT NULL,
    case_number INTEGER NOT NULL,
    source INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (place, kind, value, whole)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_identifier_of_value ON search_identifier (case_number, kind, value, subject);
CREATE TABLE search_shared (
    case_number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    sources INTEGER NOT NULL CHECK (sources > 0),
    PRIMARY KEY (case_number, kind, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_shared_most ON search_shared (case_number, sources DESC, kind, value) WHERE sources > 1;
CREATE INDEX search_shared_most_of_kind ON search_shared (case_number, kind, sources DESC, value) WHERE sources > 1;
CREATE INDEX search_shared_in_order ON search_shared (case_number, kind, value) WHERE sources > 1;
CREATE TABLE search_struck (owner INTEGER PRIMARY KEY) STRICT;
CREATE TABLE saved_search (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES user (id),
    sealed BLOB NOT NULL
) STRICT;
-- (end of search)


-- Descriptions: the things of which an exhibit consists, and how something was captured online.
CREATE TABLE code_power_state (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_power_state_stays BEFORE UPDATE ON code_power_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_power_state_is_kept BEFORE DELETE ON code_power_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_network_isolation (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_network_isolation_stays BEFORE UPDATE ON code_network_isolation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_network_isolation_is_kept BEFORE DELETE ON code_network_isolation BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_container_format (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_container_format_stays BEFORE UPDATE ON code_container_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_container_format_is_kept BEFORE DELETE ON code_container_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_capture_basis (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_capture_basis_stays BEFORE UPDATE ON code_capture_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_capture_basis_is_kept BEFORE DELETE ON code_capture_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_capture_method (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_capture_method_stays BEFORE UPDATE ON code_capture_method BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_capture_method_is_kept BEFORE DELETE ON code_capture_method BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE item_description (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    item TEXT NOT NULL CHECK (trim(item) <> ''),
    quantity TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    make TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    serial TEXT NOT NULL DEFAULT '',
    imei TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(imei)),
    colour TEXT NOT NULL DEFAULT '',
    condition TEXT NOT NULL DEFAULT '',
    marks TEXT NOT NULL DEFAULT '',
    packaging TEXT NOT NULL DEFAULT '',
    storage TEXT NOT NULL DEFAULT '',
    power_found TEXT DEFAULT NULL REFERENCES code_power_state (code),
    power_left TEXT DEFAULT NULL REFERENCES code_power_state (code),
    isolation TEXT DEFAULT NULL REFERENCES code_network_isolation (code),
    passcode_known INTEGER DEFAULT NULL CHECK (passcode_known IN (0, 1)),
    format TEXT DEFAULT NULL REFERENCES code_container_format (code),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX item_description_of_exhibit ON item_description (exhibit_id);
CREATE TRIGGER item_description_names_its_own_case BEFORE INSERT ON item_description
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER item_description_still_names_its_own_case BEFORE UPDATE ON item_description
WHEN OLD.case_id <> NEW.case_id OR OLD.exhibit_id <> NEW.exhibit_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER item_description_stays_struck BEFORE UPDATE ON item_description
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER item_description_is_kept BEFORE DELETE ON item_description BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER item_description_is_not_replaced BEFORE INSERT ON item_description
WHEN EXISTS (SELECT 1 FROM item_description WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE online_capture (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    requested_url TEXT NOT NULL CHECK (trim(requested_url) <> ''),
    captured_at TEXT NOT NULL,
    final_url TEXT NOT NULL DEFAULT '',
    captured_by TEXT DEFAULT NULL REFERENCES official (id),
    machine TEXT NOT NULL DEFAULT '',
    basis TEXT DEFAULT NULL REFERENCES code_capture_basis (code),
    authority TEXT NOT NULL DEFAULT '',
    logged_in INTEGER DEFAULT NULL CHECK (logged_in IN (0, 1)),
    covert INTEGER DEFAULT NULL CHECK (covert IN (0, 1)),
    method TEXT DEFAULT NULL REFERENCES code_capture_method (code),
    tool TEXT NOT NULL DEFAULT '',
    browser TEXT NOT NULL DEFAULT '',
    clock TEXT DEFAULT NULL REFERENCES code_clock_source (code),
    page_title TEXT NOT NULL DEFAULT '',
    http_status INTEGER DEFAULT NULL CHECK (http_status > 0),
    platform TEXT NOT NULL DEFAULT '',
    account TEXT NOT NULL DEFAULT '',
    shown_time TEXT NOT NULL DEFAULT '',
    zone_assumed TEXT NOT NULL DEFAULT '',
    comments INTEGER DEFAULT NULL CHECK (comments IN (0, 1)),
    location TEXT NOT NULL DEFAULT '',
    advert TEXT NOT NULL DEFAULT '',
    phones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phones)),
    prices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(prices)),
    offers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(offers)),
    languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)),
    first_seen TEXT DEFAULT NULL CHECK (first_seen GLOB '????-??-??'),
    last_seen TEXT DEFAULT NULL CHECK (last_seen GLOB '????-??-??'),
    archive_url TEXT NOT NULL DEFAULT '',
    verification TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '',
    CHECK (logged_in IS NOT 1 OR covert IS NOT 1 OR trim(authority) <> '')
) STRICT;
CREATE INDEX online_capture_of_exhibit ON online_capture (exhibit_id);
CREATE TRIGGER online_capture_names_its_own_case BEFORE INSERT ON online_capture
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.captured_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER online_capture_still_names_its_own_case BEFORE UPDATE ON online_capture
WHEN OLD.case_id <> NEW.case_id OR OLD.exhibit_id <> NEW.exhibit_id
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.captured_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER online_capture_stays_struck BEFORE UPDATE ON online_capture
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER online_capture_is_kept BEFORE DELETE ON online_capture BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER online_capture_is_not_replaced BEFORE INSERT ON online_capture
WHEN EXISTS (SELECT 1 FROM online_capture WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
-- (end of descriptions)

-- The chronology reads events by the time at which they happened.
CREATE INDEX custody_event_of_time ON custody_event (occurred_at, exhibit_id);
CREATE INDEX item_description_of_case ON item_description (case_id);
CREATE INDEX online_capture_of_case ON online_capture (case_id);


-- Looking inside files: what a file says of itself.
-- (end of looking inside)


-- Files that go out: each with its reason.

CREATE TABLE taken_out (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    place TEXT NOT NULL CHECK (place <> ''),
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
    state TEXT NOT NULL CHECK (state <> ''),
    party TEXT NOT NULL REFERENCES code_party_kind (code),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    within_limits TEXT NOT NULL DEFAULT '',
    identities_because TEXT NOT NULL DEFAULT '',
    unsearched_because TEXT NOT NULL DEFAULT '',
    approval_id TEXT DEFAULT NULL REFERENCES approval (id)
) STRICT;
CREATE INDEX taken_out_of_exhibit ON taken_out (exhibit_id);
CREATE INDEX taken_out_of_file ON taken_out (file_id);
CREATE TRIGGER taken_out_is_what_was_recorded BEFORE INSERT ON taken_out
WHEN NOT EXISTS (SELECT 1 FROM exhibit_file WHERE id = NEW.file_id AND exhibit_id = NEW.exhibit_id
    AND size = NEW.size AND sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER taken_out_stays BEFORE UPDATE ON taken_out BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER taken_out_is_kept BEFORE DELETE ON taken_out BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER taken_out_is_not_replaced BEFORE INSERT ON taken_out
WHEN EXISTS (SELECT 1 FROM taken_out WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
-- (end of files out)


-- Custody: seals, loans, holds, quarantine, and one act over many exhibits.
CREATE TABLE code_seal_state (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_seal_state_stays BEFORE UPDATE ON code_seal_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_seal_state_is_kept BEFORE DELETE ON code_seal_state BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_carrier (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_carrier_stays BEFORE UPDATE ON code_carrier BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_carrier_is_kept BEFORE DELETE ON code_carrier BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE custody_event ADD COLUMN seal_state TEXT DEFAULT NULL REFERENCES code_seal_state (code);
ALTER TABLE custody_event ADD COLUMN packaging TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN condition TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN carrier TEXT DEFAULT NULL REFERENCES code_carrier (code);
ALTER TABLE custody_event ADD COLUMN tracking TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN due_on TEXT DEFAULT NULL CHECK (due_on GLOB '????-??-??');
ALTER TABLE custody_event ADD COLUMN document TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN witness TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN method TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN tool TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN write_blocker TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN amount TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN notified TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN source_sha256 TEXT NOT NULL DEFAULT ''
    CHECK (source_sha256 = '' OR (length(source_sha256) = 64 AND source_sha256 NOT GLOB '*[^0-9a-f]*'));
ALTER TABLE custody_event ADD COLUMN act_id TEXT DEFAULT NULL;
ALTER TABLE custody_event ADD COLUMN weak_digest TEXT NOT NULL DEFAULT ''
    CHECK ((weak_digest NOT GLOB '*[^0-9a-f]*' AND length(weak_digest) IN (0, 32, 40, 128))
        OR (weak_digest GLOB 'sha3-256:*' AND length(weak_digest) = 73 AND substr(weak_digest, 10) NOT GLOB '*[^0-9a-f]*'));
CREATE TABLE code_lacked_field (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_lacked_field_stays BEFORE UPDATE ON code_lacked_field BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lacked_field_is_kept BEFORE DELETE ON code_lacked_field BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE custody_event ADD COLUMN lacked TEXT DEFAULT NULL REFERENCES code_lacked_field (code)
    CHECK (lacked IS NULL OR action = 'CORRECTION');
ALTER TABLE custody_event ADD COLUMN former_seal_kept INTEGER DEFAULT NULL CHECK (former_seal_kept IN (0, 1));
ALTER TABLE custody_event ADD COLUMN read_only INTEGER DEFAULT NULL CHECK (read_only IN (0, 1));
ALTER TABLE custody_event ADD COLUMN destructive INTEGER DEFAULT NULL CHECK (destructive IN (0, 1));
ALTER TABLE custody_event ADD COLUMN read_errors TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN deviations TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_event ADD COLUMN files_read INTEGER NOT NULL DEFAULT 0 CHECK (files_read >= 0);
CREATE TABLE code_transfer_party (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_transfer_party_stays BEFORE UPDATE ON code_transfer_party BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_transfer_party_is_kept BEFORE DELETE ON code_transfer_party BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_confirmation_way (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_confirmation_way_stays BEFORE UPDATE ON code_confirmation_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_confirmation_way_is_kept BEFORE DELETE ON code_confirmation_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE custody_event ADD COLUMN confirms TEXT DEFAULT NULL REFERENCES custody_event (id)
    CHECK ((action IN ('TRANSFER_CONFIRMED', 'CONFIRMATION_WITHDRAWN')) = (confirms IS NOT NULL));
ALTER TABLE custody_event ADD COLUMN party TEXT DEFAULT NULL REFERENCES code_transfer_party (code)
    CHECK ((action = 'TRANSFER_CONFIRMED') = (party IS NOT NULL));
ALTER TABLE custody_event ADD COLUMN way TEXT DEFAULT NULL REFERENCES code_confirmation_way (code)
    CHECK ((action = 'TRANSFER_CONFIRMED') = (way IS NOT NULL) AND (way IS NULL OR sha256 <> ''));
ALTER TABLE custody_event ADD COLUMN recorded_by TEXT DEFAULT NULL REFERENCES user (id)
    CHECK ((confirms IS NOT NULL) = (recorded_by IS NOT NULL));
ALTER TABLE custody_event ADD COLUMN recorder TEXT NOT NULL DEFAULT ''
    CHECK ((recorder <> '') = (recorded_by IS NOT NULL) AND (way IS NOT 'BY_KEY' OR actor = recorder));
ALTER TABLE custody_event ADD COLUMN strokes TEXT NOT NULL DEFAULT ''
    CHECK ((strokes <> '') = (way IS 'DRAWN') AND length(strokes) <= 20000 AND strokes NOT GLOB '*[^0-9,; ]*');
ALTER TABLE custody_event ADD COLUMN scan_id TEXT DEFAULT NULL REFERENCES exhibit (id)
    CHECK ((scan_id IS NOT NULL) = (way IS 'ON_PAPER'));
CREATE INDEX custody_event_of_act ON custody_event (act_id) WHERE act_id IS NOT NULL;
CREATE INDEX custody_event_of_confirmed ON custody_event (confirms) WHERE confirms IS NOT NULL;
CREATE UNIQUE INDEX custody_event_is_withdrawn_once ON custody_event (confirms) WHERE action = 'CONFIRMATION_WITHDRAWN';
CREATE TRIGGER custody_event_confirms_its_own BEFORE INSERT ON custody_event
WHEN NEW.confirms IS NOT NULL AND NOT EXISTS (SELECT 1 FROM custody_event
    WHERE id = NEW.confirms AND exhibit_id = NEW.exhibit_id AND (CASE NEW.action
        WHEN 'TRANSFER_CONFIRMED' THEN action IN ('TRANSFER_OUT', 'TRANSFER_IN', 'LOANED', 'RETURNED_FROM_LOAN') ELSE action = 'TRANSFER_CONFIRMED' END))
BEGIN SELECT RAISE(ABORT, 'custody-confirms'); END;
CREATE TRIGGER custody_event_names_its_recorder BEFORE INSERT ON custody_event
WHEN NEW.recorded_by IS NOT NULL AND NEW.recorder IS NOT (SELECT name FROM user WHERE id = NEW.recorded_by)
BEGIN SELECT RAISE(ABORT, 'custody-confirms'); END;
CREATE TRIGGER custody_event_has_a_scan_of_its_case BEFORE INSERT ON custody_event
WHEN NEW.scan_id IS NOT NULL AND (SELECT case_id FROM exhibit WHERE id = NEW.scan_id)
    IS NOT (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
ALTER TABLE exhibit ADD COLUMN emergency TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibit ADD COLUMN ratification TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN rehash_months INTEGER DEFAULT NULL CHECK (rehash_months BETWEEN 1 AND 120);
ALTER TABLE office ADD COLUMN keyslots TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keyslots));

-- Retention: until which day an exhibit is kept, why, and who decided it.

ALTER TABLE exhibit ADD COLUMN keep_until TEXT DEFAULT NULL CHECK (keep_until GLOB '????-??-??');
ALTER TABLE exhibit ADD COLUMN keep_ground TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibit ADD COLUMN keep_decided_by TEXT NOT NULL DEFAULT '' CHECK (keep_until IS NULL OR (keep_ground <> '' AND keep_decided_by <> ''));
CREATE INDEX exhibit_kept_until ON exhibit (case_id, keep_until) WHERE keep_until IS NOT NULL;
-- (end of custody)


-- Intake: runs over many files, and lists of others that they are compared with.

CREATE TABLE file_place (
    id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL CHECK (run_id <> ''),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    path TEXT NOT NULL CHECK (path <> ''),
    raw TEXT NOT NULL DEFAULT '' CHECK (raw NOT GLOB '*[^0-9a-f]*'),
    modified TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX file_place_of_path ON file_place (exhibit_id, path, id);
CREATE INDEX file_place_of_change ON file_place (exhibit_id, modified);
CREATE INDEX exhibit_file_of_digest ON exhibit_file (sha256);
CREATE TRIGGER file_place_is_of_its_exhibit BEFORE INSERT ON file_place
WHEN (SELECT exhibit_id FROM exhibit_file WHERE id = NEW.file_id) <> NEW.exhibit_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER file_place_stays BEFORE UPDATE ON file_place BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER file_place_is_kept BEFORE DELETE ON file_place BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER file_place_is_not_replaced BEFORE INSERT ON file_place
WHEN EXISTS (SELECT 1 FROM file_place WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE intake_run (
    id TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    given TEXT NOT NULL CHECK (json_valid(given)),
    taken INTEGER NOT NULL CHECK (taken >= 0),
    size INTEGER NOT NULL CHECK (size >= 0),
    same INTEGER NOT NULL CHECK (same >= 0),
    there INTEGER NOT NULL CHECK (there >= 0),
    left_out TEXT NOT NULL CHECK (json_valid(left_out)),
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX intake_run_of_exhibit ON intake_run (exhibit_id);
CREATE TRIGGER intake_run_stays BEFORE UPDATE ON intake_run BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER intake_run_is_kept BEFORE DELETE ON intake_run BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER intake_run_is_not_replaced BEFORE INSERT ON intake_run
WHEN EXISTS (SELECT 1 FROM intake_run WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE code_not_compared (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_not_compared_stays BEFORE UPDATE ON code_not_compared BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_not_compared_is_kept BEFORE DELETE ON code_not_compared BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE digest_list (
    id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL CHECK (run_id <> ''),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    named INTEGER NOT NULL CHECK (named >= 0),
    agree INTEGER NOT NULL CHECK (agree >= 0),
    differ TEXT NOT NULL CHECK (json_valid(differ)),
    missing TEXT NOT NULL CHECK (json_valid(missing)),
    unnamed TEXT NOT NULL CHECK (json_valid(unnamed)),
    not_compared TEXT NOT NULL CHECK (json_valid(not_compared)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    because TEXT DEFAULT NULL REFERENCES code_not_compared (code),
    CHECK ((named = 0) = (because IS NOT NULL))
) STRICT;
CREATE INDEX digest_list_of_exhibit ON digest_list (exhibit_id);
CREATE TRIGGER digest_list_stays BEFORE UPDATE ON digest_list BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER digest_list_is_kept BEFORE DELETE ON digest_list BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER digest_list_is_not_replaced BEFORE INSERT ON digest_list
WHEN EXISTS (SELECT 1 FROM digest_list WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Advertisements: readings of files, the rows that they gave, and what these share.

CREATE TABLE ad_reading (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    count INTEGER NOT NULL CHECK (count > 0),
    unread TEXT NOT NULL CHECK (json_valid(unread)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    withdrawn_at TEXT DEFAULT NULL,
    withdrawn_because TEXT NOT NULL DEFAULT '',
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = ''))
) STRICT;
CREATE INDEX ad_reading_of_case ON ad_reading (case_id);
CREATE INDEX ad_reading_of_exhibit ON ad_reading (exhibit_id);
CREATE INDEX ad_reading_of_file ON ad_reading (file_id);
CREATE UNIQUE INDEX ad_reading_stands_once ON ad_reading (file_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER ad_reading_is_of_its_case BEFORE INSERT ON ad_reading
WHEN NOT EXISTS (SELECT 1 FROM exhibit_file JOIN exhibit ON exhibit.id = exhibit_file.exhibit_id
    WHERE exhibit_file.id = NEW.file_id AND exhibit.id = NEW.exhibit_id AND exhibit.case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER ad_reading_stays BEFORE UPDATE ON ad_reading
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id
    OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.file_id <> NEW.file_id OR OLD.sha256 <> NEW.sha256
    OR OLD.mapping <> NEW.mapping OR OLD.count <> NEW.count OR OLD.unread <> NEW.unread
    OR OLD.by <> NEW.by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER ad_reading_is_kept BEFORE DELETE ON ad_reading BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER ad_reading_is_not_replaced BEFORE INSERT ON ad_reading
WHEN EXISTS (SELECT 1 FROM ad_reading WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE ad (
    id TEXT PRIMARY KEY,
    reading_id TEXT NOT NULL REFERENCES ad_reading (id),
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    row INTEGER NOT NULL CHECK (row > 0),
    place TEXT NOT NULL,
    platform TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    phones TEXT NOT NULL DEFAULT '',
    price TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '',
    posted TEXT NOT NULL DEFAULT '',
    pictures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pictures)),
    UNIQUE (reading_id, row)
) STRICT;
CREATE INDEX ad_of_case ON ad (case_id, id);
CREATE INDEX ad_by_posting ON ad (case_id, reading_id, posted, id);
CREATE TRIGGER ad_is_of_its_reading BEFORE INSERT ON ad
WHEN NOT EXISTS (SELECT 1 FROM ad_reading WHERE id = NEW.reading_id AND case_id = NEW.case_id
    AND exhibit_id = NEW.exhibit_id AND count >= NEW.row)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER ad_stays BEFORE UPDATE ON ad BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER ad_is_kept BEFORE DELETE ON ad BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER ad_is_not_replaced BEFORE INSERT ON ad
WHEN EXISTS (SELECT 1 FROM ad WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- What advertisements share, made from the rows and rebuilt at will, as the search index: no event tells it.

CREATE TABLE ad_followed (
    reading_id TEXT PRIMARY KEY REFERENCES ad_reading (id),
    form INTEGER NOT NULL,
    done INTEGER NOT NULL CHECK (done >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_key (
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reading_id TEXT NOT NULL,
    ad_id TEXT NOT NULL,
    whole TEXT NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (case_id, kind, value, ad_id, whole)
) STRICT, WITHOUT ROWID;
CREATE INDEX ad_key_of_reading ON ad_key (reading_id, kind, value, written);
CREATE TABLE ad_day (
    reading_id TEXT NOT NULL REFERENCES ad_reading (id),
    value TEXT NOT NULL,
    form INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (reading_id, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_band (
    case_id TEXT NOT NULL,
    band TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (case_id, band, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE ad_alike (
    case_id TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (case_id, one, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE picture_mark (
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    exhibit_id TEXT NOT NULL,
    form INTEGER NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (sha256, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_mark_of_exhibit ON picture_mark (exhibit_id);
CREATE INDEX picture_mark_of_mark ON picture_mark (case_id, mark);
CREATE TABLE picture_band (
    case_id TEXT NOT NULL,
    band INTEGER NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (case_id, band, mark)
) STRICT, WITHOUT ROWID;
CREATE TABLE picture_pair (
    case_id TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (case_id, one, other)
) STRICT, WITHOUT ROWID;
-- Why a file was withdrawn, as added by mistake. Nothing else of it ever changes.

ALTER TABLE exhibit_file ADD COLUMN struck TEXT NOT NULL DEFAULT '';
DROP TRIGGER exhibit_file_stays;
CREATE TRIGGER exhibit_file_stays BEFORE UPDATE ON exhibit_file
WHEN OLD.id <> NEW.id OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.name <> NEW.name OR OLD.media_type <> NEW.media_type
    OR OLD.size <> NEW.size OR OLD.sha256 <> NEW.sha256 OR OLD.object_id <> NEW.object_id OR OLD.added_at <> NEW.added_at
    OR (OLD.struck = '') = (NEW.struck = '')
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
DROP TRIGGER exhibit_file_is_counted;
CREATE TRIGGER exhibit_file_is_counted AFTER INSERT ON exhibit_file WHEN NEW.struck = '' BEGIN
    INSERT INTO file_tally (exhibit_id, files, size) VALUES (NEW.exhibit_id, 1, NEW.size)
    ON CONFLICT (exhibit_id) DO UPDATE SET files = files + 1, size = size + NEW.size;
    UPDATE case_tally SET size = size + NEW.size
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER exhibit_file_counts_again AFTER UPDATE OF struck ON exhibit_file WHEN NEW.struck = '' BEGIN
    INSERT INTO file_tally (exhibit_id, files, size) VALUES (NEW.exhibit_id, 1, NEW.size)
    ON CONFLICT (exhibit_id) DO UPDATE SET files = files + 1, size = size + NEW.size;
    UPDATE case_tally SET size = size + NEW.size
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
CREATE TRIGGER exhibit_file_counts_no_more AFTER UPDATE OF struck ON exhibit_file WHEN NEW.struck <> '' BEGIN
    DELETE FROM file_tally WHERE exhibit_id = NEW.exhibit_id AND files = 1;
    UPDATE file_tally SET files = files - 1, size = size - NEW.size WHERE exhibit_id = NEW.exhibit_id;
    UPDATE case_tally SET size = size - NEW.size
    WHERE case_id = (SELECT case_id FROM exhibit WHERE id = NEW.exhibit_id);
END;
-- (end of intake)


-- Money: statements, transactions, hawala legs, addresses and pay.

CREATE TABLE code_statement_format (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_statement_format_stays BEFORE UPDATE ON code_statement_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_statement_format_is_kept BEFORE DELETE ON code_statement_format BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_booking_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_booking_status_stays BEFORE UPDATE ON code_booking_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_booking_status_is_kept BEFORE DELETE ON code_booking_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_day_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_day_kind_stays BEFORE UPDATE ON code_day_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_day_kind_is_kept BEFORE DELETE ON code_day_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_payment_means (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_payment_means_stays BEFORE UPDATE ON code_payment_means BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_payment_means_is_kept BEFORE DELETE ON code_payment_means BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_hand_over_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_hand_over_kind_stays BEFORE UPDATE ON code_hand_over_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_hand_over_kind_is_kept BEFORE DELETE ON code_hand_over_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_settlement (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_settlement_stays BEFORE UPDATE ON code_settlement BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_settlement_is_kept BEFORE DELETE ON code_settlement BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_attribution_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_attribution_grade_stays BEFORE UPDATE ON code_attribution_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_attribution_grade_is_kept BEFORE DELETE ON code_attribution_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_pay_figure_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_pay_figure_kind_stays BEFORE UPDATE ON code_pay_figure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_pay_figure_kind_is_kept BEFORE DELETE ON code_pay_figure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE bank_statement (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    account_id TEXT NOT NULL REFERENCES account (id),
    format TEXT NOT NULL REFERENCES code_statement_format (code),
    currency TEXT NOT NULL CHECK (trim(currency) <> ''),
    reference TEXT NOT NULL DEFAULT '',
    period_from TEXT DEFAULT NULL CHECK (period_from GLOB '????-??-??'),
    period_to TEXT DEFAULT NULL CHECK (period_to GLOB '????-??-??'),
    opening TEXT NOT NULL DEFAULT '' CHECK (opening NOT GLOB '*[^0-9.-]*' AND opening NOT GLOB '?*-*'),
    closing TEXT NOT NULL DEFAULT '' CHECK (closing NOT GLOB '*[^0-9.-]*' AND closing NOT GLOB '?*-*'),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    file_id TEXT DEFAULT NULL REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL DEFAULT '' CHECK (length(sha256) IN (0, 64) AND sha256 NOT GLOB '*[^0-9a-f]*'),
    mapping TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(mapping)),
    unread TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(unread)),
    unread_because TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(unread_because)),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX bank_statement_number ON bank_statement (case_id, number) WHERE struck = '';
CREATE INDEX bank_statement_of_case ON bank_statement (case_id);
CREATE INDEX bank_statement_of_file ON bank_statement (sha256);
CREATE TRIGGER bank_statement_names_its_own_case BEFORE INSERT ON bank_statement
WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit_file WHERE id = NEW.file_id AND exhibit_id IS NOT NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER bank_statement_still_names_its_own_case BEFORE UPDATE ON bank_statement
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER bank_statement_stays_taken_over BEFORE UPDATE ON bank_statement
WHEN OLD.file_id IS NOT NEW.file_id OR OLD.sha256 <> NEW.sha256 OR OLD.mapping <> NEW.mapping OR OLD.unread <> NEW.unread
    OR OLD.unread_because <> NEW.unread_because
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bank_statement_stays_struck BEFORE UPDATE ON bank_statement
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER bank_statement_is_kept BEFORE DELETE ON bank_statement BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER bank_statement_is_not_replaced BEFORE INSERT ON bank_statement
WHEN EXISTS (SELECT 1 FROM bank_statement WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE hand_over (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    kind TEXT NOT NULL REFERENCES code_hand_over_kind (code),
    at TEXT NOT NULL CHECK (trim(at) <> ''),
    amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
    currency TEXT NOT NULL CHECK (trim(currency) <> ''),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    amount_to TEXT NOT NULL DEFAULT '' CHECK (amount_to NOT GLOB '*[^0-9.]*'),
    is_about INTEGER DEFAULT NULL CHECK (is_about IN (0, 1)),
    payer TEXT NOT NULL DEFAULT '',
    payer_id TEXT DEFAULT NULL REFERENCES person (id),
    receiver TEXT NOT NULL DEFAULT '',
    receiver_id TEXT DEFAULT NULL REFERENCES person (id),
    agent TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    token TEXT NOT NULL DEFAULT '',
    commission TEXT NOT NULL DEFAULT '' CHECK (commission NOT GLOB '*[^0-9.]*'),
    commission_currency TEXT NOT NULL DEFAULT '',
    ledger TEXT NOT NULL DEFAULT '',
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX hand_over_number ON hand_over (case_id, number) WHERE struck = '';
CREATE INDEX hand_over_of_case ON hand_over (case_id);
CREATE TRIGGER hand_over_names_its_own_case BEFORE INSERT ON hand_over
WHEN EXISTS (SELECT 1 FROM person WHERE id IN (NEW.payer_id, NEW.receiver_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER hand_over_still_names_its_own_case BEFORE UPDATE ON hand_over
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM person WHERE id IN (NEW.payer_id, NEW.receiver_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER hand_over_stays_struck BEFORE UPDATE ON hand_over
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER hand_over_is_kept BEFORE DELETE ON hand_over BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER hand_over_is_not_replaced BEFORE INSERT ON hand_over
WHEN EXISTS (SELECT 1 FROM hand_over WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE value_transfer (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    basis TEXT NOT NULL CHECK (trim(basis) <> ''),
    paid_in_id TEXT DEFAULT NULL REFERENCES hand_over (id),
    paid_out_id TEXT DEFAULT NULL REFERENCES hand_over (id),
    settlement TEXT DEFAULT NULL REFERENCES code_settlement (code),
    rate TEXT NOT NULL DEFAULT '' CHECK (rate NOT GLOB '*[^0-9.]*'),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '',
    CHECK (paid_in_id IS NOT NULL OR paid_out_id IS NOT NULL),
    CHECK (paid_in_id IS NOT paid_out_id)
) STRICT;
CREATE UNIQUE INDEX value_transfer_number ON value_transfer (case_id, number) WHERE struck = '';
CREATE INDEX value_transfer_of_case ON value_transfer (case_id);
CREATE INDEX value_transfer_of_paid_in ON value_transfer (paid_in_id);
CREATE INDEX value_transfer_of_paid_out ON value_transfer (paid_out_id);
CREATE TRIGGER value_transfer_names_its_own_case BEFORE INSERT ON value_transfer
WHEN EXISTS (SELECT 1 FROM hand_over WHERE id IN (NEW.paid_in_id, NEW.paid_out_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER value_transfer_still_names_its_own_case BEFORE UPDATE ON value_transfer
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM hand_over WHERE id IN (NEW.paid_in_id, NEW.paid_out_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER value_transfer_stays_struck BEFORE UPDATE ON value_transfer
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER value_transfer_is_kept BEFORE DELETE ON value_transfer BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER value_transfer_is_not_replaced BEFORE INSERT ON value_transfer
WHEN EXISTS (SELECT 1 FROM value_transfer WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE attribution (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    holder TEXT NOT NULL CHECK (trim(holder) <> ''),
    grade TEXT NOT NULL REFERENCES code_attribution_grade (code),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    person_id TEXT DEFAULT NULL REFERENCES person (id),
    confidence TEXT NOT NULL DEFAULT '',
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX attribution_of_case ON attribution (case_id);
CREATE TRIGGER attribution_names_its_own_case BEFORE INSERT ON attribution
WHEN EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER attribution_still_names_its_own_case BEFORE UPDATE ON attribution
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER attribution_stays_struck BEFORE UPDATE ON attribution
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER attribution_is_kept BEFORE DELETE ON attribution BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER attribution_is_not_replaced BEFORE INSERT ON attribution
WHEN EXISTS (SELECT 1 FROM attribution WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE pay_figure (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    period TEXT NOT NULL CHECK (trim(period) <> ''),
    kind TEXT NOT NULL REFERENCES code_pay_figure_kind (code),
    amount TEXT NOT NULL CHECK (amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    currency TEXT NOT NULL DEFAULT '',
    amount_to TEXT NOT NULL DEFAULT '' CHECK (amount_to NOT GLOB '*[^0-9.]*'),
    is_about INTEGER DEFAULT NULL CHECK (is_about IN (0, 1)),
    label TEXT NOT NULL DEFAULT '',
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX pay_figure_of_case ON pay_figure (case_id);
CREATE TRIGGER pay_figure_names_its_own_case BEFORE INSERT ON pay_figure
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER pay_figure_still_names_its_own_case BEFORE UPDATE ON pay_figure
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER pay_figure_stays_struck BEFORE UPDATE ON pay_figure
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER pay_figure_is_kept BEFORE DELETE ON pay_figure BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER pay_figure_is_not_replaced BEFORE INSERT ON pay_figure
WHEN EXISTS (SELECT 1 FROM pay_figure WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

ALTER TABLE money_transaction ADD COLUMN amount_to TEXT NOT NULL DEFAULT '' CHECK (amount_to NOT GLOB '*[^0-9.]*');
ALTER TABLE money_transaction ADD COLUMN is_about INTEGER DEFAULT NULL CHECK (is_about IN (0, 1));
ALTER TABLE money_transaction ADD COLUMN value_on TEXT DEFAULT NULL CHECK (value_on GLOB '????-??-??');
ALTER TABLE money_transaction ADD COLUMN means TEXT DEFAULT NULL REFERENCES code_payment_means (code);
ALTER TABLE money_transaction ADD COLUMN status TEXT DEFAULT NULL REFERENCES code_booking_status (code);
ALTER TABLE money_transaction ADD COLUMN is_reversal INTEGER DEFAULT NULL CHECK (is_reversal IN (0, 1));
ALTER TABLE money_transaction ADD COLUMN balance_after TEXT NOT NULL DEFAULT '' CHECK (balance_after NOT GLOB '*[^0-9.-]*' AND balance_after NOT GLOB '?*-*');
ALTER TABLE money_transaction ADD COLUMN fee TEXT NOT NULL DEFAULT '' CHECK (fee NOT GLOB '*[^0-9.]*');
ALTER TABLE money_transaction ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE money_transaction ADD COLUMN block TEXT NOT NULL DEFAULT '';
ALTER TABLE money_transaction ADD COLUMN statement_id TEXT DEFAULT NULL REFERENCES bank_statement (id);
ALTER TABLE money_transaction ADD COLUMN exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id);
ALTER TABLE money_transaction ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE money_transaction ADD COLUMN original TEXT NOT NULL DEFAULT '';
ALTER TABLE money_transaction ADD COLUMN day_kind TEXT DEFAULT NULL REFERENCES code_day_kind (code);
ALTER TABLE money_transaction ADD COLUMN status_written TEXT NOT NULL DEFAULT '';
CREATE INDEX case_object_in_order ON case_object (case_id, id);
CREATE INDEX case_object_by_kind ON case_object (case_id, kind, id);
CREATE INDEX money_transaction_in_order ON money_transaction (case_id, at, id);
CREATE INDEX money_transaction_of_statement ON money_transaction (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX money_transaction_called ON money_transaction (case_id, reference) WHERE reference <> '';
CREATE TRIGGER money_transaction_names_its_own_case BEFORE INSERT ON money_transaction
WHEN EXISTS (SELECT 1 FROM bank_statement WHERE id = NEW.statement_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM account WHERE id IN (NEW.from_account_id, NEW.to_account_id) AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER money_transaction_still_names_its_own_case BEFORE UPDATE ON money_transaction
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM bank_statement WHERE id = NEW.statement_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM account WHERE id IN (NEW.from_account_id, NEW.to_account_id) AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

-- (end of money)

-- Charts: flows of money by their ends, and the accounts of a person.

CREATE INDEX money_transaction_by_ends ON money_transaction
    (case_id, from_account_id, to_account_id, counterparty, currency, at, amount, amount_to, is_about, status)
    WHERE struck = '';
CREATE INDEX money_transaction_not_booked ON money_transaction (case_id, status)
    WHERE struck = '' AND status IN ('PENDING', 'INFORMATION', 'REJECTED', 'OWN');
CREATE INDEX money_transaction_in_own_words ON money_transaction (case_id)
    WHERE struck = '' AND (status_written <> '' OR status IN ('OWN', 'OWN_IN_STATEMENT'));
CREATE INDEX money_transaction_without_status ON money_transaction (case_id)
    WHERE struck = '' AND status IS NULL AND status_written = '';
CREATE INDEX money_transaction_by_value_date ON money_transaction (case_id) WHERE struck = '' AND day_kind = 'VALUE';
CREATE INDEX attribution_of_person ON attribution (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX money_transaction_to_account ON money_transaction (to_account_id, at) WHERE struck = '' AND to_account_id IS NOT NULL;
CREATE INDEX money_transaction_by_date ON money_transaction (case_id, at) WHERE struck = '';
CREATE INDEX money_transaction_of_currency ON money_transaction (case_id, currency) WHERE struck = '';
CREATE INDEX attribution_of_account ON attribution (account_id);
CREATE INDEX attribution_of_exhibit ON attribution (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX hand_over_of_payer ON hand_over (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX hand_over_of_receiver ON hand_over (receiver_id) WHERE receiver_id IS NOT NULL;
CREATE INDEX hand_over_of_exhibit ON hand_over (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX bank_statement_of_account ON bank_statement (account_id);
CREATE INDEX bank_statement_of_exhibit ON bank_statement (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX pay_figure_of_person ON pay_figure (person_id);
CREATE INDEX pay_figure_of_exhibit ON pay_figure (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX account_of_exhibit ON account (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX presence_of_person ON presence (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX timeline_event_of_exhibit ON timeline_event (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX interview_of_person ON interview (person_id);
CREATE INDEX interview_of_recording ON interview (recording_id) WHERE recording_id IS NOT NULL;
CREATE INDEX exhibit_of_parent ON exhibit (parent_id) WHERE parent_id IS NOT NULL;
-- (end of charts)


-- Masked copies of pictures and pages.

CREATE TABLE masked_copy (
    id TEXT PRIMARY KEY,
    disclosure_id TEXT NOT NULL REFERENCES disclosure (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    exhibit_id TEXT NOT NULL UNIQUE REFERENCES exhibit (id),
    copy_id TEXT NOT NULL UNIQUE REFERENCES exhibit_file (id),
    redaction_ids TEXT NOT NULL CHECK (json_valid(redaction_ids) AND json_array_length(redaction_ids) > 0),
    pages INTEGER NOT NULL CHECK (pages > 0),
    dots INTEGER NOT NULL CHECK (dots >= 0),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX masked_copy_of_disclosure ON masked_copy (disclosure_id);
CREATE TRIGGER masked_copy_is_derived_from_its_file BEFORE INSERT ON masked_copy
WHEN NOT EXISTS (SELECT 1 FROM exhibit
    JOIN exhibit_file AS own ON own.id = NEW.copy_id AND own.exhibit_id = exhibit.id
    JOIN exhibit_file AS whole ON whole.id = NEW.file_id AND whole.exhibit_id = exhibit.parent_id
    WHERE exhibit.id = NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER exhibit_file_of_a_masked_copy_is_its_only_one BEFORE INSERT ON exhibit_file
WHEN EXISTS (SELECT 1 FROM masked_copy WHERE exhibit_id = NEW.exhibit_id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER masked_copy_stays BEFORE UPDATE ON masked_copy BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER masked_copy_is_kept BEFORE DELETE ON masked_copy BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER masked_copy_is_not_replaced BEFORE INSERT ON masked_copy
WHEN EXISTS (SELECT 1 FROM masked_copy WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- (end of masked copies)


-- Offices, recipients and notices: what their windows need.

ALTER TABLE recipient ADD COLUMN office_id TEXT DEFAULT NULL REFERENCES foreign_office (id);
CREATE INDEX recipient_of_certificate ON recipient (sha256);
CREATE TRIGGER recipient_keeps_its_office BEFORE UPDATE ON recipient WHEN OLD.office_id IS NOT NEW.office_id
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;

-- In which State a recipient is, and what it is: a package or an identity annex goes nowhere else than its bundle.

ALTER TABLE recipient ADD COLUMN state TEXT NOT NULL DEFAULT '' CHECK (state = '' OR state GLOB '[A-Z][A-Z]');
ALTER TABLE recipient ADD COLUMN party TEXT DEFAULT NULL REFERENCES code_party_kind (code);

CREATE TABLE stamped_bundle (
    id TEXT PRIMARY KEY,
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size > 0),
    stamped_at TEXT NOT NULL,
    authority TEXT NOT NULL CHECK (trim(authority) <> ''),
    recorded_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX stamped_bundle_of_bundle ON stamped_bundle (bundle_id);
CREATE TRIGGER stamped_bundle_stays BEFORE UPDATE ON stamped_bundle BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER stamped_bundle_is_kept BEFORE DELETE ON stamped_bundle BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER stamped_bundle_is_not_replaced BEFORE INSERT ON stamped_bundle
WHEN EXISTS (SELECT 1 FROM stamped_bundle WHERE id = NEW.id OR sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
-- (end of offices)


-- Desk and language work.

-- Information that is given again, later or by somebody else, has a row of its own.

DROP INDEX caution_of_interview;
CREATE UNIQUE INDEX caution_of_occasion ON caution (interview_id, code, coalesce(given_at, ''), given_by)
WHERE struck = '';

-- Corrections of the reading back go with a record into the store of an assignment, where it is a draft.

DROP TRIGGER read_back_correction_before_signing;
CREATE TRIGGER read_back_correction_before_signing BEFORE INSERT ON read_back_correction
WHEN NOT EXISTS (SELECT 1 FROM interview JOIN segment ON segment.id = NEW.segment_id
    WHERE interview.id = NEW.interview_id
    AND ((interview.state = 'READ_BACK' AND segment.interview_id = interview.id)
        OR (interview.state IN ('DRAFT', 'READ_BACK') AND segment.interview_id = interview.rectifies_id)
        OR (segment.interview_id = interview.id AND EXISTS (SELECT 1 FROM office WHERE assignment <> ''))))
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;

-- If the language of a draft's header is corrected, what was rendered into it goes along.

DROP TRIGGER rendering_changes_before_signing;
CREATE TRIGGER rendering_changes_before_signing BEFORE UPDATE ON rendering
WHEN OLD.segment_id <> NEW.segment_id OR OLD.kind <> NEW.kind
    OR (SELECT state FROM interview WHERE id = (SELECT interview_id FROM segment WHERE id = OLD.segment_id))
    NOT IN ('DRAFT', iif(OLD.language = NEW.language, 'READ_BACK', 'DRAFT'))
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER rendering_is_counted_again AFTER UPDATE OF language ON rendering WHEN OLD.language <> NEW.language BEGIN
    INSERT INTO interview_language (interview_id, language)
    SELECT interview_id, NEW.language FROM segment WHERE id = NEW.segment_id
    ON CONFLICT (interview_id, language) DO NOTHING;
    DELETE FROM interview_language WHERE language = OLD.language
    AND interview_id = (SELECT interview_id FROM segment WHERE id = NEW.segment_id)
    AND NOT EXISTS (SELECT 1 FROM rendering JOIN segment ON segment.id = rendering.segment_id
        WHERE segment.interview_id = interview_language.interview_id AND rendering.language = OLD.language);
END;
-- (end of desk and language work)


-- The interview record.

-- The State whose law the legal basis is of.

ALTER TABLE interview ADD COLUMN legal_basis_state TEXT NOT NULL DEFAULT '';

-- What a note of rectification says of the formalities of the record that it rectifies.

ALTER TABLE interview ADD COLUMN rectified_facts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rectified_facts));

-- Line-ups: persons, pictures, voices or things that were shown, so that the person heard may recognise one.

CREATE TABLE code_lineup_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_lineup_kind_stays BEFORE UPDATE ON code_lineup_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lineup_kind_is_kept BEFORE DELETE ON code_lineup_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_lineup_result (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_lineup_result_stays BEFORE UPDATE ON code_lineup_result BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_lineup_result_is_kept BEFORE DELETE ON code_lineup_result BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE lineup (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    kind TEXT NOT NULL REFERENCES code_lineup_kind (code),
    shown_at TEXT DEFAULT NULL,
    shown INTEGER DEFAULT NULL CHECK (shown >= 0),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    person_id TEXT DEFAULT NULL REFERENCES person (id),
    place TEXT NOT NULL DEFAULT '',
    composed_by TEXT NOT NULL DEFAULT '',
    conducted_by TEXT NOT NULL DEFAULT '',
    conductor_knew INTEGER DEFAULT NULL CHECK (conductor_knew IN (0, 1)),
    may_be_absent_told INTEGER DEFAULT NULL CHECK (may_be_absent_told IN (0, 1)),
    described_before TEXT NOT NULL DEFAULT '',
    result TEXT DEFAULT NULL REFERENCES code_lineup_result (code),
    chosen TEXT NOT NULL DEFAULT '',
    certainty TEXT NOT NULL DEFAULT '',
    turn_id TEXT DEFAULT NULL REFERENCES segment (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX lineup_of_interview ON lineup (interview_id);
CREATE INDEX lineup_of_exhibit ON lineup (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX lineup_of_person ON lineup (person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER lineup_before_signing BEFORE INSERT ON lineup
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER lineup_changes_before_signing BEFORE UPDATE ON lineup
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER lineup_stays_struck BEFORE UPDATE ON lineup
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER lineup_is_kept BEFORE DELETE ON lineup BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER lineup_is_not_replaced BEFORE INSERT ON lineup
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER lineup_names_its_own_case BEFORE INSERT ON lineup
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER lineup_still_names_its_own_case BEFORE UPDATE ON lineup
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER lineup_names_what_stands BEFORE INSERT ON lineup
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER lineup_still_names_what_stands BEFORE UPDATE ON lineup
WHEN (OLD.exhibit_id IS NOT NEW.exhibit_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> ''))
    OR (OLD.person_id IS NOT NEW.person_id AND EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
ALTER TABLE timeline_event ADD COLUMN lineup_id TEXT DEFAULT NULL REFERENCES lineup (id);
CREATE TRIGGER timeline_event_names_a_lineup_of_its_record BEFORE INSERT ON timeline_event
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER timeline_event_still_names_a_lineup_of_its_record BEFORE UPDATE ON timeline_event
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER timeline_event_names_a_lineup_that_stands BEFORE INSERT ON timeline_event
WHEN EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER timeline_event_still_names_a_lineup_that_stands BEFORE UPDATE ON timeline_event
WHEN OLD.lineup_id IS NOT NEW.lineup_id AND EXISTS (SELECT 1 FROM lineup WHERE id = NEW.lineup_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
-- Presence: in a struck row, which is printed as it is, the name of a person is replaced by their pseudonym.
DROP TRIGGER presence_stays_struck;
CREATE TRIGGER presence_stays_struck BEFORE UPDATE ON presence
WHEN OLD.struck <> '' AND (
    NEW.name IS NOT (SELECT code FROM person WHERE id = OLD.person_id)
    OR NEW.id IS NOT OLD.id
    OR NEW.interview_id IS NOT OLD.interview_id
    OR NEW.role IS NOT OLD.role
    OR NEW.official_id IS NOT OLD.official_id
    OR NEW.interpreter_id IS NOT OLD.interpreter_id
    OR NEW.person_id IS NOT OLD.person_id
    OR NEW.organisation IS NOT OLD.organisation
    OR NEW.place IS NOT OLD.place
    OR NEW.from_at IS NOT OLD.from_at
    OR NEW.to_at IS NOT OLD.to_at
    OR NEW.may_ask_questions IS NOT OLD.may_ask_questions
    OR NEW.exclusion_decision IS NOT OLD.exclusion_decision
    OR NEW.struck IS NOT OLD.struck
    OR NEW.function IS NOT OLD.function
)
BEGIN SELECT RAISE(ABORT, 'struck'); END;
-- The time zone of the place of an interview; how an interpreter grades their own languages.
ALTER TABLE interview ADD COLUMN zone TEXT NOT NULL DEFAULT '';
CREATE TABLE code_language_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_language_grade_stays BEFORE UPDATE ON code_language_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_language_grade_is_kept BEFORE DELETE ON code_language_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE interpreter_engagement ADD COLUMN from_grade TEXT DEFAULT NULL REFERENCES code_language_grade (code);
ALTER TABLE interpreter_engagement ADD COLUMN to_grade TEXT DEFAULT NULL REFERENCES code_language_grade (code);
-- (end of the interview record)


-- What travels.

-- What the form of an order asks for besides.

CREATE TABLE code_proceedings_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_proceedings_kind_stays BEFORE UPDATE ON code_proceedings_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_proceedings_kind_is_kept BEFORE DELETE ON code_proceedings_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE instrument ADD COLUMN supplements_earlier INTEGER DEFAULT NULL CHECK (supplements_earlier IN (0, 1));
ALTER TABLE instrument ADD COLUMN persons_concerned TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(persons_concerned));
ALTER TABLE instrument ADD COLUMN proceedings_kind TEXT DEFAULT NULL REFERENCES code_proceedings_kind (code);
ALTER TABLE instrument ADD COLUMN facts TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN offence_in_law TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN listed_offence INTEGER DEFAULT NULL CHECK (listed_offence IN (0, 1));
ALTER TABLE instrument ADD COLUMN part_answers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(part_answers));
ALTER TABLE instrument ADD COLUMN formalities TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN remedies TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN issuer_contact TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN validated_on TEXT DEFAULT NULL CHECK (validated_on GLOB '????-??-??');
ALTER TABLE instrument ADD COLUMN proportionate INTEGER DEFAULT NULL CHECK (proportionate IN (0, 1));
ALTER TABLE instrument ADD COLUMN available_at_home INTEGER DEFAULT NULL CHECK (available_at_home IN (0, 1));

-- The line, the rooms, and what else made a hearing at a distance: an item of its minutes.

ALTER TABLE interview ADD COLUMN technical_conditions TEXT NOT NULL DEFAULT '';

-- Of which exhibits a bundle prints the content of files.

ALTER TABLE bundle ADD COLUMN contents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(contents));

-- Why a bundle left although rules warned: the rule and the reason.

ALTER TABLE bundle ADD COLUMN warned TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warned));

-- A receipt on paper that was typed wrongly is withdrawn with a reason, and entered again.

ALTER TABLE package_receipt ADD COLUMN withdrawn_at TEXT DEFAULT NULL;
ALTER TABLE package_receipt ADD COLUMN withdrawn_because TEXT NOT NULL DEFAULT ''
    CHECK ((withdrawn_at IS NULL) = (trim(withdrawn_because) = ''));
DROP TRIGGER package_receipt_stays;
CREATE TRIGGER package_receipt_stays BEFORE UPDATE ON package_receipt
WHEN OLD.withdrawn_at IS NOT NULL OR OLD.office_id IS NOT NULL OR NEW.office_id IS NOT NULL OR OLD.id <> NEW.id
    OR OLD.package_id <> NEW.package_id OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.from_party <> NEW.from_party
    OR OLD.received_at <> NEW.received_at OR OLD.entered_by <> NEW.entered_by OR OLD.at <> NEW.at
    OR OLD.accepted <> NEW.accepted OR OLD.refused <> NEW.refused OR OLD.remarks <> NEW.remarks
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;

-- What a bundle holds, by table and id: who received it is told what is entered of that later.

ALTER TABLE bundle ADD COLUMN entries TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(entries));
CREATE INDEX use_condition_of_exhibit ON use_condition (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX use_condition_of_instrument ON use_condition (instrument_id) WHERE instrument_id IS NOT NULL;
-- The salt of what is signed of a version: its words can be masked, and the signature verified all the same.
ALTER TABLE rendering_version ADD COLUMN salt TEXT NOT NULL DEFAULT ''
    CHECK (salt = '' OR (length(salt) = 64 AND salt NOT GLOB '*[^0-9a-f]*'));

-- What the register lacked: the ground of a refusal, what else belongs to an order, when what was transferred is to be
-- given back, the translation of the form, formalities and how they were met; where an authority is reached.

ALTER TABLE instrument ADD COLUMN refused_because TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN also_related TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(also_related));
ALTER TABLE instrument ADD COLUMN return_when TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN form_translation TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN formalities_met TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formalities_met));
ALTER TABLE authority ADD COLUMN contact TEXT NOT NULL DEFAULT '';

-- The quality of an exhibit, as somebody says it: an extract and why, limits, up to date when, verified otherwise.

ALTER TABLE exhibit ADD COLUMN extract_because TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibit ADD COLUMN known_limits TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibit ADD COLUMN up_to_date_on TEXT DEFAULT NULL CHECK (up_to_date_on GLOB '????-??-??');
ALTER TABLE exhibit ADD COLUMN other_verification TEXT NOT NULL DEFAULT '';

-- What was found of the signatures in a signed file of others that an exhibit holds: each judgement a row that stays.

CREATE TABLE code_signature_verdict (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_signature_verdict_stays BEFORE UPDATE ON code_signature_verdict BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_verdict_is_kept BEFORE DELETE ON code_signature_verdict BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE signature_check (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    content_id TEXT REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    judged_at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES code_signature_verdict (code),
    anchors TEXT NOT NULL CHECK (json_valid(anchors)),
    said TEXT NOT NULL CHECK (json_valid(said)),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX signature_check_of_exhibit ON signature_check (exhibit_id);
CREATE INDEX signature_check_of_case ON signature_check (case_id);
CREATE TRIGGER signature_check_names_its_own_case BEFORE INSERT ON signature_check
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit_file WHERE id IN (NEW.file_id, NEW.content_id) AND exhibit_id <> NEW.exhibit_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER signature_check_stays BEFORE UPDATE ON signature_check BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER signature_check_is_kept BEFORE DELETE ON signature_check BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signature_check_is_not_replaced BEFORE INSERT ON signature_check
WHEN EXISTS (SELECT 1 FROM signature_check WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- On which grounds of its text an instrument was refused, and what it does to the earlier one to which it belongs.

CREATE TABLE code_refusal_ground (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_refusal_ground_stays BEFORE UPDATE ON code_refusal_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_refusal_ground_is_kept BEFORE DELETE ON code_refusal_ground BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_instrument_link (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_instrument_link_stays BEFORE UPDATE ON code_instrument_link BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_instrument_link_is_kept BEFORE DELETE ON code_instrument_link BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE instrument ADD COLUMN refusal_grounds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refusal_grounds));
ALTER TABLE instrument ADD COLUMN related_as TEXT DEFAULT NULL REFERENCES code_instrument_link (code);

-- The further parties of an agreement; on what basis something went that went under no instrument.

ALTER TABLE instrument ADD COLUMN further_states TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(further_states));
ALTER TABLE transmission ADD COLUMN basis TEXT NOT NULL DEFAULT ''
    CHECK (instrument_id IS NOT NULL OR trim(basis) <> '');

-- What of an order is relied on, the exhibit that holds its file, and when what it orders may be done.

ALTER TABLE instrument ADD COLUMN order_text TEXT NOT NULL DEFAULT '';
ALTER TABLE instrument ADD COLUMN order_exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id);
ALTER TABLE instrument ADD COLUMN valid_from TEXT DEFAULT NULL CHECK (valid_from GLOB '????-??-??');
ALTER TABLE instrument ADD COLUMN valid_until TEXT DEFAULT NULL CHECK (valid_until GLOB '????-??-??');
CREATE INDEX instrument_of_exhibit ON instrument (order_exhibit_id) WHERE order_exhibit_id IS NOT NULL;
CREATE TRIGGER instrument_file_is_of_its_case BEFORE INSERT ON instrument
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.order_exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER instrument_file_stays_of_its_case BEFORE UPDATE ON instrument
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.order_exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

-- Which measures are ticked in the form of an order.

CREATE TABLE code_measure_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_measure_kind_stays BEFORE UPDATE ON code_measure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_measure_kind_is_kept BEFORE DELETE ON code_measure_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE instrument ADD COLUMN measure_kinds TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(measure_kinds));
-- (end of what travels)


-- Custody.

-- Joint action day: teams with the numbers issued to them, voided numbers, and persons found.

CREATE TABLE code_found_need (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_found_need_stays BEFORE UPDATE ON code_found_need BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_found_need_is_kept BEFORE DELETE ON code_found_need BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_found_outcome (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_found_outcome_stays BEFORE UPDATE ON code_found_outcome BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_found_outcome_is_kept BEFORE DELETE ON code_found_outcome BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE action_team (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    action TEXT NOT NULL CHECK (trim(action) <> ''),
    place TEXT NOT NULL CHECK (trim(place) <> ''),
    begins_at TEXT NOT NULL,
    first_number TEXT NOT NULL CHECK (trim(first_number) <> ''),
    last_number TEXT NOT NULL CHECK (trim(last_number) <> ''),
    leader TEXT NOT NULL DEFAULT '',
    task TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX action_team_number ON action_team (case_id, number) WHERE struck = '';
CREATE INDEX action_team_of_case ON action_team (case_id);

CREATE TABLE voided_number (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    team_id TEXT NOT NULL REFERENCES action_team (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    by TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX voided_number_once ON voided_number (case_id, number) WHERE struck = '';
CREATE INDEX voided_number_of_case ON voided_number (case_id);
CREATE INDEX voided_number_of_team ON voided_number (team_id);

CREATE TABLE person_found (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    team_id TEXT NOT NULL REFERENCES action_team (id),
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    found_at TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    seen TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    may_be_child INTEGER DEFAULT NULL CHECK (may_be_child IN (0, 1)),
    needs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(needs)),
    outcome TEXT DEFAULT NULL REFERENCES code_found_outcome (code),
    decided_on TEXT DEFAULT NULL CHECK (decided_on GLOB '????-??-??'),
    decided_by TEXT NOT NULL DEFAULT '',
    person_id TEXT DEFAULT NULL REFERENCES person (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX person_found_number ON person_found (case_id, number) WHERE struck = '';
CREATE INDEX person_found_of_case ON person_found (case_id);
CREATE INDEX person_found_of_team ON person_found (team_id);
CREATE INDEX person_found_as ON person_found (person_id) WHERE person_id IS NOT NULL;
CREATE TRIGGER action_team_still_names_its_own_case BEFORE UPDATE ON action_team
WHEN OLD.case_id <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER action_team_stays_struck BEFORE UPDATE ON action_team
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER action_team_is_kept BEFORE DELETE ON action_team BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER action_team_is_not_replaced BEFORE INSERT ON action_team
WHEN EXISTS (SELECT 1 FROM action_team WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER voided_number_names_its_own_case BEFORE INSERT ON voided_number
WHEN EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER voided_number_still_names_its_own_case BEFORE UPDATE ON voided_number
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER voided_number_stays_struck BEFORE UPDATE ON voided_number
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER voided_number_is_kept BEFORE DELETE ON voided_number BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER voided_number_is_not_replaced BEFORE INSERT ON voided_number
WHEN EXISTS (SELECT 1 FROM voided_number WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_found_names_its_own_case BEFORE INSERT ON person_found
WHEN EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_found_still_names_its_own_case BEFORE UPDATE ON person_found
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM action_team WHERE id = NEW.team_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_found_stays_struck BEFORE UPDATE ON person_found
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_found_is_kept BEFORE DELETE ON person_found BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_found_is_not_replaced BEFORE INSERT ON person_found
WHEN EXISTS (SELECT 1 FROM person_found WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
-- (end of custody)


-- Intake and money.

-- How a file names its account, and as what the chosen one was entered then; where it is written in another
-- way, who said that it is the same, when, and why.

ALTER TABLE bank_statement ADD COLUMN account_named TEXT NOT NULL DEFAULT '';
ALTER TABLE bank_statement ADD COLUMN account_then TEXT NOT NULL DEFAULT '';
ALTER TABLE bank_statement ADD COLUMN same_by TEXT DEFAULT NULL REFERENCES user (id);
ALTER TABLE bank_statement ADD COLUMN same_at TEXT DEFAULT NULL;
ALTER TABLE bank_statement ADD COLUMN same_because TEXT NOT NULL DEFAULT ''
    CHECK ((same_by IS NULL) = (same_at IS NULL) AND (same_by IS NULL) = (trim(same_because) = '')
        AND (same_by IS NULL OR trim(account_named) <> '') AND (trim(account_named) = '') = (trim(account_then) = ''));
CREATE TRIGGER bank_statement_stays_as_said BEFORE UPDATE ON bank_statement
WHEN OLD.account_named <> NEW.account_named OR OLD.same_by IS NOT NEW.same_by OR OLD.same_at IS NOT NEW.same_at
    OR OLD.same_because <> NEW.same_because OR OLD.account_then <> NEW.account_then OR (OLD.same_by IS NOT NULL AND OLD.account_id <> NEW.account_id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Who keeps an account, and from when to when, as a source says.

ALTER TABLE account ADD COLUMN servicer TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN bic TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN lei TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN opened_on TEXT DEFAULT NULL;
ALTER TABLE account ADD COLUMN closed_on TEXT DEFAULT NULL;
-- (end of intake and money)


-- Records.

-- The address of the place; the words of an oath taken for an interview, and who took it; of each side by itself,
-- whether it understands the other.

ALTER TABLE interview ADD COLUMN place_street TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN place_town TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN place_country TEXT NOT NULL DEFAULT '';
ALTER TABLE interpreter_engagement ADD COLUMN oath_formula TEXT NOT NULL DEFAULT '';
ALTER TABLE interpreter_engagement ADD COLUMN oath_taken_by TEXT NOT NULL DEFAULT '';
ALTER TABLE interpreter_engagement ADD COLUMN comprehension_person INTEGER DEFAULT NULL CHECK (comprehension_person IN (0, 1));
ALTER TABLE interpreter_engagement ADD COLUMN comprehension_interpreter INTEGER DEFAULT NULL CHECK (comprehension_interpreter IN (0, 1));

-- Of a draft, the side from which a job is made is called as that side, whose language was corrected.

DROP TRIGGER language_job_stays;
CREATE TRIGGER language_job_stays BEFORE UPDATE ON language_job
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.interview_id <> NEW.interview_id OR OLD.number <> NEW.number
    OR OLD.target_language <> NEW.target_language OR OLD.from_job_id IS NOT NEW.from_job_id
    OR OLD.linguist_id <> NEW.linguist_id OR OLD.opened_by <> NEW.opened_by OR OLD.opened_at <> NEW.opened_at
    OR (OLD.source_language <> NEW.source_language AND (OLD.source_language = '' OR NOT EXISTS
        (SELECT 1 FROM interview WHERE id = OLD.interview_id AND state = 'DRAFT'
            AND NEW.source_language IN (language, procedure_language)
            AND OLD.source_language NOT IN (language, procedure_language))))
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;

-- As which level a signature is stated, and who or what determined it: the program does not.

CREATE TABLE code_signature_level (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_signature_level_stays BEFORE UPDATE ON code_signature_level BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_signature_level_is_kept BEFORE DELETE ON code_signature_level BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_level_source (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_level_source_stays BEFORE UPDATE ON code_level_source BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_level_source_is_kept BEFORE DELETE ON code_level_source BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE record_signature ADD COLUMN level_claimed TEXT DEFAULT NULL REFERENCES code_signature_level (code);
ALTER TABLE record_signature ADD COLUMN level_determined_by TEXT DEFAULT NULL REFERENCES code_level_source (code)
    CHECK ((level_claimed IS NULL) = (level_determined_by IS NULL));
ALTER TABLE record_signature ADD COLUMN level_report TEXT NOT NULL DEFAULT ''
    CHECK (level_determined_by IS NOT 'EXTERNAL_VALIDATION_REPORT' OR trim(level_report) <> '');
ALTER TABLE record_signature ADD COLUMN level_report_on TEXT DEFAULT NULL CHECK (level_report_on GLOB '????-??-??')
    CHECK (level_report_on IS NOT NULL OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE');
ALTER TABLE record_signature ADD COLUMN level_report_by TEXT NOT NULL DEFAULT ''
    CHECK (trim(level_report_by) <> '' OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE');
ALTER TABLE signature_check ADD COLUMN level_claimed TEXT DEFAULT NULL REFERENCES code_signature_level (code);
ALTER TABLE signature_check ADD COLUMN level_determined_by TEXT DEFAULT NULL REFERENCES code_level_source (code)
    CHECK ((level_claimed IS NULL) = (level_determined_by IS NULL));
ALTER TABLE signature_check ADD COLUMN level_report TEXT NOT NULL DEFAULT ''
    CHECK (level_determined_by IS NOT 'EXTERNAL_VALIDATION_REPORT' OR trim(level_report) <> '');
ALTER TABLE signature_check ADD COLUMN level_report_on TEXT DEFAULT NULL CHECK (level_report_on GLOB '????-??-??')
    CHECK (level_report_on IS NOT NULL OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE');
ALTER TABLE signature_check ADD COLUMN level_report_by TEXT NOT NULL DEFAULT ''
    CHECK (trim(level_report_by) <> '' OR ifnull(level_determined_by, 'NOT_DETERMINED_OFFLINE') = 'NOT_DETERMINED_OFFLINE');
-- (end of records)


-- Stays.

-- Where a person was, from and to as far as it is known, and who or what says so.

CREATE TABLE code_stay_role (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_stay_role_stays BEFORE UPDATE ON code_stay_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_stay_role_is_kept BEFORE DELETE ON code_stay_role BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_place_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_place_kind_stays BEFORE UPDATE ON code_place_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_place_kind_is_kept BEFORE DELETE ON code_place_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE stay (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    object_id TEXT NOT NULL REFERENCES case_object (id),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    role TEXT DEFAULT NULL REFERENCES code_stay_role (code),
    place_kind TEXT DEFAULT NULL REFERENCES code_place_kind (code),
    since TEXT DEFAULT NULL,
    until TEXT DEFAULT NULL,
    as_told TEXT NOT NULL DEFAULT '',
    said_in_id TEXT DEFAULT NULL REFERENCES interview (id),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX stay_of_case ON stay (case_id);
CREATE INDEX stay_of_person ON stay (person_id);
CREATE INDEX stay_of_place ON stay (object_id);
CREATE INDEX stay_of_record ON stay (said_in_id) WHERE said_in_id IS NOT NULL;
CREATE INDEX stay_of_exhibit ON stay (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE TRIGGER stay_names_its_own_case BEFORE INSERT ON stay
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM case_object WHERE id = NEW.object_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.said_in_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER stay_still_names_its_own_case BEFORE UPDATE ON stay
WHEN OLD.case_id <> NEW.case_id
    OR EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM case_object WHERE id = NEW.object_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.said_in_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER stay_stays_struck BEFORE UPDATE ON stay
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER stay_is_kept BEFORE DELETE ON stay BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER stay_is_not_replaced BEFORE INSERT ON stay
WHEN EXISTS (SELECT 1 FROM stay WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
-- (end of stays)


-- What makes the content of an exhibit delicate, for the office alone.

ALTER TABLE exhibit ADD COLUMN sensitivity TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sensitivity));
CREATE TABLE code_content_sensitivity (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_content_sensitivity_stays BEFORE UPDATE ON code_content_sensitivity BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_content_sensitivity_is_kept BEFORE DELETE ON code_content_sensitivity BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
-- (end of content)


-- Proceedings side by side: what each is about in few words, and in which of them a person has a role.

ALTER TABLE proceeding ADD COLUMN facts TEXT NOT NULL DEFAULT '';
ALTER TABLE person_role ADD COLUMN proceeding_id TEXT DEFAULT NULL REFERENCES proceeding (id);
CREATE INDEX person_role_of_proceeding ON person_role (proceeding_id) WHERE proceeding_id IS NOT NULL;
CREATE TRIGGER person_role_names_its_own_case BEFORE INSERT ON person_role
WHEN EXISTS (SELECT 1 FROM proceeding WHERE id = NEW.proceeding_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_role_still_names_its_own_case BEFORE UPDATE ON person_role
WHEN EXISTS (SELECT 1 FROM proceeding WHERE id = NEW.proceeding_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

-- Who gave a person a role, when, and on which basis, as documents tell it.

ALTER TABLE person_role ADD COLUMN given_by TEXT NOT NULL DEFAULT '';
ALTER TABLE person_role ADD COLUMN given_on TEXT DEFAULT NULL;
ALTER TABLE person_role ADD COLUMN given_under TEXT NOT NULL DEFAULT '';
-- (end of proceedings)


-- How a provider marked what it gave, and how it judges it.

CREATE TABLE code_handling_code (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_handling_code_stays BEFORE UPDATE ON code_handling_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_handling_code_is_kept BEFORE DELETE ON code_handling_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_source_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_source_grade_stays BEFORE UPDATE ON code_source_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_grade_is_kept BEFORE DELETE ON code_source_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_information_grade (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_information_grade_stays BEFORE UPDATE ON code_information_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_information_grade_is_kept BEFORE DELETE ON code_information_grade BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE use_condition ADD COLUMN handling TEXT DEFAULT NULL REFERENCES code_handling_code (code);
ALTER TABLE use_condition ADD COLUMN handling_words TEXT NOT NULL DEFAULT '';
ALTER TABLE use_condition ADD COLUMN source_grade TEXT DEFAULT NULL REFERENCES code_source_grade (code);
ALTER TABLE use_condition ADD COLUMN information_grade TEXT DEFAULT NULL REFERENCES code_information_grade (code);
-- (end of markings)


-- Ids: an id is that of one thing, so each new one is looked up among those of all tables.

CREATE INDEX told_row_of_key ON told_row (key, entity, seq);
-- (end of ids)


-- Custody events by the hour in which they happened, as it is written: a chronology counts by it what it does not show. Those
-- of exhibits that were struck out are no part of it. Beside the rows, as `case_tally`: the checks compute it from them.

CREATE TABLE custody_hour (
    case_id TEXT NOT NULL,
    hour TEXT NOT NULL,
    events INTEGER NOT NULL CHECK (events >= 0),
    PRIMARY KEY (case_id, hour)
) STRICT, WITHOUT ROWID;
INSERT INTO custody_hour (case_id, hour, events)
SELECT case_id, substr(occurred_at, 1, 13) AS hour, count(*)
FROM custody_event JOIN exhibit ON exhibit.id = custody_event.exhibit_id
WHERE struck = '' GROUP BY case_id, hour;
CREATE TRIGGER custody_event_is_counted_by_hour AFTER INSERT ON custody_event BEGIN
    INSERT INTO custody_hour (case_id, hour, events)
    SELECT case_id, substr(NEW.occurred_at, 1, 13), 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck = ''
    ON CONFLICT (case_id, hour) DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER exhibit_is_no_longer_counted_by_hour AFTER UPDATE OF struck ON exhibit
WHEN OLD.struck = '' AND NEW.struck <> '' BEGIN
    UPDATE custody_hour SET events = events - (
        SELECT count(*) FROM custody_event WHERE exhibit_id = NEW.id AND substr(occurred_at, 1, 13) = custody_hour.hour)
    WHERE case_id = NEW.case_id
        AND hour IN (SELECT substr(occurred_at, 1, 13) FROM custody_event WHERE exhibit_id = NEW.id);
    DELETE FROM custody_hour WHERE case_id = NEW.case_id AND events = 0
        AND hour IN (SELECT substr(occurred_at, 1, 13) FROM custody_event WHERE exhibit_id = NEW.id);
END;
-- (end of custody hours)


-- What names an exhibit as its scan or as its recording: its last file is not withdrawn, nor what was given along.

CREATE INDEX custody_event_of_scan ON custody_event (scan_id) WHERE scan_id IS NOT NULL;
CREATE INDEX package_receipt_of_scan ON package_receipt (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX recording_of_exhibit ON recording (exhibit_id) WHERE exhibit_id IS NOT NULL;
CREATE INDEX recording_of_working_copy ON recording (working_copy_id) WHERE working_copy_id IS NOT NULL;
CREATE INDEX assignment_of_interview ON assignment (interview_id);
-- (end of what names an exhibit)
