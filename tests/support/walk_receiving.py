"""The walk through packages: the list, one in quarantine, one to import, a receipt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QDialog, QWidget

from tests.support.walk import PERLA, Walk
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import AgentId, BundleId, CaseId, ExhibitId, RowId
from thb_desktop.domain.leaving import LeavingBar
from thb_desktop.domain.package import Package, Recipient
from thb_desktop.domain.receiving import (
    ForeignOffice,
    PackageReceipt,
    ReceivedItem,
    ReceivedNotice,
    ReceivedPackage,
)
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import (
    BarKind,
    ExhibitKind,
    NoticeKind,
    Originality,
    RecipientKind,
    SentKind,
)
from thb_desktop.findings import broken, holds, unknown
from thb_desktop.services.evidence.leaving import BarInFull
from thb_desktop.services.receiving.examining import Examined, ForeignExhibit
from thb_desktop.services.receiving.notices import Due
from thb_desktop.services.receiving.receipts import Sent
from thb_desktop.services.receiving.taking import Taken
from thb_desktop.verify import notice_text
from ui.exhibits.bars import BarsDialog, NewBarDialog
from ui.exhibits.bars_model import BarsModel
from ui.main_window import MainWindow
from ui.office.packs import AdoptDialog
from ui.office.partners_model import Partner
from ui.partners.office_dialog import OfficeDialog
from ui.receiving.dialogs import PackagesDialog
from ui.receiving.model import Listed, PaperOffer, Received, ReceivingModel
from ui.receiving.notices_dialog import NoticesDialog, SignNoticeDialog
from ui.receiving.notices_model import Came, ListedNotices, NoticesModel
from ui.receiving.paper_dialog import PaperReceiptDialog
from ui.receiving.receive_dialog import ReceiveDialog
from ui.receiving.refused_dialog import RefusalReasonDialog, RefusedDialog
from ui.receiving.sign_dialog import SignReceiptDialog
from ui.stamping.dialogs import AddStampDialog, AskStampDialog
from ui.stamping.model import StampModel
from ui.text import digest_groups

_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
_SHA = "9c1f5a30" * 8
_OFFICE = ForeignOffice(
    id=RowId("office"),
    name="Parchetul de pe lângă Tribunalul Iași (fictiv)",
    country="RO",
    root="",
    sha256=_SHA,
    told="Ana Pop, greffière, par téléphone (fictif)",
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
        sent=(
            Sent(package=_PACKAGE, receipts=()),
            Sent(
                package=_PACKAGE,
                receipts=(_RECEIPT,),
                signers=(unknown("receipt-from.unknown", office=_OFFICE.name),),
            ),
        ),
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
    walk.draw(OfficeDialog(main, model, bytes(4)), "dialog-office-abroad")
    walk.draw(SignReceiptDialog(main, model, _CAME), "dialog-sign-receipt")
    reason = RefusalReasonDialog(main, model, _CAME)
    reason.exhibit.setCurrentIndex(1)
    walk.draw(reason, "dialog-refusal-reason")
    walk.draw(RefusedDialog(main, model, _CAME), "dialog-import-refused")
    offer = PaperOffer(items=("E-01", "E-05"), scans=((ExhibitId("a"), "R-P-001"),))
    walk.draw(
        PaperReceiptDialog(main, model, _PACKAGE),
        "dialog-paper-receipt",
        lambda dialog: (walk.rest(), cast(PaperReceiptDialog, dialog)._offer(offer)),
    )
    _notices(walk, main, case)
    _bars(walk, main)
    _partners(walk, main)


def _notices(walk: Walk, main: QWidget, case: CaseFile) -> None:
    model = NoticesModel(walk.desk.jobs, case, main)
    due = Due(
        case_id=_PACKAGE.case_id,
        left=_PACKAGE,
        recipients=("Parchetul de pe lângă Tribunalul fictiv",),
        sent=notice_text.Sent(kind=SentKind.PACKAGE, id=_PACKAGE.id, number="P-001", sha256=_SHA),
        kind=NoticeKind.RECTIFIED,
        subject="1",
        number="I-01 (I-01 R)",
        since=_AT,
        is_told=False,
    )
    notice = ReceivedNotice(
        id=RowId("notice"),
        case_id=_PACKAGE.case_id,
        office_id=_OFFICE.id,
        sent=SentKind.ANNEX,
        sent_number="A-001",
        sent_sha256=_SHA,
        received_id=None,
        kind=NoticeKind.RECALLED,
        exhibit_id=ExhibitId("a"),
        foreign_id="there",
        number="E-1",
        text="Instanța a anulat percheziția din 4 martie; proba nu mai poate fi folosită.",
        made_at=_AT,
        sha256=_SHA,
        data="",
        entered_by=AgentId("judge"),
        at=_AT,
    )
    told = replace(due, kind=NoticeKind.SUPPLEMENTED, number="I-02", since=None, is_told=True)
    file = notice_text.Sent(kind=SentKind.FILE, id="2", number="E-05", sha256=_SHA)
    alone = replace(due, sent=file, recipients=("Institute of Forensics",))
    listed = ListedNotices(
        due=(due, told, alone), came=(Came(notice=notice, office=_OFFICE.name),), may_sign=True
    )

    def show(dialog: QDialog) -> None:
        walk.rest()
        cast(NoticesDialog, dialog)._show(listed)

    walk.draw(NoticesDialog(main, model), "dialog-notices", show)
    walk.draw(SignNoticeDialog(main, model, due, due.sent.number), "dialog-sign-notice")


def _bars(walk: Walk, main: MainWindow) -> None:
    exhibit = Exhibit(
        id=ExhibitId("exhibit"),
        case_id=CaseId("case"),
        number="E-05",
        kind=ExhibitKind.COMMS_DATA,
        originality=Originality.ORIGINAL,
        titles=(("fr", "Messages"),),
        source="",
        collected_at=_AT,
        collected_by=None,
        parent_id=None,
        root_id=ExhibitId("exhibit"),
        instrument_id=None,
        seal="",
    )
    model = BarsModel(walk.desk.jobs, exhibit, main)
    bar = LeavingBar(
        id=RowId("bar"),
        exhibit_id=exhibit.id,
        kind=BarKind.CONSENT_NEEDED,
        reason="Le parquet de Gand l'a demandé par lettre du 4 mars 2026",
        by=AgentId("judge"),
        at=_AT,
    )
    lifted = replace(bar, id=RowId("lifting"), lifts_id=bar.id, reason="Le parquet de Gand a consenti")
    found = (
        BarInFull(bar=bar, number="E-05", lifted=lifted),
        BarInFull(bar=replace(bar, kind=BarKind.ABUSE_MATERIAL), number="E-01", lifted=None),
    )

    def show(dialog: QDialog) -> None:
        walk.rest()
        cast(BarsDialog, dialog)._show(found, frozenset(Right))

    walk.draw(BarsDialog(main, model), "dialog-bars", show)
    walk.draw(NewBarDialog(main, model), "dialog-bar-exhibit")


def _partners(walk: Walk, main: MainWindow) -> None:
    """The tab of the office about other offices: one that stands, one withdrawn, one that has ended."""
    walk.go(main, 6)
    part = main.office.partners
    main.office.tabs.setCurrentWidget(part)
    walk.rest()
    gone = replace(_OFFICE, withdrawn_at=_AT, withdrawn_because="Sa racine a été renouvelée")
    addressee = Recipient(
        id=RowId("recipient"),
        kind=RecipientKind.ADDRESSEE,
        name="Cabinet d'instruction 3, Rotterdam (fictif)",
        certificate="",
        sha256=_SHA,
        told="Au téléphone, par la juge elle-même, le 3 juin 2026",
        added_by=AgentId("judge"),
        at=_AT,
    )
    later = _AT.replace(year=2029)
    part._show(
        tuple(
            Partner(entry=entry, expires=until, recorded_by="Anne Delvaux", is_expired=until == _AT)
            for entry, until in ((gone, later), (addressee, later), (replace(addressee, id=RowId("r")), _AT))
        )
    )
    walk.grab(main, "office-partners")
    main.office.tabs.setCurrentWidget(main.office.packs)
    walk.rest()
    pack = main.office.packs
    rules = [at for at, each in enumerate(pack.rows.rows) if each.statement.rule is not None]
    pack.table.choose_row(rules[6])
    walk.grab(main, "office-packs")
    packs = main.office.packs.model
    walk.draw(AdoptDialog(main, packs), "dialog-adopt-pack")
    stamps = StampModel(walk.desk.jobs, main)
    walk.draw(AskStampDialog(main, stamps), "dialog-ask-stamp")
    walk.draw(AddStampDialog(main, stamps), "dialog-add-stamp")
