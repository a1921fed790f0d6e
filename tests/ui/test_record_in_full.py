"""The interview record and language work in full: each field and code that the documents of the field name is
described, has an editor in the window, and a name on the printed page in each language of a bundle.

The tables below are written from these documents, and not from the program.
"""

from enum import StrEnum

import pytest

from tests.services.samples.test_codes import CODES
from thb_desktop.domain import interview_fields as described
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.annotation_codes import DEFAULT_VISIBILITY
from thb_desktop.domain.fields import Description, Editor
from thb_desktop.domain.language_fields import CERTIFICATE, CONCEPT, LANGUAGE_JOB, TERM
from thb_desktop.domain.lineup_codes import LineupKind, LineupResult
from thb_desktop.domain.people_fields import IDENTITY, INTERPRETER, PERSON, PERSON_ROLE
from thb_desktop.domain.record_decision_fields import RECORD_DECISION
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.words import entries, find_field_name, section_name
from ui.forms.editors import CodeEditor, CodesEditor
from ui.forms.field_form import FieldForm
from ui.interviews.parts import PARTS, ROWS, part_of
from ui.language_work.noting import OFFERED

FIELDS: tuple[tuple[Description, str], ...] = (
    # A. Header
    (described.INTERVIEW, "number stage legal_basis legal_basis_state instrument_id authority_id"),
    (described.INTERVIEW, "lead_interviewer_id record_keeper_id record_kind authoritative_text sequence"),
    (described.INTERVIEW, "earlier_known necessity delay_reason medium premises started_at ended_at"),
    (described.INTERVIEW, "place place_street place_town place_country"),
    (described.INTERVIEW, "zone clock_source clock_checked_at clock_offset_seconds"),
    (described.EARLIER_INTERVIEW, "held_on authority recorded reason"),
    # B. Person heard
    (described.INTERVIEW, "person_id identity_verification identity_verified_by contact_route"),
    (PERSON, "code sex age_status identity_protection protection_reference nationalities"),
    (PERSON_ROLE, "role led_category"),
    (IDENTITY, "name family_name given_names other_names name_latin transliteration born documents_seen"),
    # C. Needs, safeguards, setting
    (described.INTERVIEW, "assessment_made health_statement health_judged_by intoxication_noted literacy"),
    (described.INTERVIEW, "disability_support measures_decided"),
    (described.SPECIAL_MEASURE, "measure requested_by decision reason decision_ref"),
    # D. Persons present
    (described.PRESENCE, "role name person_id function organisation place from_at to_at"),
    (described.PRESENCE, "may_ask_questions exclusion_decision"),
    (described.INTERVIEW, "defence_participation defence_note"),
    # E. Information and cautions given
    (described.CAUTION, "code given language mode understood given_at reply"),
    (described.VICTIM_INFORMATION, "item given_at deferred_reason"),
    # F. Interpreter
    (INTERPRETER, "code name register_name register_number register_state registered_until status"),
    (INTERPRETER, "languages directions"),
    (described.ENGAGEMENT, "interpreter_id from_language to_language oath oath_ref dialect_match modes"),
    (described.ENGAGEMENT, "oath_formula oath_taken_by comprehension_person comprehension_interpreter"),
    (described.ENGAGEMENT, "comprehension_confirmed comprehension_checked_by comprehension_checked_at"),
    (described.ENGAGEMENT, "channel channel_reason relay_order relay_note conflict conflict_note"),
    (described.ENGAGEMENT, "conflict_text conflict_asked conflict_declared confidentiality_ref briefing"),
    (described.ENGAGEMENT, "worked_from worked_to from_grade to_grade"),
    (described.INTERVENTION, "kind interpreter_id at turn_id note"),
    # G. Account
    (described.SEGMENT, "speaker speaker_id kind language source_text capture recording_from recording_to"),
    (described.SEGMENT, "question_type conduct silence_seconds pointed_at"),
    (described.RENDERING, "text language mode author_id state"),
    # H. Timeline, with the line-up that its event names
    (described.TIMELINE_EVENT, "kind at reason exhibit_id lineup_id"),
    (described.LINEUP, "number kind shown_at shown exhibit_id person_id place composed_by conducted_by"),
    (described.LINEUP, "conductor_knew may_be_absent_told described_before result chosen certainty"),
    # I. Recording
    (described.RECORDING, "device media_id started_at stopped_at continuous exhibit_id sealed"),
    (described.RECORDING, "working_copy_id held_by legal_basis view"),
    # J. Reading back and closing
    (described.INTERVIEW, "readback_mode readback_note readback_language readback_started_at"),
    (described.INTERVIEW, "readback_ended_at confirmation complaint_made complaint complaint_response"),
    (described.INTERVIEW, "final_statement copy_given copy_note next_steps"),
    (described.CORRECTION, "segment_id before after requested_by reason at initialled_by"),
    (described.SIGNATURE, "role method each_page at reason"),
    # What is decided about a signed record
    (RECORD_DECISION, "kind reference decided_by decided_on reason"),
    # Jobs of translation, certificates
    (LANGUAGE_JOB, "target_language linguist_id from_job_id source_language translation_type purpose"),
    (LANGUAGE_JOB, "made_from made_from_note"),
    (CERTIFICATE, "kind place machine_assisted registered_until"),
    # The glossary of a case
    (CONCEPT, "domain definition definition_source legal_system"),
    (TERM, "term language status reliability script transliteration part_of_speech context source"),
    (TERM, "checked_by checked_on"),
)
NEVER_PRINTED = {
    *(f"identity.{each.name}" for each in IDENTITY.fields),
    *("person.sex", "person.nationalities", "person.protection_reference"),
    *("interpreter.languages", "interpreter.directions", "segment.question_type"),
}
"""Sealed, or told of the person as far as the judge chose it; told of each engagement instead; and a code
for the training of interviewers."""
SAID_HERE: dict[type[StrEnum], str] = {
    v.Sex: "0 1 2 9",
    v.LanguageGrade: "A B C",
    v.RecordDecisionKind: "SEALED RESTRICTED ANNULLED",
    v.LedCategory: ("SUSPECT CONVICTED VICTIM OTHER_WITNESS OTHER_INFORMANT OTHER_CONTACT OTHER_ASSOCIATE"),
    v.IdentityVerification: "DOCUMENT BIOMETRIC KNOWN_TO_AUTHORITY THIRD_PARTY SELF_DECLARED_ONLY",
    v.ContactRoute: "SELF LAWYER SUPPORT_ORG GUARDIAN AUTHORITY",
    v.ProtectiveMeasure: f"{CODES[v.ProtectiveMeasure]} SAME_SEX_INTERVIEWER",
    v.PresencePlace: "ROOM OBSERVATION_ROOM REMOTE",
    v.VictimInformationItem: (
        "VRD4_SUPPORT_TYPES VRD4_COMPLAINT_PROCEDURE VRD4_PROTECTION_CONDITIONS VRD4_LEGAL_ADVICE_AID "
        "VRD4_COMPENSATION VRD4_INTERPRETATION_TRANSLATION VRD4_RESIDENT_ELSEWHERE "
        "VRD4_COMPLAINT_AGAINST_AUTHORITY VRD4_CASE_CONTACT VRD4_RESTORATIVE_JUSTICE VRD4_EXPENSES"
    ),
    v.ConflictQuestion: (
        "KNOWN_TO_PERSON KNOWN_TO_SUSPECT SAME_COMMUNITY PRIOR_WORK_FOR_PARTIES FAMILY "
        "ALSO_FOR_ANOTHER_PARTY FINANCIAL THREATS_RECEIVED"
    ),
}
"""Codes that the documents write in words alone, or in another section. A wish for an interviewer of the own
sex is one code, with its decision beside it."""
OF_THE_PROGRAM = {
    *(v.MeasureDecision, v.SignerRole, v.SpeakerRole, v.RenderingKind),
    *(LineupKind, LineupResult),
}
"""Codes of which the documents give no list."""
OTHERWISE = {
    "VRD_ART4_INFO": "VICTIM_RIGHTS_INFORMATION",
    "THB_REFLECTION_PERIOD": "REFLECTION_PERIOD",
    **{f"{each}_INFO": f"{each}_INFORMATION" for each in ("INTERNATIONAL_PROTECTION", "COMPENSATION")},
    **{f"{each}_INFO": f"{each}_INFORMATION" for each in ("NON_PUNISHMENT", "PROTECTION_MEASURES")},
}
"""Codes that the program writes otherwise."""


