"""A job by its turns: after an act on one of them, nothing of another is looked at."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.language_states import JobInFull, WorkState, last_naming, states_of
from thb_desktop.domain.language_work import (
    Annotation,
    AnnotationAnswer,
    LanguageCertificate,
    RenderingVersion,
    VersionSignature,
)
from thb_desktop.domain.vocabulary import AnnotationCode

Row = TypeVar("Row")


class JobTurns:
    """The rows of a job, those of each turn apart, and what follows from them.

    states: of each version. newest: the last version of each turn. counts: how many of the turns that the job
    renders are in a state; under None those without a version. answers: the last one to each question or
    doubt. noted: rises when a note or an answer is another one.
    """

    def __init__(self, work: JobInFull) -> None:
        self.job, self.sources, self.source_digests = work.job, work.sources, work.source_digests
        self.states: dict[RowId, WorkState] = states_of(work)
        self.newest: dict[SegmentId, RenderingVersion] = work.newest()
        self.counts: Counter[WorkState | None] = Counter(map(self.state_of, work.sources))
        self.answers: dict[RowId, AnnotationAnswer] = {each.annotation_id: each for each in work.answers}
        self.noted = 0
        self._whole: JobInFull | None = work
        self._turns = _apart(work)
        self._signatures = {each.id: each for each in work.signatures}
        self._certificates = {each.id: each for each in work.certificates}
        self._signed: dict[RowId, tuple[VersionSignature, str]] = {}
        self._certified: dict[RowId, tuple[LanguageCertificate, str]] = {}
        self._remember(work.signatures, work.certificates)
        self._queries = {each.id: each for each in work.annotations if _asks(each)}

    @property
    def whole(self) -> JobInFull:
        """The job with all its rows; those of one kind and turn are in the order of their entry."""
        if self._whole is None:
            turns = self._turns.values()
            self._whole = JobInFull(
                job=self.job,
                versions=tuple(row for turn in turns for row in turn.versions),
                signatures=tuple(self._signatures.values()),
                withdrawals=tuple(row for turn in turns for row in turn.withdrawals),
                verdicts=tuple(row for turn in turns for row in turn.verdicts),
                certificates=tuple(self._certificates.values()),
                annotations=tuple(row for turn in turns for row in turn.annotations),
                answers=tuple(row for turn in turns for row in turn.answers),
                sources=self.sources,
                digests={own: digest for turn in turns for own, digest in turn.digests.items()},
                source_digests=self.source_digests,
            )
        return self._whole

    def turn(self, segment_id: SegmentId) -> JobInFull:
        """Return the job with the rows of one turn alone: of signatures and certificates the last one that
        names each version, and of that nothing else.
        """
        found = self._turns.get(segment_id) or JobInFull(job=self.job)
        signed = (self._signed[each.id] + (each.id,) for each in found.versions if each.id in self._signed)
        certified = (
            self._certified[each.id] + (each.id,) for each in found.versions if each.id in self._certified
        )
        has_source = segment_id in self.sources
        return replace(
            found,
            signatures=tuple(replace(row, versions=((own, digest),)) for row, digest, own in signed),
            certificates=tuple(replace(row, versions=((own, digest),)) for row, digest, own in certified),
            sources={segment_id: self.sources[segment_id]} if has_source else {},
            source_digests={segment_id: self.source_digests[segment_id]} if has_source else {},
        )

    def notes(self) -> Iterable[Annotation]:
        """Return all notes, struck ones too, turn by turn."""
        return (row for turn in self._turns.values() for row in turn.annotations)

    def notes_at(self, segment_id: SegmentId) -> tuple[Annotation, ...]:
        """Return the notes of a turn, struck ones too."""
        found = self._turns.get(segment_id)
        return found.annotations if found is not None else ()

    def state_of(self, segment_id: SegmentId) -> WorkState | None:
        """Return the state of the last version of a turn; None if it has none."""
        version = self.newest.get(segment_id)
        return self.states[version.id] if version is not None else None

    def queries(self) -> tuple[Annotation, ...]:
        """Return the questions that stand, answered or not."""
        return tuple(self._queries.values())

    def open_queries(self) -> tuple[Annotation, ...]:
        """Return the questions that nobody answered."""
        return tuple(each for each in self._queries.values() if each.id not in self.answers)

    def take(self, segment_id: SegmentId, turn: JobInFull) -> None:
        """Take the rows of one turn as they are now, after an act on it.

        turn: no rows of another turn; of signatures and certificates, at least those that are new.
        """
        was, before = self.state_of(segment_id), self._turns.get(segment_id)
        self._whole = None
        self._turns[segment_id] = replace(turn, signatures=(), certificates=(), sources={}, source_digests={})
        self._signatures.update({each.id: each for each in turn.signatures})
        self._certificates.update({each.id: each for each in turn.certificates})
        self._remember(turn.signatures, turn.certificates)
        if before is None or (before.annotations, before.answers) != (turn.annotations, turn.answers):
            self._take_notes(before, turn)
        here = self.turn(segment_id)
        self.states.update(states_of(here))
        self.newest.update(here.newest())
        if segment_id in self.sources:
            self.counts[was] -= 1
            self.counts[self.state_of(segment_id)] += 1

    def _take_notes(self, before: JobInFull | None, turn: JobInFull) -> None:
        self.noted += 1
        for each in before.annotations if before else ():
            self._queries.pop(each.id, None)
        self._queries.update({each.id: each for each in turn.annotations if _asks(each)})
        self.answers.update({each.annotation_id: each for each in turn.answers})

    def _remember(
        self, signatures: Iterable[VersionSignature], certificates: Iterable[LanguageCertificate]
    ) -> None:
        """Remember the last row that names each version: they are in the order of their entry."""
        self._signed.update(last_naming(tuple(signatures)))
        self._certified.update(last_naming(tuple(certificates)))


def _asks(note: Annotation) -> bool:
    return note.code is AnnotationCode.QUERY and not note.struck


def _apart(work: JobInFull) -> dict[SegmentId, JobInFull]:
    """Return the rows of each turn that has any, without signatures and certificates, which name several."""
    of_version = {each.id: each.segment_id for each in work.versions}
    of_note = {each.id: each.segment_id for each in work.annotations}
    versions, withdrawals, verdicts, notes, answers = (
        _grouped((each.segment_id, each) for each in work.versions),
        _grouped((of_version[each.version_id], each) for each in work.withdrawals),
        _grouped((of_version[each.version_id], each) for each in work.verdicts),
        _grouped((each.segment_id, each) for each in work.annotations),
        _grouped((of_note[each.annotation_id], each) for each in work.answers),
    )
    return {
        segment_id: JobInFull(
            job=work.job,
            versions=(own := versions.get(segment_id, ())),
            withdrawals=withdrawals.get(segment_id, ()),
            verdicts=verdicts.get(segment_id, ()),
            annotations=notes.get(segment_id, ()),
            answers=answers.get(segment_id, ()),
            digests={each.id: work.digests[each.id] for each in own},
        )
        for segment_id in {**versions, **notes}
    }


def _grouped(rows: Iterable[tuple[SegmentId, Row]]) -> dict[SegmentId, tuple[Row, ...]]:
    found: dict[SegmentId, list[Row]] = {}
    for segment_id, row in rows:
        found.setdefault(segment_id, []).append(row)
    return {segment_id: tuple(each) for segment_id, each in found.items()}
