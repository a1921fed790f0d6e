"""What counsel or a judge reads on a page is what the vault recorded: clocks, digests, sums, keys, places."""

import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.vocabulary import ExhibitKind, InterpreterKind
from thb_desktop.report.attachments import MANIFEST, attachments_of
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.structure import Element
from thb_desktop.report.parts.annex import STEPS, draw_annex, steps_of
from thb_desktop.report.parts.cited import place_of, places_in
from thb_desktop.report.parts.cover import Counts, draw_cover
from thb_desktop.report.parts.custody import told_of_clocks
from thb_desktop.report.parts.exhibits import draw_sheets
from thb_desktop.report.parts.finance import draw_finance
from thb_desktop.report.parts.interview import draw_interviews
from thb_desktop.report.parts.legal import draw_legal
from thb_desktop.report.parts.logical_text import record_path
from thb_desktop.report.parts.makers import makers_block
from thb_desktop.report.parts.noticed import draw_noticed, noticed_in
from thb_desktop.report.parts.receipt import draw_receipt
from thb_desktop.report.parts.setting import Setting, in_groups
from thb_desktop.report.style import CODE
from thb_desktop.report.text import Paragraph
from thb_desktop.report.words import words_in

JUNE = datetime(2026, 6, 1, 8, 15, tzinfo=UTC)


def setting_of(content: BundleContent) -> Setting:
    return english_setting(content)


