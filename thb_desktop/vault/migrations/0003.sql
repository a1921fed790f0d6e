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

CREATE TABLE code_translation_type (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_translation_type_stays BEFORE UPDATE ON code_translation_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_translation_type_is_kept BEFORE DELETE ON code_translation_type BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_source_form (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_source_form_stays BEFORE UPDATE ON code_source_form BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_source_form_is_kept BEFORE DELETE ON code_source_form BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_concern_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_concern_kind_stays BEFORE UPDATE ON code_concern_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_concern_kind_is_kept BEFORE DELETE ON code_concern_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_verdict_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_verdict_kind_stays BEFORE UPDATE ON code_verdict_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_verdict_kind_is_kept BEFORE DELETE ON code_verdict_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_certificate_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_certificate_kind_stays BEFORE UPDATE ON code_certificate_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_certificate_kind_is_kept BEFORE DELETE ON code_certificate_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_annotation_code (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_annotation_code_stays BEFORE UPDATE ON code_annotation_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_code_is_kept BEFORE DELETE ON code_annotation_code BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_annotation_basis (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_annotation_basis_stays BEFORE UPDATE ON code_annotation_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_basis_is_kept BEFORE DELETE ON code_annotation_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_annotation_visibility (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_annotation_visibility_stays BEFORE UPDATE ON code_annotation_visibility BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_annotation_visibility_is_kept BEFORE DELETE ON code_annotation_visibility BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_term_domain (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_term_domain_stays BEFORE UPDATE ON code_term_domain BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_term_domain_is_kept BEFORE DELETE ON code_term_domain BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_term_status (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_term_status_stays BEFORE UPDATE ON code_term_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_term_status_is_kept BEFORE DELETE ON code_term_status BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

-- A job is one linguist's work on a record. Its versions, signatures, verdicts and certificates are only added.

CREATE TABLE language_job (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    interview_id TEXT NOT NULL REFERENCES interview (id),
    number TEXT NOT NULL CHECK (number <> ''),
    target_language TEXT NOT NULL CHECK (target_language <> ''),
    linguist_id TEXT NOT NULL REFERENCES interpreter (id),
    translation_type TEXT NOT NULL REFERENCES code_translation_type (code),
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    opened_by TEXT NOT NULL REFERENCES user (id),
    opened_at TEXT NOT NULL,
    source_language TEXT NOT NULL DEFAULT '',
    from_job_id TEXT DEFAULT NULL REFERENCES language_job (id),
    made_from TEXT DEFAULT NULL REFERENCES code_source_form (code),
    made_from_note TEXT NOT NULL DEFAULT '',
    closed_at TEXT DEFAULT NULL,
    closed_by TEXT DEFAULT NULL REFERENCES user (id),
    closed_because TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_because = ''))
) STRICT;
CREATE INDEX language_job_of_record ON language_job (interview_id);
CREATE INDEX language_job_of_case ON language_job (case_id);
CREATE TRIGGER language_job_names_its_own_case BEFORE INSERT ON language_job
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id = NEW.case_id)
    OR NOT EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.linguist_id AND case_id = NEW.case_id)
    OR (NEW.from_job_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM language_job WHERE id = NEW.from_job_id AND interview_id = NEW.interview_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER language_job_names_what_stands BEFORE INSERT ON language_job
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.linguist_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM language_job WHERE id = NEW.from_job_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER language_job_stays BEFORE UPDATE ON language_job
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.interview_id <> NEW.interview_id OR OLD.number <> NEW.number
    OR OLD.target_language <> NEW.target_language OR OLD.source_language <> NEW.source_language
    OR OLD.from_job_id IS NOT NEW.from_job_id OR OLD.linguist_id <> NEW.linguist_id
    OR OLD.opened_by <> NEW.opened_by OR OLD.opened_at <> NEW.opened_at
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER language_job_stays_struck BEFORE UPDATE ON language_job
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;

CREATE TABLE rendering_version (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    source_digest TEXT NOT NULL CHECK (length(source_digest) = 64 AND source_digest NOT GLOB '*[^0-9a-f]*'),
    author_id TEXT NOT NULL REFERENCES interpreter (id),
    typed_by TEXT NOT NULL REFERENCES user (id),
    typed_at TEXT NOT NULL,
    UNIQUE (job_id, segment_id, number)
) STRICT;
CREATE TRIGGER rendering_version_names_its_own_record BEFORE INSERT ON rendering_version
WHEN NOT EXISTS (SELECT 1 FROM language_job JOIN segment ON segment.interview_id = language_job.interview_id
    WHERE language_job.id = NEW.job_id AND segment.id = NEW.segment_id AND language_job.linguist_id = NEW.author_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER rendering_version_follows BEFORE INSERT ON rendering_version
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM rendering_version
    WHERE job_id = NEW.job_id AND segment_id = NEW.segment_id)
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;

CREATE TABLE version_signature (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    state TEXT NOT NULL REFERENCES code_rendering_state (code) CHECK (state IN ('DRAFT', 'SELF_CHECKED')),
    versions TEXT NOT NULL CHECK (json_valid(versions) AND versions <> '[]'),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE INDEX version_signature_of_job ON version_signature (job_id);
CREATE TRIGGER version_signature_is_of_the_author BEFORE INSERT ON version_signature
WHEN EXISTS (SELECT 1 FROM json_each(NEW.versions) AS signed WHERE NOT EXISTS (
    SELECT 1 FROM rendering_version WHERE id = json_extract(signed.value, '$[0]')
    AND job_id = NEW.job_id AND author_id = NEW.interpreter_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

CREATE TABLE version_withdrawal (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    version_id TEXT NOT NULL UNIQUE REFERENCES rendering_version (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE INDEX version_withdrawal_of_job ON version_withdrawal (job_id);
CREATE TRIGGER version_withdrawal_is_of_the_author BEFORE INSERT ON version_withdrawal
WHEN NOT EXISTS (SELECT 1 FROM rendering_version WHERE id = NEW.version_id
    AND job_id = NEW.job_id AND author_id = NEW.interpreter_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

CREATE TABLE revision_verdict (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    version_id TEXT NOT NULL REFERENCES rendering_version (id),
    version_digest TEXT NOT NULL CHECK (length(version_digest) = 64 AND version_digest NOT GLOB '*[^0-9a-f]*'),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    kind TEXT NOT NULL REFERENCES code_verdict_kind (code),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    own_text TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'DISPUTES') = (own_text <> '') AND (kind <> 'DISPUTES' OR reason <> ''))
) STRICT;
CREATE INDEX revision_verdict_of_job ON revision_verdict (job_id);
CREATE INDEX revision_verdict_of_version ON revision_verdict (version_id);
CREATE TRIGGER revision_verdict_is_of_another BEFORE INSERT ON revision_verdict
WHEN EXISTS (SELECT 1 FROM rendering_version JOIN interpreter ON interpreter.id = rendering_version.author_id
    WHERE rendering_version.id = NEW.version_id
    AND (rendering_version.author_id = NEW.interpreter_id OR interpreter.user_id = NEW.user_id))
BEGIN SELECT RAISE(ABORT, 'own-revision'); END;
CREATE TRIGGER revision_verdict_names_its_own_case BEFORE INSERT ON revision_verdict
WHEN NOT EXISTS (SELECT 1 FROM rendering_version JOIN language_job ON language_job.id = rendering_version.job_id
    JOIN interpreter ON interpreter.case_id = language_job.case_id
    WHERE rendering_version.id = NEW.version_id AND language_job.id = NEW.job_id AND interpreter.id = NEW.interpreter_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    anchor TEXT NOT NULL CHECK (json_valid(anchor)),
    code TEXT NOT NULL REFERENCES code_annotation_code (code) CHECK (code <> 'SAFETY_FLAG'),
    basis TEXT REFERENCES code_annotation_basis (code)
        CHECK ((basis IS NOT NULL OR code = 'QUERY') AND (basis IS NULL OR basis <> 'ASSESSMENT' OR code IN ('DIALECT', 'CODE_SWITCH'))),
    visibility TEXT NOT NULL REFERENCES code_annotation_visibility (code) CHECK (visibility <> 'SEALED'),
    language TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    author_id TEXT NOT NULL REFERENCES interpreter (id),
    typed_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX annotation_of_job ON annotation (job_id, segment_id);
CREATE TRIGGER annotation_names_its_own_record BEFORE INSERT ON annotation
WHEN NOT EXISTS (SELECT 1 FROM language_job JOIN segment ON segment.interview_id = language_job.interview_id
    WHERE language_job.id = NEW.job_id AND segment.id = NEW.segment_id AND language_job.linguist_id = NEW.author_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER annotation_stays BEFORE UPDATE ON annotation
WHEN OLD.struck <> '' OR OLD.id <> NEW.id OR OLD.job_id <> NEW.job_id OR OLD.segment_id <> NEW.segment_id
    OR OLD.anchor <> NEW.anchor OR OLD.code <> NEW.code OR OLD.basis IS NOT NEW.basis OR OLD.visibility <> NEW.visibility
    OR OLD.language <> NEW.language OR OLD.text <> NEW.text OR OLD.author_id <> NEW.author_id
    OR OLD.typed_by <> NEW.typed_by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;

CREATE TABLE annotation_answer (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    annotation_id TEXT NOT NULL REFERENCES annotation (id),
    text TEXT NOT NULL CHECK (text <> ''),
    given_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_answer_of_job ON annotation_answer (job_id);
CREATE TRIGGER annotation_answer_is_of_its_job BEFORE INSERT ON annotation_answer
WHEN NOT EXISTS (SELECT 1 FROM annotation WHERE id = NEW.annotation_id AND job_id = NEW.job_id AND struck = '')
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

-- Sealed for those who may read it: the row says only that something was raised, in which record, and by whose session.

CREATE TABLE safety_flag (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    interview_id TEXT NOT NULL REFERENCES interview (id),
    sealed TEXT NOT NULL CHECK (sealed <> ''),
    wrapped TEXT NOT NULL CHECK (json_valid(wrapped) AND wrapped <> '[]'),
    typed_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    settled_by TEXT DEFAULT NULL REFERENCES user (id),
    settled_at TEXT DEFAULT NULL,
    CHECK ((settled_by IS NULL) = (settled_at IS NULL))
) STRICT;
CREATE INDEX safety_flag_of_case ON safety_flag (case_id);
CREATE INDEX safety_flag_of_record ON safety_flag (interview_id);
CREATE TRIGGER safety_flag_names_its_own_case BEFORE INSERT ON safety_flag
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER safety_flag_begins_open BEFORE INSERT ON safety_flag
WHEN NEW.settled_by IS NOT NULL OR NEW.settled_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER safety_flag_stays BEFORE UPDATE ON safety_flag
WHEN OLD.settled_by IS NOT NULL OR OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.interview_id <> NEW.interview_id
    OR OLD.sealed <> NEW.sealed OR OLD.wrapped <> NEW.wrapped OR OLD.typed_by <> NEW.typed_by OR OLD.at <> NEW.at
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;

CREATE TABLE certificate_template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    language TEXT NOT NULL CHECK (language <> ''),
    elements TEXT NOT NULL CHECK (json_valid(elements) AND elements <> '[]'),
    is_official INTEGER NOT NULL CHECK (is_official IN (0, 1)),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    UNIQUE (name, language, version)
) STRICT;
CREATE TRIGGER certificate_template_follows BEFORE INSERT ON certificate_template
WHEN NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM certificate_template
    WHERE name = NEW.name AND language = NEW.language)
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;

CREATE TABLE language_certificate (
    id TEXT PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES language_job (id),
    interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
    user_id TEXT NOT NULL REFERENCES user (id),
    kind TEXT NOT NULL REFERENCES code_certificate_kind (code),
    template_id TEXT NOT NULL REFERENCES certificate_template (id),
    translation_type TEXT NOT NULL REFERENCES code_translation_type (code),
    made_from TEXT NOT NULL REFERENCES code_source_form (code),
    machine_assisted INTEGER NOT NULL
        CHECK (machine_assisted IN (0, 1) AND (machine_assisted = 0 OR translation_type = 'MACHINE_ASSISTED_POSTEDITED')),
    elements TEXT NOT NULL CHECK (json_valid(elements) AND elements <> '[]'),
    versions TEXT NOT NULL CHECK (json_valid(versions) AND versions <> '[]'),
    place TEXT NOT NULL CHECK (place <> ''),
    at TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
    registered_until TEXT DEFAULT NULL
) STRICT;
CREATE INDEX language_certificate_of_job ON language_certificate (job_id);
CREATE TRIGGER language_certificate_is_of_the_author BEFORE INSERT ON language_certificate
WHEN EXISTS (SELECT 1 FROM json_each(NEW.versions) AS covered WHERE NOT EXISTS (
    SELECT 1 FROM rendering_version WHERE id = json_extract(covered.value, '$[0]')
    AND job_id = NEW.job_id AND author_id = NEW.interpreter_id))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

CREATE TABLE glossary_concept (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    domain TEXT REFERENCES code_term_domain (code),
    definition TEXT NOT NULL,
    definition_source TEXT NOT NULL DEFAULT '',
    legal_system TEXT NOT NULL DEFAULT '',
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX glossary_concept_of_case ON glossary_concept (case_id);
CREATE TRIGGER glossary_concept_stays BEFORE UPDATE ON glossary_concept
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER glossary_concept_stays_struck BEFORE UPDATE ON glossary_concept
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;

CREATE TABLE glossary_term (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    concept_id TEXT NOT NULL REFERENCES glossary_concept (id),
    language TEXT NOT NULL CHECK (language <> ''),
    term TEXT NOT NULL CHECK (term <> ''),
    status TEXT REFERENCES code_term_status (code),
    reliability INTEGER DEFAULT NULL CHECK (reliability BETWEEN 1 AND 4),
    script TEXT NOT NULL DEFAULT '',
    transliteration TEXT NOT NULL DEFAULT '',
    part_of_speech TEXT NOT NULL DEFAULT '',
    context TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    checked_by TEXT DEFAULT NULL REFERENCES interpreter (id),
    checked_on TEXT DEFAULT NULL,
    struck TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX glossary_term_of_case ON glossary_term (case_id);
CREATE INDEX glossary_term_of_concept ON glossary_term (concept_id);
CREATE TRIGGER glossary_term_names_its_own_case BEFORE INSERT ON glossary_term
WHEN NOT EXISTS (SELECT 1 FROM glossary_concept WHERE id = NEW.concept_id AND case_id = NEW.case_id)
    OR EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.checked_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER glossary_term_still_names_its_own_case BEFORE UPDATE ON glossary_term
WHEN EXISTS (SELECT 1 FROM interpreter WHERE id = NEW.checked_by AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER glossary_term_stays BEFORE UPDATE ON glossary_term
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.concept_id <> NEW.concept_id
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER glossary_term_stays_struck BEFORE UPDATE ON glossary_term
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;

-- Nothing of it is changed where it is signed, nothing is deleted, and nothing is replaced.

CREATE TRIGGER rendering_version_stays BEFORE UPDATE ON rendering_version
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER version_signature_stays BEFORE UPDATE ON version_signature
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER version_withdrawal_stays BEFORE UPDATE ON version_withdrawal
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER revision_verdict_stays BEFORE UPDATE ON revision_verdict
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER annotation_answer_stays BEFORE UPDATE ON annotation_answer
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER certificate_template_stays BEFORE UPDATE ON certificate_template
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER language_certificate_stays BEFORE UPDATE ON language_certificate
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER language_job_is_kept BEFORE DELETE ON language_job BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER language_job_is_not_replaced BEFORE INSERT ON language_job
WHEN EXISTS (SELECT 1 FROM language_job WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER rendering_version_is_kept BEFORE DELETE ON rendering_version BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER rendering_version_is_not_replaced BEFORE INSERT ON rendering_version
WHEN EXISTS (SELECT 1 FROM rendering_version WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_signature_is_kept BEFORE DELETE ON version_signature BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_signature_is_not_replaced BEFORE INSERT ON version_signature
WHEN EXISTS (SELECT 1 FROM version_signature WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_withdrawal_is_kept BEFORE DELETE ON version_withdrawal BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER version_withdrawal_is_not_replaced BEFORE INSERT ON version_withdrawal
WHEN EXISTS (SELECT 1 FROM version_withdrawal WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER revision_verdict_is_kept BEFORE DELETE ON revision_verdict BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER revision_verdict_is_not_replaced BEFORE INSERT ON revision_verdict
WHEN EXISTS (SELECT 1 FROM revision_verdict WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_is_kept BEFORE DELETE ON annotation BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_is_not_replaced BEFORE INSERT ON annotation
WHEN EXISTS (SELECT 1 FROM annotation WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_answer_is_kept BEFORE DELETE ON annotation_answer BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER annotation_answer_is_not_replaced BEFORE INSERT ON annotation_answer
WHEN EXISTS (SELECT 1 FROM annotation_answer WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER safety_flag_is_kept BEFORE DELETE ON safety_flag BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER safety_flag_is_not_replaced BEFORE INSERT ON safety_flag
WHEN EXISTS (SELECT 1 FROM safety_flag WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER certificate_template_is_kept BEFORE DELETE ON certificate_template BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER certificate_template_is_not_replaced BEFORE INSERT ON certificate_template
WHEN EXISTS (SELECT 1 FROM certificate_template WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER language_certificate_is_kept BEFORE DELETE ON language_certificate BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER language_certificate_is_not_replaced BEFORE INSERT ON language_certificate
WHEN EXISTS (SELECT 1 FROM language_certificate WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_concept_is_kept BEFORE DELETE ON glossary_concept BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_concept_is_not_replaced BEFORE INSERT ON glossary_concept
WHEN EXISTS (SELECT 1 FROM glossary_concept WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_term_is_kept BEFORE DELETE ON glossary_term BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER glossary_term_is_not_replaced BEFORE INSERT ON glossary_term
WHEN EXISTS (SELECT 1 FROM glossary_term WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Assignments: stores of their own for interpreters and translators, and what came back.

CREATE TABLE code_draft_history (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_draft_history_stays BEFORE UPDATE ON code_draft_history BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_draft_history_is_kept BEFORE DELETE ON code_draft_history BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
ALTER TABLE office ADD COLUMN assignment TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN home TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN draft_history TEXT DEFAULT NULL REFERENCES code_draft_history (code);
ALTER TABLE office ADD COLUMN due_on TEXT DEFAULT NULL;
ALTER TABLE office ADD COLUMN terms TEXT NOT NULL DEFAULT '';

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
    handback_id TEXT NOT NULL REFERENCES handback (id),
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
-- The live desk.

ALTER TABLE segment ADD COLUMN at TEXT DEFAULT NULL;
ALTER TABLE rendering ADD COLUMN mode TEXT DEFAULT NULL REFERENCES code_interpreting_mode (code)
    CHECK (mode IS NULL OR kind = 'RENDITION');
-- A turn of a draft that was undone can be done again: it stands again as itself.
DROP TRIGGER segment_stays_struck;
CREATE TRIGGER segment_stays_struck BEFORE UPDATE ON segment
WHEN OLD.struck <> '' AND NEW.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;

-- Copies that are printed to be signed by hand, and the scan of the signed paper.

CREATE TABLE signing_copy (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    pages INTEGER NOT NULL CHECK (pages > 0),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    scan_id TEXT DEFAULT NULL REFERENCES exhibit (id)
) STRICT;
CREATE INDEX signing_copy_of_interview ON signing_copy (interview_id);
CREATE TRIGGER signing_copy_is_of_an_open_record BEFORE INSERT ON signing_copy
WHEN NOT EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND (state = 'READ_BACK'
    OR state = 'DRAFT' AND rectifies_id IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER signing_copy_has_no_scan_yet BEFORE INSERT ON signing_copy WHEN NEW.scan_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER signing_copy_stays BEFORE UPDATE ON signing_copy
WHEN (NEW.id, NEW.interview_id, NEW.digest, NEW.pages, NEW.made_by, NEW.at)
    IS NOT (OLD.id, OLD.interview_id, OLD.digest, OLD.pages, OLD.made_by, OLD.at)
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER signing_copy_has_a_scan_of_its_case BEFORE UPDATE ON signing_copy
WHEN NOT EXISTS (SELECT 1 FROM exhibit JOIN interview ON interview.case_id = exhibit.case_id
    JOIN exhibit_file ON exhibit_file.exhibit_id = exhibit.id
    WHERE exhibit.id = NEW.scan_id AND interview.id = NEW.interview_id AND exhibit.kind = 'DOCUMENT_SCAN'
    AND exhibit.struck = '')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE INDEX signing_copy_of_scan ON signing_copy (scan_id);
CREATE TRIGGER signing_copy_has_a_scan_of_its_own BEFORE UPDATE ON signing_copy
WHEN EXISTS (SELECT 1 FROM signing_copy WHERE scan_id = NEW.scan_id AND interview_id <> NEW.interview_id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER signing_copy_is_kept BEFORE DELETE ON signing_copy BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER signing_copy_is_not_replaced BEFORE INSERT ON signing_copy
WHEN EXISTS (SELECT 1 FROM signing_copy WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
-- Persons without papers: claims about them, decisions about their age, and two records of one person.

CREATE TABLE code_claim_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_claim_kind_stays BEFORE UPDATE ON code_claim_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_claim_kind_is_kept BEFORE DELETE ON code_claim_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_claim_basis (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_claim_basis_stays BEFORE UPDATE ON code_claim_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_claim_basis_is_kept BEFORE DELETE ON code_claim_basis BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_kinship (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_kinship_stays BEFORE UPDATE ON code_kinship BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_kinship_is_kept BEFORE DELETE ON code_kinship BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_age_finding (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_age_finding_stays BEFORE UPDATE ON code_age_finding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_age_finding_is_kept BEFORE DELETE ON code_age_finding BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE code_person_link_kind (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_person_link_kind_stays BEFORE UPDATE ON code_person_link_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_person_link_kind_is_kept BEFORE DELETE ON code_person_link_kind BEGIN SELECT RAISE(ABORT, 'code-stays'); END;

CREATE TABLE person_claim (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL REFERENCES code_claim_kind (code),
    basis TEXT NOT NULL REFERENCES code_claim_basis (code),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    relation TEXT DEFAULT NULL REFERENCES code_kinship (code),
    other_id TEXT DEFAULT NULL REFERENCES person (id),
    born TEXT DEFAULT NULL CHECK (born <> ''),
    nationality TEXT NOT NULL DEFAULT '' CHECK (nationality = '' OR length(nationality) = 2),
    said_by_id TEXT DEFAULT NULL REFERENCES person (id),
    said_by TEXT NOT NULL DEFAULT '',
    said_on TEXT DEFAULT NULL CHECK (said_on <> ''),
    interview_id TEXT DEFAULT NULL REFERENCES interview (id),
    turn_id TEXT DEFAULT NULL REFERENCES segment (id),
    exhibit_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    page INTEGER DEFAULT NULL CHECK (page > 0),
    statement TEXT NOT NULL DEFAULT '',
    anchors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(anchors)),
    struck TEXT NOT NULL DEFAULT '',
    CHECK ((kind = 'KINSHIP') = (relation IS NOT NULL)),
    CHECK ((kind = 'BIRTH') = (born IS NOT NULL)),
    CHECK ((kind = 'NATIONALITY') = (nationality <> '')),
    CHECK (other_id IS NULL OR (kind = 'KINSHIP' AND other_id <> person_id)),
    CHECK (basis <> 'OTHER_PERSON' OR said_by <> '' OR said_by_id IS NOT NULL),
    CHECK (turn_id IS NULL OR interview_id IS NOT NULL),
    CHECK (page IS NULL OR exhibit_id IS NOT NULL),
    CHECK (interview_id IS NOT NULL OR exhibit_id IS NOT NULL OR statement <> '')
) STRICT;
CREATE INDEX person_claim_of_case ON person_claim (case_id);
CREATE INDEX person_claim_of_person ON person_claim (person_id);
CREATE TRIGGER person_claim_names_its_own_case BEFORE INSERT ON person_claim
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id = NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id IN (NEW.other_id, NEW.said_by_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id IS NOT NEW.interview_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_claim_still_names_its_own_case BEFORE UPDATE ON person_claim
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id = NEW.case_id)
    OR EXISTS (SELECT 1 FROM person WHERE id IN (NEW.other_id, NEW.said_by_id) AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM interview WHERE id = NEW.interview_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM segment WHERE id = NEW.turn_id AND interview_id IS NOT NEW.interview_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_claim_names_what_stands BEFORE INSERT ON person_claim
WHEN EXISTS (SELECT 1 FROM person WHERE id IN (NEW.person_id, NEW.other_id, NEW.said_by_id) AND struck <> '')
    OR EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_claim_stays BEFORE UPDATE ON person_claim
WHEN OLD.id <> NEW.id OR OLD.case_id <> NEW.case_id OR OLD.person_id <> NEW.person_id OR OLD.kind <> NEW.kind
    OR OLD.entered_by <> NEW.entered_by OR OLD.at <> NEW.at OR OLD.interview_id IS NOT NEW.interview_id
    OR OLD.turn_id IS NOT NEW.turn_id OR OLD.exhibit_id IS NOT NEW.exhibit_id OR OLD.page IS NOT NEW.page
    OR OLD.anchors <> NEW.anchors
BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER person_claim_stays_struck BEFORE UPDATE ON person_claim
WHEN OLD.struck <> '' BEGIN SELECT RAISE(ABORT, 'struck'); END;

CREATE TABLE claim_use (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    claim_id TEXT NOT NULL REFERENCES person_claim (id),
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    reason TEXT NOT NULL CHECK (reason <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    words_digest TEXT NOT NULL DEFAULT '',
    CHECK (words_digest = '' OR length(words_digest) = 64 AND words_digest NOT GLOB '*[^0-9a-f]*'),
    CHECK (used = 1 OR words_digest = '')
) STRICT;
CREATE INDEX claim_use_of_case ON claim_use (case_id);
CREATE INDEX claim_use_of_claim ON claim_use (claim_id);
CREATE TRIGGER claim_use_is_of_its_case BEFORE INSERT ON claim_use
WHEN NOT EXISTS (SELECT 1 FROM person_claim WHERE id = NEW.claim_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER claim_use_is_of_a_standing_claim BEFORE INSERT ON claim_use
WHEN EXISTS (SELECT 1 FROM person_claim WHERE id = NEW.claim_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;

CREATE TABLE age_decision (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    finding TEXT NOT NULL REFERENCES code_age_finding (code),
    entered_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '' CHECK (reference <> ''),
    decided_by TEXT NOT NULL DEFAULT '' CHECK (decided_by <> ''),
    decided_on TEXT DEFAULT NULL CHECK (decided_on IS NOT NULL AND decided_on <> ''),
    reason TEXT NOT NULL DEFAULT '' CHECK (reason <> '')
) STRICT;
CREATE INDEX age_decision_of_case ON age_decision (case_id);
CREATE INDEX age_decision_of_person ON age_decision (person_id);
CREATE TRIGGER age_decision_is_of_its_case BEFORE INSERT ON age_decision
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;

CREATE TABLE person_link (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL REFERENCES code_person_link_kind (code),
    kept_id TEXT NOT NULL REFERENCES person (id),
    other_id TEXT NOT NULL REFERENCES person (id) CHECK (other_id <> kept_id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    of_id TEXT DEFAULT NULL REFERENCES person_link (id),
    printed INTEGER DEFAULT NULL CHECK (printed IN (0, 1)),
    CHECK ((kind = 'MERGED') = (printed IS NOT NULL)),
    CHECK (kind = 'MERGED' OR (kind = 'PROPOSED') = (of_id IS NULL))
) STRICT;
CREATE INDEX person_link_of_case ON person_link (case_id);
CREATE INDEX person_link_of_other ON person_link (other_id);
CREATE INDEX person_link_of_answered ON person_link (of_id) WHERE of_id IS NOT NULL;
CREATE UNIQUE INDEX person_link_is_answered_once ON person_link (of_id) WHERE of_id IS NOT NULL;
CREATE TRIGGER person_link_is_of_one_case BEFORE INSERT ON person_link
WHEN (SELECT count(*) FROM person WHERE id IN (NEW.kept_id, NEW.other_id) AND case_id = NEW.case_id) <> 2
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER person_link_names_what_stands BEFORE INSERT ON person_link
WHEN NEW.kind IN ('PROPOSED', 'MERGED') AND (
    EXISTS (SELECT 1 FROM person WHERE id IN (NEW.kept_id, NEW.other_id) AND struck <> '')
    OR EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER person_link_answers_what_it_may BEFORE INSERT ON person_link
WHEN NEW.of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_link AS answered
    WHERE answered.id = NEW.of_id AND answered.case_id = NEW.case_id
    AND answered.kind = CASE NEW.kind WHEN 'SPLIT' THEN 'MERGED' ELSE 'PROPOSED' END
    AND NEW.kept_id IN (answered.kept_id, answered.other_id)
    AND NEW.other_id IN (answered.kept_id, answered.other_id)
    AND (NEW.kind <> 'SPLIT' OR NEW.kept_id = answered.kept_id))
BEGIN SELECT RAISE(ABORT, 'merge-order'); END;
CREATE TRIGGER person_link_merges_what_is_apart BEFORE INSERT ON person_link
WHEN NEW.kind IN ('PROPOSED', 'MERGED') AND EXISTS (SELECT 1 FROM person_link AS merged
    WHERE merged.kind = 'MERGED' AND merged.other_id IN (NEW.kept_id, NEW.other_id)
    AND NOT EXISTS (SELECT 1 FROM person_link WHERE kind = 'SPLIT' AND of_id = merged.id))
BEGIN SELECT RAISE(ABORT, 'merge-order'); END;
CREATE TRIGGER person_is_not_struck_while_merged BEFORE UPDATE ON person
WHEN OLD.struck = '' AND NEW.struck <> '' AND EXISTS (SELECT 1 FROM person_link AS merged
    WHERE merged.kind = 'MERGED' AND NEW.id IN (merged.kept_id, merged.other_id)
    AND NOT EXISTS (SELECT 1 FROM person_link WHERE kind = 'SPLIT' AND of_id = merged.id))
BEGIN SELECT RAISE(ABORT, 'merge-order'); END;
CREATE TRIGGER claim_use_stays BEFORE UPDATE ON claim_use BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER age_decision_stays BEFORE UPDATE ON age_decision BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER person_link_stays BEFORE UPDATE ON person_link BEGIN SELECT RAISE(ABORT, 'correction-stays'); END;
CREATE TRIGGER person_claim_is_kept BEFORE DELETE ON person_claim BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_claim_is_not_replaced BEFORE INSERT ON person_claim
WHEN EXISTS (SELECT 1 FROM person_claim WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER claim_use_is_kept BEFORE DELETE ON claim_use BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER claim_use_is_not_replaced BEFORE INSERT ON claim_use
WHEN EXISTS (SELECT 1 FROM claim_use WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER age_decision_is_kept BEFORE DELETE ON age_decision BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER age_decision_is_not_replaced BEFORE INSERT ON age_decision
WHEN EXISTS (SELECT 1 FROM age_decision WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_link_is_kept BEFORE DELETE ON person_link BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER person_link_is_not_replaced BEFORE INSERT ON person_link
WHEN EXISTS (SELECT 1 FROM person_link WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- Statements made elsewhere. Nobody who heard the person need be known: the table is rebuilt, and the column stays at its
-- place, because the digests of earlier events take the cells of a row in the order of the columns.

CREATE TABLE new_interview (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    person_id TEXT NOT NULL REFERENCES person (id),
    lead_interviewer_id TEXT DEFAULT NULL REFERENCES official (id),
    language TEXT NOT NULL CHECK (language <> ''),
    procedure_language TEXT NOT NULL CHECK (procedure_language <> ''),
    state TEXT NOT NULL REFERENCES code_interview_state (code) DEFAULT 'DRAFT',
    record_digest TEXT NOT NULL DEFAULT ''
        CHECK (length(record_digest) = CASE state WHEN 'SIGNED' THEN 64 ELSE 0 END),
    record_salt TEXT NOT NULL DEFAULT '',
    supplements_id TEXT DEFAULT NULL REFERENCES interview (id),
    rectifies_id TEXT DEFAULT NULL REFERENCES interview (id),
    record_keeper_id TEXT DEFAULT NULL REFERENCES official (id),
    authority_id TEXT DEFAULT NULL REFERENCES authority (id),
    instrument_id TEXT DEFAULT NULL REFERENCES instrument (id),
    stage TEXT DEFAULT NULL REFERENCES code_procedure_stage (code),
    legal_basis TEXT NOT NULL DEFAULT '',
    record_kind TEXT DEFAULT NULL REFERENCES code_record_kind (code),
    authoritative_text TEXT DEFAULT NULL REFERENCES code_authoritative_text (code),
    medium TEXT DEFAULT NULL REFERENCES code_medium (code),
    premises TEXT DEFAULT NULL REFERENCES code_premises (code),
    place TEXT NOT NULL DEFAULT '',
    held_on TEXT DEFAULT NULL CHECK (held_on <> ''),
    started_at TEXT DEFAULT NULL,
    ended_at TEXT DEFAULT NULL,
    clock_source TEXT DEFAULT NULL REFERENCES code_clock_source (code),
    clock_checked_at TEXT DEFAULT NULL,
    clock_offset TEXT NOT NULL DEFAULT '',
    language_note TEXT NOT NULL DEFAULT '',
    procedure_language_understood INTEGER DEFAULT NULL CHECK (procedure_language_understood IN (0, 1)),
    understanding_checked_by TEXT NOT NULL DEFAULT '',
    sequence INTEGER DEFAULT NULL CHECK (sequence > 0),
    earlier_known INTEGER DEFAULT NULL CHECK (earlier_known IN (0, 1)),
    necessity TEXT NOT NULL DEFAULT '',
    delay_reason TEXT NOT NULL DEFAULT '',
    health_statement TEXT NOT NULL DEFAULT '',
    intoxication_noted INTEGER DEFAULT NULL CHECK (intoxication_noted IN (0, 1)),
    measures_decided INTEGER DEFAULT NULL CHECK (measures_decided IN (0, 1)),
    same_sex_asked INTEGER DEFAULT NULL CHECK (same_sex_asked IN (0, 1)),
    unaccompanied_reason TEXT NOT NULL DEFAULT '',
    defence_participation TEXT DEFAULT NULL REFERENCES code_defence_participation (code),
    defence_note TEXT NOT NULL DEFAULT '',
    recording_made INTEGER DEFAULT NULL CHECK (recording_made IN (0, 1)),
    recording_id TEXT DEFAULT NULL REFERENCES exhibit (id),
    recording_note TEXT NOT NULL DEFAULT '',
    readback_mode TEXT DEFAULT NULL REFERENCES code_readback_mode (code),
    readback_language TEXT NOT NULL DEFAULT '',
    readback_started_at TEXT DEFAULT NULL,
    readback_ended_at TEXT DEFAULT NULL,
    readback_note TEXT NOT NULL DEFAULT '',
    confirmation TEXT DEFAULT NULL REFERENCES code_person_confirmation (code),
    complaint_made INTEGER DEFAULT NULL CHECK (complaint_made IN (0, 1)),
    complaint TEXT NOT NULL DEFAULT '',
    complaint_response TEXT DEFAULT NULL REFERENCES code_complaint_response (code),
    copy_given TEXT DEFAULT NULL REFERENCES code_copy_given (code),
    copy_note TEXT NOT NULL DEFAULT '',
    final_statement TEXT NOT NULL DEFAULT '',
    next_steps TEXT NOT NULL DEFAULT '',
    clock_offset_seconds INTEGER DEFAULT NULL,
    identity_verification TEXT DEFAULT NULL REFERENCES code_identity_verification (code),
    identity_verified_by TEXT NOT NULL DEFAULT '',
    contact_route TEXT DEFAULT NULL REFERENCES code_contact_route (code),
    health_judged_by TEXT NOT NULL DEFAULT '',
    literacy TEXT NOT NULL DEFAULT '',
    disability_support TEXT NOT NULL DEFAULT '',
    UNIQUE (case_id, number),
    CHECK (held_on IS NULL OR started_at IS NULL),
    CHECK (supplements_id IS NULL OR rectifies_id IS NULL)
) STRICT;
INSERT INTO new_interview SELECT * FROM interview;
DROP TABLE interview;
ALTER TABLE new_interview RENAME TO interview;
CREATE TRIGGER interview_begins BEFORE INSERT ON interview
WHEN NEW.state <> 'DRAFT' BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_is_about_a_signed_one BEFORE INSERT ON interview
WHEN coalesce(NEW.supplements_id, NEW.rectifies_id) IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM interview WHERE id = coalesce(NEW.supplements_id, NEW.rectifies_id)
    AND case_id = NEW.case_id AND person_id = NEW.person_id AND state = 'SIGNED')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_stays_about_it BEFORE UPDATE ON interview
WHEN OLD.supplements_id IS NOT NEW.supplements_id OR OLD.rectifies_id IS NOT NEW.rectifies_id
    OR OLD.case_id <> NEW.case_id
    OR (OLD.person_id <> NEW.person_id AND coalesce(OLD.supplements_id, OLD.rectifies_id) IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_goes_forward BEFORE UPDATE ON interview
WHEN (OLD.state = 'READ_BACK' AND NEW.state = 'DRAFT')
    OR (OLD.state = 'DRAFT' AND NEW.state = 'SIGNED' AND NEW.rectifies_id IS NULL)
    OR NEW.state NOT IN ('DRAFT', 'READ_BACK', 'SIGNED')
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER interview_is_frozen BEFORE UPDATE ON interview
WHEN OLD.state NOT IN ('DRAFT', 'READ_BACK') BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interview_names_its_own_case BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER interview_still_names_its_own_case BEFORE UPDATE ON interview
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND case_id <> NEW.case_id)
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND case_id <> NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER interview_begins_in_a_standing_case BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM case_file WHERE id = NEW.case_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interview_names_what_stands BEFORE INSERT ON interview
WHEN coalesce(NEW.supplements_id, NEW.rectifies_id) IS NULL AND (EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND struck <> '')
    OR EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interview_still_names_what_stands BEFORE UPDATE ON interview
WHEN (OLD.person_id IS NOT NEW.person_id AND EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND struck <> ''))
    OR (OLD.lead_interviewer_id IS NOT NEW.lead_interviewer_id AND EXISTS (SELECT 1 FROM official WHERE id = NEW.lead_interviewer_id AND struck <> ''))
    OR (OLD.record_keeper_id IS NOT NEW.record_keeper_id AND EXISTS (SELECT 1 FROM official WHERE id = NEW.record_keeper_id AND struck <> ''))
    OR (OLD.authority_id IS NOT NEW.authority_id AND EXISTS (SELECT 1 FROM authority WHERE id = NEW.authority_id AND struck <> ''))
    OR (OLD.instrument_id IS NOT NEW.instrument_id AND EXISTS (SELECT 1 FROM instrument WHERE id = NEW.instrument_id AND struck <> ''))
    OR (OLD.recording_id IS NOT NEW.recording_id AND EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.recording_id AND struck <> ''))
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER interview_keeps_the_person_heard BEFORE UPDATE ON interview
WHEN OLD.state = 'READ_BACK' AND OLD.person_id <> NEW.person_id
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER interview_is_kept BEFORE DELETE ON interview BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER interview_is_not_replaced BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM interview WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE INDEX interview_supplementing ON interview (supplements_id) WHERE supplements_id IS NOT NULL;
CREATE INDEX interview_rectifying ON interview (rectifies_id) WHERE rectifies_id IS NOT NULL;
CREATE TRIGGER interview_is_not_about_an_annulled_one BEFORE INSERT ON interview
WHEN EXISTS (SELECT 1 FROM record_decision WHERE kind = 'ANNULLED'
    AND interview_id = coalesce(NEW.supplements_id, NEW.rectifies_id))
BEGIN SELECT RAISE(ABORT, 'record-annulled'); END;

CREATE TABLE code_taken_way (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER code_taken_way_stays BEFORE UPDATE ON code_taken_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TRIGGER code_taken_way_is_kept BEFORE DELETE ON code_taken_way BEGIN SELECT RAISE(ABORT, 'code-stays'); END;
CREATE TABLE statement_elsewhere (
    id TEXT PRIMARY KEY REFERENCES interview (id),
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    file_id TEXT NOT NULL REFERENCES exhibit_file (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    pages INTEGER NOT NULL CHECK (pages > 0),
    taken_by TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    signed TEXT DEFAULT NULL REFERENCES code_signature_method (code),
    signed_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX statement_elsewhere_of_file ON statement_elsewhere (file_id);
CREATE TABLE segment_place (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    segment_id TEXT NOT NULL REFERENCES segment (id),
    page INTEGER NOT NULL CHECK (page > 0),
    anchors TEXT NOT NULL CHECK (json_valid(anchors)),
    way TEXT NOT NULL REFERENCES code_taken_way (code)
) STRICT;
CREATE INDEX segment_place_of_page ON segment_place (interview_id, page);
CREATE INDEX segment_place_of_segment ON segment_place (segment_id);
CREATE TABLE page_comparison (
    id TEXT PRIMARY KEY,
    interview_id TEXT NOT NULL REFERENCES interview (id),
    page INTEGER NOT NULL CHECK (page > 0),
    digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    compared_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX page_comparison_of_record ON page_comparison (interview_id);
CREATE TRIGGER statement_elsewhere_names_its_file BEFORE INSERT ON statement_elsewhere
WHEN NOT EXISTS (SELECT 1 FROM exhibit_file JOIN exhibit ON exhibit.id = exhibit_file.exhibit_id
    JOIN interview ON interview.case_id = exhibit.case_id
    WHERE interview.id = NEW.id AND interview.state = 'DRAFT' AND exhibit.id = NEW.exhibit_id
    AND exhibit_file.id = NEW.file_id AND exhibit_file.sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER statement_elsewhere_names_what_stands BEFORE INSERT ON statement_elsewhere
WHEN EXISTS (SELECT 1 FROM exhibit WHERE id = NEW.exhibit_id AND struck <> '')
BEGIN SELECT RAISE(ABORT, 'struck'); END;
CREATE TRIGGER statement_elsewhere_comes_first BEFORE INSERT ON statement_elsewhere
WHEN EXISTS (SELECT 1 FROM segment WHERE interview_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER statement_elsewhere_changes_in_a_draft BEFORE UPDATE ON statement_elsewhere
WHEN OLD.id <> NEW.id OR OLD.exhibit_id <> NEW.exhibit_id OR OLD.file_id <> NEW.file_id
    OR OLD.sha256 <> NEW.sha256 OR OLD.pages <> NEW.pages
    OR (SELECT state FROM interview WHERE id = OLD.id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER segment_place_in_a_draft BEFORE INSERT ON segment_place
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER segment_place_is_of_its_record BEFORE INSERT ON segment_place
WHEN NOT EXISTS (SELECT 1 FROM segment JOIN statement_elsewhere ON statement_elsewhere.id = segment.interview_id
    WHERE segment.id = NEW.segment_id AND segment.interview_id = NEW.interview_id
    AND NEW.page <= statement_elsewhere.pages)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER segment_place_is_in_its_file BEFORE INSERT ON segment_place
WHEN NEW.page IS NOT (SELECT min(json_extract(value, '$.page')) FROM json_each(NEW.anchors))
    OR EXISTS (SELECT 1 FROM json_each(NEW.anchors) AS place JOIN statement_elsewhere ON statement_elsewhere.id = NEW.interview_id
    WHERE json_extract(place.value, '$.kind') IS NOT 'PAGE' OR json_extract(place.value, '$.page') > pages
    OR (json_extract(place.value, '$.of'), json_extract(place.value, '$.digest')) IS NOT (file_id, sha256))
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER interview_is_compared_page_by_page BEFORE UPDATE ON interview
WHEN OLD.state = 'DRAFT' AND NEW.state = 'READ_BACK' AND (SELECT pages FROM statement_elsewhere WHERE id = NEW.id)
    > (SELECT count(DISTINCT page) FROM page_comparison WHERE interview_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'record-order'); END;
CREATE TRIGGER page_comparison_in_a_draft BEFORE INSERT ON page_comparison
WHEN (SELECT state FROM interview WHERE id = NEW.interview_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER page_comparison_is_of_its_record BEFORE INSERT ON page_comparison
WHEN NOT EXISTS (SELECT 1 FROM statement_elsewhere WHERE id = NEW.interview_id AND NEW.page <= pages)
BEGIN SELECT RAISE(ABORT, 'another-case'); END;
CREATE TRIGGER segment_place_stays BEFORE UPDATE ON segment_place BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER page_comparison_stays BEFORE UPDATE ON page_comparison BEGIN SELECT RAISE(ABORT, 'record-frozen'); END;
CREATE TRIGGER statement_elsewhere_is_kept BEFORE DELETE ON statement_elsewhere BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER statement_elsewhere_is_not_replaced BEFORE INSERT ON statement_elsewhere
WHEN EXISTS (SELECT 1 FROM statement_elsewhere WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER segment_place_is_kept BEFORE DELETE ON segment_place BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER segment_place_is_not_replaced BEFORE INSERT ON segment_place
WHEN EXISTS (SELECT 1 FROM segment_place WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER page_comparison_is_kept BEFORE DELETE ON page_comparison BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER page_comparison_is_not_replaced BEFORE INSERT ON page_comparison
WHEN EXISTS (SELECT 1 FROM page_comparison WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;

CREATE TABLE caution_text (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL REFERENCES code_caution_code (code),
    language TEXT NOT NULL CHECK (language <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    made_by TEXT NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    UNIQUE (code, language, version)
) STRICT;
CREATE TRIGGER caution_text_follows BEFORE INSERT ON caution_text
WHEN NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM caution_text
    WHERE code = NEW.code AND language = NEW.language)
BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER caution_text_stays BEFORE UPDATE ON caution_text BEGIN SELECT RAISE(ABORT, 'language-stays'); END;
CREATE TRIGGER caution_text_is_kept BEFORE DELETE ON caution_text BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER caution_text_is_not_replaced BEFORE INSERT ON caution_text
WHEN EXISTS (SELECT 1 FROM caution_text WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'kept'); END;
