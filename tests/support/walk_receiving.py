"""The walk through packages: the list, one in quarantine, one to import, a receipt."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QDialog

from tests.support.walk import PERLA, Walk
from thb_desktop.domain.ids import AgentId, BundleId, CaseId, ExhibitId, RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.receiving import ForeignOffice, PackageReceipt, ReceivedItem, ReceivedPackage
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.findings import broken, holds, unknown
from thb_desktop.services.receiving.examining import Examined, ForeignExhibit
from thb_desktop.services.receiving.receipts import Sent
from thb_desktop.services.receiving.taking import Taken
from ui.receiving.dialogs import PackagesDialog, SignReceiptDialog
from ui.receiving.model import Listed, Received, ReceivingModel
from ui.receiving.receive_dialog import OfficeDialog, ReceiveDialog
from ui.text import digest_groups

_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
_SHA = "9c1f5a30" * 8
_OFFICE = ForeignOffice(
    id=RowId("office"),
    name="Parchetul de pe lângă Tribunalul Iași (fictiv)",
    country="RO",
    root="",
    sha256=_SHA,
    told="",
    added_by=AgentId("judge"),
    at=_AT,
)
_PACKAGE = Package(
    id=RowId("package"),
    case_id=CaseId("case"),
    bundle_id=BundleId("bundle"),
    number="P-001",
    made_by=AgentId("judge"),
    at=_AT,
    sheet=_SHA,
    sha256=_SHA,
    size=1,
    volumes=1,
    listed=_SHA,
    with_words=False,
)
_RECEIPT = PackageReceipt(
    id=RowId("receipt"),
    package_id=_PACKAGE.id,
    office_id=_OFFICE.id,
    exhibit_id=None,
    from_party=_OFFICE.name,
    received_at=_AT,
    entered_by=AgentId("judge"),
    at=_AT,
    accepted=(ExhibitId("1"), ExhibitId("2")),
    refused=(("E-05", "Le fichier ne s'ouvre pas"),),
)
_CAME = Received(
    package=ReceivedPackage(
        id=RowId("received"),
        case_id=CaseId("case"),
        office_id=_OFFICE.id,
        exhibit_id=ExhibitId("holder"),
        foreign_id="there",
        number="P-004",
        made_at=_AT,
        bundle="B-2",
        sha256=_SHA,
        size=1,
        sheet=_SHA,
        head_size=163,
        head_root=_SHA,
        head_at=_AT,
        received_by=AgentId("judge"),
        at=_AT,
    ),
    office=_OFFICE.name,
    items=tuple(
        ReceivedItem(
            id=RowId(number),
            received_id=RowId("received"),
            exhibit_id=exhibit,
            foreign_id=number,
            number=number,
            files=1,
            refused_because="" if exhibit else "Illisible",
        )
        for number, exhibit in (("E-1", ExhibitId("a")), ("E-2", ExhibitId("b")), ("E-3", None))
    ),
    receipts=0,
)
_EXHIBITS = tuple(
    ForeignExhibit(
        id=number,
        number=number,
        kind=ExhibitKind.COMMS_DATA,
        titles=(("ro", title), ("fr", "Messages du téléphone")),
        files=(),
        media_types={},
        absent=absent,
    )
    for number, title, absent in (
        ("E-1", "Mesaje", False),
        ("E-2", "Fotografii", False),
        ("E-3", "Film", True),
    )
)


def _looked(*, known: bool) -> Examined:
    said = (
        holds("package-exhibits", count=12, exhibits=9),
        holds("received-for-us"),
        unknown("received-older", at=_AT),
    )
    quarantined = unknown("received-quarantined", root=digest_groups(_SHA))
    taken = cast(Taken, None)  # nothing is imported here
    if not known:
        return Examined(taken=taken, findings=(*said, quarantined))
    return Examined(
        taken=taken,
        findings=(*said, holds("received-from", office=_OFFICE.name, country="RO")),
        office=_OFFICE,
        exhibits=_EXHIBITS,
    )


def dialogs(walk: Walk, vault: Path) -> None:
    """Each dialog in each of its states."""
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    case = next(each.case for each in main.cases.rows.rows if each.case.reference == PERLA)

    def receive(looked: Examined) -> Callable[[QDialog], object]:
        def show(dialog: QDialog) -> None:
            walk.rest()
            cast(ReceiveDialog, dialog)._show(looked)

        return show

    model = ReceivingModel(walk.desk.jobs, case, main)
    listed = Listed(
        sent=(Sent(package=_PACKAGE, receipts=(_RECEIPT,)), Sent(package=_PACKAGE, receipts=())),
        received=(_CAME,),
    )

    def show_listed(dialog: QDialog) -> None:
        walk.rest()
        cast(PackagesDialog, dialog)._show(listed)

    walk.draw(PackagesDialog(main, model), "dialog-packages", show_listed)
    walk.draw(ReceiveDialog(main, model, None), "dialog-receive-asked")
    walk.draw(ReceiveDialog(main, model, None), "dialog-receive-quarantined", receive(_looked(known=False)))
    walk.draw(ReceiveDialog(main, model, None), "dialog-receive-import", receive(_looked(known=True)))
    spoilt = Examined(taken=cast(Taken, None), findings=(broken("received-passed-on"),))
    walk.draw(ReceiveDialog(main, model, None), "dialog-receive-broken", receive(spoilt))
    walk.draw(OfficeDialog(main, model, _looked(known=False)), "dialog-office-abroad")
    walk.draw(SignReceiptDialog(main, model, _CAME), "dialog-sign-receipt")
