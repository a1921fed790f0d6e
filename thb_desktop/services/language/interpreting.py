"""The certificate of an interpreter of an interview: a wording, filled in from what was entered.

It becomes the statement that the interpreter signs over what they rendered (`testimony.certifications`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from thb_desktop import words
from thb_desktop.domain.certificates import (
    FILLED_BY_HAND,
    INTERPRETING_PLACES,
    CertificateElement,
    fits,
)
from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId
from thb_desktop.domain.interview import InterpreterEngagement, Interview
from thb_desktop.domain.interview_day import day_at
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import InterviewState, Premises
from thb_desktop.errors import NotFoundError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.templates import interpreting_texts, list_templates, neutral_interpreting
from thb_desktop.services.testimony.records import get_interview

_PLACE = re.compile(r"\{(\w+)\}")
_GAP = "[…]"
"""A gap that somebody entered in their words: the mark of one that waits would keep the text unsigned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A wording as it is filled in. name: empty for the neutral draft of this program."""

    name: str
    version: int
    language: str
    elements: tuple[tuple[str, str], ...]
    is_official: bool


@permitted(Right.EDIT_TESTIMONY)
def list_wordings(session: Session, interview_id: InterviewId) -> tuple[Wording, ...]:
    """Return the newest version of each wording of the office for interpreters, then the neutral draft in the
    language of the procedure. A wording that asks for what a job alone has is none.
    """
    listed = sorted(list_templates(session), key=lambda each: each.version)
    newest = {(each.name, each.language): each for each in listed}
    own = [_wording(each) for each in newest.values() if fits(dict(each.elements), INTERPRETING_PLACES)]
    language = get_interview(session, interview_id).interview.procedure_language
    draft = tuple((each.value, text) for each, text in neutral_interpreting(language).items())
    return (*own, Wording(name="", version=0, language=language, elements=draft, is_official=False))


@permitted(Right.EDIT_TESTIMONY)
def draft_statement(
    session: Session,
    interview_id: InterviewId,
    interpreter_id: InterpreterId,
    wording: Wording,
    covered: Sequence[RowId],
) -> str:
    """Return the whole text of a certificate over these renderings: the elements of the wording with what was
    entered, and which wording it is. What nobody entered stands as `[...]`, which the interpreter completes;
    of a reading back that was not held, nothing is said. A gap that was entered itself is none to complete.
    """
    record = get_interview(session, interview_id).without_struck()
    interpreter = record.interpreter(interpreter_id)
    if interpreter is None:
        raise NotFoundError("the interpreter is not in the record")
    told = _Told(record, interpreter, wording.language, session.clock.read().at, covered).places()
    paragraphs = [
        _PLACE.sub(lambda found: told.get(found[1], "").replace(FILLED_BY_HAND, _GAP) or FILLED_BY_HAND, text)
        for code, text in wording.elements
        if code != CertificateElement.READ_TO_PERSON or _was_read_back(record.interview)
    ]
    return "\n".join((*paragraphs, _named(wording)))


def _was_read_back(interview: Interview) -> bool:
    """An answer that was typed before the reading back is none yet."""
    return interview.state is not InterviewState.DRAFT and interview.readback_mode is not None


def _named(wording: Wording) -> str:
    """Which wording it is, and whether the office calls it its formula."""
    lines = interpreting_texts(wording.language)
    told = [lines["NEUTRAL"]]
    if wording.name:
        told = [lines["WORDING"].format(wording=wording.name, version=wording.version)]
    if not wording.is_official:
        told.append(lines["NOT_OFFICIAL"])
    return " ".join(told)


def _wording(template: CertificateTemplate) -> Wording:
    return Wording(
        name=template.name,
        version=template.version,
        language=template.language,
        elements=template.elements,
        is_official=template.is_official,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands for each name in braces; empty where nobody entered it."""

    record: InterviewInFull
    interpreter: Interpreter
    language: str
    now: datetime
    covered: Sequence[RowId]

    def places(self) -> dict[str, str]:
        interview, known = self.record.interview, self.interpreter
        register = (known.register_name, known.register_number, known.register_state)
        return {
            "name": known.name,
            "code": known.code,
            "register": ", ".join(filter(None, register)),
            "record": interview.number,
            "count": str(sum(any(map(self._is_covered, each.renderings)) for each in self.record.segments)),
            "place": _plain(_place(interview)),
            "date": day_at(interview, self.now).isoformat(),
            "direction": _one(self._directions()),
            "problems": self._apart(self._problems()),
            **self._read_back(),
            **self._engaged(),
        }

    def _read_back(self) -> dict[str, str]:
        interview = self.record.interview
        answer = [words.word(interview.confirmation, self.language)] if interview.confirmation else []
        answer += filter(None, [_plain(interview.final_statement)])
        mode = interview.readback_mode
        return {
            "readback": words.word(mode, self.language) if mode else "",
            "readback_language": self._called(interview.readback_language),
            "answer": self._apart(answer),
        }

    def _engaged(self) -> dict[str, str]:
        """Of each part that they had in the interview, each answer once."""
        interview, parts = self.record.interview, self._parts()
        began, ended = zip(*(each.worked for each in parts), strict=True) if parts else ((), ())
        return {
            "pairs": _one(self._pair(each.from_language, each.to_language) for each in parts),
            "dialect": _one(
                words.word(each.dialect_match, self.language) for each in parts if each.dialect_match
            ),
            "mode": _one(words.word(mode, self.language) for each in parts for mode in each.modes),
            "channel": _one(self._channel(each) for each in parts if each.channel),
            "start": _moment(interview.started_at),
            "end": _moment(interview.ended_at),
            "interpreted_from": _moment(min(filter(None, began), default=None)),
            "interpreted_to": _moment(max(filter(None, ended), default=None)),
            "conflict": _one(self._conflict(each) for each in parts if each.conflict),
            "secrecy": _one(_plain(each.confidentiality_ref) for each in parts),
        }

    def _parts(self) -> list[InterpreterEngagement]:
        return [each for each in self.record.engagements if each.interpreter_id == self.interpreter.id]

    def _directions(self) -> Iterator[str]:
        """From which language into which the covered renderings lead."""
        for turn in self.record.segments:
            for one in turn.renderings:
                if self._is_covered(one):
                    yield self._pair(turn.segment.language, one.language)

    def _is_covered(self, rendering: Rendering) -> bool:
        return rendering.id in self.covered

    def _problems(self) -> Iterator[str]:
        """What they said for themselves, with its turn; a relay; and the notes on the interpreting."""
        labels = {turn.segment.id: turn.label for turn in self.record.segments}
        for each in self.record.interventions:
            if each.interpreter_id == self.interpreter.id:
                at = labels.get(each.turn_id) if each.turn_id else None
                said = self._with(words.word(each.kind, self.language), _plain(each.note))
                yield f"{said} ({at})" if at else said
        for part in self._parts():
            yield from filter(None, (_plain(part.relay_note), _plain(part.notes)))

    def _channel(self, part: InterpreterEngagement) -> str:
        told = words.word(part.channel, self.language) if part.channel else ""
        return self._with(told, _plain(part.channel_reason))

    def _conflict(self, part: InterpreterEngagement) -> str:
        told = words.word(part.conflict, self.language) if part.conflict else ""
        declared = ", ".join(words.word(each, self.language) for each in part.conflict_declared)
        return self._with(told, self._with(declared, _plain(part.conflict_note)))

    def _with(self, name: str, value: str) -> str:
        """A name and what is said of it, with the colon of the language; either alone."""
        named = interpreting_texts(self.language)["NAMED"]
        return named.format(name=name, value=value) if name and value else name or value

    def _apart(self, parts: Iterable[str]) -> str:
        """Parts that have commas themselves."""
        return interpreting_texts(self.language)["APART"].join(parts)

    def _pair(self, source: str, target: str) -> str:
        return f"{self._called(source)} > {self._called(target)}"

    def _called(self, tag: str) -> str:
        return words.language_name(tag, self.language) if tag else ""


def _place(interview: Interview) -> str:
    """Where it was held; of a shelter without the street, which no page tells."""
    at_shelter = interview.premises is Premises.SHELTER
    return (replace(interview, place_street="") if at_shelter else interview).whole_place


def _one(said: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, said)))


def _plain(text: str) -> str:
    """A text within a sentence: on one line, and without the full stop that the sentence has."""
    return " ".join(text.split()).removesuffix(".")


def _moment(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} ({at:%:z})" if at is not None else ""
