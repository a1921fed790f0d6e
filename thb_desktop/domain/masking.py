"""Masking: a record or an exhibit as a version shows it, with marks in the place of masked words.

The words are gone from the values themselves. So nothing that is made from them has them: no page, no text
layer, no attached file. What only stands for the words goes too: the digest of a text, from which a short one
could be guessed, and a certification that lists such digests.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, Self, TypeVar

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.disclosure import SHORTEST, Redaction, changed_in, text_in
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.interview_record import ROW_PARTS, InterviewInFull, SegmentInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.language_work import (
    Annotation,
    AnnotationAnswer,
    LanguageCertificate,
    RenderingVersion,
    RevisionVerdict,
    VersionSignature,
)
from thb_desktop.domain.redaction_marks import MARK
from thb_desktop.domain.segment import Certification, Rendering, Segment
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.errors import RedactionStaleError

Row = Interview | Segment | Rendering | Formality | RenderingVersion | Exhibit | ExhibitFile | CustodyEvent
Remark = (
    Annotation | AnnotationAnswer | RevisionVerdict | LanguageCertificate | VersionSignature | Certification
)
Own = TypeVar(
    "Own", Interview, Segment, Rendering, Formality, RenderingVersion, Exhibit, ExhibitFile, CustodyEvent
)
Numbered = tuple[str, Redaction]
"""A redaction, with its number in a version."""


class Masks:
    """The redactions of a version in the order of their places, each with its number.

    rows: the ids of the rows in which words are masked.
    """

    def __init__(self, numbered: Iterable[Numbered] = ()) -> None:
        self.numbered = tuple(numbered)
        self._of_row: dict[str, list[Numbered]] = {}
        for number, each in self.numbered:
            if each.is_of_words:
                self._of_row.setdefault(each.row, []).append((number, each))
        self.rows = frozenset(self._of_row)

    @classmethod
    def of(
        cls,
        redactions: Iterable[Redaction],
        interviews: Iterable[InterviewInFull],
        exhibits: Iterable[ExhibitInFull],
        instead: Mapping[str, str] = MappingProxyType({}),
        jobs: Iterable[JobOutward] = (),
        *,
        checks: Sequence[SignatureCheck] = (),
    ) -> Self:
        """Number those that are in these records, translations and exhibits, in their order.

        instead: the file of a copy by the file that is not shown itself. checks: of signatures in files of
        the exhibits.
        """
        order: dict[str, int] = {}
        rows: list[Row | Remark | SignatureCheck] = []
        for interview in interviews:
            rows.append(interview.interview)
            for full in interview.segments:
                rows += (full.segment, *full.renderings, *interview.corrections_of(full.segment))
            rows += (*interview.rows, *interview.certifications)
        for job in jobs:
            rows += (each.version for each in job.versions)
            rows += (*job.annotations, *job.answers, *job.verdicts)
            rows += (*job.signatures, *job.former_signatures, *job.certificates)
        for exhibit in exhibits:
            rows += (exhibit.exhibit, *exhibit.files, *(each.event for each in exhibit.custody))
            rows += (each for each in checks if each.exhibit_id == exhibit.exhibit.id)
        for row in rows:
            order.setdefault(row.id, len(order))
        order |= {whole: order[copy] for whole, copy in instead.items() if copy in order}
        found = sorted(
            (each for each in redactions if each.row in order),
            key=lambda each: (order[each.row], each.field, each.anchor.start, each.anchor.page, each.id),
        )
        return cls((number_of(place), each) for place, each in enumerate(found, 1))

    def words_of(self, rows: Collection[str]) -> tuple[str, ...]:
        """Return the words that are masked in these rows, but for those that are too short to look for."""
        own = (each.anchor.quoted for row in rows for _, each in self._of_row.get(row, ()))
        return tuple(each for each in own if len(each) >= SHORTEST)

    def mark_on(self, row: str) -> str:
        """Return the mark of what is withheld as a whole; empty if nothing of this row is masked."""
        return next((mark_of(number, each.reason) for number, each in self._of_row.get(row, ())), "")

    def on(self, row: Own) -> Own:
        """Return a row with marks in the place of its masked words. Raises RedactionStaleError."""
        fields: dict[str, list[Numbered]] = {}
        for number, each in self._of_row.get(row.id, ()):
            fields.setdefault(each.field, []).append((number, each))
        for field, masks in fields.items():
            if any(each.anchor.digest != digest_of(text_in(row, field)) for _, each in masks):
                raise RedactionStaleError("a text was changed after words in it were masked")
            marked: dict[str, Any] = {
                field.partition("/")[0]: changed_in(row, field, partial(_marked, masks))
            }
            row = replace(row, **marked)
        return row

    def on_interview(self, full: InterviewInFull) -> InterviewInFull:
        """Return a record as the version shows it. Its digest stays that of the whole one."""
        bare = {
            one.id
            for each in full.segments
            for one in each.renderings
            if one.id in self.rows or one.segment_id in self.rows
        }
        rows: dict[str, Any] = {
            name: tuple(self.on(each) for each in getattr(full, name)) for name in ROW_PARTS
        }
        return replace(
            full,
            interview=self.on(full.interview),
            segments=tuple(self._segment(each) for each in full.segments),
            certifications=tuple(
                self._attestation(each)
                for each in full.certifications
                if each.id in self.rows or bare.isdisjoint(covered for covered, _, _ in each.renderings)
            ),
            **rows,
        )

    def _segment(self, each: SegmentInFull) -> SegmentInFull:
        is_masked = each.segment.id in self.rows
        renderings = (self.on(one) for one in each.renderings)
        return replace(
            each,
            segment=self.on(each.segment),
            renderings=tuple(replace(one, source_digest="") if is_masked else one for one in renderings),
        )

    def _attestation(self, each: Certification) -> Certification:
        """Of one that is withheld, neither a word is there, nor what was signed over the words: both would
        let them be guessed.
        """
        mark = self.mark_on(each.id)
        return replace(each, statement=mark, renderings=(), signature="") if mark else each

    def on_exhibit(self, full: ExhibitInFull) -> ExhibitInFull:
        """Return an exhibit as the version shows it, with the digest that it had before."""
        return replace(
            full,
            exhibit=self.on(full.exhibit),
            files=tuple(self.on(each) for each in full.files),
            custody=tuple(replace(each, event=self._event(each.event)) for each in full.custody),
        )

    def _event(self, event: CustodyEvent) -> CustodyEvent:
        """Of somebody whose name is masked, neither the entry nor the drawn signature is there."""
        masked = self.on(event)
        is_named = masked.actor == event.actor
        return masked if is_named else replace(masked, actor_id=None, strokes="")


def _marked(masks: Sequence[Numbered], text: str) -> str:
    kept, end = list[str](), 0
    for number, each in sorted(masks, key=lambda one: one[1].anchor.start):
        if each.anchor.start < end:
            raise RedactionStaleError("two redactions overlap")
        kept += [text[end : each.anchor.start], mark_of(number, each.reason)]
        end = each.anchor.end
    return "".join([*kept, text[end:]])


def has_mark(texts: Iterable[str]) -> bool:
    """Whether words that somebody wrote look like a mark."""
    return any(MARK.search(each) for each in texts)


def fits(whole: str, masked: str) -> bool:
    """Whether a masked text is a whole one in which words were replaced, and nothing else."""
    pieces = MARK.split(masked)[:: MARK.groups + 1]
    if len(pieces) == 1:
        return whole == masked
    first, *middle, last = pieces
    if not (whole.startswith(first) and whole.endswith(last)):
        return False
    at, end = len(first), len(whole) - len(last)
    for piece in middle:
        found = whole.find(piece, at + 1, end)
        if found < 0:
            return False
        at = found + len(piece)
    return at < end


def number_of(place: int) -> str:
    """Return the number of a redaction, by its place in the version, from 1."""
    return f"R-{place:03}"


def mark_of(number: str, reason: str) -> str:
    """Return the mark of a redaction."""
    return f"⟦{number} {reason}⟧"
