"""Which language work stands beside an account, so that its source is printed once.

One job has a column of its own. Another fills a column of the record where the record has no words there. The
notes on words of a source have their numbers in the account, which says that they are no part of it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.report.parts.account_columns import Further, columns_of
from thb_desktop.report.parts.language_notes import marked, numbered_notes
from thb_desktop.report.parts.language_turns import Turns
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import BESIDE_ANSWER, HEAD
from thb_desktop.report.text import Paragraph

COLUMN = ""
"""Stands for the language of the column of a job."""


class Beside(NamedTuple):
    """column: the job in a column at the right. filling: by language, the job in a column of the record."""

    column: JobOutward | None = None
    filling: Mapping[str, JobOutward] = MappingProxyType({})

    def further(self) -> dict[str, Further]:
        """Their versions, and those with which others dispute them: by language, or `COLUMN`."""
        told = {language: _told(each) for language, each in self.filling.items()}
        return told | ({COLUMN: _told(self.column)} if self.column else {})

    @property
    def jobs(self) -> tuple[JobOutward, ...]:
        return (*self.filling.values(), *([self.column] if self.column else ()))


def beside_account(setting: Setting, full: InterviewInFull) -> Beside:
    """Return the jobs that are made from the texts of the account, as far as there are columns for them; none
    where the account has more than two columns.
    """
    columns = columns_of(full, setting.content.release.languages)
    if len(columns) > 2:
        return Beside()
    column, filling = None, dict[str, JobOutward]()
    for each in jobs_on(setting, full):
        if each.job.from_job_id is not None or not _notes_are_in(full, Turns(setting, full, each, 0)):
            continue
        target = each.job.target_language
        if target in columns and target not in filling and not _has_words(full, each):
            filling[target] = each
        elif column is None:
            column = each
    return Beside(column, filling)


def jobs_on(setting: Setting, full: InterviewInFull) -> list[JobOutward]:
    """Return the chosen jobs on a record, in the order in which they were chosen."""
    return [each for each in setting.content.language if each.job.interview_id == full.interview.id]


class BesideTurns:
    """The cells of jobs beside an account, with notes numbered through. width: of the column of a job.
    widths: by language, of those of the record.
    """

    def __init__(
        self,
        setting: Setting,
        full: InterviewInFull,
        beside: Beside,
        width: float,
        widths: Mapping[str, float],
    ) -> None:
        self._setting, self.jobs = setting, beside.jobs
        self._turns: list[Turns] = []
        rooms = [*(widths[language] for language in beside.filling), width]
        notes = numbered_notes(full, beside.jobs)
        for job, room, own in zip(beside.jobs, rooms, notes, strict=False):
            self._turns.append(Turns(setting, full, job, room, notes=own, is_beside=True))
        self.column = self._turns[-1] if beside.column else None
        self._filling = dict(zip(beside.filling, self._turns, strict=False))
        self._has_notes = any(each.notes_in_source() for each in self._turns)

    def note(self) -> str:
        """What the numbers in the words of the account are, if there are any."""
        jobs = ", ".join(
            job.job.number
            for job, turns in zip(self.jobs, self._turns, strict=False)
            if turns.notes_in_source()
        )
        return self._setting.words.language_work.numbers_in_account.format(jobs=jobs) if jobs else ""

    def is_disputed(self, each: SegmentInFull) -> bool:
        """Whether a job has two versions of a turn, which are read together."""
        return any(turns.is_disputed(each) for turns in self._turns)

    def fills(self, each: SegmentInFull, language: str) -> bool:
        """Whether a job has words for a turn in this language, where the record has none."""
        turns = self._filling.get(language)
        return turns is not None and each.segment.id in {*turns.versions, *turns.stale}

    def label(self, language: str) -> str:
        """Of which job the words in a column of the record are, and that they are no part of it."""
        return self._filling[language].label()

    def filled(self, each: SegmentInFull, language: str, *, is_titled: bool = False) -> list[Paragraph]:
        """Return the words that a job has for a turn without any in this language, under its number; without
        it where the title of the column has it with these turns.
        """
        if not self.fills(each, language):
            return []
        turns = self._filling[language]
        label = [] if is_titled else [self._setting.flow.lay_out(turns.label(), HEAD, width=turns.width)]
        return [*label, *turns.version(each)]

    def shown(self, each: SegmentInFull, text: str) -> str:
        """Return a text of the account with the numbers of the notes on it."""
        if not self._has_notes:
            return text
        notes = [note for turns in self._turns for note in turns.notes_on(each)]
        return marked(text, each.segment.id, notes)


def _told(job: JobOutward) -> Further:
    own = {each.version.id: each.version.segment_id for each in job.versions}
    texts = {each.version.segment_id: [each.version.text] for each in job.versions}
    for verdict in job.verdicts:
        if verdict.own_text and verdict.version_id in own:
            texts[own[verdict.version_id]] += [verdict.own_text, verdict.reason]
    return Further(job.job.target_language, BESIDE_ANSWER, texts)


def _has_words(full: InterviewInFull, job: JobOutward) -> bool:
    """Whether the record has words in the language of a job for a turn that the job renders."""
    rendered = {each.version.segment_id for each in job.versions}
    turns = (each for each in full.segments if each.segment.id in rendered)
    return any(each.side(job.job.target_language).text is not None for each in turns)


def _notes_are_in(full: InterviewInFull, turns: Turns) -> bool:
    """Whether the account shows each text on whose words a job has notes, and none was corrected: the account
    does not show it with its corrections.
    """
    shown = {
        (each.segment.id, digest_of(text))
        for each in full.segments
        for text in (each.segment.source_text, *(one.text for one in each.renderings))
        if text is not None
    }
    places = list(turns.places_in_source())
    return all(place in shown for place in places) and not (places and turns.are_of_corrected())
