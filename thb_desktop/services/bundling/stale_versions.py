"""Stale versions in a bundle: what was signed before a source was corrected, with the words of then."""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_outward import StaleOutward, VersionOutward
from thb_desktop.domain.language_states import (
    JobInFull,
    WorkState,
    annotations_of,
    left_by_author,
    states_of,
)
from thb_desktop.domain.segment import digest_of
from thb_desktop.ledger.language_parts import version_outward
from thb_desktop.ledger.language_work import annotation_digest


def stale_versions(
    work: JobInFull, order: Iterable[SegmentId]
) -> Iterator[tuple[tuple[str, str], StaleOutward]]:
    """Yield, behind its id and the digest that its author signed, the last version of each turn whose words
    were corrected since.

    The words of then are the beginning of those of now. Where they are others, nothing is told of the
    version: what was taken out of a draft leaves with no translation. Nor of one that its author did not sign
    as it is.
    """
    newest, states, left = work.newest(), states_of(work), left_by_author(work.signatures)
    for each in (newest[one] for one in order if one in newest and one in work.sources):
        signed, _ = left.get(each.id, ("", None))
        if states[each.id] is not WorkState.STALE or signed != work.digests[each.id]:
            continue
        source = _beginning(work.sources[each.segment_id], each.source_digest)
        if source:
            notes = tuple(map(annotation_digest, annotations_of(each, work.annotations)))
            told = VersionOutward(version=each, state=WorkState.STALE, withheld=notes)
            shown = version_outward(told, notes, language=work.job.target_language)
            yield (each.id, signed), StaleOutward(told=shown, source=source)


def _beginning(words: str, digest: str) -> str:
    """Return the first lines of these words that have a digest; empty if none have."""
    lines = words.split("\n")
    beginnings = ("\n".join(lines[:count]) for count in range(len(lines) - 1, 0, -1))
    return next((each for each in beginnings if digest_of(each) == digest), "")
