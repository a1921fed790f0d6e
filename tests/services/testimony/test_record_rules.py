"""Every rule that refuses a record can be met by a service, and every described field has a way in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.support import earlier
from tests.support.offices import ROLE, Small, registered
from tests.support.records import header_of, held, outcome, sign, signed, turn
from tests.support.sampled import few
from tests.support.testimony import (
    GIVEN,
    SIGNED_BY_ALL,
    START,
    caution,
    correction,
    engagement,
    event,
    intervened,
    lined_up,
    presence,
    recorded,
    rows_held,
    signature,
    told,
)
from thb_desktop.domain import interview_fields as described
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.act_rows import ACT_ROWS
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.ids import InstrumentId, RowId
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.interview_rows import EarlierInterview, SpecialMeasure
from thb_desktop.domain.interview_rules import REFUSALS
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right
from thb_desktop.domain.signature_level import LEVEL_FIELDS
from thb_desktop.ledger.entry import DRAFTING
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import formalities, interviews, read_back, records, renderings, segments
from thb_desktop.vault.tables import registry

Rows = list[Formality]
Enter = Callable[[Session, Interview], object]
NO = {"id": RowId(""), "interview_id": presence().interview_id}
MEASURE = SpecialMeasure(**NO, measure=v.ProtectiveMeasure.SCREEN, decision=v.MeasureDecision.ORDERED)
EARLIER = EarlierInterview(**NO, held_on=PartialDate("2025"))
EARLY = presence(name="Too early", from_at=START - timedelta(minutes=5))


def header(**changes: Any) -> Enter:
    return lambda session, interview: interviews.set_header(session, replace(interview, **changes))


def row(added: Formality) -> Enter:
    return lambda session, interview: formalities.add_formality(session, interview.id, added)


def by_small(session: Session, interview: Interview) -> object:
    """An interpreter is named, by whom the record was kept from being signed."""
    (known, *_) = people.list_interpreters(session, interview.case_id)
    return formalities.add_formality(session, interview.id, engagement(interpreter_id=known.id))


def oath(session: Session, interview: Interview) -> object:
    (engaged,) = records.get_interview(session, interview.id).engagements
    return formalities.change_formality(session, replace(engaged, oath=v.InterpreterOath.AFFIRMATION))


def strike_early(session: Session, interview: Interview) -> object:
    found = records.get_interview(session, interview.id).presences
    (early,) = [each for each in found if each.name == "Too early"]
    return formalities.strike_formality(session, early, "entered in error")


def correct_first(session: Session, interview: Interview) -> object:
    segment = records.get_interview(session, interview.id).segments[0].segment
    asked = correction(segment_id=segment.id, before="Înțelegeți?", after="Mă înțelegeți?")
    return formalities.add_formality(session, interview.id, asked)


def without(kind: type) -> Callable[[Rows], Rows]:
    return lambda rows: [each for each in rows if not isinstance(each, kind)]


def unsworn(rows: Rows) -> Rows:
    return [replace(each, oath=None) if isinstance(each, type(engagement())) else each for each in rows]


def all_rows(rows: Rows) -> Rows:
    return rows


LACKING = {"place": " ", "authority_id": None, "record_kind": None, "authoritative_text": None}
SOUND = {
    "place": "Room 1",
    "record_kind": v.RecordKind.VERBATIM_QA,
    "authoritative_text": v.AuthoritativeText.PROCEDURE_LANGUAGE,
}
CORRECTED = {"confirmation": v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS}
GUARDIAN = presence(role=v.PresenceRole.GUARDIAN)


class Case:
    """A record that one rule refuses: how it is spoilt, and the service that enters what is missing."""

    def __init__(
        self,
        rule: str,
        enter: Enter,
        *,
        rows: Callable[[Rows], Rows] = all_rows,
        closing: Rows | None = None,
        text: str | None = "Înțelegeți?",
        child: bool = False,
        outcome: dict[str, Any] | None = None,
        **header: Any,
    ) -> None:
        self.rule, self.enter, self.rows, self.text, self.child = rule, enter, rows, text, child
        self.closing = list(SIGNED_BY_ALL) if closing is None else closing
        self.outcome, self.header = outcome or {}, header


CASES = (
    *(Case("V-I-01", header(**{name: SOUND[name]}), **{name: LACKING[name]}) for name in SOUND),
    Case("V-I-01", row(presence()), rows=without(type(presence()))),
    Case("V-I-01", row(MEASURE), measures_decided=True),
    Case("V-I-01", row(EARLIER), earlier_known=True),
    Case("V-I-02", strike_early, rows=lambda rows: [*rows, EARLY]),
    Case(
        "V-I-02",
        row(event(v.TimelineKind.BREAK_END, 95)),
        rows=lambda rows: [*rows, event(v.TimelineKind.BREAK_START, 90)],
    ),
    Case("V-I-03", by_small, rows=without(type(engagement()))),
    Case(
        "V-I-03",
        header(procedure_language_understood=True, understanding_checked_by="S. Moreau"),
        rows=without(type(engagement())),
    ),
    Case("V-I-04", oath, rows=unsworn),
    Case("V-I-06", header(complaint_made=False), outcome={"complaint_made": None}),
    Case(
        "V-I-06",
        header(complaint="Too fast.", complaint_response=v.ComplaintResponse.REPEATED),
        outcome={"complaint_made": True},
    ),
    Case("V-I-06", header(readback_mode=v.ReadbackMode.AV_PLAYBACK), outcome={"readback_mode": None}),
    Case(
        "V-I-06", header(readback_note="Went home."), outcome={"readback_mode": v.ReadbackMode.NOT_POSSIBLE}
    ),
    Case("V-I-06", row(signature(v.SignerRole.JUDGE)), closing=list(SIGNED_BY_ALL[:2])),
    Case("V-I-07", correct_first, outcome=CORRECTED),
    Case(
        "V-I-11",
        header(necessity="New evidence."),
        child=True,
        rows=lambda rows: [*rows, GUARDIAN],
        sequence=2,
    ),
    Case("V-I-12", row(GUARDIAN), child=True),
    Case("V-I-12", header(unaccompanied_reason="Decision of 3 March."), child=True),
    Case(
        "V-I-12",
        header(recording_made=False),
        child=True,
        rows=lambda rows: [*rows, GUARDIAN],
        recording_made=None,
    ),
    Case(
        "V-I-15",
        row(caution(GIVEN[0])),
        rows=lambda rows: [each for each in rows if getattr(each, "code", None) is not GIVEN[0]],
    ),
    Case("V-I-17", header(defence_note="Invited."), stage=v.ProcedureStage.ANTICIPATED_EVIDENCE),
    Case(
        "V-I-22",
        header(place="A shelter in the district"),
        premises=v.Premises.SHELTER,
        place="Rue Imaginaire 12",
    ),
)


def heard(session: Session, small: Small, case: Case) -> Interview:
    person_id = small.person.id
    if case.child:
        child = replace(small.person, code="V-09", age_status=v.AgeStatus.CHILD_CONFIRMED)
        person_id = people.add_person(session, child, None, (ROLE,)).id
    # The reading back keeps what was answered before, so what it leaves open is open from the beginning.
    begun = header_of(small, person_id=person_id, **case.outcome, **case.header)
    draft = interviews.hold_interview(session, begun, case.rows(rows_held(small.interpreter.id)))
    turn(session, draft, case.text)
    return read_back.read_back(session, draft.id, outcome(**case.outcome), case.closing)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_what_a_rule_refuses_is_entered_by_a_service_and_then_signs(
    session: Session, small: Small, case: Case
):
    interview = heard(session, small, case)
    with pytest.raises(REFUSALS[case.rule]):
        interviews.sign_interview(session, interview.id)

    case.enter(session, interview)

    assert sign(session, interview.id).is_signed


def test_an_adult_is_not_called_a_child_for_another_person_of_the_case_who_is_one(
    session: Session, small: Small
):
    adult = replace(small.person, age_status=v.AgeStatus.ADULT_CONFIRMED)
    if adult != small.person:
        corrections.correct(session, adult, "Seen on the identity card")
    child = replace(small.person, code="V-09", age_status=v.AgeStatus.CHILD_CONFIRMED)
    people.add_person(session, child, None, (ROLE,))
    begun = header_of(small, recording_made=None)
    draft = interviews.hold_interview(session, begun, rows_held(small.interpreter.id))

    found = interviews.check_interview(session, draft.id)

    assert not [each.key for each in found if each.code == "V-I-12"]
    assert [each.key for each in found if each.field == "interview.recording_made"] == ["V-I-01.missing"]


def test_every_rule_that_refuses_was_tried_and_a_signed_record_is_supplemented(
    session: Session, small: Small
):
    first, _ = signed(session, small)

    second = interviews.begin_supplement(session, first.id, header_of(small, number="I-02"))

    # V-I-24 is asked of a statement made elsewhere alone: `test_elsewhere` tries it. What adds a row asks for
    # V-I-31 already, and the reading back for V-I-18: `test_formalities` and `test_originals` try them.
    assert {case.rule for case in CASES} | {"V-I-08", "V-I-18", "V-I-24", "V-I-31"} == set(REFUSALS)
    assert second.supplements_id == first.id


def test_every_act_that_leads_to_a_signed_record_is_kept_back_from_an_extract():
    """Language work has subjects of its own, which no extract of a record contains; what was printed to be
    signed travels.
    """
    edits = [action for action in VaultAction if right_of_act(action) is Right.EDIT_TESTIMONY]
    acts = {action.value for action in edits if not ACT_ROWS[action] or not ACT_ROWS[action].keys() <= BESIDE}

    assert acts == DRAFTING


BESIDE = {"language_job", "annotation_answer", "signing_copy"}


def value_of(field: Field, ids: dict[str, str]) -> object:
    """A value that differs from what the records of these tests hold."""
    if field.codes in WITHOUT_MORE:
        return WITHOUT_MORE[field.codes]
    if field.codes is not None:
        last = list(field.codes)[-1]
        return (last,) if field.editor is Editor.CODES else last
    return {
        Editor.NUMBER: 7,
        Editor.SECONDS: -7,
        Editor.YES_NO: True,
        Editor.LINES: ("x",),
        Editor.LANGUAGE: "nl",
        Editor.PARTIAL_DATE: PartialDate("2020"),
        Editor.DAY: date(2026, 3, 4),
        Editor.MOMENT: START + timedelta(minutes=3),
        Editor.REFERENCE: ids.get(field.refers_to),
    }.get(field.editor, "another text")


WITHOUT_MORE: dict[object, object] = {
    v.SourceCapture: v.SourceCapture.TRANSCRIBED_FROM_RECORDING,
    v.SignatureMethod: v.SignatureMethod.THUMBPRINT,
}
"""Where the last code of a list asks for another field too."""
FIELDS = [
    (description, field)
    for description in described.DESCRIPTIONS
    for field in description.fields
    # A note of rectification alone has it: `test_formalities` enters it.
    if field.name != "rectified_facts"
]
ONE_OF = {
    "presence": presence(name="V-02"),
    "caution": caution(v.CautionCode.RIGHT_TO_BREAKS),
    "victim_information": told(v.VictimInformationItem.VRD4_SUPPORT_TYPES),
    "timeline_event": event(v.TimelineKind.OBJECTION, 5),
    "lineup": lined_up(exhibit_id=None),
    "recording": recorded(),
    "intervention": intervened(),
    "special_measure": MEASURE,
    "earlier_interview": EARLIER,
    "interpreter_engagement": engagement(),
    "record_signature": signature(v.SignerRole.JUDGE),
}

STATED = {
    "method": v.SignatureMethod.QUALIFIED_ES,
    "level_claimed": SignatureLevel.QUALIFIED,
    "level_determined_by": LevelSource.LOCAL_TL_SNAPSHOT,
    "level_report": "Lists of 2 March 2026",
    "level_report_on": date(2026, 3, 2),
    "level_report_by": "Registry",
}
"""What the fields of a level ask of each other."""

SOME = few(FIELDS, 70)


@pytest.mark.parametrize(("description", "field"), SOME, ids=[f"{d.name}.{f.name}" for d, f in SOME])
def test_every_described_field_can_be_entered_as_long_as_it_may_change(
    session: Session, small: Small, description: Description, field: Field
):
    interview = held(session, small, started_at=None, ended_at=None)
    segment = turn(session, interview, "another text")
    full = records.get_interview(session, interview.id)
    person = people.add_person(session, replace(small.person, code="V-02"), None, (ROLE,))
    ids = {
        "person": person.id,
        "official": small.official.id,
        "authority": small.authority.id,
        "interpreter": small.interpreter.id,
        "exhibit": registered(session, small).id,
        "segment": segment.id,
        "presence": full.presences[0].id,
        "lineup": formalities.add_formality(session, interview.id, lined_up(exhibit_id=None)).id,
        "instrument": instrument_of(session, small) if field.refers_to == "instrument" else "",
    }
    if field.until not in (Phase.DRAFT, Phase.READ_BACK) and description is not described.SEGMENT:
        interview = read_back.read_back(session, interview.id, outcome())
    value = value_of(field, ids)

    enter(session, interview, description, field, value=value, ids=ids)

    again = records.get_interview(session, interview.id)
    held_values = [
        getattr(each, field.name)
        for each in (
            again.interview,
            *again.rows,
            *(turn.segment for turn in again.segments),
            *(made for turn in again.segments for made in turn.renderings),
        )
        if isinstance(each, description.entity)
    ]
    assert value in held_values


def enter(
    session: Session,
    interview: Interview,
    description: Description,
    field: Field,
    *,
    value: object,
    ids: dict[str, str],
) -> None:
    """By the service of the entity: header, row, turn or rendering."""
    change = {field.name: value}
    if description is described.INTERVIEW:
        interviews.set_header(session, replace(interview, **change))
    elif description is described.SEGMENT:
        (segment,) = [each.segment for each in records.get_interview(session, interview.id).segments]
        segments.change_segment(session, replace(segment, **change))
    elif description is described.RENDERING:
        enter_rendering(session, ids["segment"], field, value)
    elif description is described.CORRECTION:
        asked = correction(segment_id=ids["segment"], before="")
        if field.until is Phase.ONCE:
            formalities.add_formality(session, interview.id, replace(asked, **change))
        else:
            added = formalities.add_formality(session, interview.id, asked)
            formalities.change_formality(session, replace(added, **change))
    else:
        if description is described.VICTIM_INFORMATION:
            for each in records.get_interview(session, interview.id).victim_information:
                formalities.strike_formality(session, each, "entered twice")
        known: dict[str, Any] = STATED if field.name in LEVEL_FIELDS else {}
        if description is described.ENGAGEMENT:
            known = {"interpreter_id": ids["interpreter"]}
        added = formalities.add_formality(session, interview.id, replace(ONE_OF[description.name], **known))
        formalities.change_formality(session, replace(added, **change))


def enter_rendering(session: Session, segment_id: str, field: Field, value: Any) -> None:
    """A translation that an earlier version made: its words may change until the signature. A mode is one of
    what the interpreter said.
    """
    if field.name == "mode":
        (said,) = registry.RENDERING.where(session.read, "segment_id", segment_id)
        renderings.set_rendering_mode(session, said.id, value)
        return
    fields = {"language": "en", "kind": v.RenderingKind.TRANSLATION, "text": "x", "author_id": None}
    asked = {**fields, **({field.name: value} if field.name in fields else {})}
    segment = registry.SEGMENT.find(session.read, segment_id)
    assert segment is not None
    earlier.translation(session, segment, "y", language=asked["language"])
    written = renderings.set_rendering_text(session, segment_id, **asked)
    if field.name == "author_id":
        renderings.set_rendering_author(session, written.id, value)
    if field.name == "state":
        renderings.set_rendering_state(session, written.id, value)


def instrument_of(session: Session, small: Small) -> str:
    return cooperation.register_instrument(
        session,
        Instrument(
            id=InstrumentId(""),
            case_id=small.case.id,
            number="EIO-1",
            type=InstrumentType.EIO,
            status=None,
            reference="REF-1",
            from_country="BE",
            to_country="RO",
            issued_on=None,
            acknowledged_on=None,
            executed_on=None,
        ),
    ).id
