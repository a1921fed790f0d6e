"""The walk through what is said of signed files of others: each verdict, the anchors, a check that runs."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QDialog, QWidget

from tests.support.walk import Walk
from thb_desktop.domain.description_codes import SignatureVerdict
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.signature_check import SignatureCheck, TrustAnchor
from thb_desktop.ledger import canonical
from thb_desktop.services.evidence.signature_checks import KeptCheck
from thb_desktop.verify.foreign.answer import Answer, Format, Judged, Kind, Note, TimeFrom, Weight
from thb_desktop.verify.foreign.told import kept_answer
from ui.checking.dialog import CheckDialog
from ui.checking.model import Checked, CheckingModel
from ui.exhibits.signatures import KeptCheckDialog, SignaturesDialog
from ui.exhibits.signatures_model import SignaturesModel
from ui.start_window import StartWindow

_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
_TRUSTED = TrustAnchor(der=b"", name="Autoritatea Națională, Rădăcină 2020, RO", fingerprint="5f3a91c0" * 8)
_GOOD = Judged(
    kind=Kind.SIGNATURE,
    place="Semnătura judecătorului",
    notes=(
        Note(key="foreign-holds", weight=Weight.TOLD),
        Note(key="foreign-revocation-unknown", weight=Weight.REMARK),
        Note(key="foreign-filled", weight=Weight.REMARK, values={"fields": ("Dată", "Loc")}),
        Note(key="foreign-added-later", weight=Weight.TOLD),
    ),
    signer="Ioana Popescu, Tribunalul Iași, RO",
    issuer="Autoritatea Națională, Emitent 3, RO",
    fingerprint="91c05f3a" * 8,
    anchor=_TRUSTED.name,
    at=_AT,
    time_from=TimeFrom.TIME_STAMP,
)
_UNKNOWN = replace(
    _GOOD,
    place="Signature2",
    signer="محكمة الاستئناف، TN",
    issuer="هيئة التصديق، TN",
    anchor="",
    time_from=TimeFrom.SIGNER,
    sub_indication="NO_CERTIFICATE_CHAIN_FOUND",
    notes=(
        Note(key="foreign-intact", weight=Weight.TOLD),
        Note(key="foreign-because.no-certificate-chain-found", weight=Weight.DOUBT),
        Note(key="foreign-covers-all", weight=Weight.TOLD),
    ),
)
_BROKEN = replace(
    _GOOD,
    place="META-INF/signature001.p7s",
    sub_indication="HASH_FAILURE",
    notes=(Note(key="foreign-file-changed", weight=Weight.PROOF, values={"files": ("annex 3.pdf",)}),),
    covers=("letter.pdf", "annex 1.pdf", "annex 3.pdf"),
)


_ANSWER = Answer(format=Format.PDF, signatures=(_GOOD,))


def dialogs(walk: Walk, start: StartWindow) -> None:
    model = CheckingModel(walk.desk.jobs, start)

    def show(name: str, file: str, answer: Answer, *anchors: TrustAnchor) -> None:
        def told(dialog: QDialog) -> None:
            if isinstance(dialog, CheckDialog):
                dialog.anchors = list(anchors)
                dialog._show_anchors()
                dialog.file.name.setText(file)
                dialog._show(Checked(file=Path(file), answer=answer))
                walk.rest()

        walk.draw(CheckDialog(start, model), name, told)

    both = (_GOOD, _UNKNOWN)
    show("dialog-check-remarks", "hotărâre.pdf", Answer(format=Format.PDF, signatures=(_GOOD,)), _TRUSTED)
    show("dialog-check-undecided", "jugement-cosigné.pdf", Answer(format=Format.PDF, signatures=both))
    show("dialog-check-not-valid", "answer.asice", Answer(format=Format.ASIC_E, signatures=(_BROKEN,)))
    missing = Note(key="foreign-content-missing", weight=Weight.DOUBT)
    show("dialog-check-content", "lettre.p7s", Answer(format=Format.CMS_DETACHED, notes=(missing,)))
    walk.draw(
        CheckDialog(start, model),
        "dialog-check-running",
        lambda dialog: isinstance(dialog, CheckDialog) and dialog.progress.begin("\u2026"),
    )
    walk.draw(CheckDialog(start, model), "dialog-check")


def kept(walk: Walk, parent: QWidget, exhibit: Exhibit, file: ExhibitFile) -> None:
    """The signatures of a file of an exhibit: judged, with what was kept before, and one of those."""
    check = SignatureCheck(
        id=RowId("s"),
        case_id=exhibit.case_id,
        exhibit_id=exhibit.id,
        file_id=file.id,
        content_id=None,
        sha256=file.sha256,
        judged_at=_AT,
        verdict=SignatureVerdict.VALID_WITH_REMARKS,
        anchors=((_TRUSTED.name, _TRUSTED.fingerprint),),
        said=canonical.encode(cast(canonical.Value, kept_answer(_ANSWER))).decode(),
        by=AgentId("u"),
        at=_AT,
    )
    before = KeptCheck(check=check, file=file.name, by="Claire Delvaux")

    def told(dialog: QDialog) -> None:
        if isinstance(dialog, SignaturesDialog):
            dialog._of.stop()
            dialog._list((before,))
            dialog._show(Checked(file=Path(file.name), answer=_ANSWER))
            walk.rest()
            dialog.notice.clear()

    model = SignaturesModel(walk.desk.jobs, exhibit, file, parent)
    walk.draw(SignaturesDialog(parent, model, keeps=True), "dialog-signatures", told)
    walk.draw(KeptCheckDialog(parent, before), "dialog-signatures-kept")
