"""Testimony of a sample case: interviews held, entered, read back and signed.

What the interpreter said is part of a record. Any other text in another language is kept for a job beside it.
"""

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.fields import Description
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.vocabulary import (
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UtteranceKind,
)
from thb_desktop.services.casework import interviews, read_back, segments
from thb_desktop.services.casework.read_back import ReadBack
from thb_desktop.services.casework.segments import NewRendering
from thb_desktop.services.samples.described import References, values_of
from thb_desktop.services.samples.loading import Loading, Translated
from thb_desktop.services.samples.node import Node

_TURNS = (
    ("q", SpeakerRole.INTERVIEWER, UtteranceKind.QUESTION),
    ("a", SpeakerRole.PERSON_HEARD, UtteranceKind.ANSWER),
)
_HELD = (
    *(described.PRESENCE, described.CAUTION, described.VICTIM_INFORMATION, described.TIMELINE_EVENT),
    *(described.RECORDING, described.SPECIAL_MEASURE, described.EARLIER_INTERVIEW),
)
_CLOSING = (described.INTERVENTION, described.CORRECTION, described.SIGNATURE)


def load_testimony(loading: Loading) -> None:
    for node in loading.data.nodes("interviews"):
        _load_interview(loading, node, loading.supplement.node("interviews").node(node.text("id")))


def _load_interview(loading: Loading, node: Node, told: Node) -> None:
    references = loading.references
    rows = [row for each in _HELD for row in _rows(each, told, references)]
    if "interpreter" in node:
        rows.append(_engagement(loading, node, told))
    interview = interviews.hold_interview(loading.session, _interview(loading, node, told), rows)
    loading.step()
    turns = _load_segments(loading, interview, node, told)
    outcome = ReadBack(**values_of(described.INTERVIEW, told.node("read_back"), references))  # type: ignore[arg-type]  # values by field name
    closing = [row for each in _CLOSING for row in _rows(each, told, {**references, "segment": turns})]
    read_back.read_back(loading.session, interview.id, outcome, closing)
    _sign(loading, interview)
    loading.step()


def _sign(loading: Loading, interview: Interview) -> None:
    """Sign a record; for each warning, the supplement says why it is signed all the same."""
    told = loading.supplement.node("reasons").node("warnings")
    findings = interviews.check_interview(loading.session, interview.id)
    reasons = [(found, told.text(found.key)) for found in findings if found.key in told]
    interviews.sign_interview(loading.session, interview.id, reasons)


def _interview(loading: Loading, node: Node, told: Node) -> Interview:
    """Return the header: the data under their own names, and the rest from the supplement."""
    interviewer = loading.officials[node.text("interviewer")]
    authority = loading.authorities.get(interviewer.country)
    recording = loading.exhibits.get(node.text("recording", ""))
    return Interview(
        id=InterviewId(""),
        case_id=loading.case.id,
        number=node.text("id"),
        person_id=loading.persons[node.text("person")].id,
        lead_interviewer_id=interviewer.id,
        authority_id=authority.id if authority else None,
        language=node.text("language"),
        language_note=node.text("language_note", ""),
        procedure_language=loading.case.language,
        place=node.text("place"),
        recording_id=recording.id if recording else None,
        **values_of(described.INTERVIEW, told.node("interview"), loading.references),  # type: ignore[arg-type]  # values by field name
    )


def _rows(description: Description, told: Node, references: References) -> list[Formality]:
    return [
        description.entity(id="", interview_id="", **values_of(description, each, references))
        for each in told.nodes(description.name)
    ]


def _engagement(loading: Loading, node: Node, told: Node) -> Formality:
    description = described.ENGAGEMENT
    engagement: Formality = description.entity(
        id="",
        interview_id="",
        interpreter_id=loading.interpreters[node.text("interpreter")].id,
        from_language=node.text("language"),
        to_language=loading.case.language,
        relay_note=node.text("relay", ""),
        **values_of(description, told.node(description.name), loading.references),
    )
    return engagement


def _load_segments(loading: Loading, interview: Interview, node: Node, told: Node) -> dict[str, str]:
    """Add question and answer of each turn; return the ids by label ("1 Q", "1 A")."""
    turns: dict[str, str] = {}
    translated = loading.translated.setdefault(interview.number, {})
    for turn in node.nodes("segments"):
        for name, speaker, kind in _TURNS:
            spoken = (
                told.text("questions_in", loading.case.language)
                if kind is UtteranceKind.QUESTION
                else interview.language
            )
            words = _words(interview, spoken, turn.node(name))
            rendered = [
                each for each in words if each and _is_rendition(node, told, turn.text("n"), spoken, each)
            ]
            segment = segments.add_segment(
                loading.session,
                interview.id,
                speaker=speaker,
                kind=kind,
                language=spoken,
                source_text=words.get(""),
                capture=SourceCapture(told.text("capture")) if "" in words else SourceCapture.NOT_CAPTURED,
                recording=_span(turn.text("t", "")),
                marks=turn.texts("refs"),  # never the flags: assessments are not part of a record
                renderings=[_rendition(loading, node, each, words[each]) for each in rendered],
            )
            label = f"{turn.text('n')} {name.upper()}"
            turns[label] = segment.id
            for language in (each for each in words if each and each not in rendered):
                wanted = Translated(record=interview.number, interview_id=interview.id)
                translated.setdefault(language, wanted).turns[label] = (segment.id, words[language])
            loading.step()
    return turns


def _words(interview: Interview, spoken: str, text: Node) -> dict[str, str]:
    """Return the wordings of a turn by language; under "" the original, if it was transcribed.

    The data give the words in the person's language as `o`. If a question was put in another language and
    transcribed, the original is in that language, and `o` is the interpreter's rendition.
    """
    wordings = dict(text.pairs("o"))
    heard = text.text("o")
    if spoken == interview.language:
        return {"": heard, **wordings}
    original = {"": wordings.pop(spoken)} if spoken in wordings else {}
    return {**original, interview.language: heard, **wordings}


def _is_rendition(node: Node, told: Node, turn: str, spoken: str, language: str) -> bool:
    """Whether the interpreter said a wording on the spot: to the person, or where the supplement says so."""
    rendered = told.node("renditions").texts(language)
    to_person = language == node.text("language") != spoken
    return to_person or rendered == ("all",) or turn in rendered


def _rendition(loading: Loading, node: Node, language: str, text: str) -> NewRendering:
    return NewRendering(
        language=language,
        text=text,
        kind=RenderingKind.RENDITION,
        state=RenderingState.SELF_CHECKED,
        author_id=loading.interpreters[node.text("interpreter")].id,
    )


def _span(written: str) -> tuple[str, str]:
    since, _, until = written.partition("-")
    return since, until
