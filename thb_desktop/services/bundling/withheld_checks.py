"""What was found of signatures in the files of an exhibit, in a version: withheld as a whole, or told whole.

An event tells such an entry whole, and the words are those of certificates. So no word of it is replaced.
"""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.bundle_withheld import RedactionTold
from thb_desktop.domain.disclosure import Redaction
from thb_desktop.domain.remarks import VERDICT, words_of_remark
from thb_desktop.domain.signature_check import FoundSignature, SignatureCheck, found_in
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding
from thb_desktop.ledger import canonical


def words_withheld(row: object) -> str:
    """Return the words of what a version withholds as a whole, each text on a line of its own."""
    if isinstance(row, SignatureCheck):
        return "\n".join(dict.fromkeys(each for each in _texts(row) if each))
    return words_of_remark(row)


def told_of_check(number: str, each: Redaction, file: tuple[str, str]) -> RedactionTold:
    """Say in the list of redactions that what was found of signatures in a file is withheld.

    file: the number of its exhibit, and its part there.
    """
    exhibit, part = file
    return RedactionTold(
        number=number,
        kind="exhibit",
        record=exhibit,
        part="",
        field=VERDICT,
        place=part,
        reason=each.reason,
        ordered_by=each.ordered_by,
    )


def _texts(check: SignatureCheck) -> Iterator[str]:
    """What pages say of it, but for codes and times."""
    yield from (name for name, _ in check.anchors)
    yield from (check.level_report, check.level_report_by)
    try:
        found = found_in(canonical.parse(check.said.encode()))
    except FormatError:
        yield check.said
        return
    for each in found.signatures:
        yield from _of_signature(each)
    yield from _of_notes(found.notes)


def _of_signature(found: FoundSignature) -> Iterator[str]:
    yield from (found.signer, found.issuer, found.anchor, found.place, *found.covers)
    yield from _of_notes(found.notes)


def _of_notes(notes: Iterable[Finding]) -> Iterator[str]:
    for value in (value for each in notes for value in each.values.values()):
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from map(str, value)
