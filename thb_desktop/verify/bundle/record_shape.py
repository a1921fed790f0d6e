"""The parts of an attached interview record: which may stay out, and what its printed copies have to fit."""

from collections import Counter
from collections.abc import Mapping

from thb_desktop.domain.vocabulary import SignatureMethod
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.record_parts import MAY_STAY, text_digest_of
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.verify.bundle.case_data import Copies

_RENDERINGS = "renderings"


def leaves_out(tree: RecordTree) -> bool:
    """Whether a part is left out that always travels.

    Those are what was said and how it was held, and each rendering in a language of which one is shown. In
    the language of the person, renderings of their own words may stay.
    """
    hidden = [name for name in tree.digests if name not in tree.parts]
    if any(name.partition("/")[0] not in MAY_STAY for name in hidden):
        return True
    shown = {_language(name) for name in tree.parts if name.startswith(_RENDERINGS)}
    own = row_of(tree, "interview").get("language")
    return any(
        _language(name) in shown and not (_language(name) == own == _spoken(tree, name))
        for name in hidden
        if name.startswith(_RENDERINGS)
    )


def kinds_withheld(tree: RecordTree) -> Counter[str]:
    """Count the parts that are left out, by their kind."""
    return Counter(name.partition("/")[0] for name in tree.digests if name not in tree.parts)


def has_copies(tree: RecordTree, told: Copies | None, signed: bytes) -> bool:
    """Whether the copies that were printed to be signed are those of the events, and the last one has the
    digest of this record, if it was signed on it or its scan is named.
    """
    if told is None or told.rows != signed:
        return False
    names = (name for name in tree.parts if name.startswith("signatures/"))
    by_hand = any(
        row.get("method") == SignatureMethod.HANDWRITTEN_ON_PAPER and not row.get("struck")
        for row in (row_of(tree, name) for name in names)
    )
    return not (told.text and (by_hand or told.has_scan)) or told.text == text_digest_of(tree)


def row_of(tree: RecordTree, name: str) -> Mapping[str, Value]:
    """Return the row of a part; an empty one if it is not here."""
    value = tree.value(name) if name in tree.parts else None
    return value if isinstance(value, dict) else {}


def _language(name: str) -> str:
    return name.split("/")[1] if name.count("/") else ""


def _spoken(tree: RecordTree, rendering: str) -> Value:
    """The language of the turn that a rendering is of."""
    return (
        row_of(tree, f"segments/{rendering.split('/')[2]}").get("language")
        if rendering.count("/") > 1
        else None
    )
