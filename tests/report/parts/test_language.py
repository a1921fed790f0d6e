"""Language work on a page: the heading of a job stands with its first question and answer."""

import re
from dataclasses import replace

import pytest

from tests.report.parts.test_what_readers_take_it_for import setting_of
from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts import language_turns
from thb_desktop.report.parts.account_cells import Account
from thb_desktop.report.parts.account_columns import columns_of
from thb_desktop.report.parts.beside import Beside, beside_account
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.language import blocks_beside, draw_language
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in

WITHOUT_NUMBERS = dict.fromkeys(map(ord, "⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹"))


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
            draw_language(Setting(content, words_in("fr"), flow), full, Beside())
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


def test_translations_from_the_record_stand_beside_the_account():
    """The source is printed once: one job has a column, another fills a column without words."""
    content = case_content("perla")
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    setting = Setting(content, words_in("en"), Flow(document, geometry=PORTRAIT))
    told = {each.interview.number: beside_account(setting, each) for each in content.interviews}

    columns = {record: each.column.job.number for record, each in told.items() if each.column}
    assert columns == {f"I-0{number}": f"T-0{number}" for number in range(1, 6)} | {"I-06": "T-07"}
    filling = {record: each.job.number for record, one in told.items() for each in one.filling.values()}
    assert filling == {"I-06": "T-06"}


def filled_account(every: int = 1) -> tuple[Account, InterviewInFull, JobOutward]:
    """The account of I-06, a column of which T-06 fills; of its versions, one of so many."""
    content = case_content("perla")
    setting = setting_of(content)
    full = next(each for each in content.interviews if each.interview.number == "I-06")
    beside = beside_account(setting, full)
    (language, job), *_ = beside.filling.items()
    job = replace(job, versions=job.versions[::every])
    columns = columns_of(full, content.release.languages)
    beside = Beside(beside.column, {language: job})
    return Account(setting, full, columns, width=120, beside=beside), full, job


def test_the_title_of_a_filled_column_says_which_turns_are_no_part_of_the_record():
    account, full, job = filled_account()
    language = job.job.target_language

    (title,) = (each for each in account.titles() if "T-06" in each)
    assert title.endswith(
        "; 1\u00a0Q\u00a0–\u00a02\u00a0A, 4\u00a0Q\u00a0–\u00a06\u00a0A: T-06; no part of the record)"
    )
    versions = {each.version.segment_id: each.version.text for each in job.versions}
    told = {each.segment.id: account.cell(each, language) for each in full.segments}
    of_record = [each.label for each in full.segments if each.segment.id not in versions]
    assert of_record == ["3 Q", "3 A"]
    for of, text in versions.items():
        assert text in told[of][0].text.translate(WITHOUT_NUMBERS)


def test_the_title_of_a_column_that_a_job_fills_at_each_turn_names_none():
    account, full, job = filled_account()
    filled = {each.version.segment_id for each in job.versions}
    full = replace(full, segments=tuple(each for each in full.segments if each.segment.id in filled))
    account = Account(account._setting, full, account._columns, width=120, beside=Beside(None, {"fr": job}))

    (title,) = (each for each in account.titles() if "T-06" in each)
    assert title.endswith("; T-06; no part of the record)")
    assert "1\u00a0Q" not in title


def test_turns_that_a_job_fills_here_and_there_each_say_that_they_are_no_part_of_the_record():
    account, full, job = filled_account(every=2)
    language = job.job.target_language

    assert not any("T-06" in each for each in account.titles())
    versions = {each.version.segment_id: each.version.text for each in job.versions}
    assert len(versions) > 3
    for each in full.segments:
        told = [paragraph.text for paragraph in account.cell(each, language)]
        if each.segment.id in versions:
            assert told[0] == "T-06; no part of the record"
            assert versions[each.segment.id] in "".join(told).translate(WITHOUT_NUMBERS)
        else:
            assert "T-06; no part of the record" not in told


