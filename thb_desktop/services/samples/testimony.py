"""Testimony of a sample case: interviews held, written down, read back and signed."""

from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import (
    Caution,
    InterpreterEngagement,
    Interview,
    Presence,
    ReadBackCorrection,
    RecordSignature,
    Segment,
    TimelineEvent,
)
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    CautionCode,
    CautionMode,
    ClockSource,
    ConflictDeclaration,
    CopyGiven,
    DefenceParticipation,
    DialectMatch,
    InterpreterOath,
    InterpretingChannel,
    InterpretingMode,
    InterviewState,
    Medium,
    PersonConfirmation,
    PresencePlace,
    PresenceRole,
    ProcedureStage,
    ReadbackMode,
    RecordKind,
    RenderingKind,
    RenderingState,
    SignatureMethod,
    SignerRole,
    SourceCapture,
    SpeakerRole,
    TimelineKind,
    UtteranceKind,
)
from thb_desktop.services.casework import interviews
from thb_desktop.services.casework.interviews import Formalities, NewRendering, ReadBack
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node

_NEW = InterviewId("")
_TURNS = (
    ("q", SpeakerRole.INTERVIEWER, UtteranceKind.QUESTION),
    ("a", SpeakerRole.PERSON_HEARD, UtteranceKind.ANSWER),
)


def load_testimony(loading: Loading) -> None:
    for node in loading.data.nodes("interviews"):
        told = loading.supplement.node("interviews").node(node.text("id"))
        interview = interviews.hold_interview(
            loading.session, _interview(loading, node, told), _formalities(loading, node, told)
        )
        loading.step()
        segments = _load_segments(loading, interview.id, node, told)
        interviews.read_back(loading.session, interview.id, _read_back(told), _closing(told, segments))
        interviews.sign_interview(loading.session, interview.id)
        loading.step()


def _interview(loading: Loading, node: Node, told: Node) -> Interview:
    interviewer = loading.officials[node.text("interviewer")]
    keeper = loading.officials.get(told.text("record_keeper", ""))
    recording = loading.exhibits.get(node.text("recording", ""))
    defence = told.node("defence")
    return Interview(
        id=_NEW,
        case_id=loading.case.id,
        number=node.text("id"),
        person_id=loading.persons[node.text("person")].id,
        language=node.text("language"),
        language_note=node.text("language_note", ""),
        procedure_language=loading.case.language,
        stage=ProcedureStage(told.text("stage")),
        legal_basis=told.text("legal_basis"),
        record_kind=RecordKind(told.text("record_kind")),
        authoritative_text=AuthoritativeText(told.text("authoritative_text")),
        medium=Medium(told.text("medium")),
        place=node.text("place"),
        held_on=None if "started_at" in told else node.partial("date"),
        started_at=told.at("started_at"),
        ended_at=told.at("ended_at"),
        clock_source=ClockSource(told.text("clock_source")),
        lead_interviewer_id=interviewer.id,
        record_keeper_id=keeper.id if keeper else None,
        sequence=told.integer("sequence"),
        prior_interviews=told.text("prior_interviews"),
        special_measures=told.texts("special_measures"),
        health_statement=told.text("health_statement"),
        defence_participation=DefenceParticipation(defence.text("participation")),
        defence_note=defence.text("note"),
        recording_id=recording.id if recording else None,
        recording_note=told.text("recording_note"),
        readback_mode=ReadbackMode.NOT_RECORDED,
        readback_language="",
        confirmation=PersonConfirmation.NOT_RECORDED,
        interpretation_complaint="",
        copy_given=CopyGiven.NOT_RECORDED,
        state=InterviewState.DRAFT,
        authority_id=loading.authorities[interviewer.country].id,
        understood=told.text("understood"),
        necessity=told.text("necessity"),
    )


def _formalities(loading: Loading, node: Node, told: Node) -> Formalities:
    return Formalities(
        presences=tuple(_presence(each) for each in told.nodes("presences")),
        cautions=tuple(_caution(each) for each in told.nodes("cautions")),
        timeline=tuple(
            TimelineEvent(
                id=RowId(""),
                interview_id=_NEW,
                kind=TimelineKind(each.text("kind")),
                at=each.moment("at"),
                note=each.text("note"),
            )
            for each in told.nodes("timeline")
        ),
        engagements=(_engagement(loading, node, told.node("interpreter")),),
    )


