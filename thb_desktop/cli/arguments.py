"""What is typed behind an option, read the same way by every command."""

from argparse import ArgumentTypeError
from datetime import date

from thb_desktop.errors import UsageError


def day(text: str) -> date:
    """Return a day that a person wrote."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError("a day is written YYYY-MM-DD") from error


def verify_period(since: date | None, until: date | None) -> None:
    """Refuse a period in which there is no day: it would find nothing, and not say why."""
    if since is not None and until is not None and until < since:
        raise UsageError("the period ends before it begins")


def so_many(count: int, one: str, several: str) -> str:
    """Return a number with its noun, of which one is not told as several: "1 turn", "2 turns"."""
    return f"{count} {one if count == 1 else several}"


def pages_told(target: object, pages: int) -> str:
    return f"Written: {target}, {so_many(pages, 'page', 'pages')}"