@pytest.mark.usefixtures("application")
def test_every_field_and_code_of_the_record_is_described_entered_and_printed():
    forms: dict[str, FieldForm] = {}
    for description, names in FIELDS:
        form = forms.setdefault(description.name, FieldForm(description, choices={}))
        for name in names.split():
            path, field = f"{description.name}.{name}", description[name]
            assert name in form.editors, path
            assert field.printed or path in NEVER_PRINTED, path
            for language in LANGUAGES:
                assert find_field_name(path, language), (path, language)
            if field.codes is None:
                continue
            told = {**CODES, **SAID_HERE}.get(field.codes, "")
            assert told or field.codes in OF_THE_PROGRAM, path
            offered = _offered(form, name)
            for code in (field.codes(OTHERWISE.get(each, each)) for each in told.split()):
                assert code in offered or code in field.derived, (path, code)
                assert all(words_in(language).label(code) for language in LANGUAGES), code


def _offered(form: FieldForm, name: str) -> set[str]:
    editor = form.editors[name]
    assert isinstance(editor, CodeEditor | CodesEditor)
    if form.description[name].editor is Editor.CODES:
        editor.set_value(tuple(form.description[name].codes or ()))  # type: ignore[arg-type]
        return set(editor.value())
    return {str(each) for each in editor.values}  # type: ignore[union-attr]


