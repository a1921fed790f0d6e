"""The walk through the start pages, the page Office, sealed content, and the sheets on paper."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog

from tests.support.controllers import environment
from tests.support.offices import NEXT_DAY, case_file
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from tests.support.walk import Walk
from thb_desktop.domain import assessment
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Identity, SigningIdentity
from thb_desktop.domain.vocabulary import IdentityKind, UserRole
from thb_desktop.errors import BackupDamagedError, ShareTypoError, WrongSecondPassphraseError
from thb_desktop.findings import broken, of_entry
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import FixedClock, SystemClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import recovery, users, vaults
from ui import theme
from ui.cases.assessment import EnterAssessmentDialog, ShownAssessmentDialog
from ui.cases.dialogs import IdentityDialog
from ui.cases.entries import PERSONS
from ui.exhibits.key_material import KeyMaterialDialog, ShownKeyMaterialDialog
from ui.exhibits.key_material_model import KeyMaterialModel
from ui.main_window import MainWindow
from ui.messages import sentence
from ui.office.add_user import AddUserDialog
from ui.office.cautions import CautionTextDialog
from ui.office.code_dialog import CodeDialog
from ui.office.keys import RenewCodeDialog
from ui.office.keys_model import NewCode
from ui.office.leaving import HandOverDialog, ReadmitDialog, RetireDialog
from ui.office.longest_time import LongestTimeDialog
from ui.office.offered import OfferedDialog
from ui.office.passphrase import PassphraseDialog, PassphraseModel
from ui.office.rekey import RekeyDialog
from ui.office.rekey_model import RekeyModel
from ui.office.shares import HolderDialog, HoldersDialog, ShareDialog
from ui.office.shares_model import SharesModel
from ui.start_window import StartWindow
from ui.vaults.passphrase_view import RecoveredView
from ui.vaults.view_model import RecoveredViewModel
from ui.widgets.dialog import Dialog

CODE = "R7KQ2-9MZ4T-0HXW8-C3VBN-5JPFD-6SG1Y-4ETA9"
COLLEAGUE = "Ines Maertens"
HOLDERS = (
    (COLLEAGUE, "amber canal lantern orchard violet"),
    ("Greffe du tribunal", "granite willow cinder marble thistle"),
    ("Chef du service informatique", "copper meadow anvil tulip fjord"),
)


def add_colleague(session: Session) -> None:
    """Somebody who can be the second person."""
    users.add_user(
        session,
        name=COLLEAGUE,
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )


def make_share(session: Session) -> recovery.RecoveryShare:
    holders = [recovery.Holder(name=name, passphrase=passphrase(typed)) for name, typed in HOLDERS]
    shares = recovery.make_recovery_shares(session, needed=2, holders=holders, own_passphrase=passphrase())
    return shares[0]


def ways_in(walk: Walk, start: StartWindow) -> None:
    """The pages of the start window that are not the first."""
    start.unlock.card_button.click()
    walk.grab(start, "start-card")
    start.unlock.card_button.click()
    start.unlock.other_way.click()
    walk.grab(start, "start-code")
    start.show_shares()
    walk.grab(start, "start-shares")
    start.shares.notice.tell(sentence(ShareTypoError("typed wrongly")))
    walk.grab(start, "start-shares-refused")
    start.shares.left.emit()
    start.unlock.other_way.click()
    start.show_restore()
    walk.grab(start, "start-restore")
    start.restore._model.damaged.emit()
    start.restore.notice.tell(sentence(BackupDamagedError("damaged")))
    walk.grab(start, "start-restore-damaged")
    start.restore.left.emit()


def office(walk: Walk, main: MainWindow, share: recovery.RecoveryShare) -> None:
    """Its tabs, and every dialog, with a real colleague; and what is refused in the longest of them."""
    main.go(6)
    for number in range(main.office.tabs.count()):
        main.office.tabs.setCurrentIndex(number)
        walk.rest()
        walk.grab(main, f"office-{number + 1}")
    people, keys, jobs = main.office.people, main.office.keys, main.office.keys.model.jobs
    refusal = sentence(WrongSecondPassphraseError("wrong"))
    colleague = next(user for user in people.rows.rows if user.name == COLLEAGUE)
    rekey = RekeyDialog(keys, RekeyModel(jobs, keys))
    rekey_refused = RekeyDialog(keys, RekeyModel(jobs, keys))
    dialogs: list[tuple[Dialog, str, str]] = [
        (AddUserDialog(people, people.model), "add-user", ""),
        (CautionTextDialog(people, main.office.cautions.model, {}, None), "caution-text", ""),
        (LongestTimeDialog(people, main.office.cautions.model, (60, None)), "longest-time", ""),
        (RetireDialog(people, people.model, colleague), "retire", ""),
        (HandOverDialog(people, people.model), "hand-over", ""),
        (HandOverDialog(people, people.model), "hand-over-refused", refusal),
        (ReadmitDialog(people, people.model, colleague), "readmit", ""),
        (rekey, "rekey", ""),
        (rekey_refused, "rekey-refused", refusal),
        (RenewCodeDialog(keys, keys.model), "renew-code", ""),
        (PassphraseDialog(keys, PassphraseModel(jobs, keys)), "passphrase", ""),
        (CodeDialog(keys, jobs, NewCode(code=CODE, office="Cabinet 0, Liège", vault="")), "code", ""),
        (HoldersDialog(keys, SharesModel(jobs, keys)), "holders", ""),
        (HolderDialog(keys, keys.model.jobs, COLLEAGUE, 1, 3), "holder", ""),
        (ShareDialog(keys, share, office="Cabinet 0, Liège", vault=""), "share", ""),
        (OfferedDialog(main, main.office.signing.model, offered()), "offered-key", ""),
    ]
    for dialog, name, refused in dialogs:
        _draw(walk, dialog, f"dialog-{name}", refused)
    for button, name in (
        (main.office.backup.make_button, "backup"),
        (main.office.backup.try_button, "trial"),
        (main.office.signing.file_button, "key-file"),
        (main.office.signing.card_button, "card"),
    ):
        people.table.choose_row(people.rows.row_of(lambda user: user.name == COLLEAGUE))
        walk.dialog(button.click, f"dialog-{name}")
    page = RecoveredView(RecoveredViewModel(jobs, main))
    theme.dress(page)
    page.resize(560, 480)
    page.start()
    page.show()
    walk.grab(page, "start-new-passphrase")
    page.close()
    page.deleteLater()


def offered() -> SigningIdentity:
    """A key that somebody else added."""
    return SigningIdentity(
        id=RowId(""),
        user_id=AgentId(""),
        kind=IdentityKind.CARD,
        certificate="",
        issued=(),
        added_at=NEXT_DAY,
        token="judge-card 4711",
    )


def sealed(walk: Walk, main: MainWindow) -> None:
    """What is opened for a reason: an identity, an assessment, key material."""
    view = main.cases
    main.go(0)
    view.details.sections.open(PERSONS)
    walk.rest()
    view.details.tables["persons"].choose_row(0)
    person = view.details.tables["persons"].current_record()
    walk.dialog(view.details.buttons.assessment_button.click, "dialog-assessment")
    for dialog, name in (
        (EnterAssessmentDialog(view, view.assessments, person), "assessment-enter"),
        (ShownAssessmentDialog(view, _assessment(person)), "assessment-shown"),
        (IdentityDialog(view, view.model, _identity(person), person.code), "identity"),
    ):
        _draw(walk, dialog, f"dialog-{name}")
    walk.dialog(view.purpose_button.click, "dialog-purpose")
    main.go(2)
    walk.rest()
    exhibits = main.exhibits
    model = KeyMaterialModel(exhibits.model.jobs, exhibits)
    for tab, name in enumerate(("open", "enter")):
        key = KeyMaterialDialog(exhibits, model, exhibits.rows.rows[0].exhibit, enters=True)
        key.tabs.setCurrentIndex(tab)
        _draw(walk, key, f"dialog-key-{name}")
    seed = b"abandon ability able about above absent absorb abstract absurd abuse access accident"
    _draw(walk, ShownKeyMaterialDialog(exhibits, bytearray(seed)), "dialog-key-shown")


def rolled_back(walk: Walk, main: MainWindow) -> None:
    """A vault that is older than what this computer remembers."""
    main.go(5)
    walk.grab(main, "health-rolled-back")
    walk.dialog(main.health.restored.button.click, "dialog-accept-restored")
    outside = main.health._outside
    if outside is None:
        raise AssertionError
    found = broken("return-forged", where=of_entry(15))
    main.health._show_outside(replace(outside, trouble=None, opening=(found,), has_forged_return=True))
    walk.grab(main, "health-return")
    walk.dialog(main.health.returns.button.click, "dialog-settle-return")


def clock_back(walk: Walk, main: MainWindow) -> None:
    """A vault whose last event is later than the clock of this computer says."""
    walk.go(main, 5)
    walk.grab(main, "health-clock-back")
    walk.dialog(main.health.clock.button.click, "dialog-explain-clock")


def put_ahead(vault: Path) -> Path:
    """Record an event on a computer whose clock is three hours ahead."""
    ahead = FixedClock(SystemClock().read().at + timedelta(hours=3), timedelta(seconds=1))
    later = replace(environment(), clock=ahead)
    with closing(vaults.unlock_vault(vault, passphrase=passphrase(), environment=later)) as session:
        cases.open_case(session, case_file())
    return vault


def with_memory(place: Path) -> Callable[[], Environment]:
    """A computer that remembers what it saw last."""
    return lambda: replace(environment(), heads=place / "heads")


def set_back(template: Path, place: Path) -> Path:
    """A vault in whose place an older copy was put, and which this computer remembers as newer."""
    vault, older = place / "set-back", place / "older"
    shutil.copytree(template, vault)
    for copy in (older, None):
        session = vaults.unlock_vault(vault, passphrase=passphrase(), environment=with_memory(place)())
        if copy is None:
            known = cases.list_cases(session)[0].case
            cases.open_case(session, replace(known, reference="2026/0002"))
        session.close()
        if copy is not None:
            shutil.copytree(vault, copy)
    shutil.rmtree(vault)
    older.rename(vault)
    return vault


def _draw(walk: Walk, dialog: QDialog, name: str, refused: str = "") -> None:
    dialog.open()
    walk.rest()
    if refused and isinstance(dialog, Dialog):
        dialog.refuse(refused)
    walk.grab(dialog, name)
    dialog.done(0)
    walk.rest()


def _identity(person: object) -> Identity:
    return Identity(
        person_id=person.id,  # type: ignore[attr-defined]
        name="Amina Example",
        born=PartialDate("1999-04-02"),
        circumstances="Lives in a shelter whose place nobody outside the unit knows. " * 12,
        protective_measure="Address withheld",
    )


def _assessment(person: object) -> assessment.IndividualAssessment:
    return assessment.IndividualAssessment(
        person_id=person.id,  # type: ignore[attr-defined]
        version=2,
        made_at=datetime(2026, 5, 3, 9, 0, tzinfo=UTC),
        made_by="Ines Maertens, victim support",
        method=assessment.AssessmentMethod.BASIC,
        characteristics=tuple(assessment.Characteristic)[:4],
        crime_factors=tuple(assessment.CrimeFactor)[:3],
        circumstances="She lives in the shelter and is accompanied on every way. " * 8,
        risks=tuple(
            assessment.Risk(
                kind=kind, level=assessment.RiskLevel.HIGH, basis="What she said on 2 May of his brother"
            )
            for kind in assessment.RiskKind
        ),
        wishes="No contact in the corridor.",
        measures=("Separate waiting room", "Video link", "Female interpreter"),
        next_review_on=date(2026, 8, 1),
        disclosed_to=("Shelter Pag-Asa",),
    )
