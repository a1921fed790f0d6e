"""The text of a receipt: what an office says of a package that it received."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.times import from_text
from thb_desktop.errors import FormatError, MessageNotSoundError, PdfBeyondBoundsError
from thb_desktop.findings import Finding, broken, holds
from thb_desktop.ledger.canonical import Value
from thb_desktop.package.members import PAYLOAD
from thb_desktop.package.unpacking import Container
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.package_sheet import list_of, message_text, number_of, object_of, text_of

RECEIPT, FORM = "receipt.json", "thb-receipt/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReceipt:
    """What a receipt says.

    package, number, sha256, size, sheet: of the package. accepted, refused: exhibits by their ids at the
    sender, and why one was refused.
    """

    id: str
    package: str
    number: str
    sha256: str
    size: int
    sheet: str
    head_size: int
    head_root: str
    received_at: datetime
    accepted: tuple[ExhibitId, ...]
    refused: tuple[tuple[ExhibitId, str], ...]
    remarks: str


def check_receipt(container: Container, changed: Collection[str]) -> Iterator[Finding]:
    """Tell what a container that is a receipt says; nothing of a form that this version does not know.

    changed: files that are not as listed, told already.
    """
    name = PAYLOAD + RECEIPT
    if name not in container.by_name or name in changed:
        return
    try:
        text = message_text(container, name)
        if text["format"] != FORM:
            return
        told = told_receipt(text)
    except (FormatError, KeyError, MessageNotSoundError, PdfBeyondBoundsError):
        yield broken("receipt-form")
        return
    yield holds(
        "receipt-told",
        of=shown(told.number),
        sha256=shown(told.sha256),
        at=told.received_at,
        accepted=len(told.accepted),
        refused=len(told.refused),
    )


def told_receipt(told: Mapping[str, Value]) -> ToldReceipt:
    """Read a receipt. Raises MessageNotSoundError for one in another form."""
    try:
        package, head = object_of(told["package"]), object_of(told["head"])
        return ToldReceipt(
            id=text_of(told["id"]),
            package=text_of(package["id"]),
            number=text_of(package["number"]),
            sha256=text_of(package["sha256"]),
            size=number_of(package["size"]),
            sheet=text_of(package["sheet"]),
            head_size=number_of(head["size"]),
            head_root=text_of(head["root"]),
            received_at=from_text(text_of(told["received_at"])),
            accepted=tuple(ExhibitId(text_of(each["id"])) for each in _objects(told["accepted"])),
            refused=tuple(
                (ExhibitId(text_of(each["id"])), text_of(each["because"]))
                for each in _objects(told["refused"])
            ),
            remarks=text_of(told["remarks"]),
        )
    except (FormatError, KeyError, ValueError):
        raise MessageNotSoundError("the receipt has a form that this version does not know") from None


def _objects(value: Value) -> Iterator[Mapping[str, Value]]:
    return (object_of(each) for each in list_of(value))
