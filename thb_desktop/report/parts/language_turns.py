"""The turns of a job on two sides: the text from which each was made, and the version with its notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.annotation_codes import DOUBTS
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.language_outward import JobOutward, VersionOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import (
    Annotation,
    RenderingVersion,
    RevisionVerdict,
)
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.recording_places import range_text
from thb_desktop.domain.vocabulary import AnnotationBasis, UtteranceKind
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.language_former import StaleCells, signed_despite, stale_cells
from thb_desktop.report.parts.language_notes import (
    NotesByTurn,
    answer_told,
    answers_withheld,
    called,
    details_of,
    in_words,
    marked,
    numbered_notes,
    of_former,
    raised,
    typed,
    withheld_below,
)
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import (
    ANSWER,
    BESIDE_ANSWER,
    BESIDE_QUESTION,
    CELL_NOTE,
    CELL_STRONG,
    HEAD,
    MARK,
    QUESTION,
)
from thb_desktop.report.text import Paragraph, TextStyle
from thb_desktop.words import capital

_NUMBER, _GAP = 38.0, 12.0
_DOUBT = "? "
"""The mark of what is uncertain."""
_TOLD = frozenset({WorkState.CONTESTED, WorkState.DRAFT})
"""States that a reader must know at the turn."""


def draw_turns(setting: Setting, full: InterviewInFull, job: JobOutward) -> None:
    """Draw a row for each turn that stands, or that has a version."""
    turns = Turns(setting, full, job, (setting.flow.width - _NUMBER - 2 * _GAP) / 2)
    widths = [_NUMBER, turns.width, turns.width]
    with Table(setting.flow, widths, header=turns.titles(), gap=_GAP) as table:
        for each in full.segments:
            version = turns.versions.get(each.segment.id)
            if each.segment.struck and version is None:
                continue
            asks = each.segment.kind is UtteranceKind.QUESTION
            first, *below = turns.rows(each)
            stays = asks or bool(below)
            table.row(first, headers=1, ruled=not stays, keep=stays)
            for other in below:
                table.row(other, headers=1, ruled=not asks, keep=asks, together=True)


class Turns:
    """The rows of one job. versions: what is printed of each turn."""

    def __init__(
        self,
        setting: Setting,
        full: InterviewInFull,
        job: JobOutward,
        width: float,
        *,
        notes: NotesByTurn | None = None,
        is_beside: bool = False,
    ) -> None:
        """notes: those of the job, if others are numbered with them. is_beside: beside an account."""
        self.width = width
        self._is_beside = is_beside
        self._styles = (BESIDE_QUESTION, BESIDE_ANSWER) if is_beside else (QUESTION, ANSWER)
        self.versions: Mapping[SegmentId, VersionOutward] = {
            each.version.segment_id: each for each in job.versions
        }
        self.stale = {each.told.version.segment_id: each for each in job.stale}
        self._setting, self._job, self._full = setting, job, full
        self._turns = [each for each in full.segments if each.segment.id in self.versions]
        self._sources = {each.segment.id: self._source(each) for each in full.segments}
        self._notes = numbered_notes(full, [job])[0] if notes is None else notes
        self._recordings: dict[str, str] = {
            file.id: each.exhibit.number if len(each.files) == 1 else f"{each.exhibit.number}, {file.name}"
            for each in setting.content.exhibits
            for file in each.files
        }

    def titles(self) -> list[str]:
        """The language of each side; a source in several languages says how it is made up."""
        words, called = self._setting.words, self._called()
        return [words.interview.segment, self._from(words.language_work.source), called]

    def _from(self, title: str) -> str:
        """From which language it is made: of an answer that was interpreted, not the one of the person."""
        words, name = self._setting.words, self._setting.words.language_name
        languages = {language for text, language in self._sources.values() if text}
        source = name(next(iter(languages))) if len(languages) == 1 else words.language_work.as_spoken
        return self._setting.named(title, source)

    def title(self) -> str:
        """The title of a column that stands beside the account, of which it is no part."""
        return f"{self._called()} ({self._job.job.number}; {self._setting.words.language_work.outside})"

    def usually(self) -> str:
        """What this column is worth, and from which language it is made: told once above the turns."""
        words, job, called = self._setting.words, self._job.job, self._called()
        told = words.label(job.translation_type), self._from(words.noun(words.language_work.source))
        return self._setting.named(f"{called} ({job.number})", ", ".join(told))

    def _called(self) -> str:
        return capital(self._setting.words.language_name(self._job.job.target_language))

    def rows(self, each: SegmentInFull) -> list[list[Sequence[Paragraph]]]:
        """Return the row of a turn; of one that is disputed a second one, with both versions side by side."""
        lay_out, style = self._setting.flow.lay_out, self._style_of(each)
        notes, told = self.notes_on(each), self.versions.get(each.segment.id)
        number = [lay_out(each.label, CELL_STRONG, width=_NUMBER)]
        source = list(self._source_cell(each, notes, style))
        disputes = self._job.disputes(told.version) if told is not None else ()
        if each.segment.id in self.stale:
            since, then, made = self._stale(each)
            return [[number, source, [since]], [[], then, made]]
        if told is None or not disputes:
            return [[number, source, self.version(each)]]
        contested = capital(self._setting.words.label(WorkState.CONTESTED))
        own = [
            *self._own_version(told, notes, style, is_disputed=True),
            *self._smaller(withheld_below(self._setting, self._job, told.version.id)),
            *self._notes_below(notes),
        ]
        head = self._setting.words.language_work.disputed_beside
        theirs = [part for one in disputes for part in self._dispute(one, told.version, style, head)]
        return [[number, source, [lay_out(contested, HEAD, width=self.width)]], [[], own, theirs]]

    def is_disputed(self, each: SegmentInFull) -> bool:
        """Whether another linguist sets a version beside the one of a turn."""
        told = self.versions.get(each.segment.id)
        return told is not None and bool(self._job.disputes(told.version))

    def version(self, each: SegmentInFull) -> list[Paragraph]:
        """Return the version of a turn with its notes, or why there is none."""
        told = self.versions.get(each.segment.id)
        if each.segment.id in self.stale:
            head, then, made = self._stale(each)
            return [head, *made[1:], *then]
        if told is None:
            return [self._setting.flow.lay_out(self._absent(each), MARK, width=self.width)]
        corrected = self._is_beside and self._is_corrected(each, self._sources[each.segment.id][1])
        cell = list(self._version_cell(told, self.notes_on(each), self._style_of(each)))
        return [self._of_corrected(), *cell] if corrected else cell

    def _stale(self, each: SegmentInFull) -> StaleCells:
        """The last version of a turn whose words changed since, beside the words of then."""
        of = each.segment.id
        return stale_cells(
            self._setting,
            self._job,
            self.stale[of],
            self._style_of(each),
            language=self._sources[of][1],
            width=self.width,
        )

    def _style_of(self, each: SegmentInFull) -> TextStyle:
        question, answer = self._styles
        return question if each.segment.kind is UtteranceKind.QUESTION else answer

    def kinds_of_sources(self) -> list[str]:
        """What the sources are, each kind once, where any is itself a rendering."""
        kinds = dict.fromkeys(self._kind_of_source(each) for each in self._turns)
        original = self._setting.words.interview.original
        return [each or original for each in kinds] if any(kinds) else []

    def label(self) -> str:
        """What stands above a version in a column of the record, of which it is no part."""
        return f"{self._job.job.number}; {self._setting.words.language_work.outside}"

    def notes_on(self, each: SegmentInFull) -> Sequence[tuple[int, Annotation]]:
        """The notes of a turn with their numbers."""
        return self._notes.get(each.segment.id, ())

    def notes_in_source(self) -> bool:
        """Whether a note belongs to words of a source."""
        return any(True for _ in self.places_in_source())

    def places_in_source(self) -> Iterator[tuple[str, str]]:
        """The turns, and the digests of their sources, to whose words notes belong."""
        for of, own in self._notes.items():
            for _, note in own:
                if note.anchor.kind is AnchorKind.TEXT and note.anchor.of == of:
                    yield of, note.anchor.digest

    def _absent(self, each: SegmentInFull) -> str:
        """Why no version stands here: none is needed, it was rendered on the spot, or it lacks."""
        words, target = self._setting.words.language_work, self._job.job.target_language
        if self._sources[each.segment.id][1] == target:
            return words.own_language
        return words.in_record if each.side(target).text else words.absent

    def _source(self, each: SegmentInFull) -> tuple[str, str]:
        """The text from which a turn is made, and its language; no text where there is none."""
        row = self._job.job
        if row.from_job_id is not None:
            for other in self._setting.content.language:
                if other.job.id == row.from_job_id:
                    texts = {told.version.segment_id: told.version.text for told in other.versions}
                    return texts.get(each.segment.id, ""), other.job.target_language
            return "", ""
        language = row.source_language or each.segment.language
        corrected = replace(each, corrections=self._full.corrections_of(each.segment))
        return corrected.to_render(language), language

    def _source_cell(
        self, each: SegmentInFull, notes: Sequence[tuple[int, Annotation]], style: TextStyle
    ) -> Iterator[Paragraph]:
        setting = self._setting
        text, language = self._sources[each.segment.id]
        if text:
            if kind := self._kind_of_source(each):
                yield setting.flow.lay_out(kind, CELL_NOTE, width=self.width)
            if self._is_corrected(each, language):
                yield self._of_corrected()
            yield self._text(marked(text, str(each.segment.id), notes), style, language)
        elif each.segment.source_text is None and self._job.job.from_job_id is None:
            yield setting.flow.lay_out(setting.words.interview.not_captured, MARK, width=self.width)
        else:
            yield setting.flow.lay_out(setting.words.language_work.source_elsewhere, MARK, width=self.width)

    def are_of_corrected(self) -> bool:
        """Whether the source of any of them was corrected at the reading back."""
        return any(self._is_corrected(each, self._sources[each.segment.id][1]) for each in self._turns)

    def _of_corrected(self) -> Paragraph:
        told = self._setting.words.language_work.source_corrected
        return self._setting.flow.lay_out(told, CELL_NOTE, width=self.width)

    def _is_corrected(self, each: SegmentInFull, language: str) -> bool:
        """Whether the source is what was said, with corrections of the reading back."""
        corrections = self._full.corrections_of(each.segment)
        return self._job.job.from_job_id is None and any(one.language == language for one in corrections)

    def _kind_of_source(self, each: SegmentInFull) -> str:
        """What the source is if it is itself a rendering (an interpretation): the version is none from the
        original then. Nothing where it is the original, or another job, which the facts name.
        """
        row = self._job.job
        if row.from_job_id is not None or not row.source_language:
            return ""
        rendering = each.side(row.source_language).rendering
        return capital(self._setting.words.label(rendering.kind)) if rendering else ""

    def _version_cell(
        self, told: VersionOutward, notes: Sequence[tuple[int, Annotation]], style: TextStyle
    ) -> Iterator[Paragraph]:
        """A version with its state if that matters, what others set beside it, and its notes."""
        disputes, head = self._job.disputes(told.version), self._setting.words.language_work.disputed
        yield from self._own_version(told, notes, style, is_disputed=bool(disputes))
        for each in disputes:
            yield from self._dispute(each, told.version, style, head)
        yield from self._smaller(withheld_below(self._setting, self._job, told.version.id))
        yield from self._notes_below(notes)

    def _own_version(
        self,
        told: VersionOutward,
        notes: Sequence[tuple[int, Annotation]],
        style: TextStyle,
        *,
        is_disputed: bool,
    ) -> Iterator[Paragraph]:
        setting, lay_out = self._setting, self._setting.flow.lay_out
        if is_disputed:
            by = called(setting, self._job, self._job.job.linguist_id)
            head = setting.words.language_work.disputed_version.format(name=by)
            yield lay_out(typed(head), HEAD, width=self.width)
        elif told.state in _TOLD:
            yield lay_out(capital(setting.words.label(told.state)), HEAD, width=self.width)
        version, language = told.version, self._job.job.target_language
        yield self._text(marked(version.text, str(version.id), notes), style, language)

    def _dispute(
        self, dispute: RevisionVerdict, version: RenderingVersion, style: TextStyle, head: str
    ) -> Iterator[Paragraph]:
        """The version that another linguist set beside this one, whose it is, and why."""
        setting, lay_out = self._setting, self._setting.flow.lay_out
        by = called(setting, self._job, dispute.interpreter_id)
        yield lay_out(typed(head.format(name=by)), HEAD, width=self.width)
        if dispute.version_id != version.id:
            yield lay_out(of_former(setting, self._job, dispute), CELL_NOTE, width=self.width)
            former = next(one for one in self._job.same_words(version) if one.id == dispute.version_id)
            yield from self._smaller(signed_despite(setting, self._job, former))
        yield self._text(typed(dispute.own_text), style, self._job.job.target_language)
        reason = setting.named(setting.words.common.reason, dispute.reason)
        yield lay_out(typed(reason), CELL_NOTE, width=self.width)

    def _smaller(self, told: Iterable[str]) -> Iterator[Paragraph]:
        return (self._setting.flow.lay_out(each, CELL_NOTE, width=self.width) for each in told)

    def _notes_below(self, notes: Sequence[tuple[int, Annotation]]) -> Iterator[Paragraph]:
        for number, note in notes:
            given = self._job.answer_to(note.id)
            answers = [answer_told(self._setting, number, given)] if given is not None else []
            hidden = answers_withheld(self._setting, self._job, note.id, number)
            yield from self._smaller((self._note(number, note), *answers, *hidden))

    def _note(self, number: int, note: Annotation) -> str:
        """A note with its number, what kind it is, whose opinion if it is one, and to which words."""
        label, unsaid = self._setting.words.label, self._setting.words.language_work.note_language_not_said
        opinion = f" ({label(note.basis)})" if note.basis is AnnotationBasis.ASSESSMENT else ""
        doubt = _DOUBT if note.code in DOUBTS else ""
        quoted = f"{place}: " if (place := self._place(note)) else ""
        told = self._setting.apart(
            filter(None, (in_words(self._setting, note), *details_of(self._setting, note)))
        )
        said = self._setting.named(f"{doubt}{capital(label(note.code))}{opinion}", f"{quoted}{told}")
        told = f"{raised(number)} {typed(said)}"
        is_said = note.language or (note.details is not None and note.details.conduct)
        return told if is_said else f"{told} ({unsaid})"

    def _place(self, note: Annotation) -> str:
        """The words that a note is about, or the time of a recording."""
        anchor, words = note.anchor, self._setting.words.language_work
        if anchor.kind is not AnchorKind.TIME:
            return f"“{anchor.quoted}”" if anchor.quoted else ""
        elsewhere = words.recording_elsewhere.format(digest=anchor.digest)
        return f"{self._recordings.get(anchor.of, elsewhere)} {range_text(anchor.start, anchor.end)}"

    def _text(self, text: str, style: TextStyle, language: str) -> Paragraph:
        return self._setting.flow.lay_out(
            isolate_identifiers(text), style, width=self.width, language=language
        )