def test_notes_on_the_words_of_a_source_have_their_numbers_in_the_account():
    content = case_content("perla")
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    setting = Setting(content, words_in("en"), Flow(document, geometry=PORTRAIT))
    full = next(each for each in content.interviews if each.interview.number == "I-06")
    beside = beside_account(setting, full)
    columns = columns_of(full, content.release.languages)
    account = Account(setting, full, columns, width=120, beside=beside)

    shown = "".join(account.beside.shown(each, each.segment.source_text or "") for each in full.segments)
    notes = sum(len(job.annotations) for job in beside.jobs)
    in_source = [
        note
        for job in beside.jobs
        for note in job.annotations
        if note.anchor.of in {each.segment.id for each in full.segments}
    ]
    assert in_source
    numbers = re.findall("⁽([⁰¹²³⁴⁵⁶⁷⁸⁹]+)⁾", shown)
    assert len(numbers) == len(set(numbers)) == len(in_source) <= notes
    read = ["⁰¹²³⁴⁵⁶⁷⁸⁹".index(number) for number in numbers]
    assert read == sorted(read), "they are met in their order"
    assert "T-06, T-07" in account.beside.note()
    without = Beside(column=beside.column and replace(beside.column, annotations=()), filling=beside.filling)
    noted = Account(setting, full, columns, width=120, beside=without).beside.note()
    named = [job.job.number for job in beside.jobs if job.job.number in noted]
    assert named == [job.job.number for job in without.jobs if job.annotations]
    assert len(named) == 1


def test_the_column_of_a_translation_says_that_it_is_no_part_of_the_record():
    content = case_content("perla")
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    setting = Setting(content, words_in("en"), Flow(document, geometry=PORTRAIT))
    full = content.interviews[0]
    beside = beside_account(setting, full)
    job = beside.column
    columns = columns_of(full, content.release.languages)

    account = Account(setting, full, columns, width=120, beside=beside)
    row = account.row(full.segments[1], full.segments[0])

    assert job is not None
    assert account.titles()[-1] == "English (T-01; no part of the record)"
    *_, worth = account.usually()
    assert worth == "English (T-01): sworn written translation, from: French"
    versions = {each.version.segment_id: each.version.text for each in job.versions}
    assert versions[full.segments[1].segment.id] in [each.text for each in row[-1]]


def told_in(content: BundleContent, number: str) -> list[Block]:
    """What stands after a record of its jobs beside the account, in English."""
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    setting = Setting(content, words_in("en"), Flow(document, geometry=PORTRAIT))
    full = next(each for each in content.interviews if each.interview.number == number)
    return list(blocks_beside(setting, full, beside_account(setting, full)))


def test_what_a_certificate_says_in_the_words_of_the_first_one_is_named_and_not_told_again():
    content = case_content("perla")
    (first,), (other,) = (
        next(job for job in content.language if job.job.number == number).certificates
        for number in ("T-01", "T-02")
    )
    own = [text for told, text in other.elements if (told, text) not in first.elements]

    whole, short = (
        next(each for each in told_in(content, number) if each.heading.startswith("Certificate"))
        for number in ("I-01", "I-02")
    )
    further = [text for each in told_in(content, "I-02") for text, _ in each.facts]

    assert all(isolate_identifiers(text) in whole.facts[0][0] for _, text in first.elements)
    assert short.facts == [(isolate_identifiers("\u2026 " + " ".join(own)), "")]
    assert (whole.note, short.note) == (
        "Statement of the translator",
        "Statement of the translator: Nathalie Dethier-Moss",
    )
    assert len(own) < len(other.elements) / 2
    (same,) = [text for text in further if text.startswith("As in T-01")]
    assert "duty of secrecy" in same
    assert same.count(";") + 1 == len(other.elements) - len(own)


def test_a_certificate_over_another_number_of_turns_than_are_told_as_certified_says_over_how_many():
    content = case_content("perla")
    usual = [text for each in told_in(content, "I-02") for text, _ in each.facts]
    jobs = [
        replace(job, versions=(replace(job.versions[0], state=WorkState.CONTESTED), *job.versions[1:]))
        if job.job.number == "T-02"
        else job
        for job in content.language
    ]

    other = [
        text for each in told_in(replace(content, language=tuple(jobs)), "I-02") for text, _ in each.facts
    ]

    assert not any(text.startswith("Signed with the linguist's key") for text in usual)
    assert sum(text.startswith("Signed with the linguist's key") for text in other) == 1
