"""Stale versions in a bundle: what was signed before a source was corrected, with the words of then."""

import hashlib
from collections.abc import Iterable, Iterator

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_outward import StaleOutward, VersionOutward
from thb_desktop.domain.language_states import (
    PRESENT,
    JobInFull,
    WorkState,
    annotations_of,
    left_by_author,
    states_of,
)
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.ledger.language_parts import version_outward
from thb_desktop.ledger.language_work import annotation_digest

OF_BUNDLE = PRESENT - {WorkState.UNSIGNED}
"""The states of a present version that goes along in a bundle."""


def stale_versions(
    work: JobInFull, order: Iterable[SegmentId], pivot: JobInFull | None
) -> Iterator[tuple[tuple[str, str], StaleOutward]]:
    """Yield, behind its id and the digest that its author signed, the last version of each turn whose words
    were corrected since. pivot: the job from which it is made, if there is one and it is in the bundle.

    The words of then are the beginning of those of now. Where they are others, nothing is told of the
    version: what was taken out of a draft leaves with no translation. Nor where the words of now are those of
    another job that does not print them: the words of then would leave without their linguist. Nor of a
    version that its author did not sign as it is and checked, or that somebody disputes: what a reader must
    know of it does not go along.
    """
    newest, sources = work.newest(), _sources_printed(work, pivot)
    left, again = left_by_author(work.signatures), work.disputes_again()
    for each in (newest[one] for one in order if one in newest and one in sources):
        signed = work.digests[each.id]
        is_checked = left.get(each.id) == (signed, RenderingState.SELF_CHECKED)
        if not is_checked or work.disputes(each.id) or each.segment_id in again:
            continue
        source = _beginning(sources[each.segment_id], each.source_digest)
        if source:
            notes = tuple(map(annotation_digest, annotations_of(each, work.annotations)))
            told = VersionOutward(version=each, state=WorkState.STALE, withheld=notes)
            shown = version_outward(told, notes, language=work.job.target_language)
            yield (each.id, signed), StaleOutward(told=shown, source=source)


def _sources_printed(work: JobInFull, pivot: JobInFull | None) -> dict[SegmentId, str]:
    """The sources of stale versions that the bundle has: of a relay, those that its pivot prints."""
    states, newest = states_of(work), work.newest()
    stale = {one for one, each in newest.items() if states[each.id] is WorkState.STALE}
    found = {one: text for one, text in work.sources.items() if one in stale}
    if work.job.from_job_id is None:
        return found
    if pivot is None:
        return {}
    of = states_of(pivot)
    printed = {one for one, each in pivot.newest().items() if of[each.id] in OF_BUNDLE}
    return {one: text for one, text in found.items() if one in printed}


def _beginning(words: str, digest: str) -> str:
    """Return the first lines of these words, not all, that have a digest; empty if none have. Each line is
    hashed once: the digest of a beginning goes on to the next one.
    """
    running, end = hashlib.sha256(), 0
    for number, line in enumerate(words.split("\n")[:-1]):
        piece = f"\n{line}" if number else line
        running.update(piece.encode())
        end += len(piece)
        if running.hexdigest() == digest:
            return words[:end]
    return ""
