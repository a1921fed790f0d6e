"""Where a version masks something, as its list of redactions says it: never what is masked, nor how long."""

from collections.abc import Mapping

from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.bundle_proof import RecordFile
from thb_desktop.domain.bundle_withheld import RedactionTold
from thb_desktop.domain.disclosure import METADATA, Redaction
from thb_desktop.ledger.record_tree import RecordTree


def told_of_redaction(
    number: str, each: Redaction, held: tuple[RecordFile, RecordTree, str], copied: Mapping[str, str]
) -> RedactionTold:
    """Say of a redaction where it is, why, and who ordered it.

    held: the record in which the row is, and its part. copied: the number of the copy of each file.
    """
    file, tree, name = held
    return RedactionTold(
        number=number,
        kind=file.kind,
        record=file.number,
        part=name if each.is_of_words else "",
        field=each.field,
        place=_place(tree, name, each),
        reason=each.reason,
        ordered_by=each.ordered_by,
        copy="" if each.is_of_words else copied.get(each.row, ""),
    )


def _place(tree: RecordTree, part: str, each: Redaction) -> str:
    """Say where it is without words of any language: the label of a turn with a language, a page, a time."""
    anchor = each.anchor
    if not each.is_of_words:
        return part if anchor.kind is AnchorKind.TEXT else f"{part} / {_in_file(anchor)}"
    kind, _, rest = part.partition("/")
    if kind == "segments":
        return _label(tree, rest)
    if kind == "renderings":
        language, number = rest.split("/")[:2]
        return f"{_label(tree, number)} / {language}"
    return part


def _in_file(anchor: Anchor) -> str:
    """Of a text, nothing that tells how long masked words are."""
    if anchor.kind is AnchorKind.ROW:
        return METADATA
    if anchor.kind is AnchorKind.CELLS:
        left, top, right, bottom = anchor.rectangle
        return f"{left + 1}-{right} / {top + 1}-{bottom}"
    return str(anchor.page) if anchor.page else f"{anchor.start / 1000:.1f}-{anchor.end / 1000:.1f} s"


def _label(tree: RecordTree, number: str) -> str:
    value = tree.value(f"segments/{number}")
    return str(value.get("label")) if isinstance(value, dict) else number
