-- The third schema: the record in full, language work beside the record, and assignments.

-- The record in full.

CREATE TABLE code_identity_verification (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_identity_verification_stays BEFORE UPDATE ON code_identity_verification BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_identity_verification_is_kept BEFORE DELETE ON code_identity_verification BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_contact_route (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_contact_route_stays BEFORE UPDATE ON code_contact_route BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_contact_route_is_kept BEFORE DELETE ON code_contact_route BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_victim_information_item (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_victim_information_item_stays BEFORE UPDATE ON code_victim_information_item BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_victim_information_item_is_kept BEFORE DELETE ON code_victim_information_item BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_camera_view (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_camera_view_stays BEFORE UPDATE ON code_camera_view BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_camera_view_is_kept BEFORE DELETE ON code_camera_view BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_conflict_question (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_conflict_question_stays BEFORE UPDATE ON code_conflict_question BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conflict_question_is_kept BEFORE DELETE ON code_conflict_question BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_intervention_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_intervention_kind_stays BEFORE UPDATE ON code_intervention_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_intervention_kind_is_kept BEFORE DELETE ON code_intervention_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_conduct (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_conduct_stays BEFORE UPDATE ON code_conduct BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_conduct_is_kept BEFORE DELETE ON code_conduct BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_question_type (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_question_type_stays BEFORE UPDATE ON code_question_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_question_type_is_kept BEFORE DELETE ON code_question_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

ALTER TABLE interpreter ADD COLUMN directions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(directions));
ALTER TABLE interpreter ADD COLUMN register_name TEXT NOT NULL DEFAULT '';
ALTER TABLE interpreter ADD COLUMN register_state TEXT NOT NULL DEFAULT '';
ALTER TABLE interpreter ADD COLUMN registered_until TEXT DEFAULT NULL CHECK (registered_until <> '');
ALTER TABLE interview ADD COLUMN clock_offset_seconds INTEGER DEFAULT NULL;
ALTER TABLE interview ADD COLUMN identity_verification TEXT DEFAULT NULL REFERENCES code_identity_verification (code);
ALTER TABLE interview ADD COLUMN identity_verified_by TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN contact_route TEXT DEFAULT NULL REFERENCES code_contact_route (code);
ALTER TABLE interview ADD COLUMN health_judged_by TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN literacy TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN disability_support TEXT NOT NULL DEFAULT '';
ALTER TABLE caution ADD COLUMN given_by TEXT NOT NULL DEFAULT '';
ALTER TABLE interpreter_engagement ADD COLUMN conflict_asked TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conflict_asked));
ALTER TABLE interpreter_engagement ADD COLUMN conflict_declared TEXT NOT NULL DEFAULT '[]'
    CHECK (json_valid(conflict_declared));
ALTER TABLE interpreter_engagement ADD COLUMN conflict_text TEXT NOT NULL DEFAULT '';
ALTER TABLE interpreter_engagement ADD COLUMN briefing TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN conduct TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conduct));
ALTER TABLE segment ADD COLUMN silence_seconds INTEGER DEFAULT NULL CHECK (silence_seconds > 0);
ALTER TABLE segment ADD COLUMN question_type TEXT DEFAULT NULL REFERENCES code_question_type (code);
ALTER TABLE read_back_correction ADD COLUMN initialled_by TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(initialled_by));

CREATE TABLE victim_information (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    item TEXT NOT NULL REFERENCES code_victim_information_item (code),
    given_at TEXT DEFAULT NULL,
    given_by TEXT NOT NULL DEFAULT '',
    deferred_reason TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX victim_information_of_interview ON victim_information (interview_id, item) WHERE struck = '';
CREATE INDEX victim_information_of_record ON victim_information (interview_id);
CREATE TABLE recording (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    device TEXT NOT NULL DEFAULT '',
    media_id TEXT NOT NULL DEFAULT '',
    started_at TEXT DEFAULT NULL,
    stopped_at TEXT DEFAULT NULL,
    continuous INTEGER DEFAULT NULL CHECK (continuous IN (0, 1)),
    view TEXT DEFAULT NULL REFERENCES code_camera_view (code),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    sealed INTEGER DEFAULT NULL CHECK (sealed IN (0, 1)),
    held_by TEXT NOT NULL DEFAULT '',
    working_copy_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    legal_basis TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX recording_of_interview ON recording (interview_id);
CREATE TABLE intervention (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    kind TEXT NOT NULL REFERENCES code_intervention_kind (code),
    interpreter_id TEXT DEFAULT NULL REFERENCES interpreter (id),
    at TEXT DEFAULT NULL,
    turn_id TEXT DEFAULT NULL REFERENCES segment (id),
    note TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX intervention_of_interview ON intervention (interview_id);
CREATE TRIGGER victim_information_before_signing BEFORE INSERT ON victim_information
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER victim_information_changes_before_signing BEFORE UPDATE ON victim_information
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER victim_information_stays_struck BEFORE UPDATE ON victim_information
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER victim_information_is_kept BEFORE DELETE ON victim_information BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER victim_information_is_not_replaced BEFORE INSERT ON victim_information
WHEN EXISTS (SELECT 1 FROM victim_information WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recording_before_signing BEFORE INSERT ON recording
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER recording_changes_before_signing BEFORE UPDATE ON recording
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER recording_stays_struck BEFORE UPDATE ON recording
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER recording_is_kept BEFORE DELETE ON recording BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recording_is_not_replaced BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM recording WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER intervention_before_signing BEFORE INSERT ON intervention
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER intervention_changes_before_signing BEFORE UPDATE ON intervention
WHEN OLD.interview_id <> NEW.interview_id
    OR (SELECT state FROM interview WHERE id = OLD.interview_id) NOT IN ('DRAFT', 'READ_BACK')
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER intervention_stays_struck BEFORE UPDATE ON intervention
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER intervention_is_kept BEFORE DELETE ON intervention BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER intervention_is_not_replaced BEFORE INSERT ON intervention
WHEN EXISTS (SELECT 1 FROM intervention WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER recording_names_its_own_case BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER recording_still_names_its_own_case BEFORE UPDATE ON recording
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER recording_names_what_stands BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER recording_still_names_what_stands BEFORE UPDATE ON recording
WHEN (OLD.exhibit_id IS NOT NEW.exhibit_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> ''))
    OR (OLD.working_copy_id IS NOT NEW.working_copy_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.working_copy_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER intervention_names_its_own_case BEFORE INSERT ON intervention
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER intervention_still_names_its_own_case BEFORE UPDATE ON intervention
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND case_id <> (SELECT case_id FROM interview WHERE id = NEW.interview_id))
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER intervention_names_what_stands BEFORE INSERT ON intervention
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER intervention_still_names_what_stands BEFORE UPDATE ON intervention
WHEN (OLD.interpreter_id IS NOT NEW.interpreter_id AND EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.interpreter_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;

-- Decisions about a signed record. The record stays as it was signed.

CREATE TABLE code_record_decision_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_record_decision_kind_stays BEFORE UPDATE ON code_record_decision_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_record_decision_kind_is_kept BEFORE DELETE ON code_record_decision_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE record_decision (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    kind TEXT NOT NULL REFERENCES code_record_decision_kind (code),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    decided_by TEXT NOT NULL DEFAULT '',
    decided_on TEXT DEFAULT NULL CHECK (decided_on <> ''),
    reason TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT '' CHECK (digest = '' OR (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*')),
    CHECK ((kind = 'SEALED') = (digest <> '')),
    CHECK (kind = 'SEALED' OR (reference <> '' AND decided_by <> '' AND decided_on IS NOT NULL AND reason <> ''))
) STRICT;
CREATE INDEX record_decision_of_interview ON record_decision (interview_id);
CREATE UNIQUE INDEX record_decision_once ON record_decision (interview_id, kind) WHERE kind IN ('SEALED', 'ANNULLED');
CREATE TRIGGER record_decision_is_about_a_signed_one BEFORE INSERT ON record_decision
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND state = 'SIGNED')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER record_decision_seals_what_was_signed BEFORE INSERT ON record_decision
WHEN NEW.kind = 'SEALED' AND NEW.digest <> (SELECT record_digest FROM interview WHERE id = NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER record_decision_comes_before_the_annulment BEFORE INSERT ON record_decision
WHEN EXISTS (SELECT 1 FROM record_decision WHERE interview_id = NEW.interview_id AND kind = 'ANNULLED')
BEGIN SELECT RAISE(ABORT, 'record-annulled'); END;
CREATE TRIGGER record_decision_stays BEFORE UPDATE ON record_decision
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER record_decision_is_kept BEFORE DELETE ON record_decision BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER record_decision_is_not_replaced BEFORE INSERT ON record_decision
WHEN EXISTS (SELECT 1 FROM record_decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interview_is_not_about_an_annulled_one BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM record_decision WHERE kind = 'ANNULLED'
    AND interview_id = coalesce(NEW.supplements_id, NEW.rectifies_id))
BEGIN SELECT RAISE(ABORT, 'record-annulled'); END;

-- What a bundle held, so that its recipients can be told of a later decision; and why a restricted record is in it.

ALTER TABLE bundle ADD COLUMN records TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(records));
ALTER TABLE bundle ADD COLUMN restricted_because TEXT NOT NULL DEFAULT '';

-- Persons without papers.

-- Language work: jobs, versions of renderings, anchors, annotations, glossary.

-- Assignments: stores of their own for interpreters and translators, and what came back.
