ALTER TABLE bundle ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE official RENAME COLUMN unit TO service;
CREATE TABLE new_interview (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_file (id),
    number TEXT NOT NULL CHECK (number <> ''),
    person_id TEXT NOT NULL REFERENCES person (id),
    lead_interviewer_id TEXT NOT NULL REFERENCES official (id),
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
    UNIQUE (case_id, number),
    CHECK (held_on IS NULL OR started_at IS NULL),
    CHECK (supplements_id IS NULL OR rectifies_id IS NULL),
    CHECK (length(place) < 10000)
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
