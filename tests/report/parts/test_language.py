"""Language work on a page: the heading of a job stands with its first question and answer."""

from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts import language_turns
from thb_desktop.report.parts.account import Account
from thb_desktop.report.parts.account_columns import columns_of
from thb_desktop.report.parts.language import beside_account, draw_language
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
            draw_language(Setting(content, words_in("fr"), flow), full, None)
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
    turns = language_turns.Turns(Setting(content, words, Flow(document, geometry=PORTRAIT)), full, job, 200)

    assert turns._absent(turn) == words.language_work.own_language


def test_a_translation_from_the_record_stands_beside_the_account_unless_its_notes_belong_to_the_source():
    content = case_content("perla")
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    setting = Setting(content, words_in("en"), Flow(document, geometry=PORTRAIT))
    told = {each.interview.number: beside_account(setting, each) for each in content.interviews}

    beside = {record: job.job.number for record, job in told.items() if job}
    assert beside == {"I-01": "T-01", "I-02": "T-02", "I-03": "T-03", "I-04": "T-04", "I-05": "T-05"}
    assert told["I-06"] is None


def test_the_column_of_a_translation_says_that_it_is_no_part_of_the_record():
    content = case_content("perla")
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    setting = Setting(content, words_in("en"), Flow(document, geometry=PORTRAIT))
    full = content.interviews[0]
    job = beside_account(setting, full)
    columns = columns_of(full, content.release.languages)

    account = Account(setting, full, columns, width=120, beside=job)
    row = account.row(full.segments[1], full.segments[0])

    assert job is not None
    assert account.titles()[-1] == (
        "English (T-01, sworn written translation; from: French; no part of the record)"
    )
    versions = {each.version.segment_id: each.version.text for each in job.versions}
    assert versions[full.segments[1].segment.id] in [each.text for each in row[-1]]
