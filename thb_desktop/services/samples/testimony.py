"""Testimony of a sample case: interviews held, entered, read back and signed.

What the interpreter said is part of a record. Any other text in another language is kept for a job beside it.
"""

import re
from collections.abc import Iterable
from dataclasses import MISSING, fields

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.fields import Description
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.interview_rules import REFUSALS
from thb_desktop.domain.vocabulary import (
    MeasureDecision,
    ProtectiveMeasure,
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UtteranceKind,
)
from thb_desktop.errors import FormatError, ThbError, WarningUnansweredError
from thb_desktop.services.samples.codes import code_of, named
from thb_desktop.services.samples.described import References, values_of
from thb_desktop.services.samples.loading import Loading, Translated
from thb_desktop.services.samples.node import Node
from thb_desktop.services.testimony import formalities, interviews, read_back, records, segments
from thb_desktop.services.testimony.read_back import ReadBack
from thb_desktop.services.testimony.segments import NewRendering

_TURNS = (
    ("q", SpeakerRole.INTERVIEWER, UtteranceKind.QUESTION),
    ("a", SpeakerRole.PERSON_HEARD, UtteranceKind.ANSWER),
)
_HELD = (
    *(described.PRESENCE, described.CAUTION, described.VICTIM_INFORMATION, described.TIMELINE_EVENT),
    *(described.LINEUP, described.RECORDING, described.SPECIAL_MEASURE, described.EARLIER_INTERVIEW),
)
_EVENT, _LINEUP = described.TIMELINE_EVENT, "lineup_id"
_SAME_SEX = ProtectiveMeasure.SAME_SEX_INTERVIEWER
_NONE = (
    (described.SPECIAL_MEASURE.name, "NONE_DECIDED", "measures_decided"),
    (described.EARLIER_INTERVIEW.name, "NONE_KNOWN", "earlier_known"),
)
"""A list of which the supplement says that there is nothing in it, and the answer of the header to that."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""A language in the data (BCP 47): what has another form is no text of a turn."""
_NOT_SIGNABLE: tuple[type[ThbError], ...] = (WarningUnansweredError, *REFUSALS.values())
_SET_HERE = {"id", "interview_id"}
_CLOSING = (described.INTERVENTION, described.CORRECTION, described.SIGNATURE)


def load_testimony(loading: Loading) -> None:
    for node in loading.data.nodes("interviews"):
        _load_interview(loading, node, loading.supplement.node("interviews").node(node.text("id")))


def _load_interview(loading: Loading, node: Node, told: Node) -> None:
    references = loading.references
    told.know("renditions", "capture", "questions_in", described.ENGAGEMENT.name)
    if "renditions" not in told and "interpreter" in node:
        told = told.changed(renditions={loading.case.language: "all"})
        loading.told(
            f"the record {node.text('id')!r} does not say what the interpreter rendered on the spot: "
            f"all in {loading.case.language!r} is entered so, and is to be compared"
        )
    rows = [row for each in _HELD for row in _rows(each, told, references)]
    if "interpreter" in node:
        rows.append(_engagement(loading, node, told))
    interview = interviews.hold_interview(loading.session, _interview(loading, node, told), rows)
    _add_shown(loading, interview, told)
    loading.step()
    turns = _load_segments(loading, interview, node, told)
    if "read_back" not in told:
        loading.told(f"the record {interview.number!r} stays a draft: nothing is told of its reading back")
        return
    outcome = ReadBack(**values_of(described.INTERVIEW, told.node("read_back"), references))  # type: ignore[arg-type]  # values by field name
    closing = [row for each in _CLOSING for row in _rows(each, told, {**references, "segment": turns})]
    read_back.read_back(loading.session, interview.id, outcome, closing)
    _sign(loading, interview)
    loading.step()


def _add_shown(loading: Loading, interview: Interview, told: Node) -> None:
    """Add the events that name a line-up of the record, once it has them."""
    shown = [each for each in told.nodes(_EVENT.name) if _LINEUP in each]
    if shown:
        held = records.get_interview(loading.session, interview.id).lineups
        lineups = {each.number: str(each.id) for each in held}
        named: References = {**loading.references, "lineup": lineups}
        formalities.add_formalities(loading.session, interview.id, _read(_EVENT, shown, named))


def _sign(loading: Loading, interview: Interview) -> None:
    """Sign a record; for each warning, the supplement says why it is signed all the same. A record that a
    rule refuses, or of which a warning has no reason, stays as it was read back.
    """
    told = loading.supplement.node("reasons").node("warnings")
    findings = interviews.check_interview(loading.session, interview.id)
    reasons = [(found, told.text(found.key)) for found in findings if found.key in told]
    try:
        interviews.sign_interview(loading.session, interview.id, reasons)
    except _NOT_SIGNABLE as refused:
        loading.told(f"the record {interview.number!r} is read back and not signed: {refused}")


