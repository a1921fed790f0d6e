"""The cells of an account: each turn in each column, and what is told once above the turns."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.relays import mode_told
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import AuthoritativeText, RenderingState, UtteranceKind
from thb_desktop.report.document.table import height_of
from thb_desktop.report.parts.account_columns import MEASURED, own_column, runs_of
from thb_desktop.report.parts.beside import Beside, BesideTurns
from thb_desktop.report.parts.bracketed import bracketed
from thb_desktop.report.parts.elsewhere import places_of
from thb_desktop.report.parts.makers import author_of, voice_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.parts.standing import struck_as
from thb_desktop.report.parts.turn_times import times_of
from thb_desktop.report.style import ANSWER, CELL_NOTE, CELL_STRONG, HEAD, MARK, QUESTION
from thb_desktop.report.text import Paragraph, TextStyle
from thb_desktop.words import capital

NUMBER, WHEN = 26.0, 38.0
"""The widths of the columns of numbers and of times, in points."""
NOTHING = Beside()
_EQUAL = MappingProxyType[str, float]({})
_RUNS = 3
"""So many runs of turns that a job fills are told in the title of their column; more of them at each turn."""
_BEGINNING = 0.07
"""The part of a page that the first answer needs at the most where the account begins."""
_LOUD = frozenset({RenderingState.SUPERSEDED, RenderingState.CONTESTED, RenderingState.WITHDRAWN})
"""States of a rendering on which nobody should rely without checking."""


class Account:
    """The cells of a record's account, laid out for its columns.

    Who usually asks, answers and renders is told once above the turns, and at a turn only if it is somebody
    else.
    """

    def __init__(
        self,
        setting: Setting,
        full: InterviewInFull,
        columns: Sequence[str],
        *,
        width: float,
        beside: Beside = NOTHING,
        widths: Mapping[str, float] = _EQUAL,
    ) -> None:
        """widths: by language, of columns that are not as wide as `width`."""
        self.width = width
        self._widths = dict.fromkeys(columns, width) | dict(widths)
        self.beside = BesideTurns(setting, full, beside, width, self._widths)
        self._setting, self._full, self._columns = setting, full, columns
        filled = ((each, self._filled(each)) for each in beside.filling)
        self._titled = {language: runs for language, runs in filled if len(runs) <= _RUNS}
        kinds = {
            kind: [each for each in full.segments if each.segment.kind is kind]
            for kind in (UtteranceKind.QUESTION, UtteranceKind.ANSWER)
        }
        usual = {kind: _most(map(self._said_by, turns)) or ("", "") for kind, turns in kinds.items()}
        self._voices = {kind: voice for kind, (voice, _) in usual.items()}
        self._spoken = {kind: language for kind, (_, language) in usual.items()}
        self._places = places_of(setting, full)
        self._translated: dict[tuple[SegmentId, str], list[str]] = {}
        for job in setting.content.language:
            for told in job.versions:
                place = (told.version.segment_id, job.job.target_language)
                self._translated.setdefault(place, []).append(job.job.number)
        self._makers = {
            language: _most(self._made(one) for one in self._renderings(language)) or ""
            for language in columns
        }

    def _filled(self, language: str) -> Sequence[str]:
        """Return at which turns a job fills a column of the record, in runs; none where it does at each."""
        own = {
            each.segment.id
            for each in self._full.segments
            if language != own_column(each, self._columns) and self.beside.fills(each, language)
        }
        return runs_of(self._full, own) if len(own) < len(self._full.segments) else ()

    def _said_by(self, each: SegmentInFull) -> tuple[str, str]:
        """Return who spoke and in which language; without the latter where no column has it."""
        spoken = each.segment.language
        return voice_of(self._setting, each), spoken if spoken in self._columns else ""

    def _absent(self, each: SegmentInFull, language: str) -> str:
        """Return why a column has no words of a turn: a translation has them, or nobody, or they stay out."""
        words, release = self._setting.words.interview, self._setting.content.release
        if jobs := self._translated.get((each.segment.id, language)):
            return words.rendered_in.format(jobs=", ".join(jobs))
        known = language in (*release.languages, self._full.interview.language)
        return words.not_rendered if known else words.left_out

    def width_of(self, language: str) -> float:
        """The width of the column of a language."""
        return self._widths[language]

    def height(self) -> float:
        """The height of the first turns together, by which widths are compared."""
        return sum(height_of([self.row(each, None)]) for each in self._full.segments[:MEASURED])

    def beginning(self) -> float:
        """The height of the first turn, with the beginning of the answer to it: what stands above them is not
        left alone on another page.
        """
        first = self._full.segments[:2]
        heights = [height_of([self.row(each, None)]) for each in first]
        asked = len(first) == 2 and first[0].segment.kind is UtteranceKind.QUESTION
        whole, begun = heights if asked else (0, *heights[:1]) if heights else (0, 0)
        return whole + min(begun, _BEGINNING * self._setting.flow.full)

    def usually(self) -> Iterator[str]:
        """Who asks and who answers, in which language, and who rendered into each, unless a turn says
        otherwise; and what the column beside them is worth.
        """
        setting = self._setting
        voices = (
            (setting.words.label(kind), ", ".join(filter(None, (voice, self._original_in(kind)))))
            for kind, voice in self._voices.items()
        )
        yield setting.apart(setting.named(capital(kind), voice) for kind, voice in voices if voice)
        made: dict[str, list[str]] = {}
        for each, maker in self._makers.items():
            made.setdefault(maker, []).append(setting.words.language_name(each))
        told = ((capital(", ".join(names)), maker) for maker, names in made.items() if maker)
        yield setting.apart(setting.named(names, maker) for names, maker in told)
        if self.beside.column is not None:
            yield self.beside.column.usually()

    def titles(self) -> list[str]:
        """The titles of the columns; the text that prevails is marked."""
        words, (person, procedure) = self._setting.words.interview, self._full.sides
        sides = {procedure: words.side_procedure, person: words.side_person}
        prevails = {
            AuthoritativeText.SOURCE_LANGUAGE: person,
            AuthoritativeText.PROCEDURE_LANGUAGE: procedure,
        }.get(self._full.interview.authoritative_text or AuthoritativeText.AV_RECORDING)
        titles = []
        for each in self._columns:
            told = ", ".join(filter(None, (sides.get(each, ""), words.prevails if each == prevails else "")))
            name = capital(self._setting.words.language_name(each))
            if each in self._titled:
                turns, label = ", ".join(self._titled[each]), self.beside.label(each)
                own = self._setting.named(turns, label) if turns else label
                told = self._setting.apart(filter(None, (told, own)))
            titles.append(f"{name} ({told})" if told else name)
        if self.beside.column is None:
            return [words.segment, "", *titles]
        return [words.segment, *titles, self.beside.column.title()]

    def row(
        self, each: SegmentInFull, before: SegmentInFull | None, after: SegmentInFull | None = None
    ) -> list[list[Paragraph]]:
        """Return the printed number of a turn, its times, and its words in each column."""
        is_kept = each.number <= MEASURED
        number = self._setting.flow.lay_out(each.label, CELL_STRONG, width=NUMBER, is_kept=is_kept)
        told = self.times(each, before, after)
        when = [self._setting.flow.lay_out(text, CELL_NOTE, width=WHEN) for text in told]
        texts = [self.cell(each, one) for one in self._columns]
        if self.beside.column is None:
            return [[number], when, *texts]
        return [[number, *when], *texts, self.beside.column.version(each)]

    def times(
        self, each: SegmentInFull, before: SegmentInFull | None = None, after: SegmentInFull | None = None
    ) -> list[str]:
        """Return the times of a turn, or its place in the file of a statement made elsewhere."""
        return [*times_of(each, before, after), *filter(None, [self._places.get(each.segment.id, "")])]

    def voices(self, each: SegmentInFull) -> str:
        """Return what kind of turn it is and who spoke, as far as it is not told above."""
        kind, voice = each.segment.kind, voice_of(self._setting, each)
        told = (
            "" if kind in self._voices else self._setting.words.label(kind),
            "" if voice == self._voices.get(kind) else voice,
        )
        return capital(": ".join(filter(None, told)))

    def cell(self, each: SegmentInFull, language: str) -> list[Paragraph]:
        """Return a turn in one language: the original, or a rendering. What it is stands above its words
        where it is not what is told above the turns.
        """
        setting, flow, words, width = (
            self._setting,
            self._setting.flow,
            self._setting.words.interview,
            self.width_of(language),
        )
        style = QUESTION if each.segment.kind is UtteranceKind.QUESTION else ANSWER
        found = [one for one in each.renderings if one.language == language]
        lines: list[Paragraph] = []
        if language == own_column(each, self._columns):
            found = [one for one in found if one.text != each.segment.source_text]
            is_told = not found and each.segment.language == self._spoken.get(each.segment.kind)
            if voices := self.voices(each):
                lines.append(flow.lay_out(voices, CELL_NOTE, width=width))
            lines += [] if is_told else [_original_head(setting, each, language, width)]
            lines += self._original(each, style, width)
        elif not found:
            absent = flow.lay_out(self._absent(each, language), MARK, width=width)
            is_titled = language in self._titled
            lines += self.beside.filled(each, language, is_titled=is_titled) or [absent]
        for rendering in found:
            made, loud = self._made(rendering), rendering.state in _LOUD
            if loud or made != self._makers.get(language):
                lines.append(flow.lay_out(capital(made), HEAD if loud else CELL_NOTE, width=width))
            lines += _struck(setting, each, width)
            lines.append(self._words(each, rendering.text, style, width, language))
        lines += self._corrections(each, language)
        if language == own_column(each, self._columns):
            rectified = self._full.rectified_by(each.segment)
            told = [setting.named(words.rectified_by, number) for number in rectified]
            lines += [flow.lay_out(line, HEAD, width=width) for line in told]
        return lines

    def _original(self, each: SegmentInFull, style: TextStyle, width: float) -> Iterator[Paragraph]:
        flow, words, segment = self._setting.flow, self._setting.words.interview, each.segment
        yield from _struck(self._setting, each, width)
        if segment.source_text is None:
            place = " – ".join(part for part in (segment.recording_from, segment.recording_to) if part)
            silent = words.not_captured_at.format(place=place) if place else words.not_captured
            yield flow.lay_out(silent, MARK, width=width)
        else:
            yield self._words(each, segment.source_text, style, width, segment.language)
        if added := bracketed(self._setting, segment):
            yield flow.lay_out(added, MARK, width=width)

    def _words(
        self, each: SegmentInFull, text: str, style: TextStyle, width: float, language: str
    ) -> Paragraph:
        """Return a text of the record; numbers and the like keep their order in right-to-left text."""
        shown = isolate_identifiers(self.beside.shown(each, text))
        is_kept = each.number <= MEASURED  # the others are laid out once
        return self._setting.flow.lay_out(shown, style, width=width, language=language, is_kept=is_kept)

    def _renderings(self, language: str) -> Iterator[Rendering]:
        for each in self._full.segments:
            if language != own_column(each, self._columns):
                yield from (one for one in each.renderings if one.language == language)

    def _original_in(self, kind: UtteranceKind) -> str:
        """The language in which most of these turns were said; empty if there is none."""
        words, language = self._setting.words, self._spoken[kind]
        original = words.noun(words.interview.original)
        return self._setting.named(original, words.language_name(language)) if language else ""

    def _made(self, rendering: Rendering) -> str:
        """Return the kind of a rendering, its author, its mode if it is another than that of the engagement,
        and its state if that matters.
        """
        label = self._setting.words.label
        told = [label(rendering.kind), author_of(self._setting, self._full, rendering)]
        if (mode := mode_told(self._full, rendering)) is not None:
            told.append(label(mode))
        if rendering.state in _LOUD or self._full.certified_by(rendering):
            told.append(label(rendering.state))
        return ", ".join(told)

    def _corrections(self, each: SegmentInFull, language: str) -> Iterator[Paragraph]:
        """Return the corrections of a text, as requested at the reading back: before, after, who asked, why.

        A correction in a language without a column stands at the original, with the name of its language.
        """
        setting, label, own = self._setting, self._setting.words.label, own_column(each, self._columns)
        words = setting.words.interview
        for one in self._full.corrections_of(each.segment):
            shown = one.language in self._columns
            if (one.language if shown else own) != language:
                continue
            who = one.requester or (label(one.requested_by) if one.requested_by else "")
            why = label(one.reason) if one.reason else ""
            parts = (
                "" if shown or not one.language else capital(setting.words.language_name(one.language)),
                setting.named(words.before, one.before),
                setting.named(words.after, one.after),
                setting.named(words.requested_by, ", ".join(filter(None, (who, why)))),
            )
            yield setting.flow.lay_out("\n".join(filter(None, parts)), MARK, width=self.width_of(language))


def _most[Told: (str, tuple[str, str])](told: Iterable[Told]) -> Told | None:
    """Return the most frequent of these, or None if there is none."""
    return next((each for each, _ in Counter(told).most_common(1)), None)


def _original_head(setting: Setting, each: SegmentInFull, language: str, width: float) -> Paragraph:
    """The word above an original; with its language if the column has another."""
    original, spoken = setting.words.interview.original, each.segment.language
    told = setting.named(original, setting.words.language_name(spoken)) if spoken != language else original
    return setting.flow.lay_out(told, HEAD, width=width)


def _struck(setting: Setting, each: SegmentInFull, width: float) -> Iterator[Paragraph]:
    """Return that a segment was struck out, with the stored reason: it stands at each text of it."""
    if each.segment.struck:
        yield setting.flow.lay_out(struck_as(setting, each.segment), MARK, width=width)
