"""The walk through a transfer that is confirmed, the way of an exhibit, and an action day."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.support.action_days import action_team, person_found
from tests.support.controllers import reopen
from tests.support.offices import act
from tests.support.recorded import recorded_exhibit
from tests.support.walk import PERLA, Walk
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.vocabulary import ConfirmationWay, CustodyAction, ExhibitKind, TransferParty
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_days, custody
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.tables import registry
from ui.cases.entries import TEAMS
from ui.custody.confirming import ConfirmDialog
from ui.custody.view import CustodyView
from ui.widgets.signing_pad import SigningPad

SIGNER = "Jan Peeters"


def case_of(session: Session) -> CaseId:
    return next(each.id for each in registry.CASE_FILE.all(session.read) if each.reference == PERLA)


def prepare(vault: Path) -> None:
    """Two exhibits that were handed over by one act, and a scan; a team whose numbers are open, and a person
    whom it found.
    """
    with closing(reopen(vault)) as session:
        team = action_days.add_team(session, action_team(case_of(session)))
        action_days.add_person_found(session, person_found(case_of(session), team.id))
        of = interviews.list_interviews(session, case_of(session))[0].interview.id
        kept = [
            recorded_exhibit(session, of, number, (), kind=ExhibitKind.DIGITAL_DEVICE, titles=titles)
            for number, titles in (
                ("E-61", (("fr", "Téléphone Samsung A54"),)),
                ("E-62", (("fr", "Ordinateur portable"),)),
            )
        ]
        form = [("bordereau-signe.pdf", b"%PDF-1.7")]
        recorded_exhibit(
            session, of, "E-63", form, kind=ExhibitKind.DOCUMENT_SCAN, titles=(("fr", "Bordereau signé"),)
        )
        told = act(
            CustodyAction.TRANSFER_OUT,
            from_party="Greffe correctionnel, Tribunal de première instance de Liège",
            to_party="Institut national de criminalistique et de criminologie",
            reason="Expertise",
            place="Palais de justice, Liège",
            condition="Emballages intacts",
            document="Réquisitoire 2026/114",
        )
        custody.record_for_many(session, [each.id for each in kept], told)


def handing(walk: Walk, vault: Path) -> None:
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    walk.go(main, 3)
    view = main.custody
    _choose(walk, view, CustodyAction.TRANSFER_OUT)
    walk.grab(main, "custody-transfer")
    asks = view.confirming.confirm_button.click
    walk.dialog(asks, "dialog-confirm")
    walk.dialog(asks, "dialog-confirm-refused", lambda dialog: _as_dialog(dialog).main_button.click())
    for way in ConfirmationWay:
        name = way.value.lower().replace("_", "-")
        walk.dialog(asks, f"dialog-confirm-{name}", lambda dialog, way=way: _fill(walk, dialog, way))
    walk.dialog(asks, "dialog-confirm-drawn-empty", lambda dialog: _leave_empty(walk, dialog))
    walk.dialog(asks, "dialog-confirm-on-paper-empty", lambda dialog: _leave_paper(walk, dialog))
    asks()
    walk.rest()
    dialog = walk.opened()
    _fill(walk, dialog, ConfirmationWay.DRAWN)
    _as_dialog(dialog).main_button.click()
    walk.rest()
    _choose(walk, view, CustodyAction.TRANSFER_CONFIRMED)
    walk.grab(main, "custody-confirmed")
    walk.dialog(view.confirming.withdraw_button.click, "dialog-withdraw-confirmation")
    view.confirming.model.withdraw(view.table.current_record().event.id, "Une autre personne a signé")
    walk.rest()
    _choose(walk, view, CustodyAction.TRANSFER_CONFIRMED)
    walk.grab(main, "custody-confirmation-withdrawn")
    _choose(walk, view, CustodyAction.CONFIRMATION_WITHDRAWN)
    walk.grab(main, "custody-withdrawal")
    walk.dialog(view.strip_button.click, "dialog-custody-strip", lambda _: walk.rest())
    walk.go(main, 0)
    main.cases.details.sections.open(TEAMS)
    walk.rest()
    walk.grab(main, "cases-teams-entered")
    walk.dialog(main.cases.details.buttons.action_button.click, "dialog-action-day", lambda _: walk.rest())


def _choose(walk: Walk, view: CustodyView, action: CustodyAction) -> None:
    view.table.choose_row(
        view.rows.row_of(lambda each: each.event.action is action and each.exhibit.number == "E-61")
    )
    walk.rest()


def _as_dialog(dialog: QDialog | None) -> ConfirmDialog:
    if not isinstance(dialog, ConfirmDialog):
        raise TypeError
    return dialog


def _begin(walk: Walk, dialog: QDialog | None, way: ConfirmationWay) -> ConfirmDialog:
    found = _as_dialog(dialog)
    found.party.setCurrentIndex(found.party.findData(TransferParty.RECEIVER))
    found.way.setCurrentIndex(found.way.findData(way))
    walk.rest()
    return found


def _fill(walk: Walk, dialog: QDialog | None, way: ConfirmationWay) -> None:
    found = _begin(walk, dialog, way)
    if way is ConfirmationWay.DRAWN:
        found.name.setText(SIGNER)
        sign(found.pad)
    elif way is ConfirmationWay.ON_PAPER:
        found.signer.setText(SIGNER)
        found.scan.setCurrentIndex(1)


def _leave_empty(walk: Walk, dialog: QDialog) -> None:
    found = _begin(walk, dialog, ConfirmationWay.DRAWN)
    found.name.setText(SIGNER)
    found.main_button.click()


def _leave_paper(walk: Walk, dialog: QDialog) -> None:
    _begin(walk, dialog, ConfirmationWay.ON_PAPER).main_button.click()


def sign(pad: SigningPad) -> None:
    """Draw two strokes with the mouse."""
    for first, step, count in (((40, 60), 12, 20), ((120, 120), 8, 12)):
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*first))
        for number in range(count):
            QTest.mouseMove(pad, QPoint(first[0] + step * number, first[1] + 30 * (number % 2)))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(first[0] + step * count, first[1]))
