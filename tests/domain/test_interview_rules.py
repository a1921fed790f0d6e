"""What cannot be signed: each rule refuses by its own error, and doubts are told and do not refuse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.support.testimony import (
    END,
    GIVEN,
    NOW,
    SIGNED_BY_ALL,
    START,
    caution,
    correction,
    engagement,
    event,
    intervened,
    lined_up,
    person,
    presence,
    record,
    segment,
    told,
)
from tests.support.testimony import entered_in_full as interview
from tests.support.testimony import recorded as recorded_at
from thb_desktop import errors, words
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.age_told import AgeGround
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.elsewhere import StatementElsewhere
from thb_desktop.domain.ids import AgentId, ExhibitId, FileId, InterpreterId, InterviewId, PersonId, RowId
from thb_desktop.domain.interview_before import check_before_reading_back
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.interview_rows import EarlierInterview, Recording, SpecialMeasure
from thb_desktop.domain.interview_rules import REFUSALS, Longest, check_interview, verify_signable
from thb_desktop.domain.interview_times import check_zone
from thb_desktop.domain.lineup_codes import LineupResult
from thb_desktop.domain.page_comparisons import SegmentPlace
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Interpreter, Person, PersonRole
from thb_desktop.domain.segment import Certification, Rendering
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.findings import Finding, Standing

EARLIER, LATER = START - timedelta(minutes=1), END + timedelta(minutes=1)
HALF = correction(after=" ")
CHILD = person(age_status=v.AgeStatus.AGE_DISPUTED_PRESUMED_CHILD)
COMPANION = presence(role=v.PresenceRole.GUARDIAN)
ANSWER_LOST = segment(
    source_text=None, speaker=v.SpeakerRole.PERSON_HEARD, capture=v.SourceCapture.NOT_CAPTURED
)
ACCEPTED = engagement(conflict=v.ConflictDeclaration.DECLARED_ACCEPTED, conflict_note="A cousin's friend.")
KIN = replace(ACCEPTED, conflict_declared=(v.ConflictQuestion.FAMILY,))
UNKNOWN_STATUS = Interpreter(
    id=engagement().interpreter_id,
    case_id=record().interview.case_id,
    code="P-INT",
    name="An interpreter",
    name_latin="",
    languages=("ro",),
    status=None,
)
UNNAMED = person(
    id=PersonId("p"), code="P-09", identity_protection=v.IdentityProtection.ANONYMOUS_WITNESS_ORDER
)
SUSPECT = (v.ProceduralRole.WITNESS, v.ProceduralRole.SUSPECT)
UNCHARGED = (*GIVEN, v.CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION, v.CautionCode.RIGHT_TO_LAWYER)
SEXUAL = person(exploitation=(v.Exploitation.PROSTITUTION_OF_OTHERS,))
RECORDED = (event(v.TimelineKind.BREAK_START, 50), event(v.TimelineKind.BREAK_END, 60))


RENDERING = Rendering(
    id=RowId("rendering"),
    segment_id=segment().segment.id,
    language="fr",
    kind=v.RenderingKind.RENDITION,
    state=v.RenderingState.SUPERSEDED,
    text="Strada Inexistentă 7",
    source_digest="",
    typed_by=AgentId(""),
    typed_at=NOW,
)
AUTHORED = replace(
    RENDERING, state=v.RenderingState.SELF_CHECKED, author_id=engagement().interpreter_id, text="Oui ?"
)


CERTIFIED = Certification(
    id=RowId(""),
    interview_id=record().interview.id,
    interpreter_id=engagement().interpreter_id,
    user_id=AgentId(""),
    statement="True.",
    renderings=((RENDERING.id, "", "another"),),
    at=NOW,
    signature="",
)
ATTESTED = {
    "certifications": (replace(CERTIFIED, renderings=((AUTHORED.id, "", digest_of(AUTHORED.text)),)),)
}
"""The interpreter certified what they rendered."""
EARLY = {"certifications": (replace(ATTESTED["certifications"][0], at=START),)}
"""They did so before the record was read back."""


def recorded(**changes: Any) -> Recording:
    """A recording of the whole interview, which is an exhibit, and who holds it."""
    kept = {"exhibit_id": ExhibitId("master"), "held_by": "The registry", "sealed": True}
    return recorded_at(**{**kept, **changes})


def listed(*languages: str, **changes: Any) -> Interpreter:
    """The interpreter of the record, with these languages in the entry."""
    return replace(UNKNOWN_STATUS, status=v.InterpreterStatus.STAFF_MEMBER, languages=languages, **changes)


def reflecting(since: str, until: str | None = None) -> dict[str, Any]:
    last = PartialDate(until) if until else None
    period = {"reflection_since": PartialDate(since), "reflection_until": last}
    return {"person": person(reflection_granted=True, **period)}


def became_suspect(since: str) -> dict[str, Any]:
    """A victim who became a suspect too, with all that is owed to a suspect."""
    role = PersonRole(
        id=RowId("role"),
        case_id=record().interview.case_id,
        person_id=record().person.id,
        role=v.ProceduralRole.SUSPECT,
        led_category=None,
        basis="",
        since=PartialDate(since),
    )
    return {
        "roles": (v.ProceduralRole.VICTIM, role.role),
        "roles_begun": (role,),
        "cautions": tuple(map(caution, (*UNCHARGED, v.CautionCode.CHARGES_INFORMATION))),
    }


def of(**changes: Any) -> dict[str, Any]:
    return {"interview": interview(**changes)}


def test_a_record_with_all_its_formalities_may_be_signed():
    verify_signable(record(), now=NOW)

    assert check_interview(record(), now=NOW) == ()


MARKED = (
    replace(SIGNED_BY_ALL[0], method=v.SignatureMethod.MARK_WITNESSED),
    *SIGNED_BY_ALL[1:],
)
WITNESS = replace(SIGNED_BY_ALL[1], role=v.SignerRole.WITNESS)
SPOILT: tuple[tuple[dict[str, Any], type[errors.ThbError]], ...] = (
    (of(started_at=None), errors.InterviewIncompleteError),
    (of(ended_at=None), errors.InterviewIncompleteError),
    (of(place=" "), errors.InterviewIncompleteError),
    (of(authority_id=None), errors.InterviewIncompleteError),
    ({"presences": ()}, errors.InterviewIncompleteError),
    ({"segments": ()}, errors.InterviewIncompleteError),
    (of(ended_at=START - timedelta(minutes=1)), errors.InterviewTimesError),
    ({"presences": (presence(from_at=START - timedelta(minutes=1)),)}, errors.InterviewTimesError),
    ({"presences": (presence(from_at=END, to_at=START),)}, errors.InterviewTimesError),
    ({"timeline": (event(v.TimelineKind.OBJECTION, 101),)}, errors.InterviewTimesError),
    ({"timeline": (event(v.TimelineKind.BREAK_START, 50),)}, errors.InterviewTimesError),
    (
        {
            "timeline": tuple(
                event(kind, minute)
                for kind, minute in (
                    (v.TimelineKind.BREAK_START, 10),
                    (v.TimelineKind.BREAK_START, 20),
                    (v.TimelineKind.BREAK_END, 30),
                    (v.TimelineKind.BREAK_END, 40),
                )
            )
        },
        errors.InterviewTimesError,
    ),
    (of(readback_started_at=EARLIER), errors.InterviewTimesError),
    ({"cautions": (replace(caution(GIVEN[0]), given_at=LATER),)}, errors.InterviewTimesError),
    ({"engagements": (engagement(worked_from=END, worked_to=START),)}, errors.InterviewTimesError),
    ({"engagements": (engagement(worked_from=LATER),)}, errors.InterviewTimesError),
    ({"engagements": (engagement(worked_to=EARLIER),)}, errors.InterviewTimesError),
    ({"engagements": (engagement(comprehension_checked_at=LATER),)}, errors.InterviewTimesError),
    (
        {"engagements": (engagement(comprehension_checked_at=START - timedelta(days=2)),)},
        errors.InterviewTimesError,
    ),
    (
        {
            **of(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS),
            "corrections": (correction(at=EARLIER),),
        },
        errors.InterviewTimesError,
    ),
    (
        {"signatures": (*SIGNED_BY_ALL[1:], replace(SIGNED_BY_ALL[0], at=EARLIER))},
        errors.InterviewTimesError,
    ),
    ({"engagements": ()}, errors.InterpreterMissingError),
    ({"engagements": (engagement(from_language="bg"),)}, errors.InterpreterMissingError),
    (
        {"engagements": (engagement(to_language="en"), engagement(from_language="de"))},
        errors.InterpreterMissingError,
    ),
    (
        {"engagements": (engagement(conflict_declared=(v.ConflictQuestion.FAMILY,)),)},
        errors.InterpreterUndeclaredError,
    ),
    (
        {"victim_information": (told(v.VictimInformationItem.VRD4_EXPENSES, given_at=None),)},
        errors.CautionsIncompleteError,
    ),
    ({"recordings": (recorded(started_at=END, stopped_at=START),)}, errors.InterviewTimesError),
    ({"recordings": (recorded(started_at=LATER, stopped_at=None),)}, errors.InterviewTimesError),
    ({"interventions": (intervened(at=EARLIER),)}, errors.InterviewTimesError),
    ({"lineups": (lined_up(shown_at=EARLIER),)}, errors.InterviewTimesError),
    (
        {
            "presences": (presence(name="Anna Real", person_id=PersonId("p")), *record().presences),
            "unnamed_present": (UNNAMED,),
        },
        errors.PresenceNamedError,
    ),
    (
        {"engagements": (engagement(oath=None),)},
        errors.InterpreterUndeclaredError,
    ),
    (
        {"engagements": (engagement(conflict=None),)},
        errors.InterpreterUndeclaredError,
    ),
    ({"interpreters": (UNKNOWN_STATUS,)}, errors.InterpreterUndeclaredError),
    (of(readback_mode=None), errors.ReadBackMissingError),
    (of(readback_mode=v.ReadbackMode.NOT_POSSIBLE), errors.ReadBackMissingError),
    (of(confirmation=None), errors.ReadBackMissingError),
    (of(complaint_made=None), errors.ReadBackMissingError),
    ({"signatures": SIGNED_BY_ALL[1:]}, errors.ReadBackMissingError),
    ({"signatures": SIGNED_BY_ALL[:2]}, errors.ReadBackMissingError),
    ({"signatures": SIGNED_BY_ALL[::2]}, errors.ReadBackMissingError),
    *(
        (
            {"signatures": (replace(SIGNED_BY_ALL[0], method=each), *SIGNED_BY_ALL[1:])},
            errors.ReadBackMissingError,
        )
        for each in (v.SignatureMethod.REFUSED, v.SignatureMethod.UNABLE, v.SignatureMethod.MARK_WITNESSED)
    ),
    (
        {"signatures": (*MARKED, replace(WITNESS, method=v.SignatureMethod.UNABLE, reason="Left."))},
        errors.ReadBackMissingError,
    ),
    ({"corrections": (HALF,)}, errors.CorrectionIncompleteError),
    (of(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS), errors.CorrectionIncompleteError),
    (of(state=v.InterviewState.SIGNED), errors.RecordFrozenError),
    (
        {**of(sequence=2), "person": CHILD, "presences": (COMPANION,)},
        errors.RepetitionUnexplainedError,
    ),
    ({"person": CHILD}, errors.ChildUnaccompaniedError),
    (
        {**of(recording_note=""), "person": CHILD, "presences": (COMPANION,)},
        errors.ChildUnaccompaniedError,
    ),
    ({"cautions": tuple(map(caution, GIVEN[:-1]))}, errors.CautionsIncompleteError),
    ({"cautions": tuple(map(caution, GIVEN[:2] + GIVEN[3:]))}, errors.CautionsIncompleteError),
    (
        {"cautions": (*map(caution, GIVEN[1:]), caution(GIVEN[0], given=False))},
        errors.CautionsIncompleteError,
    ),
    ({"roles": SUSPECT}, errors.CautionsIncompleteError),
    ({"roles": SUSPECT, "cautions": tuple(map(caution, UNCHARGED))}, errors.CautionsIncompleteError),
    ({"roles": ()}, errors.CautionsIncompleteError),
    (of(stage=v.ProcedureStage.ANTICIPATED_EVIDENCE), errors.DefenceUnexplainedError),
    (
        {
            "segments": (
                segment(
                    source_text=None,
                    speaker=v.SpeakerRole.PERSON_HEARD,
                    capture=v.SourceCapture.NOT_CAPTURED,
                ),
            )
        },
        errors.SourceNotCapturedError,
    ),
)


@pytest.mark.parametrize(("spoilt", "error"), SPOILT)
def test_a_record_with_one_thing_amiss_is_refused_by_its_own_error(
    spoilt: dict[str, Any], error: type[errors.ThbError]
):
    with pytest.raises(error):
        verify_signable(record(**spoilt), now=NOW)


def rendered(**changes: Any) -> SegmentInFull:
    """A turn with its rendition in the language of the procedure."""
    return replace(segment(**changes), renderings=(AUTHORED,))


def held(start: datetime, end: datetime) -> dict[str, Any]:
    """An interview from then to then, with its interpreter, and without a break."""
    signed = tuple(replace(each, at=None) for each in SIGNED_BY_ALL)
    worked = engagement(worked_from=start, worked_to=end)
    times = of(started_at=start, ended_at=end)
    return {**times, "engagements": (worked,), "timeline": (), "signatures": signed}


AGAIN = {
    **of(sequence=2, earlier_known=True),
    "earlier": (EarlierInterview(id=RowId(""), interview_id=record().interview.id),),
}
FIRST_HALF = recorded(stopped_at=START + timedelta(minutes=50))
DOUBTFUL: tuple[tuple[dict[str, Any], str], ...] = (
    ({"engagements": (ACCEPTED,)}, "V-I-05"),
    ({"engagements": (engagement(relay_note="vi -> en -> nl"),)}, "V-I-05"),
    ({"for_suspects": (engagement().interpreter_id,)}, "V-I-05"),
    (
        {"engagements": (engagement(channel=v.InterpretingChannel.TELEPHONE, channel_reason="Snow"),)},
        "V-I-05",
    ),
    ({"engagements": (engagement(dialect_match=v.DialectMatch.DIFFICULTIES_NOTED),)}, "V-I-05"),
    (
        {
            "timeline": (
                event(v.TimelineKind.RECORDING_START, 0),
                event(v.TimelineKind.RECORDING_STOP, 90),
                event(v.TimelineKind.BREAK_START, 90),
                event(v.TimelineKind.BREAK_END, 95),
            )
        },
        "V-I-09.gap",
    ),
    ({"timeline": (event(v.TimelineKind.RECORDING_START, 0), *RECORDED)}, "V-I-09.unpaired"),
    (of(recording_made=True), "V-I-09.no-times"),
    ({"recordings": (recorded(stopped_at=START + timedelta(minutes=60)),)}, "V-I-09.gap"),
    ({"recordings": (FIRST_HALF, FIRST_HALF)}, "V-I-09.gap"),
    ({"recordings": (recorded(started_at=START - timedelta(minutes=9)),)}, "V-I-09.gap"),
    ({"recordings": (recorded(stopped_at=None),)}, "V-I-09.unpaired"),
    ({"presences": (presence(role=v.PresenceRole.OTHER, function=" "),)}, "V-I-01.missing"),
    ({"interpreters": (listed("ro"),)}, "V-I-05.language-not-listed"),
    ({"interpreters": (listed("ro", "fr", directions=("ro>fr",)),)}, "V-I-05.direction-not-listed"),
    (
        {"interpreters": (listed("ro", "fr", registered_until=date(2026, 3, 24)),)},
        "V-I-05.registration-ended",
    ),
    (
        {"timeline": (*RECORDED, event(v.TimelineKind.INTERVIEW_SUSPENDED_ROLE_CHANGE, 70))},
        "V-I-15.no-caution",
    ),
    (of(identity_verification=None), "V-I-01.missing"),
    (
        {
            "segments": (replace(segment(), renderings=(replace(AUTHORED, state=v.RenderingState.DRAFT),)),),
            **ATTESTED,
        },
        "V-I-23.draft",
    ),
    ({"segments": (segment(language="ar", source_text="Elle a trois filles."),)}, "V-I-28"),
    ({"segments": (rendered(), segment()), **ATTESTED}, "V-I-23.not-rendered"),
    ({"segments": (segment(at=START + timedelta(minutes=55)),)}, "V-I-09.in-break"),
    (
        {
            "cautions": (
                replace(caution(GIVEN[0]), given_at=START - timedelta(days=7)),
                *map(caution, GIVEN[1:]),
            )
        },
        "V-I-02.caution-early",
    ),
    ({"timeline": ()}, "V-I-10"),
    (AGAIN, "V-I-11"),
    (of(sequence=2, necessity="New facts."), "V-I-11.no-earlier"),
    (of(authoritative_text=v.AuthoritativeText.AV_RECORDING), "V-I-01.no-recording"),
    (of(record_kind=v.RecordKind.AV_TRANSCRIPT), "V-I-01.no-recording"),
    (of(defence_participation=v.DefenceParticipation.INVITED_ABSENT), "V-I-17.explanation"),
    (of(defence_participation=v.DefenceParticipation.PRESENT, defence_note=" "), "V-I-17.explanation"),
    ({"person": person(age_status=None)}, "V-I-12.age-not-known"),
    ({"person": person(age_status=v.AgeStatus.UNKNOWN)}, "V-I-12.age-not-known"),
    ({"person": SEXUAL}, "V-I-13.same-sex-not-asked"),
    ({"person": SEXUAL, **of(same_sex_asked=False)}, "V-I-13.same-sex-not-asked"),
    ({"person": person(exploitation=())}, "V-I-13.exploitation-not-known"),
    (
        held(START.replace(hour=23), START.replace(hour=23) + timedelta(minutes=30)),
        "V-I-14.night",
    ),
    (held(START.replace(hour=21), START.replace(hour=22, minute=1)), "V-I-14.night"),
    (of(intoxication_noted=True), "V-I-14.intoxication"),
    (of(intoxication_noted=None), "V-I-14.missing"),
    ({"person": person(reflection_granted=True)}, "V-I-14.reflection"),
    (reflecting("2026-03-24"), "V-I-14.reflection"),
    (reflecting("2026-02", "2026-03-25"), "V-I-14.reflection"),
    ({"person": person(reflection_granted=None)}, "V-I-14.reflection-not-known"),
    (became_suspect("2026-03-25"), "V-I-16"),
    (of(zone="Europe/Brussels"), "V-I-02.zone-differs"),
    (of(zone="Europe/Atlantis"), "V-I-02.zone-unknown"),
    (of(next_steps="She goes back to rue des Exemples 5."), "V-I-22.in-field"),
    (became_suspect("2026-03-25T10:30:00+00:00"), "V-I-16"),
)


@pytest.mark.parametrize(("doubtful", "rule"), DOUBTFUL)
def test_a_doubt_is_told_and_does_not_refuse_the_signature(doubtful: dict[str, Any], rule: str):
    found = check_interview(record(**doubtful), now=NOW)

    verify_signable(record(**doubtful), now=NOW)
    assert [finding.key if "." in rule else finding.code for finding in found] == [rule]
    assert found[0].standing is Standing.UNKNOWN


@pytest.mark.parametrize(
    "sound",
    [
        {"person": SEXUAL, **of(same_sex_asked=True)},
        {"presences": (presence(role=v.PresenceRole.OTHER, function="head of the shelter"),)},
        {"person": person(exploitation=()), "roles": (v.ProceduralRole.WITNESS,)},
        {"person": person(reflection_granted=None), "roles": (v.ProceduralRole.WITNESS,)},
        reflecting("2026-03-26"),
        reflecting("2026-02-01", "2026-03-24"),
        {"interpreters": (listed("ro-MD", "fr", directions=("ro>fr", "fr>ro")),)},
        {"interpreters": (listed("ro", "fr", registered_until=date(2026, 3, 25)),)},
        {"engagements": (engagement(to_language="en"), engagement(from_language="en", to_language="fr"))},
        {"recordings": (recorded(),), **of(recording_made=True)},
        {"segments": (rendered(),), **ATTESTED},
        {"segments": tuple(rendered(at=START + timedelta(minutes=each)) for each in (50, 60)), **ATTESTED},
        {"segments": (rendered(), segment(language="fr", source_text="Oui.")), **ATTESTED},
        of(zone="UTC"),
        of(zone="Europe/London"),
        of(
            stage=v.ProcedureStage.ANTICIPATED_EVIDENCE,
            defence_participation=v.DefenceParticipation.PRESENT,
            defence_note="Counsel put questions.",
        ),
        {"signatures": (*MARKED, WITNESS)},
        {
            "signatures": (
                replace(SIGNED_BY_ALL[0], method=v.SignatureMethod.REFUSED, reason="Afraid."),
                *SIGNED_BY_ALL[1:],
            )
        },
        became_suspect("2026-03-25T10:00:00+00:00"),
        became_suspect("2026-03-25T11:40:00+00:00"),
        {
            **became_suspect("2026-03-25"),
            "timeline": (*RECORDED, event(v.TimelineKind.INTERVIEW_SUSPENDED_ROLE_CHANGE, 70)),
        },
        {
            **became_suspect("2026-03-25"),
            "roles": (v.ProceduralRole.SUSPECT,),
        },
    ],
)
def test_what_is_answered_or_does_not_apply_is_no_doubt(sound: dict[str, Any]):
    assert check_interview(record(**sound), now=NOW) == ()


def test_times_of_another_offset_than_that_of_the_place_are_told_once_with_their_offset():
    night = START.replace(month=10, day=25, hour=0, minute=30)  # 02:30 by both offsets of Brussels
    summer = night.astimezone(timezone(timedelta(hours=2)))
    unread = interview(ended_at=None, readback_started_at=None, readback_ended_at=None)

    found = [
        each.values["times"]
        for at in (summer, night)
        for each in check_zone(replace(unread, zone="Europe/Brussels", started_at=at))
    ]

    assert found == [("2026-10-25 00:30+00:00",)]


def test_the_wish_for_an_interviewer_of_the_same_sex_shows_that_it_was_asked():
    wish = SpecialMeasure(
        id=RowId(""),
        interview_id=record().interview.id,
        measure=v.ProtectiveMeasure.SAME_SEX_INTERVIEWER,
        decision=v.MeasureDecision.REFUSED,
        reason="Nobody was there.",
        decision_ref="Decision 2",
    )
    wished = record(person=SEXUAL, measures=(wish,), interview=interview(measures_decided=True))

    assert check_interview(wished, now=NOW) == ()


def test_a_child_is_heard_no_longer_than_45_minutes_without_a_break():
    breaks = (event(v.TimelineKind.BREAK_START, 46), event(v.TimelineKind.BREAK_END, 60))

    found = check_interview(record(person=CHILD, presences=(COMPANION,), timeline=breaks), now=NOW)

    assert [finding.code for finding in found] == ["V-I-10"]


@pytest.mark.parametrize(("minutes", "told"), [(50, []), (49, [49])])
def test_an_office_sets_how_long_an_interview_goes_on_without_a_break(minutes: int, told: list[int]):
    found = check_interview(record(timeline=RECORDED), now=NOW, longest=Longest(adult=minutes, child=10))

    assert [each.values["minutes"] for each in found if each.code == "V-I-10"] == told


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        (person(age_status=v.AgeStatus.ADULT_CONFIRMED), {("V-I-01.missing", Standing.UNKNOWN)}),
        (CHILD, {("V-I-01.missing", Standing.UNKNOWN), ("V-I-12.missing", Standing.BROKEN)}),
    ],
)
def test_only_a_record_of_a_child_is_called_one_where_nothing_is_said_of_a_recording(
    heard: Person, told: set[tuple[str, Standing]]
):
    unsaid = record(person=heard, presences=(COMPANION,), interview=interview(recording_made=None))

    found = check_interview(unsaid, now=NOW)

    of_recording = [each for each in found if each.field == "interview.recording_made"]
    assert {(each.key, each.standing) for each in of_recording} == told


@pytest.mark.parametrize(
    "recordings",
    [
        (recorded(),),
        (recorded(), recorded()),
        (
            recorded(stopped_at=START + timedelta(minutes=70)),
            recorded(started_at=START + timedelta(minutes=50)),
        ),
    ],
)
def test_a_recording_that_goes_on_in_a_break_or_has_two_cameras_explains_the_whole_time(recordings: Any):
    assert "V-I-09.gap" not in keys_of({"recordings": recordings})


def test_a_recording_of_the_reading_back_is_no_gap():
    late = END + timedelta(minutes=20)
    times = of(readback_started_at=END, readback_ended_at=late)

    assert "V-I-09.gap" not in keys_of({**times, "recordings": (recorded(stopped_at=late),)})
    assert "V-I-09.gap" in keys_of({"recordings": (recorded(stopped_at=late),)})


def test_a_break_without_its_end_hides_no_turn_that_was_said_in_an_earlier_one():
    timeline = (*RECORDED, event(v.TimelineKind.BREAK_START, 90))
    said = segment(at=START + timedelta(minutes=55))

    found = check_interview(record(timeline=timeline, segments=(said,)), now=NOW)

    assert {"V-I-02.breaks", "V-I-09.in-break"} <= {each.key for each in found}
    later = segment(at=START + timedelta(minutes=95))
    assert "V-I-09.in-break" not in keys_of({"timeline": timeline, "segments": (later,)})


@pytest.mark.parametrize(
    ("minutes", "is_told"), [((10,), True), ((10, 75), False), ((70,), False), ((None,), False)]
)
def test_a_privilege_that_was_told_before_the_change_of_role_is_told_again(
    minutes: tuple[int | None, ...], is_told: bool
):
    privilege = caution(v.CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION)
    given = (START + timedelta(minutes=each) if each is not None else None for each in minutes)
    cautions = (*map(caution, GIVEN), *(replace(privilege, given_at=each) for each in given))
    timeline = (*RECORDED, event(v.TimelineKind.INTERVIEW_SUSPENDED_ROLE_CHANGE, 70))

    assert ("V-I-15.no-caution" in keys_of({"cautions": cautions, "timeline": timeline})) is is_told


def test_a_rendition_in_a_kin_of_the_language_of_the_procedure_is_one():
    unrendered = segment()
    rows = (rendered(), unrendered)
    belgian = {"interview": interview(procedure_language="fr-BE")}
    own = replace(unrendered.segment, language="fr", source_text="Oui.")

    assert "V-I-23.not-rendered" in keys_of({**belgian, "segments": rows})
    assert "V-I-23.not-rendered" not in keys_of({**belgian, "segments": (rendered(), rendered())})
    said_in_it = replace(unrendered, segment=own)
    assert "V-I-23.not-rendered" not in keys_of({**belgian, "segments": (rendered(), said_in_it)})


@pytest.mark.parametrize(
    ("person_speaks", "interpreted", "expected"),
    [
        ("prs", "fa-AF", ""),
        ("fa-AF", "prs", ""),
        ("fa-AF", "fa", "V-I-03.kin"),
        ("prs", "fa-IR", "V-I-03.kin"),
        ("pes", "fa", ""),
        ("yue", "zh-yue", ""),
        ("yue", "zh", "V-I-03.kin"),
        ("yue", "wuu", "V-I-03.not-covered"),
        ("zh-cmn", "cmn", ""),
        ("zh-cmn-Hans", "zh-CN", ""),
        ("ibo", "ig", ""),
        ("rum", "ro-MD", ""),
        ("sgn-BE-NL", "vgt", ""),
        ("sgn-NL", "sgn", "V-I-03.kin"),
        ("sgn-NL", "vgt", "V-I-03.not-covered"),
        ("tl", "fil", ""),
        ("no", "nb", ""),
        ("no", "nn", "V-I-03.kin"),
        ("pa-PK", "pa", "V-I-03.kin"),
        ("pa-Arab-PK", "pa", "V-I-03.kin"),
        ("ar-MA", "ary", "V-I-03.kin"),
        ("ar-EG", "arz", "V-I-03.kin"),
        ("ckb", "ku", "V-I-03.kin"),
        ("ckb", "kmr", "V-I-03.not-covered"),
        ("sr-Latn", "sr-Cyrl", ""),
        ("fa-u-nu-latn-x-af", "fa", ""),
    ],
)
def test_two_tags_of_one_language_are_the_same_those_of_kin_are_told_and_those_of_two_refused(
    person_speaks: str, interpreted: str, expected: str
):
    changes = {**of(language=person_speaks), "engagements": (engagement(from_language=interpreted),)}

    assert [each for each in keys_of(changes) if each.startswith("V-I-03")] == [expected] * bool(expected)
    entry = listed(interpreted, "fra")
    told = keys_of({**changes, "interpreters": (entry,)})
    assert "V-I-05.language-not-listed" not in told


@pytest.mark.parametrize("spoken", ["pa-PK", "pnb", "pa-Arab-PK"])
def test_a_record_in_a_language_of_kin_without_an_interpreter_is_told_of_and_can_be_signed(spoken: str):
    unchecked = record(
        interview=interview(language=spoken, procedure_language="pa"),
        engagements=(),
        signatures=SIGNED_BY_ALL[::2],
    )
    checked = replace(unchecked.interview, **UNDERSTOOD, understanding_checked_by="The interviewer")

    told = [each.standing for each in check_interview(unchecked, now=NOW) if each.key == "V-I-03.kin"]
    kept = {each.key for each in check_interview(replace(unchecked, interview=checked), now=NOW)}

    assert told == [Standing.UNKNOWN] * (spoken != "pnb")
    assert "V-I-03.kin" not in kept


def test_who_understands_the_language_of_the_procedure_needs_no_interpreter():
    understood = record(
        interview=interview(
            language="en-NG", procedure_language_understood=True, understanding_checked_by="The interviewer"
        ),
        engagements=(),
        signatures=SIGNED_BY_ALL[::2],
    )
    same = replace(understood, interview=interview(language="fr-BE"))

    verify_signable(understood, now=NOW)
    verify_signable(same, now=NOW)


def test_a_refusal_stands_before_a_doubt_and_every_refusing_rule_has_its_error():
    found = check_interview(record(**of(sequence=1, intoxication_noted=True, place="")), now=NOW)

    assert [finding.standing for finding in found] == [Standing.BROKEN, Standing.UNKNOWN]
    assert len(set(REFUSALS.values())) == len(REFUSALS)


EMERGENCY = replace(UNKNOWN_STATUS, status=v.InterpreterStatus.UNQUALIFIED_EMERGENCY)
UNDERSTOOD = {"procedure_language_understood": True}
SHELTER = "Refuge des Tilleuls"
OTHERS: tuple[tuple[dict[str, Any], str], ...] = (
    (of(measures_decided=True), "V-I-01.none-listed"),
    (
        {"earlier": (EarlierInterview(id=RowId(""), interview_id=record().interview.id),)},
        "V-I-01.listed-despite-no",
    ),
    (of(held_on=PartialDate("2026-03-25")), "V-I-02.another-day"),
    (of(clock_checked_at=NOW + timedelta(days=2)), "V-I-02.implausible"),
    ({"recordings": (recorded(started_at=END, stopped_at=START),)}, "V-I-02.recorded-backwards"),
    ({"recordings": (recorded(started_at=LATER, stopped_at=None),)}, "V-I-02.recorded-outside"),
    (
        {"recordings": (recorded(exhibit_id=ExhibitId("e"), working_copy_id=ExhibitId("e")),)},
        "V-I-09.one-exhibit",
    ),
    ({"interventions": (intervened(at=LATER),)}, "V-I-02.intervention-outside"),
    ({"lineups": (lined_up(shown_at=LATER),)}, "V-I-02.lineup-outside"),
    ({"lineups": (lined_up(conductor_knew=None),)}, "V-I-30.missing"),
    ({"lineups": (lined_up(exhibit_id=None),)}, "V-I-30.not-kept"),
    ({"lineups": (lined_up(result=LineupResult.POSSIBLY),)}, "V-I-30.not-chosen"),
    ({"timeline": (event(v.TimelineKind.PHOTO_LINEUP, 5),)}, "V-I-30.not-described"),
    (
        {
            "lineups": (lined_up(id=RowId("l"), struck="Shown to another"),),
            "timeline": (replace(event(v.TimelineKind.PHOTO_LINEUP, 5), lineup_id=RowId("l")),),
        },
        "V-I-30.not-described",
    ),
    (
        {
            "presences": (presence(name="Anna Real", person_id=PersonId("p")), *record().presences),
            "unnamed_present": (UNNAMED,),
        },
        "V-I-31",
    ),
    ({"engagements": (engagement(from_language="bg"),)}, "V-I-03.not-covered"),
    ({**of(language="fa-AF"), "engagements": (engagement(from_language="fa"),)}, "V-I-03.kin"),
    (
        {"engagements": (engagement(conflict_declared=(v.ConflictQuestion.FAMILY,)),)},
        "V-I-04.declared-despite-none",
    ),
    ({"engagements": (KIN,)}, "V-I-05.conflict-named"),
    ({"engagements": (engagement(comprehension_person=False),)}, "V-I-04.comprehension"),
    ({"engagements": (engagement(conflict_asked=()),)}, "V-I-05.not-asked"),
    (
        {"victim_information": (told(v.VictimInformationItem.VRD4_EXPENSES, given_at=None),)},
        "V-I-15.neither-given-nor-deferred",
    ),
    ({"victim_information": ()}, "V-I-15.items-not-listed"),
    ({"segments": (rendered(),)}, "V-I-32.lacking"),
    ({"segments": (rendered(),), **EARLY}, "V-I-32.early"),
    ({"open_concerns": 1}, "V-I-20"),
    ({"child": AgeGround.CLAIMED}, "V-I-12.presumed-claimed"),
    ({"child": AgeGround.CLAIMED, "age_disputed": True}, "V-I-12.presumed-disputed"),
    ({"segments": (segment(question_type=v.QuestionType.SUGGESTIVE),)}, "V-I-21"),
    (of(readback_started_at=END, readback_ended_at=START), "V-I-02.read-back"),
    (of(ended_at=START + timedelta(days=2)), "V-I-02.too-long"),
    ({**of(**UNDERSTOOD), "engagements": ()}, "V-I-03.not-checked"),
    (
        {"for_victims": (engagement().interpreter_id,), "roles": (v.ProceduralRole.WITNESS,)},
        "V-I-05.also-for-a-victim",
    ),
    ({"interpreters": (EMERGENCY,)}, "V-I-05.unqualified"),
    (of(rectifies_id=InterviewId("I-00")), "V-I-07.nothing-rectified"),
    ({"corrections": (correction(at=LATER),)}, "V-I-07.late"),
    (of(sequence=None), "V-I-11.missing"),
    (of(recording_made=None), "V-I-01.missing"),
    ({"person": CHILD, **of(recording_made=None)}, "V-I-12.missing"),
    (of(measures_decided=None), "V-I-13.missing"),
    ({"cautions": (replace(caution(GIVEN[0]), given=None),)}, "V-I-15.missing"),
    (of(defence_participation=None), "V-I-17.missing"),
    (of(place=SHELTER), "V-I-22.in-field"),
    (of(premises=v.Premises.SHELTER, place=SHELTER), "V-I-22.shelter"),
    (of(premises=v.Premises.SHELTER, place="A shelter in the district"), "V-I-22.shelter-told"),
    ({"segments": (segment(source_text=SHELTER),)}, "V-I-22.in-turn"),
    ({"segments": (replace(segment(), renderings=(RENDERING,)),)}, "V-I-22.in-turn"),
    ({"asked": (segment().segment.id,)}, "V-I-19"),
    ({"segments": (replace(segment(), renderings=(RENDERING,)),)}, "V-I-23.superseded"),
    ({"segments": (replace(segment(), renderings=(RENDERING,)),)}, "V-I-23.no-author"),
    (
        {"segments": (replace(segment(), renderings=(RENDERING,)),), "certifications": (CERTIFIED,)},
        "V-I-23.certification-void",
    ),
)
"""Sentences of rules that the records above do not bring about, each with one that does."""


def keys_of(changes: dict[str, Any]) -> set[str]:
    found = check_interview(record(**changes), now=NOW, sealed_addresses=(SHELTER,))
    return {finding.key for finding in found}


@pytest.mark.parametrize(("changes", "key"), OTHERS)
def test_a_rule_says_what_it_found(changes: dict[str, Any], key: str):
    assert key in keys_of(changes)


def test_a_protected_person_is_named_in_no_row_that_is_printed():
    """In a struck row, in a note of rectification and in a copy of a statement as well."""
    row = presence(id=RowId("named"), name="Anna Real", person_id=PersonId("p"))
    named = {"presences": (row,), "unnamed_present": (UNNAMED,)}
    struck = named | {"presences": (replace(row, struck="Wrong name"),)}
    records = [record(**named | of(rectifies_id=InterviewId("i"))), record(**named), record(**struck)]
    records += [replace(each, presences=(row,), unnamed_present=(UNNAMED,)) for each in copies()]

    for each in records:
        found = [finding for finding in check_interview(each, now=NOW) if finding.code == "V-I-31"]
        assert [finding.about for finding in found] == ["named"]


def copies() -> Iterator[InterviewInFull]:
    """Copies of a statement made elsewhere: without a turn, with one that has no place, or one elsewhere."""
    statement = StatementElsewhere(
        id=InterviewId("i"), exhibit_id=ExhibitId("e"), file_id=FileId("f"), sha256="a" * 64, pages=1
    )
    turn = segment()
    strange = SegmentPlace(
        id=RowId("p"),
        interview_id=InterviewId("i"),
        segment_id=turn.segment.id,
        page=1,
        anchors=(Anchor.of_page("f", "b" * 64, 1),),
        way=v.TakenWay.TYPED,
    )
    header = replace(record().interview, started_at=None, ended_at=None)
    for turns, places in (((), ()), ((turn,), ()), ((turn,), (strange,))):
        yield record(interview=header, segments=turns, elsewhere=(statement,), places=places)


@pytest.mark.parametrize(
    ("read_until", "at", "late"),
    [
        (None, END, False),
        (None, END + timedelta(minutes=2), True),
        (END + timedelta(minutes=5), END + timedelta(minutes=4), False),
        (END + timedelta(minutes=5), END + timedelta(minutes=7), True),
        (END - timedelta(minutes=5), END - timedelta(minutes=2), True),
    ],
)
def test_a_correction_after_the_end_of_the_reading_back_is_told(
    read_until: datetime | None, at: datetime, late: bool
):
    changes = {**of(readback_ended_at=read_until), "corrections": (correction(at=at),)}

    found = [each for each in check_interview(record(**changes), now=NOW) if each.key == "V-I-07.late"]

    assert len(found) == late
    assert all(each.standing is Standing.UNKNOWN and each.values["at"] == at for each in found)


def before(**changes: Any) -> tuple[Finding, ...]:
    return check_before_reading_back(record(**changes), now=NOW, longest=Longest())


def test_a_lack_of_a_certificate_is_told_before_the_signature_and_not_before_the_reading_back():
    uncertified = {"segments": (rendered(),)}

    (told,) = check_interview(record(**uncertified), now=NOW)

    assert (told.key, told.standing, told.values["count"]) == ("V-I-32.lacking", Standing.HOLDS, 1)
    assert "V-I-32" not in {each.code for each in before(**uncertified)}


def test_a_certificate_from_before_the_reading_back_is_told_and_stops_nothing():
    (told,) = check_interview(record(segments=(rendered(),), **EARLY), now=NOW)

    assert (told.key, told.standing, told.values["count"]) == ("V-I-32.early", Standing.HOLDS, 1)
    assert check_interview(record(segments=(rendered(),), **ATTESTED), now=NOW) == ()


def test_before_the_reading_back_only_what_can_be_entered_by_then_is_named():
    bare = of(place="", complaint_made=None, confirmation=None, copy_given=None)

    found = before(**bare, signatures=(), segments=())

    assert [each.field for each in found if each.standing is Standing.BROKEN] == ["interview.place"]
    assert not [each for each in found if each.field.startswith(("interview.s", "record_signature."))]
    later = check_interview(record(**bare, signatures=(), segments=()), now=NOW)
    assert {"interview.signatures", "interview.segments", "interview.complaint_made"} <= {
        each.field for each in later
    }


def test_what_is_expected_and_not_entered_is_told_with_its_row_and_stops_nothing():
    oath = caution(GIVEN[0])
    refused = replace(caution(v.CautionCode.RIGHT_TO_BREAKS, given=False), id=RowId("refused"))
    struck = replace(caution(v.CautionCode.RIGHT_TO_LAWYER), id=RowId("struck"), struck="twice")
    timed = tuple(replace(caution(each), given_at=START) for each in GIVEN[1:])
    rows = (replace(oath, id=RowId("oath"), given_at=None), refused, struck, *timed)

    found = [each for each in before(cautions=rows) if each.key == "V-I-01.expected"]

    assert {each.standing for each in found} == {Standing.HOLDS}
    assert [each.about for each in found if each.field == "caution.given_at"] == ["oath"]
    assert "interview.identity_verified_by" in {each.field for each in found}
    entered = of(identity_verified_by="The clerk")
    assert "interview.identity_verified_by" not in {each.field for each in before(**entered)}


@pytest.mark.parametrize(
    "lacking",
    [
        *(of(**{name: None}) for name in ("record_keeper_id", "premises", "contact_route")),
        of(zone=""),
        {"engagements": (engagement(confidentiality_ref=" "),)},
        *({"engagements": (engagement(**{name: None}),)} for name in ("worked_from", "worked_to")),
    ],
)
def test_what_a_record_has_and_no_rule_asks_for_is_named_before_the_signature_and_stops_nothing(
    lacking: dict[str, Any],
):
    found = check_interview(record(**lacking), now=NOW)

    assert [(each.key, each.standing) for each in found] == [("V-I-01.expected", Standing.HOLDS)]
    assert found[0].field in {each.field for each in before(**lacking)}
    assert [each.field for each in before(**lacking)].count(found[0].field) == 1


REGISTER = {
    "register_name": "National register",
    "register_number": "7",
    "register_state": "FR",
    "registered_until": date(2027, 1, 1),
}
ON_A_REGISTER = replace(UNKNOWN_STATUS, status=v.InterpreterStatus.SWORN, languages=("ro", "fr"))
MEASURE = SpecialMeasure(
    id=RowId("measure"), interview_id=record().interview.id, measure=v.ProtectiveMeasure.VIDEO_LINK
)
REFUSED_ONE = {
    **of(measures_decided=True),
    "measures": (replace(MEASURE, decision=v.MeasureDecision.REFUSED),),
}
OTHER_MEASURE = replace(MEASURE, measure=v.ProtectiveMeasure.OTHER, decision=v.MeasureDecision.GRANTED)
TAKEN_TODAY: dict[str, Any] = {
    "oath": v.InterpreterOath.OATH_TAKEN_TODAY,
    "oath_ref": "",
    "oath_formula": "I swear to interpret faithfully.",
    "oath_taken_by": "Judge Peeters",
}
NOT_UNDERSTOOD: dict[str, Any] = {
    "comprehension_confirmed": False,
    "comprehension_person": True,
    "comprehension_interpreter": False,
    "notes": "Another dialect: repeated.",
}
ANOTHER: tuple[tuple[str, str, str, Any, tuple[Any, ...]], ...] = (
    (
        *("timeline", "timeline_event", "note"),
        replace(RECORDED[0], reason=v.BreakReason.OTHER, note="Prayer."),
        RECORDED[1:],
    ),
    (
        "interventions",
        "intervention",
        "note",
        replace(intervened(), kind=v.InterventionKind.OTHER, note="Why."),
        (),
    ),
)
"""Rows with the code for what no code says, and the words that say it."""
CONDITIONS: tuple[tuple[dict[str, Any], str, dict[str, Any]], ...] = (
    (of(stage=v.ProcedureStage.MLA_EXECUTION), "interview.instrument_id", {}),
    *(
        (
            of(clock_source=v.ClockSource.DEVICE_CHECKED_AGAINST_REFERENCE, **known),
            f"interview.{lacking}",
            of(clock_source=v.ClockSource.DEVICE_CHECKED_AGAINST_REFERENCE, **known, **told_too),
        )
        for known, lacking, told_too in (
            ({"clock_offset_seconds": 0}, "clock_checked_at", {"clock_checked_at": START}),
            ({"clock_checked_at": START}, "clock_offset_seconds", {"clock_offset": "none"}),
        )
    ),
    *(
        (of(confirmation=each), "interview.final_statement", of(confirmation=each, final_statement="Not so."))
        for each in (v.PersonConfirmation.CONTESTED, v.PersonConfirmation.REFUSED_TO_CONFIRM)
    ),
    (
        of(copy_given=v.CopyGiven.NO_DEFERRED_REASON),
        "interview.copy_note",
        of(copy_given=v.CopyGiven.NO_DEFERRED_REASON, copy_note="No printer."),
    ),
    *(
        (
            {"person": person(identity_protection=each)},
            "person.protection_reference",
            {"person": person(identity_protection=each, protection_reference="Order 3")},
        )
        for each in (
            v.IdentityProtection.ANONYMOUS_WITNESS_ORDER,
            v.IdentityProtection.PROTECTION_PROGRAMME,
        )
    ),
    *(
        (
            {
                "interpreters": (
                    replace(ON_A_REGISTER, **{**REGISTER, name: None if name.endswith("until") else ""}),
                )
            },
            f"interpreter.{name}",
            {"interpreters": (replace(ON_A_REGISTER, **REGISTER),)},
        )
        for name in REGISTER
    ),
    (
        {"engagements": (engagement(oath=v.InterpreterOath.GENERAL_OATH_ON_FILE, oath_ref=""),)},
        "interpreter_engagement.oath_ref",
        {"engagements": (engagement(oath=v.InterpreterOath.NOT_REQUIRED_BY_LAW, oath_ref=""),)},
    ),
    *(
        (
            {"engagements": (engagement(**{**TAKEN_TODAY, name: ""}),)},
            f"interpreter_engagement.{name}",
            {"engagements": (engagement(**TAKEN_TODAY),)},
        )
        for name in ("oath_formula", "oath_taken_by")
    ),
    *(
        (
            {"engagements": (engagement(**{**NOT_UNDERSTOOD, name: missing}),)},
            f"interpreter_engagement.{name}",
            {"engagements": (engagement(**NOT_UNDERSTOOD),)},
        )
        for name, missing in (
            ("notes", ""),
            ("comprehension_person", None),
            ("comprehension_interpreter", None),
        )
    ),
    *(
        (
            {**REFUSED_ONE, "measures": (replace(REFUSED_ONE["measures"][0], **{name: "Given"}),)},
            f"special_measure.{lacking}",
            {**REFUSED_ONE, "measures": (replace(MEASURE, decision=v.MeasureDecision.GRANTED),)},
        )
        for name, lacking in (("reason", "decision_ref"), ("decision_ref", "reason"))
    ),
    *(
        (
            {
                "recordings": (recorded(**{name: None if name != "held_by" else ""}),),
                **of(recording_made=True),
            },
            f"recording.{name}",
            {"recordings": (recorded(),), **of(recording_made=True)},
        )
        for name in ("exhibit_id", "held_by", "sealed")
    ),
    (
        {**REFUSED_ONE, "measures": (OTHER_MEASURE,)},
        "special_measure.reason",
        {**REFUSED_ONE, "measures": (replace(OTHER_MEASURE, reason="A therapy dog beside her."),)},
    ),
    *(
        ({name: (replace(row, **{said: ""}), *others)}, f"{field}.{said}", {name: (row, *others)})
        for name, field, said, row, others in ANOTHER
    ),
)


@pytest.mark.parametrize(("lacking", "field", "entered"), CONDITIONS)
def test_what_is_expected_in_certain_cases_alone_is_told_there_and_stops_nothing(
    lacking: dict[str, Any], field: str, entered: dict[str, Any]
):
    found = check_interview(record(**lacking), now=NOW)

    assert [(each.key, each.field, each.standing) for each in found] == [
        ("V-I-01.expected", field, Standing.HOLDS)
    ]
    later = field in {"interview.final_statement", "interview.copy_note"}
    assert [each.field for each in before(**lacking)].count(field) == (not later)
    assert check_interview(record(**entered), now=NOW) == ()


def test_what_is_expected_of_an_interpreter_names_them():
    known = replace(ON_A_REGISTER, id=InterpreterId("linguist"))
    engaged = engagement(interpreter_id=known.id)

    told = record(engagements=(engaged,), interpreters=(known,))

    expected = [each for each in check_interview(told, now=NOW) if each.field.startswith("interpreter.")]
    assert {told.called(each.about) for each in expected} == {"An interpreter"}
    assert len(expected) == len(REGISTER)


def test_why_somebody_interpreted_from_elsewhere_is_expected_beside_the_warning():
    remote = engagement(channel=v.InterpretingChannel.VIDEO)

    found = check_interview(record(engagements=(remote,)), now=NOW)

    assert [(each.key, each.field.partition(".")[2]) for each in found] == [
        ("V-I-05.not-in-the-room", "channel"),
        ("V-I-01.expected", "channel_reason"),
    ]


UNTIMED = of(readback_started_at=None, readback_ended_at=None)
NO_REASON = {"timeline": (replace(RECORDED[0], reason=None), RECORDED[1])}


def test_from_when_to_when_it_was_read_and_why_there_was_a_break_are_named_and_stop_nothing():
    untimed, unread = (
        check_interview(record(**each), now=NOW)
        for each in (
            UNTIMED,
            of(
                readback_mode=v.ReadbackMode.WAIVED_BY_PERSON,
                readback_note="Tired.",
                readback_started_at=None,
                readback_ended_at=None,
            ),
        )
    )
    (unsaid,) = check_interview(record(**NO_REASON), now=NOW)
    at_its_end = (NO_REASON["timeline"][0], replace(RECORDED[1], reason=v.BreakReason.DISTRESS))

    assert [(each.field, each.standing) for each in untimed] == [
        ("interview.readback_started_at", Standing.HOLDS),
        ("interview.readback_ended_at", Standing.HOLDS),
    ]
    assert unread == ()
    assert (unsaid.key, unsaid.standing) == ("V-I-09.break-reason", Standing.HOLDS)
    assert unsaid.key in {each.key for each in before(**NO_REASON)}
    assert check_interview(record(timeline=at_its_end), now=NOW) == ()


NUMBER = "+40 700 000 016"


def test_every_sentence_of_a_rule_is_said_of_some_record():
    said = {key for changes, *_ in (*SPOILT, *DOUBTFUL, *OTHERS, (NO_REASON,)) for key in keys_of(changes)}
    said |= {finding.key for finding in check_interview(record(), now=NOW, sealed_addresses=None)}
    for held in (record(segments=(segment(source_text=NUMBER),)), record(**of(health_statement=NUMBER))):
        said |= {finding.key for finding in check_interview(held, now=NOW, sealed_numbers=(NUMBER,))}
    said |= {finding.key for copy in copies() for finding in check_interview(copy, now=NOW)}
    said |= {finding.key for finding in before()}
    unwritten = record(**of(state=v.InterviewState.DRAFT), segments=(ANSWER_LOST,))
    said |= {finding.key for finding in check_interview(unwritten, now=NOW)}

    # They need the digest of the record, or the typefaces of the page.
    of_services = {
        "V-I-06.before-printing",
        "V-I-06.earlier-text",
        "V-I-06.paper-outdated",
        "V-I-26.in-turns",
        "V-I-26.in-field",
    }
    of_services |= {"V-I-27.in-turns", "V-I-27.in-field"}  # they need the glossary of the case
    of_services |= {"V-I-29"}  # it needs the turns of the rectified record
    assert {key for key in words.entries("findings", "en") if key.startswith("V-I-")} - said == of_services


def test_what_is_only_told_is_no_warning_and_stands_last():
    told_only = {"victim_information": (), "segments": (segment(question_type=v.QuestionType.DIRECTIVE),)}

    found = check_interview(record(**told_only, **AGAIN), now=NOW)

    verify_signable(record(**told_only), now=NOW)
    assert [(each.key, each.standing) for each in found] == [
        ("V-I-11.necessity", Standing.UNKNOWN),
        ("V-I-15.items-not-listed", Standing.HOLDS),
        ("V-I-21", Standing.HOLDS),
    ]


def test_open_questions_are_no_matter_of_a_message_and_untyped_ones_do_not_count():
    asked = [v.QuestionType.INVITATION] * 7 + [v.QuestionType.DIRECTIVE] * 3 + [None] * 20
    turns = tuple(segment(question_type=each) for each in asked)

    found = check_interview(record(segments=turns), now=NOW)

    assert found == ()


@pytest.mark.parametrize(
    "parts",
    [
        {"timeline": (replace(event(v.TimelineKind.OBJECTION, 0), at=END.replace(second=42)),)},
        {"presences": (replace(record().presences[0], to_at=END.replace(second=42)),)},
        {"cautions": (replace(caution(GIVEN[0]), given_at=END.replace(second=42)),)},
        {"interventions": (intervened(at=END.replace(second=42)),)},
    ],
)
def test_what_happened_in_the_minute_of_the_end_is_not_outside_the_interview(parts: dict[str, Any]):
    during = record(**parts)
    exact = replace(during, interview=replace(during.interview, ended_at=END.replace(second=30)))

    assert not [each for each in check_interview(during, now=NOW) if each.code.startswith("V-I-02")]
    assert [each for each in check_interview(exact, now=NOW) if each.code.startswith("V-I-02")]


@pytest.mark.parametrize(
    ("both", "person", "interpreter", "count"),
    [
        (True, False, None, 1),
        (True, True, False, 1),
        (False, True, True, 1),
        (True, True, True, 0),
        (True, None, None, 0),
        (None, True, False, 0),
    ],
)
def test_what_both_sides_confirmed_may_not_contradict_the_answer_of_one(
    both: bool | None, person: bool | None, interpreter: bool | None, count: int
):
    engaged = engagement(
        comprehension_confirmed=both,
        comprehension_person=person,
        comprehension_interpreter=interpreter,
        notes="Repeated.",
    )

    found = check_interview(record(engagements=(engaged,)), now=NOW)

    told = [each for each in found if each.key == "V-I-04.comprehension"]
    assert len(told) == count
    assert all(each.standing is Standing.BROKEN for each in told)
