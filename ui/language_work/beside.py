"""What stands beside the chosen turn of a job, from plain data and from memory and glossary."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.glossary import Term
from thb_desktop.domain.ids import InterpreterId, JobId, SegmentId
from thb_desktop.domain.language_states import annotations_of
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import Annotation, AnnotationAnswer
from thb_desktop.domain.translation_rules import check_text
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.domain.work_left import left_behind, reasons_given
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import glossary, memory
from thb_desktop.services.language.memory import Own, Remembered
from ui.jobs import VaultJobs
from ui.view_model import ViewModel

REST = 150
"""Milliseconds that a turn is chosen until memory and glossary are asked about it."""
MOST = 3
"""Renderings of like texts that are shown, and taken by a key each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What memory and glossary say of the source of a turn."""

    segment_id: SegmentId
    matches: tuple[Remembered, ...] = ()
    terms: tuple[tuple[Term, tuple[Term, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnWork:
    """What is shown of the chosen turn.

    notes: those that stand, without questions. left: the ids of those at a former wording, which the present
    one does not carry. queries: of this turn, and those of others that nobody
    answered; each with its last answer. findings: of numbers, dates, names and lengths. reasons: why the
    version was signed with them all the same, by the key of the finding.
    """

    segment_id: SegmentId
    notes: tuple[Annotation, ...] = ()
    left: frozenset[str] = frozenset()
    queries: tuple[tuple[Annotation, AnnotationAnswer | None], ...] = ()
    open_queries: int = 0
    findings: tuple[Finding, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[SegmentId, str] = field(default_factory=dict)


def turn_work(
    turns: JobTurns,
    segment_id: SegmentId,
    *,
    numbers: Mapping[str, int],
    labels: Mapping[SegmentId, str],
    findings: tuple[Finding, ...] = (),
    is_typed: bool = False,
) -> TurnWork:
    """Put together what is shown of a turn. numbers: of the notes. labels: of the turns. is_typed: whether
    other words are typed now than those that were signed.
    """
    asked = [(each, turns.answers.get(each.id)) for each in turns.queries()]
    notes = tuple(
        each
        for each in turns.notes_at(segment_id)
        if not each.struck and each.code is not AnnotationCode.QUERY
    )
    return TurnWork(
        segment_id=segment_id,
        notes=notes,
        left=left_behind(notes, turns.newest.get(segment_id)),
        queries=tuple(pair for pair in asked if pair[0].segment_id == segment_id or pair[1] is None),
        open_queries=sum(answer is None for _, answer in asked),
        findings=findings,
        reasons={} if is_typed else _reasons_at(turns, segment_id),
        numbers=numbers,
        labels=labels,
    )


def _reasons_at(turns: JobTurns, segment_id: SegmentId) -> dict[str, str]:
    """Return why the newest version of a turn was signed all the same, by the key of each finding."""
    version = turns.newest.get(segment_id)
    signatures = turns.turn(segment_id).signatures
    return {key: why for key, _, why in reasons_given(signatures, [version] if version else [])}


def differences(
    turns: JobTurns, segment_id: SegmentId, text: str, *, language: str, names: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Compare a rendering, as it is typed now, with its source. language: of the source."""
    source = turns.sources.get(segment_id)
    if source is None or not text.strip():
        return ()
    version, notes = turns.newest.get(segment_id), turns.notes_at(segment_id)
    counted = annotations_of(version, notes) if version else tuple(each for each in notes if not each.struck)
    return tuple(check_text(source, text.strip(), language, names, {each.code for each in counted}))


class BesideModel(ViewModel):
    """found: what memory and glossary say of the turn that was asked about last. Nothing is inserted.

    What other jobs of the case remember is read once, and again after something in the vault changed: with
    thousands of turns it takes a second, and the next turn must not wait for it. What this job remembers is
    at hand.
    """

    found = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._wanted: tuple[JobTurns, SegmentId, str] | None = None
        self._others: tuple[Remembered, ...] = ()
        self._others_of: JobId | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask)
        jobs.changed.connect(lambda _: self._forget())

    def ask(self, turns: JobTurns, segment_id: SegmentId, language: str) -> None:
        """Ask about a turn once nothing else is chosen for a moment. language: of its source."""
        self._wanted = (turns, segment_id, language)
        self._rest.start()

    def _forget(self) -> None:
        self._others, self._others_of = (), None

    def _ask(self) -> None:
        if self._wanted is None:
            return
        turns, segment_id, language = wanted = self._wanted
        source, job = turns.sources.get(segment_id), turns.job
        if source is None:
            self.found.emit(Found(segment_id=segment_id))
            return
        others = self._others if self._others_of == job.id else None
        own = Own.of(turns)

        def read(session: Session) -> tuple[tuple[Remembered, ...], Found]:
            known = memory.remembered_besides(session, job.id) if others is None else others
            return known, Found(
                segment_id=segment_id,
                matches=memory.alike(known, own, source, besides=segment_id, most=MOST),
                terms=glossary.terms_in(
                    session, job.case_id, source, source=language, target=job.target_language
                ),
            )

        def tell(read_now: tuple[tuple[Remembered, ...], Found]) -> None:
            self._others, self._others_of = read_now[0], job.id
            if self._wanted is wanted:
                self.found.emit(read_now[1])

        self.read(read, tell)


def author_of(match: Remembered, names: Mapping[InterpreterId, str]) -> str:
    """Return the name of who rendered a like text; empty if it is not known here."""
    return names.get(match.author_id, "")
