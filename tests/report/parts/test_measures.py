"""Measures on assets as far as they are recorded, and compensation in the words of a dated pack alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.packs import LawKey
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, ProceduralRole
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.columns import Column
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.measures import compensation_pack, draw_compensation, draw_measures
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import LANGUAGES, words_in


def cited(drawn: "Drawn", sentence: str) -> str:
    return drawn.setting.with_law(sentence, LawKey.ASSET_CERTIFICATES)


class Drawn:
    """The texts of a part, by how they are drawn."""

    def __init__(self, content: BundleContent, monkeypatch: pytest.MonkeyPatch) -> None:
        properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
        self.setting = Setting(
            content, words_in("en"), Flow(Document(properties=properties), geometry=PORTRAIT)
        )
        self.texts: list[str] = []
        self.titles: list[str] = []
        self.rows: list[tuple[str, ...]] = []
        flow = self.setting.flow
        monkeypatch.setattr(flow, "heading", lambda text, *_, **__: self.texts.append(text))
        monkeypatch.setattr(flow, "note", self.texts.append)
        monkeypatch.setattr(flow, "text", lambda text, *_: self.texts.append(text))
        monkeypatch.setattr(flow, "bullets", lambda items, *_: self.texts.extend(items))
        monkeypatch.setattr(
            self.setting,
            "rows",
            self._keep,
        )

    def _keep(self, columns: Sequence[Column]) -> None:
        self.titles += [title for title, _ in columns]
        self.rows.extend(zip(*(texts for _, texts in columns), strict=True))


def test_a_certificate_of_freezing_stands_in_the_part_about_money_as_the_register_has_it(
    monkeypatch: pytest.MonkeyPatch,
):
    drawn = Drawn(case_content("schelde"), monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    assert row[0] == "FO-1"
    assert "FREEZE-BE-0000013/2026" in row[2]
    assert "120 000.00 EUR" in row[2]
    assert cited(drawn, drawn.setting.words.finance.measures_note) in drawn.texts


def _with_certificate(content: BundleContent, **changed: Any) -> BundleContent:
    """The same with other values in the certificate of freezing."""
    kind = InstrumentType.FREEZING_CERT_2018_1805
    instruments = tuple(
        replace(each, **changed) if each.type is kind else each for each in content.frame.instruments
    )
    return replace(content, frame=replace(content.frame, instruments=instruments))


def test_a_certificate_that_was_struck_out_is_no_measure_in_force(monkeypatch: pytest.MonkeyPatch):
    content = _with_certificate(case_content("schelde"), struck="of another case")
    drawn = Drawn(content, monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    assert row[0] == "FO-1\n[struck out, entered in error: of another case]"


def test_the_day_of_issue_of_a_certificate_is_not_that_of_its_status(monkeypatch: pytest.MonkeyPatch):
    issued, refused = date(2026, 3, 2), date(2026, 4, 9)
    status = InstrumentStatus.REFUSED

    told: list[tuple[str, ...]] = []
    for on in (None, refused):
        content = _with_certificate(case_content("schelde"), status=status, status_on=on, issued_on=issued)
        drawn = Drawn(content, monkeypatch)
        draw_measures(drawn.setting)
        told += drawn.rows

    assert "Issued on" in drawn.titles
    assert [row[3] for row in told] == ["2 March 2026", "2 March 2026"]
    assert [row[4] for row in told] == ["refused", "refused, 9 April 2026"]


def _cash(*after: CustodyAction, struck: str = "", **changed: Any) -> BundleContent:
    """A case with an exhibit of cash that was handed over, and what followed, a day each."""
    content = case_content("perla")
    known = content.exhibits[0]
    first = replace(
        known.custody[0].event,
        number=1,
        action=CustodyAction.VOLUNTARILY_HANDED_OVER,
        occurred_at=datetime(2026, 5, 1, 10, tzinfo=UTC),
    )
    events = [first] + [
        replace(
            first,
            id=RowId(f"event {number}"),
            number=number,
            action=action,
            occurred_at=first.occurred_at + timedelta(days=number - 1),
        )
        for number, action in enumerate(after, 2)
    ]
    if changed:
        events[-1] = replace(events[-1], **changed)
    cash = replace(
        known,
        exhibit=replace(known.exhibit, kind=ExhibitKind.CASH_VALUABLES, struck=struck),
        custody=tuple(replace(known.custody[0], event=each) for each in events),
    )
    return replace(content, exhibits=(cash,))


def test_cash_among_the_exhibits_is_not_called_a_measure(monkeypatch: pytest.MonkeyPatch):
    drawn = Drawn(_cash(), monkeypatch)

    draw_measures(drawn.setting)

    words = drawn.setting.words.finance
    assert drawn.texts == [cited(drawn, words.measures_none), "Cash and valuables", words.cash_note]
    (row,) = drawn.rows
    assert (row[0], row[2]) == ("E-01", "handed over voluntarily, 1 May 2026")


def test_cash_that_was_struck_out_says_so(monkeypatch: pytest.MonkeyPatch):
    drawn = Drawn(_cash(struck="counted twice"), monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    assert row[0] == "E-01\n[struck out, entered in error: counted twice]"


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ((CustodyAction.RETURNED_TO_OWNER, CustodyAction.CORRECTION), 2),
        ((CustodyAction.RETURNED_TO_OWNER, CustodyAction.VERIFIED), 2),
        ((CustodyAction.TRANSFER_OUT, CustodyAction.TRANSFER_IN, CustodyAction.TRANSFER_CONFIRMED), 3),
        ((CustodyAction.STORED, CustodyAction.PHOTOGRAPHED, CustodyAction.SEALED), 2),
        ((CustodyAction.STORED, CustodyAction.LOANED, CustodyAction.RETURNED_FROM_LOAN), 4),
        ((CustodyAction.STORED, CustodyAction.DESTROYED, CustodyAction.INCIDENT), 3),
        ((CustodyAction.STORED, CustodyAction.LOST_OR_DAMAGED, CustodyAction.VIEWED), 3),
        ((CustodyAction.RETURNED_TO_OWNER, CustodyAction.SEIZED), 3),
        ((CustodyAction.VIEWED,), 1),
    ],
)
def test_the_state_of_cash_is_its_last_event_that_says_where_it_is_or_who_has_it(
    after: tuple[CustodyAction, ...], told: int, monkeypatch: pytest.MonkeyPatch
):
    content = _cash(*after)
    drawn = Drawn(content, monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    event = content.exhibits[0].custody[told - 1].event
    assert row[2] == f"{drawn.setting.words.label(event.action)}, {told} May 2026"


def test_a_return_that_was_entered_before_an_older_event_stands(monkeypatch: pytest.MonkeyPatch):
    after = (CustodyAction.RETURNED_TO_OWNER, CustodyAction.STORED)
    drawn = Drawn(_cash(*after, occurred_at=datetime(2026, 5, 1, 12, tzinfo=UTC)), monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    assert row[2] == "returned to the owner, 2 May 2026"


def test_the_day_of_a_return_is_the_corrected_one(monkeypatch: pytest.MonkeyPatch):
    after = (CustodyAction.RETURNED_TO_OWNER, CustodyAction.CORRECTION)
    said = {"wrong_value": "2026-05-02 10:00", "right_value": "2026-05-05 10:00"}
    drawn = Drawn(_cash(*after, corrects=RowId("event 2"), **said), monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    assert row[2] == "returned to the owner, 5 May 2026"


def test_that_no_measure_is_here_does_not_say_that_there_is_none(monkeypatch: pytest.MonkeyPatch):
    drawn = Drawn(case_content("perla"), monkeypatch)

    draw_measures(drawn.setting)

    assert drawn.rows == []
    words = drawn.setting.words.finance
    assert drawn.texts == [f"{cited(drawn, words.measures_none)} {words.cash_none}"]
    assert "2018/1805" in drawn.texts[0]
    assert "does not mean that there are no measures" in drawn.texts[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_listed_is_named_and_the_register_is_the_place_of_the_rest(language: str):
    words = words_in(language)

    for told in (words.finance.measures_note, words.finance.measures_none):
        assert "({law})" in told
        assert words.legal.instruments[:7].lower() in told.lower()


def test_compensation_is_told_in_the_words_of_the_pack_with_its_version_and_day(
    monkeypatch: pytest.MonkeyPatch,
):
    drawn = Drawn(case_content("perla"), monkeypatch)

    draw_compensation(drawn.setting)

    pack = compensation_pack("en")
    _, note, *told = drawn.texts
    assert [text.startswith(each.told) for text, each in zip(told, pack.acts, strict=True)] == [True] * 3
    assert f"version {pack.version}" in note


def test_only_an_act_with_which_the_words_were_compared_has_a_day(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    made = replace(content.release, made_at=datetime(2026, 12, 1, tzinfo=UTC))
    drawn = Drawn(replace(content, release=made), monkeypatch)

    draw_compensation(drawn.setting)

    _, note, rights, compensation, trafficking = drawn.texts
    assert compensation.endswith("pays. (Compared with the text of the act on 30 November 2026.)")
    assert not any("30 November" in each for each in (note, rights, trafficking))
    assert "where no day stands, the words were not compared with the act" in note


def test_a_comparison_after_the_date_of_the_bundle_is_told_as_such(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    made = replace(content.release, made_at=datetime(2026, 6, 1, tzinfo=UTC))
    drawn = Drawn(replace(content, release=made), monkeypatch)

    draw_compensation(drawn.setting)

    (told,) = [each for each in drawn.texts if "30 November 2026" in each]
    assert "after the date that the clock stated when this bundle was made" in told


def test_without_a_victim_nothing_is_told_of_compensation(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    roles = tuple(each for each in content.frame.roles if each.role is ProceduralRole.SUSPECT)
    drawn = Drawn(replace(content, frame=replace(content.frame, roles=roles)), monkeypatch)

    draw_compensation(drawn.setting)

    assert drawn.texts == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pack_has_every_act_in_every_language_of_bundles(language: str):
    numbers = ("2012/29", "2004/80", "2011/36")

    acts = compensation_pack(language).acts

    assert len(acts) == len(numbers)
    assert all(number in each.told for number, each in zip(numbers, acts, strict=True))
    assert "2024/1712" in acts[2].told
