"""Language work on a page: the heading of a job stands with its first question and answer."""

from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts import language_turns
from thb_desktop.report.parts.language import draw_language
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in


def test_the_heading_of_a_translation_is_on_the_page_of_its_first_turns(monkeypatch: pytest.MonkeyPatch):
    """Wherever on a page the record before it ends."""
    content = case_content("perla")
    full = next(
        each
        for each in content.interviews
        if any(job.job.interview_id == each.interview.id for job in content.language)
    )
    pages: list[int] = []

    class Noted(Table):
        def _draw(self, *row: object) -> None:
            super()._draw(*row)  # type: ignore[arg-type]  # as it was called
            pages.append(self._flow.page.number)

    monkeypatch.setattr(language_turns, "Table", Noted)
    apart = []
    for room in range(20, 700, 20):
        properties = Properties(title="", language="fr", software="", made_at=content.release.made_at)
        document = Document(properties=properties)
        flow = Flow(document, geometry=PORTRAIT)
        flow.text("The record ends here.")
        flow.gap(flow.room - room)
        pages.clear()
        with flow.section("Part", title="Part"):
            draw_language(Setting(content, words_in("fr"), flow), full)
        headings = [place.page for place in document.places if place.title.startswith("Traduction")]
        if not set(headings[:1]) >= set(pages[:2]):
            apart.append((room, headings, pages[:3]))

    assert apart == []


def test_a_turn_in_the_language_of_the_translation_is_not_told_as_lacking():
    """A reader would take half of a sworn translation for missing."""
    content = case_content("perla")
    full = content.interviews[0]
    turn = next(each for each in full.segments if each.segment.source_text)
    work = next(each for each in content.language if each.job.from_job_id is None)
    job = replace(
        work,
        versions=(),
        job=replace(work.job, interview_id=full.interview.id, target_language=turn.segment.language),
    )
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    words = words_in("en")
    turns = language_turns._Turns(Setting(content, words, Flow(document, geometry=PORTRAIT)), full, job)

    assert turns._absent(turn) == words.language_work.own_language
