"""The comparisons of a statement made elsewhere: each page by who says so, with its turns as they are."""

from collections.abc import Collection

from thb_desktop.domain.record import from_record
from thb_desktop.errors import FormatError
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.verify.bundle.record_shape import row_of

Compared = tuple[str, str]
"""Who signed an event by which a page was compared, and the time of its entry."""


def are_compared(tree: RecordTree, events: Collection[Compared]) -> bool:
    """Whether each page of the file was compared with its turns as the record has them, and each comparison
    is of the user and the time of an event; true for an interview that was held here.
    """
    statements = _names(tree, "elsewhere")
    if not statements:
        return not _names(tree, "comparisons")
    # Most bundles have no such statement, and to load what reads its turns takes longer than to look.
    from thb_desktop.domain.page_comparisons import PageComparison, SegmentPlace, is_wholly_compared
    from thb_desktop.domain.segment import Segment

    pages = row_of(tree, statements[0]).get("pages")
    try:
        segments = [from_record(Segment, _without_label(tree, each)) for each in _names(tree, "segments")]
        places = [from_record(SegmentPlace, row_of(tree, each)) for each in _names(tree, "places")]
        rows = [row_of(tree, each) for each in _names(tree, "comparisons")]
        compared = [from_record(PageComparison, each) for each in rows]
    except (FormatError, ValueError):
        return False
    by = {(str(each.get("compared_by")), str(each.get("at"))) for each in rows}
    told = type(pages) is int and is_wholly_compared(pages, segments, places, compared)
    return len(statements) == 1 and told and by <= set(events)


def _names(tree: RecordTree, kind: str) -> list[str]:
    """Return the names of the parts of a kind, in their order."""
    found = (name.partition("/") for name in tree.digests)
    numbers = (number for own, _, number in found if own == kind and number.isascii() and number.isdecimal())
    return [f"{kind}/{number}" for number in sorted(numbers, key=int)]


def _without_label(tree: RecordTree, name: str) -> dict[str, Value]:
    return {key: value for key, value in row_of(tree, name).items() if key != "label"}