def _presence(node: Node) -> Presence:
    return Presence(
        id=RowId(""),
        interview_id=_NEW,
        role=PresenceRole(node.text("role")),
        name=node.text("name"),
        organisation=node.text("organisation"),
        place=PresencePlace(node.text("place")),
        from_at=node.at("from"),
        to_at=node.at("to"),
    )


def _caution(node: Node) -> Caution:
    return Caution(
        id=RowId(""),
        interview_id=_NEW,
        code=CautionCode(node.text("code")),
        given=node.flag("given"),
        language=node.text("language"),
        mode=CautionMode(node.text("mode")),
        understood=node.flag("understood"),
        reply=node.text("reply"),
    )


def _engagement(loading: Loading, node: Node, told: Node) -> InterpreterEngagement:
    return InterpreterEngagement(
        id=RowId(""),
        interview_id=_NEW,
        interpreter_id=InterpreterId(loading.interpreters[node.text("interpreter")].id),
        from_language=node.text("language"),
        to_language=loading.case.language,
        oath=InterpreterOath(told.text("oath")),
        dialect_match=DialectMatch(told.text("dialect_match")),
        mode=InterpretingMode(told.text("mode")),
        channel=InterpretingChannel(told.text("channel")),
        conflict=ConflictDeclaration(told.text("conflict")),
        conflict_note=told.text("conflict_note"),
        relay=node.text("relay", ""),
        comprehension_confirmed=told.flag("comprehension_confirmed"),
        certified=told.flag("certified"),
        notes=told.text("notes"),
    )


def _load_segments(
    loading: Loading, interview_id: InterviewId, node: Node, told: Node
) -> dict[str, SegmentId]:
    """Add question and answer of each turn; return the ids by label ("1 Q", "1 A")."""
    segments: dict[str, SegmentId] = {}
    for turn in node.nodes("segments"):
        for name, speaker, kind in _TURNS:
            label = f"{turn.text('n')} {name.upper()}"
            text = turn.node(name)
            segment: Segment = interviews.add_segment(
                loading.session,
                interview_id,
                label=label,
                speaker=speaker,
                kind=kind,
                language=node.text("language"),
                source_text=text.text("o"),
                capture=SourceCapture(told.text("capture")),
                recording=_span(turn.text("t", "")),
                marks=turn.texts("refs"),  # never the flags: assessments are no part of a record
                renderings=_renderings(loading, node, told, turn.integer("n"), text),
            )
            segments[label] = segment.id
            loading.step()
    return segments


def _renderings(
    loading: Loading, node: Node, told: Node, number: int, text: Node
) -> tuple[NewRendering, ...]:
    """The texts besides the original: what the interpreter said, or a translation made in writing."""
    renderings = []
    for language, written in text.pairs("o"):
        spoken = told.node("renditions").texts(language)
        by_interpreter = spoken == ("all",) or str(number) in spoken
        made = loading.supplement.node("translations").node(language)
        renderings.append(
            NewRendering(
                language=language,
                text=written,
                kind=RenderingKind.RENDITION if by_interpreter else RenderingKind.TRANSLATION,
                state=RenderingState.SELF_CHECKED if by_interpreter else RenderingState(made.text("state")),
                made_by=node.text("interpreter") if by_interpreter else made.text("made_by"),
            )
        )
    return tuple(renderings)


def _span(written: str) -> tuple[str, str]:
    since, _, until = written.partition("-")
    return since, until


def _read_back(told: Node) -> ReadBack:
    node = told.node("read_back")
    return ReadBack(
        mode=ReadbackMode(node.text("mode")),
        language=node.text("language"),
        confirmation=PersonConfirmation(node.text("confirmation")),
        complaint=node.text("complaint"),
        copy_given=CopyGiven(node.text("copy_given")),
        note=node.text("note"),
    )


def _closing(told: Node, segments: dict[str, SegmentId]) -> Formalities:
    return Formalities(
        corrections=tuple(
            ReadBackCorrection(
                id=RowId(""),
                interview_id=_NEW,
                segment_id=segments[each.text("segment")],
                before=each.text("before"),
                after=each.text("after"),
                requested_by=each.text("requested_by"),
                reason=each.text("reason"),
            )
            for each in told.nodes("corrections")
        ),
        signatures=tuple(
            RecordSignature(
                id=RowId(""),
                interview_id=_NEW,
                role=SignerRole(each.text("role")),
                name=each.text("name"),
                method=SignatureMethod(each.text("method")),
                at=each.at("at"),
                reason=each.text("reason"),
            )
            for each in told.nodes("signatures")
        ),
    )
