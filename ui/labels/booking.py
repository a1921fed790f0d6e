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
    return [
        _sentence(name, count).format(words=isolate_words(named)) for name, count, named in counted.told()
    ]


def _sentence(name: CountedName, count: int) -> str:
    match name:
        case "not_booked":
            return translate(
                "booking", "Not counted, because only announced or rejected: %n transaction(s).", "", count
            )
        case "own_not_counted":
            return translate(
                "booking",
                "Not counted: %n transaction(s) whose status the bank states in its own words ({words}).",
                "",
                count,
            )
        case "own_counted":
            return translate(
                "booking",
                "Counted: %n transaction(s) whose status the bank states in its own words ({words}).",
                "",
                count,
            )
        case "unstated":
            return translate("booking", "Counted without a stated status: %n transaction(s).", "", count)
        case "value_dates":
            return translate(
                "booking",
                "Of %n transaction(s) the value date alone is known; it stands for the day.",
                "",
                count,
            )