def _interview(loading: Loading, node: Node, told: Node) -> Interview:
    """Return the header: the data under their own names, and the rest from the supplement."""
    interviewer = named(loading.officials, node.text("interviewer"), "official")
    authority = loading.authorities.get(interviewer.country)
    recording = loading.exhibits.get(node.text("recording", ""))
    header = values_of(described.INTERVIEW, told.node("interview"), loading.references)
    if not {"started_at", "held_on"} & header.keys():
        header["held_on"] = node.partial("date")
        if any(name in node for name in ("start", "end", "break")):
            told_of = f"the times of the record {node.text('id')!r} have no offset"
            loading.told(f"{told_of}: its day alone is entered")
    node.leave("date", "start", "end", "break")
    for name, no, field in _NONE:
        if _says(told, name, no):
            header.setdefault(field, False)
    return Interview(
        id=InterviewId(""),
        case_id=loading.case.id,
        number=node.text("id"),
        person_id=named(loading.persons, node.text("person"), "person").id,
        lead_interviewer_id=interviewer.id,
        authority_id=authority.id if authority else None,
        language=node.text("language"),
        language_note=node.text("language_note", ""),
        procedure_language=loading.case.language,
        place=node.text("place"),
        recording_id=recording.id if recording else None,
        **header,  # type: ignore[arg-type]  # values by field name
    )


def _rows(description: Description, told: Node, references: References) -> list[Formality]:
    if any(description.name == name and _says(told, name, no) for name, no, _ in _NONE):
        return []
    nodes = told.nodes(description.name)
    is_event = description is _EVENT
    return _read(description, [each for each in nodes if not (is_event and _LINEUP in each)], references)


def _read(description: Description, nodes: Iterable[Node], references: References) -> list[Formality]:
    found = [values_of(description, _measure(each), references) for each in nodes]
    needed = {each.name for each in fields(description.entity) if each.default is MISSING} - _SET_HERE
    for lacking in (sorted(needed - values.keys()) for values in found):
        if lacking:
            raise FormatError(f"a {description.name!r} of a sample case does not say {lacking[0]!r}")
    return [description.entity(id="", interview_id="", **values) for values in found]


def _says(told: Node, name: str, code: str) -> bool:
    return told.is_text(name) and told.text(name).upper() == code


def _measure(row: Node) -> Node:
    """A wish for an interviewer of the same sex may be written as one code with what was decided on it."""
    for decision in (MeasureDecision.GRANTED, MeasureDecision.REFUSED):
        if row.is_text("measure") and row.text("measure").upper() == f"{_SAME_SEX}_REQUESTED_{decision}":
            return row.changed(measure=_SAME_SEX.value, decision=decision.value)
    return row


def _engagement(loading: Loading, node: Node, told: Node) -> Formality:
    description = described.ENGAGEMENT
    engagement: Formality = description.entity(
        id="",
        interview_id="",
        interpreter_id=named(loading.interpreters, node.text("interpreter"), "interpreter").id,
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
    # The interpreter checked what was read back; of a draft nobody said so.
    state = RenderingState.SELF_CHECKED if "read_back" in told else RenderingState.DRAFT
    for turn in node.nodes("segments"):
        turn.leave("flags")  # assessments are not part of a record
        for name, speaker, kind in _TURNS:
            spoken = (
                told.text("questions_in", loading.case.language)
                if kind is UtteranceKind.QUESTION
                else interview.language
            )
            words = _words(loading, interview, spoken, turn.node(name))
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
                capture=_capture(interview, told, turn) if "" in words else SourceCapture.NOT_CAPTURED,
                recording=_span(turn.text("t", "")),
                marks=turn.texts("refs"),
                renderings=[_rendition(loading, node, each, words[each], state) for each in rendered],
            )
            label = f"{turn.text('n')} {name.upper()}"
            turns[label] = segment.id
            for language in (each for each in words if each and each not in rendered):
                wanted = Translated(record=interview.number, interview_id=interview.id)
                translated.setdefault(language, wanted).turns[label] = (segment.id, words[language])
            loading.step()
    return turns


def _words(loading: Loading, interview: Interview, spoken: str, text: Node) -> dict[str, str]:
    """Return the wordings of a turn by language; under "" the original, if it was transcribed.

    The data give the words in the person's language as `o`. If a question was put in another language and
    transcribed, the original is in that language, and `o` is the interpreter's rendition. Without `o` the
    words were not captured.
    """
    wordings = dict(text.pairs("o"))
    for name in [each for each in wordings if not _TAG.fullmatch(each)]:
        del wordings[name]
        loading.told(
            f"a turn of the record {interview.number!r} has {name!r}, which is no language: left out"
        )
    heard = text.text("o", "")
    if spoken == interview.language:
        return {"": heard, **wordings} if heard else wordings
    original = {"": wordings.pop(spoken)} if spoken in wordings else {}
    return {**original, **({interview.language: heard} if heard else {}), **wordings}


def _is_rendition(node: Node, told: Node, turn: str, spoken: str, language: str) -> bool:
    """Whether the interpreter said a wording on the spot: to the person, or where the supplement says so."""
    rendered = told.node("renditions").texts(language)
    to_person = language == node.text("language") != spoken
    return to_person or rendered == ("all",) or turn in rendered


def _capture(interview: Interview, told: Node, turn: Node) -> SourceCapture:
    """How the words came to be written: as the supplement says, or as follows from a recording with times."""
    if "capture" in told:
        return code_of(SourceCapture, told.text("capture"), {})
    heard = interview.recording_id is not None and "t" in turn
    return SourceCapture.TRANSCRIBED_FROM_RECORDING if heard else SourceCapture.TYPED_AFTERWARDS


def _rendition(loading: Loading, node: Node, language: str, text: str, state: RenderingState) -> NewRendering:
    return NewRendering(
        language=language,
        text=text,
        kind=RenderingKind.RENDITION,
        state=state,
        author_id=named(loading.interpreters, node.text("interpreter"), "interpreter").id
        if "interpreter" in node
        else None,
    )


def _span(written: str) -> tuple[str, str]:
    since, _, until = written.partition("-")
    return since, until
