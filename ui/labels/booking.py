"""What lists say of the day and the status of a transaction, beside what is written there."""

from thb_desktop.domain.finance_codes import NOT_BOOKED, BookingStatus, DayKind
from thb_desktop.domain.money_counted import Counted, CountedName, is_own
from ui.labels import words
from ui.text import NONE, isolate, isolate_words, translate


def day_told(written: str, kind: DayKind | None) -> str:
    """Return a day; of one that is the value date alone, that too."""
    if kind is not DayKind.VALUE:
        return written
    return translate("booking", "{day}, value date").format(day=isolate(written))


def status_told(status: BookingStatus | None, written: str) -> str:
    """Return a status; of one in the words of the bank, these, and whether it is counted."""
    if not is_own(status, written):
        return words(status) if status is not None else NONE
    said = (
        translate("booking", "{words}: not counted")
        if status in NOT_BOOKED
        else translate("booking", "{words}: counted")
    )
    return said.format(words=isolate_words(written or NONE))


def counted_told(counted: Counted) -> list[str]:
    """Say what is not counted and why, and what is although no status says that it is booked."""
    sentences: dict[CountedName, str] = {
        "not_booked": translate(
            "booking", "Not counted, because only announced or rejected: {count} transactions."
        ),
        "own_not_counted": translate(
            "booking",
            "Not counted: {count} transactions whose status the bank states in its own words ({words}).",
        ),
        "own_counted": translate(
            "booking",
            "Counted: {count} transactions whose status the bank states in its own words ({words}).",
        ),
        "unstated": translate("booking", "Counted without a stated status: {count} transactions."),
        "value_dates": translate(
            "booking", "Of {count} transactions the value date alone is known; it stands for the day."
        ),
    }
    return [
        sentences[name].format(count=count, words=isolate_words(named))
        for name, count, named in counted.told()
    ]
