"""Formalities: each row is added, changed in place, and struck out visibly until the record is signed."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest

from tests.support.offices import Small, case_file
from tests.support.records import header_of, held, outcome, rendition, sign, signed, turn
from tests.support.testimony import (
    END,
    SIGNED_BY_ALL,
    START,
    caution,
    correction,
    engagement,
    event,
    presence,
    signature,
)
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.interview_rows import EarlierInterview, Lineup, SpecialMeasure
from thb_desktop.domain.lineup_codes import LineupKind
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import (
    CorrectionMismatchError,
    FieldKeptError,
    FieldMissingError,
    InformationEnteredError,
    InterviewTimesError,
    NotFoundError,
    PresenceNamedError,
    ReasonMissingError,
    RecordOrderError,
    RectificationError,
    StruckOutError,
    UsageError,
    ValueRefusedError,
    WarningUnansweredError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import attendance, formalities, interviews, read_back, records, segments

BEFORE_READING_BACK: tuple[Formality, ...] = (
    presence(role=v.PresenceRole.SUPPORT_PERSON, name="A companion", may_ask_questions=False),
    caution(v.CautionCode.RIGHT_TO_LAWYER),
    event(v.TimelineKind.OBJECTION, 5),
    SpecialMeasure(
        id=RowId(""),
        interview_id=presence().interview_id,
        measure=v.ProtectiveMeasure.SAME_SEX_INTERVIEWER,
        decision=v.MeasureDecision.REFUSED,
    ),
    EarlierInterview(id=RowId(""), interview_id=presence().interview_id, held_on=PartialDate("2025")),
    signature(v.SignerRole.LAWYER),
)


REFUSED = replace(signature(v.SignerRole.LAWYER), method=v.SignatureMethod.REFUSED)


@pytest.mark.parametrize("nothing", ["", " ", "\u00a0", "\u200b"])
@pytest.mark.parametrize(
    ("row", "name"),
    [
        (presence(), "presence.name"),
        (signature(v.SignerRole.LAWYER), "record_signature.name"),
        (REFUSED, "record_signature.reason"),
        (replace(REFUSED, method=v.SignatureMethod.UNABLE), "record_signature.reason"),
        (Lineup(id=RowId(""), interview_id=presence().interview_id, number="L-1", kind=LineupKind.VOICES),
         "lineup.number"),
    ],
)  # fmt: skip
def test_a_text_that_nobody_sees_is_refused_at_its_field(
    session: Session, small: Small, row: Formality, name: str, nothing: str
):
    interview = held(session, small)

    with pytest.raises(FieldMissingError) as refused:
        formalities.add_formality(session, interview.id, replace(row, **{name.split(".")[1]: nothing}))

    assert refused.value.field == name


def test_nobody_unseen_enters_at_the_desk(session: Session, small: Small):
    interview = held(session, small)

    with pytest.raises(FieldMissingError):
        attendance.note_entering(session, interview.id, presence(name="\u200b"), START)


def test_information_has_one_row_until_that_is_struck_out(session: Session, small: Small):
    interview = held(session, small)
    code = v.CautionCode.RIGHT_TO_LAWYER
    first = formalities.add_formality(session, interview.id, caution(code))
    other = formalities.add_formality(session, interview.id, caution(v.CautionCode.RIGHT_TO_BREAKS))

    with pytest.raises(InformationEnteredError) as refused:
        formalities.add_formality(session, interview.id, caution(code, given=False))
    with pytest.raises(InformationEnteredError):
        formalities.change_formality(session, replace(other, code=code))
    changed = formalities.change_formality(session, replace(first, given=False))
    formalities.strike_formality(session, changed, "an error")
    again = formalities.add_formality(session, interview.id, caution(code))

    assert refused.value.field == "caution.code"
    assert [
        each.struck for each in records.get_interview(session, interview.id).cautions if each.code is code
    ] == [
        "an error",
        again.struck,
    ]


@pytest.mark.parametrize(
    ("again", "is_another"),
    [
        ({"given_at": START + timedelta(minutes=70)}, True),
        ({"given_at": START + timedelta(minutes=10)}, False),
        ({"given_at": (START + timedelta(minutes=10)).astimezone(timezone(timedelta(hours=2)))}, False),
        ({"given_at": None}, False),
        ({"given_at": START + timedelta(minutes=10), "given_by": "Maître Jo Peeters"}, True),
        ({"given_at": START + timedelta(minutes=10), "given_by": " The judge "}, False),
    ],
)
def test_information_that_is_given_again_has_a_row_with_its_own_time_or_giver(
    session: Session, small: Small, again: dict[str, object], is_another: bool
):
    interview = held(session, small)
    code = v.CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION
    at = {"given_at": START + timedelta(minutes=10), "given_by": "The judge"}
    formalities.add_formality(session, interview.id, replace(caution(code), **at))

    with nullcontext() if is_another else pytest.raises(InformationEnteredError):
        formalities.add_formality(session, interview.id, replace(replace(caution(code), **at), **again))

    told = [each for each in records.get_interview(session, interview.id).cautions if each.code is code]
    assert len(told) == 1 + is_another


def test_the_row_of_another_occasion_cannot_be_changed_into_one_that_is_there(session: Session, small: Small):
    interview = held(session, small)
    first = replace(caution(v.CautionCode.RIGHT_TO_LAWYER), given_at=START + timedelta(minutes=10))
    formalities.add_formality(session, interview.id, first)
    later = formalities.add_formality(
        session, interview.id, replace(first, given_at=START + timedelta(minutes=70))
    )

    with pytest.raises(InformationEnteredError):
        formalities.change_formality(session, replace(later, given_at=first.given_at))
    formalities.change_formality(session, replace(later, given_at=START + timedelta(minutes=71)))


@pytest.mark.parametrize("row", BEFORE_READING_BACK, ids=lambda row: type(row).__name__)
def test_each_row_is_added_changed_and_struck_and_stays_to_be_seen(
    session: Session, small: Small, row: Formality
):
    interview = held(session, small)

    added = formalities.add_formality(session, interview.id, replace(row, struck="not yet"))
    changed = formalities.change_formality(session, replace(added, struck="not yet"))
    with pytest.raises(ReasonMissingError):
        formalities.strike_formality(session, added, " ")
    struck = formalities.strike_formality(session, added, " an error ")

    assert (added.struck, changed.struck, struck.struck) == ("", "", "an error")
    for refused in (
        lambda: formalities.change_formality(session, added),
        lambda: formalities.strike_formality(session, added, "another reason"),
    ):
        with pytest.raises(StruckOutError):
            refused()
    full = records.get_interview(session, interview.id)
    assert struck in full.rows
    assert struck not in full.without_struck().rows
    with pytest.raises(NotFoundError):
        formalities.change_formality(session, replace(added, id=RowId("none")))


def test_a_row_names_only_what_is_of_its_case_and_was_not_struck_out(session: Session, small: Small):
    interview = held(session, small)
    elsewhere = cases.open_case(session, case_file(reference="2026/2"))
    struck = people.add_person(session, replace(small.person, code="V-09"), None)
    corrections.strike_out(session, "person", struck.id, "entered twice")
    other = people.add_person(session, replace(small.person, case_id=elsewhere.id), None)
    known = formalities.add_formality(session, interview.id, presence())

    for person, error in ((other.id, NotFoundError), (struck.id, StruckOutError)):
        for refused in (
            lambda person=person: formalities.add_formality(
                session, interview.id, presence(person_id=person)
            ),
            lambda person=person: formalities.add_formalities(
                session, interview.id, [presence(person_id=person)]
            ),
            lambda person=person: formalities.change_formality(session, replace(known, person_id=person)),
            lambda person=person: read_back.read_back(
                session, interview.id, outcome(), [presence(person_id=person)]
            ),
            lambda person=person: interviews.hold_interview(
                session, header_of(small, number="I-9"), [presence(person_id=person)]
            ),
        ):
            with pytest.raises(error):
                refused()


def test_a_row_keeps_a_name_that_was_struck_out_since(session: Session, small: Small):
    interview = held(session, small)
    witness = people.add_person(session, replace(small.person, code="V-09"), None)
    known = formalities.add_formality(session, interview.id, presence(name="V-09", person_id=witness.id))
    corrections.strike_out(session, "person", witness.id, "entered twice")

    changed = formalities.change_formality(session, replace(known, organisation="A shelter"))

    assert (changed.person_id, changed.organisation) == (witness.id, "A shelter")


def test_a_protected_person_who_is_present_is_called_by_their_pseudonym(session: Session, small: Small):
    interview = held(session, small)
    protected = replace(small.person, code="P-09", identity_protection=v.IdentityProtection.PSEUDONYM)
    helper = people.add_person(session, protected, None)
    ordered = replace(protected, identity_protection=v.IdentityProtection.ANONYMOUS_WITNESS_ORDER)
    other = people.add_person(session, replace(ordered, code="P-10"), None)
    open_one = replace(protected, code="P-11", identity_protection=v.IdentityProtection.NONE)
    known = people.add_person(session, open_one, None)
    row = presence(name="P-09", role=v.PresenceRole.SUPPORT_PERSON, person_id=helper.id)
    kept = formalities.add_formality(session, interview.id, row)
    formalities.add_formality(session, interview.id, replace(row, name="Anna Real", person_id=known.id))

    for act in (
        lambda: formalities.add_formality(session, interview.id, replace(row, name="Anna Real")),
        lambda: formalities.add_formality(
            session, interview.id, replace(row, name="Anna Real", person_id=other.id)
        ),
        lambda: formalities.change_formality(session, replace(kept, name="Anna Real (P-09)")),
    ):
        with pytest.raises(PresenceNamedError) as refused:
            act()
        assert refused.value.field == "presence.name"
    names = [each.name for each in records.get_interview(session, interview.id).presences if each.person_id]
    assert names == ["P-09", "Anna Real"]


def test_a_person_who_is_protected_later_is_called_by_their_pseudonym_before_the_signature(
    session: Session, small: Small
):
    interview = held(session, small)
    open_one = replace(small.person, code="P-11", identity_protection=v.IdentityProtection.NONE)
    helper = people.add_person(session, open_one, None)
    role = v.PresenceRole.SUPPORT_PERSON
    row = presence(name="Anna Real", role=role, person_id=helper.id)
    kept = formalities.add_formality(session, interview.id, row)
    protected = replace(helper, identity_protection=v.IdentityProtection.PSEUDONYM)
    corrections.correct(session, protected, "Threatened")

    found = [each for each in interviews.check_interview(session, interview.id) if each.code == "V-I-31"]
    formalities.change_formality(session, replace(kept, name="P-11"))

    assert [(each.about, each.field) for each in found] == [(kept.id, "presence.name")]
    assert "V-I-31" not in {each.code for each in interviews.check_interview(session, interview.id)}


def test_a_row_that_names_a_protected_person_is_not_struck_before_the_pseudonym_stands_there(
    session: Session, small: Small
):
    interview = held(session, small)
    open_one = replace(small.person, code="P-11", identity_protection=v.IdentityProtection.NONE)
    helper = people.add_person(session, open_one, None)
    row = presence(name="Anna Real", role=v.PresenceRole.SUPPORT_PERSON, person_id=helper.id)
    standing, early = formalities.add_formalities(session, interview.id, (row, row))
    early = formalities.strike_formality(session, early, "Entered twice")
    corrections.correct(
        session, replace(helper, identity_protection=v.IdentityProtection.PSEUDONYM), "Threat"
    )

    def named() -> set[str]:
        found = interviews.check_interview(session, interview.id)
        return {each.about for each in found if each.code == "V-I-31"}

    with pytest.raises(PresenceNamedError):
        formalities.strike_formality(session, standing, "Wrong name")
    before = named()
    formalities.change_formality(session, replace(standing, name="P-11"))
    with pytest.raises(StruckOutError):
        formalities.change_formality(session, replace(early, name="P-11", function="Friend"))
    with pytest.raises(PresenceNamedError):
        formalities.change_formality(session, replace(early, name="Anna"))
    mended = formalities.change_formality(session, replace(early, name="P-11", struck=""))

    assert before == {standing.id, early.id}
    assert named() == set()
    assert mended == replace(early, name="P-11")


def test_a_correction_begins_with_the_words_that_are_in_its_turn(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview, "Am plecat la 8.", renderings=(rendition("Je suis parti à 8."),))
    gone = turn(session, interview, "8")
    segments.strike_segment(session, gone.id, "typed twice")
    read_back.read_back(session, interview.id, outcome())
    known = correction(segment_id=segment.id)

    for wrong in (
        replace(known, before="7"),
        replace(known, before="plecat", language="fr"),
        replace(known, language="en"),
    ):
        with pytest.raises(CorrectionMismatchError):
            formalities.add_formality(session, interview.id, wrong)
    with pytest.raises(StruckOutError):
        formalities.add_formality(session, interview.id, replace(known, segment_id=gone.id))
    added = formalities.add_formality(session, interview.id, known)
    formalities.add_formality(session, interview.id, replace(known, language="fr", before="à 8."))
    formalities.add_formality(
        session, interview.id, replace(known, before="", reason=v.CorrectionReason.ADDITION)
    )
    with pytest.raises(CorrectionMismatchError):
        formalities.change_formality(session, replace(added, before="7"))


def test_a_correction_stays_about_its_turn(session: Session, small: Small):
    interview = held(session, small)
    first, second = turn(session, interview), turn(session, interview)
    read_back.read_back(session, interview.id, outcome())
    asked = correction(segment_id=first.id, before="Înțelegeți?", after="Mă înțelegeți?")
    added = formalities.add_formality(session, interview.id, asked)

    with pytest.raises(FieldKeptError):
        formalities.change_formality(session, replace(added, segment_id=second.id))


def test_an_interpreter_of_a_relay_is_a_row_with_its_step(session: Session, small: Small):
    interview = held(session, small)
    step = engagement(interpreter_id=small.interpreter.id, to_language="en", relay_order=1)

    formalities.add_formality(session, interview.id, step)

    found = interviews.check_interview(session, interview.id)
    assert "V-I-05.relay" in {finding.key for finding in found}


def test_a_caution_is_noted_once_and_again_after_it_was_struck(session: Session, small: Small):
    interview = held(session, small)
    (noted, *_) = records.get_interview(session, interview.id).cautions

    with pytest.raises(Exception, match="already"):
        formalities.add_formality(session, interview.id, noted)
    formalities.strike_formality(session, noted, "the wrong language")
    again = formalities.add_formality(session, interview.id, replace(noted, language="fr"))

    assert again in records.get_interview(session, interview.id).without_struck().cautions


@pytest.mark.parametrize(
    "row",
    [
        presence(from_at=END, to_at=START),
        event(v.TimelineKind.OBJECTION, 60 * 24 * 4000),
        signature(v.SignerRole.JUDGE, at=START.replace(year=1800)),
    ],
    ids=["leaves first", "in the future", "in 1800"],
)
def test_a_row_whose_times_cannot_be_is_refused(session: Session, small: Small, row: Formality):
    interview = held(session, small)

    with pytest.raises(InterviewTimesError):
        formalities.add_formality(session, interview.id, row)


def test_a_correction_that_changes_nothing_is_refused(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview)
    read_back.read_back(session, interview.id, outcome())

    with pytest.raises(ValueRefusedError):
        formalities.add_formality(
            session,
            interview.id,
            correction(segment_id=segment.id, before="Înțelegeți?", after="Înțelegeți?"),
        )


def test_a_signed_record_is_supplemented_by_another_and_keeps_its_digest(session: Session, small: Small):
    first, _ = signed(session, small)
    draft = held(session, small, number="I-02")
    times = {"started_at": END + timedelta(hours=1), "ended_at": END + timedelta(hours=2)}
    header = header_of(small, number="I-03", **times)
    with pytest.raises(RecordOrderError):
        interviews.begin_supplement(session, draft.id, header)

    second = interviews.begin_supplement(session, first.id, header)
    assert records.get_interview(session, first.id).state is v.InterviewState.SIGNED
    turn(session, second)
    rows = [each for each in records.get_interview(session, first.id).rows if hasattr(each, "code")]
    formalities.add_formalities(session, second.id, [presence(), *rows])
    worked = {"worked_from": times["started_at"], "worked_to": times["ended_at"]}
    formalities.add_formality(session, second.id, engagement(interpreter_id=small.interpreter.id, **worked))
    later = tuple(replace(each, at=times["ended_at"]) for each in SIGNED_BY_ALL)
    read_back.read_back(session, second.id, outcome(), later)
    sign(session, second.id)

    full = records.get_interview(session, first.id)
    assert full.state is v.InterviewState.SUPPLEMENTED
    assert full.interview == first
    assert full.digest == first.record_digest
    assert [(each.number, each.rectifies) for each in full.later] == [("I-03", False)]
    shown = {each.interview.id: each.state for each in interviews.list_interviews(session, small.case.id)}
    assert shown[first.id] is v.InterviewState.SUPPLEMENTED


def test_an_error_in_a_signed_record_is_rectified_in_a_note_beside_it(session: Session, small: Small):
    first, segment = signed(session, small)
    note = rectification(session, small, first)
    with pytest.raises(Exception, match="V-I-07"):
        interviews.sign_interview(session, note.id)

    wrong = correction(segment_id=segment.id, before="Înțelegeți?", after="Mă înțelegeți?")
    formalities.add_formality(session, note.id, wrong)
    formalities.add_formality(session, note.id, signature(v.SignerRole.INTERVIEWER))
    sign(session, note.id)

    full = records.get_interview(session, first.id)
    assert full.segments[0].segment.source_text == "Înțelegeți?"
    assert full.state is v.InterviewState.SIGNED  # nothing was added to what was said
    assert [each.rectifies for each in full.later] == [True]
    assert full.rectified_by(segment) == ("I-01 R",)


def test_a_wrong_time_or_name_of_a_signed_record_is_rectified_in_a_note_without_its_turns(
    session: Session, small: Small
):
    first, _ = signed(session, small)
    note = rectification(session, small, first)
    facts = (("Start of the hearing", "09:05, not 08:05"), ("Interpreter", "S. Haddad, not S. Hadad"))

    interviews.set_header(session, replace(note, rectified_facts=facts))
    formalities.add_formality(session, note.id, signature(v.SignerRole.INTERVIEWER))
    sign(session, note.id)

    kept = records.get_interview(session, note.id)
    assert (kept.interview.rectified_facts, kept.state) == (facts, v.InterviewState.SIGNED)
    full = records.get_interview(session, first.id)
    assert full.interview == first
    assert [(each.number, each.rectifies) for each in full.later] == [("I-01 R", True)]


def test_a_record_that_rectifies_no_other_one_rectifies_no_facts(session: Session, small: Small):
    draft = held(session, small)

    with pytest.raises(RectificationError) as refused:
        interviews.set_header(session, replace(draft, rectified_facts=(("Start", "09:05"),)))

    assert refused.value.field == "interview.rectified_facts"


def test_a_note_that_rectifies_one_language_of_a_turn_is_asked_about_the_other(
    session: Session, small: Small
):
    first, segment = signed(session, small)
    note = rectification(session, small, first)
    turn_in_full = records.get_interview(session, first.id).segments[0]
    [rendition] = turn_in_full.renderings
    source = correction(segment_id=segment.id, before="Înțelegeți?", after="Mă înțelegeți?")
    formalities.add_formality(session, note.id, source)

    [told] = [each for each in interviews.check_interview(session, note.id) if each.code == "V-I-29"]

    assert told.standing is Standing.UNKNOWN
    assert told.values["segments"] == (turn_in_full.label,)
    formalities.add_formality(session, note.id, signature(v.SignerRole.INTERVIEWER))
    with pytest.raises(WarningUnansweredError):
        interviews.sign_interview(session, note.id)
    other = replace(
        source, language=rendition.language, before=rendition.text, after=f"{rendition.text} Really?"
    )
    formalities.add_formality(session, note.id, other)
    assert "V-I-29" not in {each.code for each in interviews.check_interview(session, note.id)}


def test_a_rectification_contains_no_new_testimony(session: Session, small: Small):
    first, _ = signed(session, small)
    note = rectification(session, small, first)

    with pytest.raises(RectificationError):
        turn(session, note, "I take everything back.")
    with pytest.raises(RectificationError):
        read_back.read_back(session, note.id, outcome(final_statement="I take everything back."))
    for statement in ("health_statement", "complaint", "final_statement"):
        said = {statement: "I take everything back."}
        with pytest.raises(RectificationError) as refused:
            interviews.set_header(session, replace(note, **said))
        assert refused.value.field == f"interview.{statement}"
        with pytest.raises(RectificationError):
            rectification(session, small, first, number="I-01 R2", **said)

    kept = records.get_interview(session, note.id)
    assert (kept.segments, kept.interview) == ((), note)


@pytest.mark.parametrize(
    ("before", "error"),
    [
        ("Words that never stood there", CorrectionMismatchError),
        *((empty, RectificationError) for empty in ("", " ", "\u200b")),
    ],
)
def test_a_rectification_corrects_only_what_the_rectified_record_contains(
    session: Session, small: Small, before: str, error: type[UsageError]
):
    first, segment = signed(session, small)
    note = rectification(session, small, first)

    with pytest.raises(error) as refused:
        formalities.add_formality(
            session, note.id, correction(segment_id=segment.id, before=before, after="New words")
        )
    right = correction(segment_id=segment.id, before="Înțelegeți", after="Mă înțelegeți")
    added = formalities.add_formality(session, note.id, right)
    with pytest.raises(error):
        formalities.change_formality(session, replace(right, id=added.id, before=before))

    assert refused.value.field == "read_back_correction.before"
    assert records.get_interview(session, note.id).corrections == (added,)


def rectification(session: Session, small: Small, first: Interview, **changes: Any) -> Interview:
    unsaid = {"health_statement": "", "final_statement": "", "complaint_made": None, "confirmation": None}
    header = {"number": "I-01 R", **unsaid}
    return interviews.begin_rectification(session, first.id, header_of(small, **{**header, **changes}))
