"""Former versions in a bundle: those with the words of a present one that another linguist disputed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, islice

from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_outward import VersionOutward
from thb_desktop.domain.language_states import JobInFull, WorkState, annotations_of
from thb_desktop.domain.language_work import Annotation, RevisionVerdict
from thb_desktop.errors import LanguageUnsignedError
from thb_desktop.ledger.language_parts import version_outward
from thb_desktop.ledger.language_work import annotation_digest, told_digest

_TRIED = 100_000
"""Sets of notes that are tried before it is given up: of 16 that were struck out, all."""


def former_versions(work: JobInFull, disputes: Iterable[RevisionVerdict]) -> tuple[VersionOutward, ...]:
    """Return of which versions these disputes were given, as they were signed.

    Raises LanguageUnsignedError if the file does not have what a dispute was signed over.
    """
    signed = {(each.version_id, each.version_digest): each for each in disputes}
    return tuple(_as_disputed(work, each) for each in signed.values())


def _as_disputed(work: JobInFull, verdict: RevisionVerdict) -> VersionOutward:
    version = next(each for each in work.versions if each.id == verdict.version_id)
    language = work.job.target_language
    of_version = annotations_of(version, (replace(each, struck="") for each in work.annotations))
    struck = {each.id for each in work.annotations if each.struck}
    for notes in islice(_sets(of_version, struck, verdict), _TRIED):
        digests = tuple(sorted(map(annotation_digest, notes)))
        if told_digest(version, digests, language=language) == verdict.version_digest:
            told = VersionOutward(version=version, state=WorkState.SUPERSEDED, withheld=digests)
            return version_outward(told, digests, language=language)
    raise LanguageUnsignedError("the file does not have the version of which a dispute was given")


def _sets(
    notes: Iterable[Annotation], struck: set[RowId], verdict: RevisionVerdict
) -> Iterator[tuple[Annotation, ...]]:
    """Return the notes that the version may have had when it was disputed, the likeliest first.

    No row says when a note was struck out, and a note of the same moment may be from before or after.
    """
    here = [each for each in notes if each.at <= verdict.at]
    doubtful = [each for each in here if each.id in struck or each.at == verdict.at]
    sure = [each for each in here if each not in doubtful]
    for count in range(len(doubtful) + 1):
        for some in combinations(doubtful, count):
            yield (*sure, *some)