def texts_of(draw: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text of each paragraph that is drawn."""
    found, drawn = list[str](), Flow.draw

    def noted(self: Flow, paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        found.append(paragraph.text)
        drawn(self, paragraph, element, x, top)

    with monkeypatch.context() as patched:
        patched.setattr(Flow, "draw", noted)
        draw()
    return found


def in_winter(content: BundleContent, zone: str) -> BundleContent:
    """The same with one interview, in February, at a place of which the zone was entered, or not."""
    full = content.interviews[0]
    at = datetime.fromisoformat("2026-02-21T10:00:00+01:00")
    held = replace(full, interview=replace(full.interview, started_at=at, zone=zone))
    return replace(content, interviews=(held,))


@pytest.mark.parametrize("zone", ["Europe/Brussels", ""])
def test_a_moment_in_summer_has_the_offset_of_summer_also_where_the_interviews_were_in_winter(zone: str):
    setting = setting_of(in_winter(case_content("schelde"), zone))

    assert setting.here(JUNE).utcoffset() == timedelta(hours=2)
    assert setting.of_record(setting.content.interviews[0]).here(JUNE).utcoffset() == timedelta(hours=2)


def test_a_moment_of_a_place_that_is_not_of_the_state_of_the_case_keeps_its_offset():
    content = in_winter(case_content("schelde"), "")
    full = content.interviews[0]
    at = datetime.fromisoformat("2026-02-21T10:00:00+02:00")
    content = replace(content, interviews=(replace(full, interview=replace(full.interview, started_at=at)),))

    assert setting_of(content).here(JUNE).utcoffset() == timedelta(hours=2)
    assert setting_of(content).here(JUNE - timedelta(days=120)).utcoffset() == timedelta(hours=2)


def test_without_interviews_the_newest_event_gives_the_place_not_the_offset():
    content = replace(case_content("schelde"), interviews=())

    assert setting_of(content).here(JUNE).utcoffset() == timedelta(hours=2)


def test_the_clock_of_the_times_of_entry_is_the_one_that_each_event_has():
    content = case_content("perla")
    stored = {each.event.clock_source for full in content.exhibits for each in full.custody}

    told = told_of_clocks(setting_of(content))

    assert len(stored) == 1
    assert told.endswith(f": {words_in('en').label(stored.pop())}.")
    assert told_of_clocks(setting_of(replace(content, exhibits=()))) == ""


def test_the_digest_of_a_sheet_is_that_of_the_entry_and_a_file_of_a_thing_is_not_the_thing(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    full = next(each for each in content.exhibits if each.files and len(each.files) < 4)

    def told(kind: ExhibitKind) -> str:
        one = replace(full, exhibit=replace(full.exhibit, kind=kind))
        setting = setting_of(replace(content, exhibits=(one,), printed=()))
        return "\n".join(texts_of(lambda: draw_sheets(setting, {}), monkeypatch))

    thing, file = told(ExhibitKind.DOCUMENT_PAPER), told(ExhibitKind.FILE)

    number = full.exhibit.number
    assert "SHA-256 of the entry\n" in thing
    assert "the first line of the attached file" in thing
    assert "or else of records/exhibit-NUMBER.jsonl" in thing
    assert f"{number}.jsonl" not in thing
    assert "neither of the thing nor of a file" in thing
    assert f"Exhibit {number}, SHA-256" not in thing
    assert "is that of this file, not of the thing" in thing
    assert "not of the thing." not in file


def test_titles_in_other_languages_say_in_which_they_are(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    full = next(each for each in content.exhibits if dict(each.exhibit.titles).get("en"))
    content = replace(content, exhibits=(full,), printed=(), release=replace(content.release, language="ro"))

    told = texts_of(lambda: draw_sheets(setting_of(content), {}), monkeypatch)

    assert any(f"{dict(full.exhibit.titles)['en']} (English)" in each for each in told)


def test_sums_say_of_which_accounts_no_statement_was_taken_over(monkeypatch: pytest.MonkeyPatch):
    content = case_content("schelde")
    account = next(each for each in content.finance.accounts if each.statement_id)
    exhibit = next(e.exhibit.number for e in content.exhibits if e.exhibit.id == account.statement_id)

    told = texts_of(lambda: draw_finance(setting_of(content)), monkeypatch)
    without = replace(account, statement_id=None)
    rest = tuple(without if each is account else each for each in content.finance.accounts)
    silent = replace(content, finance=replace(content.finance, accounts=rest))
    other = texts_of(lambda: draw_finance(setting_of(silent)), monkeypatch)

    assert any(
        "only the transactions that were entered" in each and f"{account.number} ({exhibit})" in each
        for each in told
    )
    assert not any("only the transactions that were entered" in each for each in other)


def test_what_another_user_entered_of_a_rendering_is_told_as_theirs():
    content = case_content("perla")
    setting = setting_of(content)
    full = content.interviews[0]
    typist = next(one.typed_by for each in full.segments for one in each.renderings)
    (author_id,) = {one.author_id for each in full.segments for one in each.renderings}
    full = replace(full, certifications=())
    own = tuple(replace(each, user_id=typist) if each.id == author_id else each for each in full.interpreters)

    told = "\n".join(line for line, _ in makers_block(setting, full).facts)
    by_author = "\n".join(line for line, _ in makers_block(setting, replace(full, interpreters=own)).facts)

    assert f"as {setting.names[typist]} entered it; no key of the author signed it" in told
    assert "no key of the author" not in by_author


def test_the_commands_answer_with_the_values_of_this_bundle_and_the_own_program_stands_last(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    content = replace(content, interviews=content.interviews[1:])
    setting = setting_of(content)
    attachments = attachments_of(content, setting.words)
    digest = next(each.sha256 for each in attachments if each.path == MANIFEST)

    steps = list(steps_of(setting, attachments))
    told = texts_of(lambda: draw_annex(setting, attachments), monkeypatch)

    assert [command.split()[0] for command, _ in steps][-2:] == ["python3", "thb"]
    assert steps[0][1] == f"{digest}  a/manifest.json / case/case.json: OK"
    first = content.interviews[0]
    assert f"a/records/interview-{first.interview.number}.jsonl" in steps[1][0]
    assert steps[1][1] == f"{first.digest}  -"
    bare = content.proof.root_fingerprint.replace(":", "").upper()
    assert steps[2][1].removeprefix("sha256 Fingerprint=").replace(":", "") == bare
    assert steps[2][1].count(":") == 31
    assert any(f"here interview {first.interview.number}:" in each for each in told)
    assert not any("Expected: SHA-256" in each for each in told)
    assert [each for each, _ in steps][2:] == [each for each, _ in STEPS][2:]


@pytest.mark.parametrize("command", [command for command, _ in STEPS])
def test_a_command_goes_on_in_the_next_line_at_a_blank_alone(command: str):
    """Whoever copies it from the page joins its lines with blanks; within a word that is another command."""
    flow = setting_of(case_content("perla")).flow

    lines = flow.lay_out(command, CODE, width=flow.width - 12).lines

    assert [command[each.start : each.end] for each in lines[:-1] if command[each.end - 1] != " "] == []


def test_each_attachment_is_named_with_its_digest_or_the_beginning_of_it(monkeypatch: pytest.MonkeyPatch):
    """Of files of which there are many, the number stands beside the form of their paths."""
    content = case_content("perla")
    setting = setting_of(content)
    attachments = attachments_of(content, setting.words)

    told = texts_of(lambda: draw_annex(setting, attachments), monkeypatch)

    said = "\n".join(told).replace("\u00a0", " ")
    for each in attachments:
        found = re.fullmatch(r"(records/(?:[a-z]+-)?)(.+)(\.[a-z]+)", each.path)
        if each.path.startswith("records/") and found:
            assert f"{found[1]}…{found[3]}" in told
            assert f"{found[2]} {in_groups(each.sha256[:16])}" in said
            assert in_groups(each.sha256) not in said
        else:
            assert each.path in told
            assert in_groups(each.sha256) in said


def test_the_command_names_the_file_of_a_record_whatever_its_number_is():
    content = case_content("perla")
    first = content.interviews[0]
    number = "V 12/3; rm"
    renamed = replace(first, interview=replace(first.interview, number=number))
    records = tuple(
        replace(each, number=number) if (each.kind, each.number) == ("interview", "I-01") else each
        for each in content.proof.records
    )
    content = replace(
        content, interviews=(renamed,), proof=replace(content.proof, records=records), printed=()
    )
    setting = setting_of(content)

    command = list(steps_of(setting, attachments_of(content, setting.words)))[1][0]

    path = next(record_path(each) for each in records if each.number == number)
    assert shlex.split(command.rpartition("< ")[2]) == [f"a/{path}"]


def test_the_receipt_names_the_case_the_recipient_the_chain_and_where_it_goes(
    monkeypatch: pytest.MonkeyPatch,
):
    content = case_content("perla")
    authorities = tuple(
        replace(each, contact="Quai fictif 1, 4000 Liège") if each.id == content.release.sender_id else each
        for each in content.frame.authorities
    )
    content = replace(content, frame=replace(content.frame, authorities=authorities))

    told = "\n".join(texts_of(lambda: draw_receipt(setting_of(content)), monkeypatch))

    assert content.frame.case.reference in told
    assert content.release.recipient in told
    assert content.proof.head.short_code in told
    assert "Quai fictif 1, 4000 Liège" in told


def test_the_age_of_a_person_is_told_as_entered(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    persons = tuple(replace(each, age_status=None) for each in content.frame.persons)
    silent = replace(content, frame=replace(content.frame, persons=persons))

    told = texts_of(lambda: draw_legal(setting_of(content)), monkeypatch)
    other = texts_of(lambda: draw_legal(setting_of(silent)), monkeypatch)

    assert any("What it rests on is not entered there" in each for each in told)
    assert not any("What it rests on is not entered there" in each for each in other)


def test_a_disputed_turn_is_listed_with_the_page_on_which_it_stands(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    setting = setting_of(content)
    document = setting.flow.document
    document.targets.add(places_in(content, {}))
    draw_interviews(setting)
    (disputed,) = [each for each in noticed_in(setting) if each.place]
    pages = {page.number: index for index, page in enumerate(document.pages, 101)}
    heading = next(each for each in document.places if each.about == disputed.about)

    told, cell = list[str](), setting.cell

    def noted(text: str, *rest: Any, **named: Any) -> list[Paragraph]:
        told.append(text)
        return cell(text, *rest, **named)

    monkeypatch.setattr(setting, "cell", noted)
    draw_noticed(setting, document.places, pages)

    page = pages[document.named[disputed.place].page]
    full = next(each for each in content.interviews if each.interview.id == disputed.about)
    assert disputed.place in {place_of(full, each) for each in full.segments}
    assert page > pages[heading.page], "otherwise this proves nothing"
    assert told[told.index(disputed.item) :][: len(disputed.told) + 2][-1] == str(page)


def test_a_translator_is_not_called_an_interpreter_beside_their_key(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    users = {each.user_id for each in content.frame.interpreters if each.user_id}
    assert users

    def told(kind: InterpreterKind | None) -> str:
        linguists = tuple(replace(each, kind=kind) for each in content.frame.interpreters)
        setting = setting_of(replace(content, frame=replace(content.frame, interpreters=linguists)))
        return "\n".join(
            texts_of(lambda: draw_annex(setting, attachments_of(content, setting.words)), monkeypatch)
        )

    assert ", translator" in told(InterpreterKind.TRANSLATOR)
    assert ", interpreter or translator" in told(None)


def test_an_agreement_has_parties_and_goes_from_none_to_another(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    (team,) = [each for each in content.frame.instruments if each.type is InstrumentType.JIT_AGREEMENT]
    wide = replace(team, further_states=("FR",))
    (order, *_) = [each for each in content.frame.instruments if each.from_country and each is not team]
    setting = setting_of(replace(content, frame=replace(content.frame, instruments=(wide, order))))

    told = "\n".join(texts_of(lambda: draw_legal(setting), monkeypatch))
    on_cover = "\n".join(texts_of(lambda: draw_cover(setting, Counts(pages=1), (), {}), monkeypatch))

    parties = ", ".join((team.from_country, team.to_country, "FR"))
    assert f"Parties (States)\n{parties}" in told or f"Parties (States)\u2002{parties}" in told
    assert parties in on_cover.replace("\u00a0", " ")
    assert f"{team.from_country} → {team.to_country}, {team.reference}" not in on_cover
    assert f"{order.from_country} → {order.to_country}" in on_cover.replace("\u00a0", " ")
