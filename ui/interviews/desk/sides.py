"""Who can speak in a record, in which language, and whose turn it is next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import Presence
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import PresencePlace, PresenceRole, SpeakerRole, UtteranceKind

_INTERPRETS = frozenset({PresenceRole.INTERPRETER, PresenceRole.RELAY_INTERPRETER})
_PLEADS = frozenset({PresenceRole.VICTIM_LAWYER, PresenceRole.DEFENCE_LAWYER})
_ASKS = frozenset(
    {
        *(PresenceRole.INVESTIGATING_JUDGE, PresenceRole.PROSECUTOR, PresenceRole.POLICE_INTERVIEWER),
        *(PresenceRole.INSPECTOR, PresenceRole.FOREIGN_AUTHORITY),
    }
)
_SILENT = frozenset({PresenceRole.CLERK, PresenceRole.TECHNICIAN, PresenceRole.OBSERVER_REMOTE})
"""Who is present without speaking in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who can speak: in what function, what kind of turn, and the language they speak as a rule.

    language: empty for an interpreter, who speaks each of theirs. presence_id: the person present; None if
    they are not listed.
    """

    role: SpeakerRole
    kind: UtteranceKind
    name: str
    language: str
    presence_id: RowId | None = None


def speakers_of(record: InterviewInFull, called: Mapping[str, str]) -> tuple[Speaker, ...]:
    """Return the interviewer, the person heard, the interpreters, then the others present.

    called: the names of officials and interpreters by id.
    """
    return tuple(_speakers(record, called))


def _speakers(record: InterviewInFull, called: Mapping[str, str]) -> Iterator[Speaker]:
    interview = record.interview
    here = [each for each in record.presences if not each.struck and not each.exclusion_decision]
    lead = next((each for each in here if each.official_id == interview.lead_interviewer_id), None)
    heard = next((each for each in here if each.person_id == interview.person_id), None)
    file = interview.procedure_language
    yield Speaker(
        role=SpeakerRole.INTERVIEWER,
        kind=UtteranceKind.QUESTION,
        name=lead.name if lead else called.get(interview.lead_interviewer_id or "", ""),
        language=file,
        presence_id=lead.id if lead else None,
    )
    yield Speaker(
        role=SpeakerRole.PERSON_HEARD,
        kind=UtteranceKind.ANSWER,
        name=record.person.code,
        language=interview.language,
        presence_id=heard.id if heard else None,
    )
    yield from _interpreters(record, here, called)
    for each in here:
        is_known = each in (lead, heard) or each.role in _INTERPRETS | _SILENT
        if not is_known and each.to_at is None and each.place is not PresencePlace.OBSERVATION_ROOM:
            role = _role_of(each.role)
            kind = UtteranceKind.SPONTANEOUS if role is SpeakerRole.OTHER else UtteranceKind.QUESTION
            yield Speaker(role=role, kind=kind, name=each.name, language=file, presence_id=each.id)


def _interpreters(
    record: InterviewInFull, here: Sequence[Presence], called: Mapping[str, str]
) -> Iterator[Speaker]:
    present = [each for each in here if each.role in _INTERPRETS]
    named = {each.interpreter_id for each in present}
    engaged = dict.fromkeys(each.interpreter_id for each in record.engagements if not each.struck)
    found: list[tuple[str, RowId | None]] = [(each.name, each.id) for each in present]
    found += [(called.get(each, ""), None) for each in engaged if each not in named]
    for name, presence_id in found:
        yield Speaker(
            role=SpeakerRole.INTERPRETER,
            kind=UtteranceKind.INTERPRETER_INTERVENTION,
            name=name,
            language="",
            presence_id=presence_id,
        )


class Alternation:
    """Whose turn it is: after a question the person heard, after an answer who asked last.

    Who speaks in between (the interpreter for themselves, a lawyer's remark) changes nothing of it.
    """

    def __init__(self, speakers: Sequence[Speaker] = ()) -> None:
        self.speakers = tuple(speakers)
        self._due = self._asked = self._now = 0

    @property
    def now(self) -> Speaker | None:
        return self.speakers[self._now] if self.speakers else None

    def follow(self, spoken: Sequence[Segment]) -> None:
        """Go on behind these turns."""
        for segment in spoken:
            self._take(segment.kind, self._number_of(segment))
        self._now = self._due

    def keep(self) -> None:
        """A turn of the present speaker was kept."""
        if self.now is not None:
            self._take(self.now.kind, self._now)
            self._now = self._due

    def turn(self, by: int) -> None:
        """Choose the next or the former speaker."""
        if self.speakers:
            self._now = (self._now + by) % len(self.speakers)

    def choose(self, segment: Segment) -> None:
        """Choose who spoke a turn."""
        self._now = self._number_of(segment)

    def choose_role(self, role: SpeakerRole) -> bool:
        """Choose the first speaker of a function; whether there is one."""
        found = next((at for at, each in enumerate(self.speakers) if each.role is role), None)
        self._now = self._now if found is None else found
        return found is not None

    def of_role(self, role: SpeakerRole) -> tuple[Speaker, ...]:
        """Return who has a function, each name once: somebody who came back is the one present now."""
        return tuple({each.name: each for each in self.speakers if each.role is role}.values())

    def choose_speaker(self, speaker: Speaker) -> None:
        self._now = self.speakers.index(speaker)

    def return_to_due(self) -> None:
        self._now = self._due

    def _take(self, kind: UtteranceKind, number: int) -> None:
        if kind is UtteranceKind.QUESTION:
            self._asked = number
            self._due = min(1, len(self.speakers) - 1)
        elif kind is UtteranceKind.ANSWER:
            self._due = self._asked

    def _number_of(self, segment: Segment) -> int:
        for at, each in enumerate(self.speakers):
            if segment.speaker_id and each.presence_id == segment.speaker_id:
                return at
        return next((at for at, each in enumerate(self.speakers) if each.role is segment.speaker), 0)


def key_of(speaker: Speaker) -> str:
    """Return by what somebody is found again in a record that was closed meanwhile."""
    return speaker.presence_id or f"{speaker.role}:{speaker.name}"


def _role_of(role: PresenceRole) -> SpeakerRole:
    if role in _PLEADS:
        return SpeakerRole.LAWYER
    return SpeakerRole.INTERVIEWER if role in _ASKS else SpeakerRole.OTHER