STATES = "DRAFT READ_BACK SIGNED SEALED SUPPLEMENTED ANNULLED_BY_DECISION RESTRICTED"
NOT_BY_A_NOTE = {v.AnnotationCode.QUERY, v.AnnotationCode.SAFETY_FLAG}
"""What a linguist says in ways of its own."""
PRINTED_AS: dict[type[StrEnum], str] = {
    v.InterviewState: STATES,
    v.AnnotationCode: CODES[v.AnnotationCode],
    v.AnnotationBasis: "OBSERVED KNOWLEDGE ASSESSMENT",
    v.AnnotationVisibility: "PRINT INTERNAL SEALED",
    v.RenderingState: CODES[v.RenderingState],
    v.TranslationType: CODES[v.TranslationType],
    v.CertificateKind: CODES[v.CertificateKind],
    v.SourceForm: CODES[v.SourceForm],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_state_of_a_record_and_each_code_of_its_language_work_has_words_of_its_own(language: str):
    wanted = {
        f"{codes.__name__}.{codes(each)}" for codes, told in PRINTED_AS.items() for each in told.split()
    }

    assert wanted - entries("codes", language).keys() == set()


def test_each_code_of_a_note_is_offered_and_printed_unless_it_is_said_to_stay():
    visibility = v.AnnotationVisibility
    internal, sealed = {"DIALECT", "QUERY"}, {"SAFETY_FLAG"}

    assert {*OFFERED, *NOT_BY_A_NOTE} == set(v.AnnotationCode)
    for code in (v.AnnotationCode(each) for each in CODES[v.AnnotationCode].split()):
        stays = visibility.INTERNAL if code in internal else visibility.SEALED if code in sealed else None
        assert DEFAULT_VISIBILITY[code] is (stays or visibility.PRINT), code


def test_every_described_row_and_section_of_the_record_has_its_part_of_the_window():
    rows = {each.name for each in described.ROWS}

    assert set(ROWS) == rows
    assert set(described.INTERVIEW.sections) <= set(PARTS)
    for description in (described.INTERVIEW, *described.ROWS):
        for field in description.fields:
            assert part_of(f"{description.name}.{field.name}"), (description.name, field.name)
    for language in LANGUAGES:
        assert all(section_name(part, language) for part in PARTS), language
