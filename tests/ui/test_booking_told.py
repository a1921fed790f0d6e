"""The list of transactions and the look at a statement say which day a row has, and whether it is counted."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from tests.support import money
from thb_desktop.domain.finance_codes import BookingStatus, DayKind
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.money_counted import Counted, OwnStatus
from ui import language
from ui.cases.entries import TRANSACTIONS
from ui.cases.tables import columns_of
from ui.labels.booking import counted_told, day_told, status_told
from ui.text import NONE, day
from ui.tones import Tone

CASE = CaseId("case")
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@pytest.mark.parametrize(
    ("status", "written", "told", "tone"),
    [
        (None, "", NONE, None),
        (None, "ZZZ", "ZZZ: counted", Tone.WARN),
        (BookingStatus.BOOKED, "", "Booked", None),
        (BookingStatus.BOOKED, "GEBUCHT", "Booked", None),
        (BookingStatus.OWN, "WARTET", "WARTET: not counted", Tone.WARN),
        (BookingStatus.OWN, "", f"{NONE}: not counted", Tone.WARN),
        (BookingStatus.OWN_IN_STATEMENT, "DRIN", "DRIN: counted", Tone.WARN),
    ],
)
def test_the_list_tells_a_status_of_the_bank_in_its_words_and_whether_it_is_counted(
    application: QApplication, status: BookingStatus | None, written: str, told: str, tone: Tone | None
):
    row = money.transaction(CASE, status=status, status_written=written)

    (column,) = (each for each in columns_of(TRANSACTIONS, lambda _: "", dict) if each.title == "Status")

    assert column.tone is not None
    assert (column.read(row).translate(ISOLATES), column.tone(row)) == (told, tone)
    assert status_told(status, written) == column.read(row)


def test_the_list_tells_that_a_day_is_the_value_date_alone(application: QApplication):
    column = columns_of(TRANSACTIONS, lambda _: "", dict)[0]

    read = [column.read(money.transaction(CASE, day_kind=kind)) for kind in (None, *DayKind)]

    assert [each.translate(ISOLATES) for each in read] == [
        *("2026-01-10", "2026-01-10"),
        "2026-01-10, value date",
    ]
    assert day_told(day(date(2026, 1, 10)), DayKind.BOOKING) == day(date(2026, 1, 10))


def test_what_counts_and_what_does_not_is_said_with_the_words_of_the_bank(application: QApplication):
    language.install(application, "en")
    own = "transactions whose status the bank states in its own words"
    words = tuple(OwnStatus(f"W{number}", number < 6, 2) for number in range(7))

    first = ", ".join(f"\u201cW{number}\u201d" for number in range(5))

    told = [
        each.translate(ISOLATES)
        for each in counted_told(Counted(not_booked=1, own=words, unstated=3, value_dates=4))
    ]

    assert counted_told(Counted()) == []
    assert told == [
        "Not counted, because only announced or rejected: 1 transaction.",
        f"Not counted: 2 {own} (\u201cW6\u201d).",
        f"Counted: 12 {own} ({first}, \u2026).",
        "Counted without a stated status: 3 transactions.",
        "Of 4 transactions the value date alone is known; it stands for the day.",
    ]
