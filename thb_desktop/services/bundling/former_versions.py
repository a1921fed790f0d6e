"""Former versions in a bundle: those with the words of a present one that another linguist disputed."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, islice

from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.language_outward import VersionOutward
from thb_desktop.domain.language_states import JobInFull, WorkState, annotations_of
from thb_desktop.domain.language_work import (
    Annotation,
    RenderingVersion,
    RevisionVerdict,
    VersionSignature,
)
from thb_desktop.ledger.language_parts import version_outward
from thb_desktop.ledger.language_work import annotation_digest, told_digest
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName, told_before

Disputed = dict[tuple[RowId, str], VersionOutward]
"""Former versions as they were disputed: by their id, and the digest that the dispute names."""

_TRIED = 100_000
"""Sets of notes that are tried before it is given up: of 16 notes, all."""


def former_versions(read: Connection, work: JobInFull, disputes: Iterable[RevisionVerdict]) -> Disputed:
    """Return of which versions these disputes were given, as they were signed.

    Where its author did not sign what was disputed, or it is not found which notes a version had then, it is
    not there.
    """
    found: Disputed = {}
    for each in disputes:
        told = _as_disputed(read, work, each)
        if told is not None:
            found[each.version_id, each.version_digest] = told
    return found


def signatures_over(
    signatures: Iterable[VersionSignature], disputed: Container[tuple[str, str]]
) -> tuple[VersionSignature, ...]:
    """Return, of signatures in the order of their entry, the last over each of these versions as it was
    disputed.
    """
    last = {each: row for row in signatures for each in row.versions if each in disputed}
    return tuple({row.id: row for row in last.values()}.values())


def disputes_shown(read: Connection, work: JobInFull) -> dict[SegmentId, tuple[RevisionVerdict, ...]]:
    """Return by turn the disputes of its present words in a former version that a bundle can show."""
    again = work.disputes_again()
    found = former_versions(read, work, (each for said in again.values() for each in said))
    shown = {
        segment_id: tuple(each for each in said if (each.version_id, each.version_digest) in found)
        for segment_id, said in again.items()
    }
    return {segment_id: said for segment_id, said in shown.items() if said}


def _as_disputed(read: Connection, work: JobInFull, verdict: RevisionVerdict) -> VersionOutward | None:
    if not signatures_over(work.signatures, {(verdict.version_id, verdict.version_digest)}):
        return None
    version = next(each for each in work.versions if each.id == verdict.version_id)
    language = work.job.target_language
    notes = {annotation_digest(each): each for each in _ever_noted(version, work)}
    then = _noted_then(read, notes, verdict)
    for digests in islice(_sets(notes, then), _TRIED):
        if told_digest(version, digests, language=language) == verdict.version_digest:
            told = VersionOutward(version=version, state=WorkState.SUPERSEDED, withheld=digests)
            return version_outward(told, digests, language=language)
    return None


def _ever_noted(version: RenderingVersion, work: JobInFull) -> tuple[Annotation, ...]:
    """Return the notes of a version, with those that were struck out."""
    return tuple(each for each in work.annotations if annotations_of(version, [replace(each, struck="")]))


def _noted_then(
    read: Connection, notes: Mapping[str, Annotation], verdict: RevisionVerdict
) -> frozenset[str]:
    """Return the digests of the notes that a version had when the file was told of a dispute of it.

    What the events tell is in the order of their entry, whatever a clock said.
    """
    end = chain.size_of(read) + 1
    given = told_before(read, RowName(registry.REVISION_VERDICT.name, verdict.id), end) or end

    def was_there(note: Annotation) -> bool:
        row = RowName(registry.ANNOTATION.name, note.id)
        last = told_before(read, row, given)
        return last is not None and not (note.struck and last == told_before(read, row, end))

    return frozenset(digest for digest, each in notes.items() if was_there(each))


def _sets(notes: Collection[str], then: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Return the sets of notes over which a dispute may have been signed, the likeliest first.

    A dispute that came back from a store was given before the file was told of it: notes that were added or
    struck out meanwhile were other ones there.
    """
    for count in range(len(notes) + 1):
        for others in combinations(notes, count):
            yield tuple(sorted(then.symmetric_difference(others)))
