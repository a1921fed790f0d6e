"""Nothing is written but the vault and what a person asked for, and nothing of it in clear."""

import base64
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT
from tests.support.controllers import open_dialog, reopen, settle, unlock
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.second_person import Alone
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews, segment_drafts
from ui.application import AppController

CANARIES = {
    "office": "Cabinet Quetzalcoatl",
    "user": "Wilhelmina Vanderstichelen",
    "case": "2026/QX-77031",
    "title": "Zaak van de rode steenbakkerij",
    "pseudonym": "V-Marigold-19",
    "protected name": "Ioana Example-Vermeulen",
    "official": "Inspecteur Bartholomeus",
    "testimony": "أخذ جواز سفري في المطار وقال إنه سيعيده",
    "interpretation": "Hij nam mijn paspoort af en zei dat hij het zou teruggeven.",
    "draft": "Il a pris mon passeport et disait qu'il me le rendrait.",
    "form": "De getuige wacht nog op haar loon van de winter.",
    "exhibit": "Schrift met namen en schulden",
    "file name": "ledger-of-debts-marigold",
    "file content": "Debt of the red brickyard: 14,250 for the journey.",
    "purpose": "Europees onderzoeksbevel voor Boekarest",
    "passphrase": PASSPHRASE,
}

WORK = """
    import os
    import sys
    from dataclasses import replace
    from pathlib import Path
    import shiboken6
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
    from tests.support.controllers import environment
    from thb_desktop.domain.vocabulary import AuthorityKind, AuthorityPart, OfficialRole
    from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind
    from thb_desktop.domain.vocabulary import ProceduralRole
    from thb_desktop.services.core.environment import real_environment
    from tests.support.transfers import answer
    from ui.application import AppController, make_application
    from ui.main_window import MainWindow
    from ui.settings import Scheme, Settings
    from ui.widgets import choose

    vault, source, target, *texts = sys.argv[1:]
    (office, user, case, title, pseudonym, name, official, testimony, interpretation, draft, form, exhibit,
     _, _, purpose, passphrase) = texts
    application = make_application(["thb-desktop"])
    desk = AppController(application, lambda: replace(real_environment(), kdf=environment().kdf))
    desk.settings = Settings(scheme=Scheme.LIGHT, language="en")
    desk.start(None)
    desk.window.show_wizard()
    wizard = desk.window.wizard
    wizard.office.setText(office)
    wizard.name.setText(user)
    wizard.role.setCurrentIndex(0)
    wizard.drafts.setCurrentIndex(0)
    wizard.folder.setText(vault)
    wizard.forward[0].click()
    for field in (wizard.passphrase, wizard.repeated):
        field.setText(passphrase)
    wizard.forward[1].click()

    def dialog():
        shown = [found for found in application.topLevelWidgets() if isinstance(found, QDialog)]
        return next(found for found in shown if found.isVisible())

    def fill(**fields):
        found = dialog()
        for field, text in fields.items():
            widget = getattr(found, field)
            (widget.setText if hasattr(widget, "setText") else widget.setPlainText)(text)
        return found

    def add(tab):
        details = desk.window.cases.details
        details.sections.open(tab)
        details.buttons.add_button.click()
        return dialog()

    def done(filled):
        filled.main_button.click()
        yield
        if shiboken6.isValid(filled) and filled.isVisible():
            raise SystemError(f"{type(filled).__name__} refused: {filled.notice.sentence.text()}")

    def pick():
        found = application.activeModalWidget()
        if isinstance(found, QFileDialog):
            found.findChild(QLineEdit, "fileNameEdit").setText(source)
            found.accept()

    def session():
        wizard.forward[2].click()
        wizard.typed_back.setText(wizard.code.text())
        wizard.forward[3].click()
        yield
        window = desk.window
        window.cases.empty.button.click()
        yield
        found = dialog()
        found.form.set_values(reference=case, titles=(("nl", title),), language="nl", country="BE")
        found.form.editors["opened_on"].write_now()
        yield from done(found)
        found = add("persons")
        yield
        found.person.set_values(code=pseudonym)
        found.role.set_values(role=ProceduralRole.PRESUMED_VICTIM)
        found.identity.set_values(name=name)
        yield from done(found)
        found = add("authorities")
        yield
        found.form.set_values(
            name="Onderzoeksrechter", country="BE", kind=AuthorityKind.INVESTIGATING_JUDGE,
            part=AuthorityPart.LEAD,
        )
        yield from done(found)
        for code, known in (("O-1", official), ("O-2", user)):
            found = add("officials")
            yield
            found.form.set_values(code=code, name=known, role=OfficialRole.INSPECTOR, country="BE")
            if known == user:
                for chosen in ("authority_id", "user_id"):
                    found.form.editors[chosen].setCurrentIndex(1)
            yield from done(found)
        window.go(1)
        yield
        window.interviews.new_button.click()
        yield
        found = dialog()
        found.form.set_values(number="I-1", language="ar", procedure_language="nl")
        for chosen in ("person_id", "lead_interviewer_id"):
            found.form.editors[chosen].setCurrentIndex(1)
        yield from done(found)
        row = window.interviews.record.entry
        row.fields[1].setPlainText("Waar was uw paspoort?")
        window.interviews.model.desk.enter()
        yield
        for field, text in zip(row.fields, (testimony, interpretation), strict=True):
            field.setPlainText(text)
        window.interviews.model.desk.enter()
        yield
        table = window.interviews.record.table
        table.edit_side(1)
        table.delegate.editor.setPlainText(draft)
        window.interviews.record.keep_drafts()
        yield
        window.go(2)
        yield
        window.exhibits.empty.button.click()
        yield
        found = dialog()
        found.exhibit.set_values(
            number="E-1", titles=(("nl", exhibit),), source="home", kind=ExhibitKind.FILE,
            collected_by=found.exhibit.editors["collected_by"].itemData(1),
        )
        found.exhibit.editors["collected_at"].write_now()
        found.act.set_values(action=CustodyAction.SEIZED, reason="seized", place="Liege")
        found.same_button.click()
        yield from done(found)
        window.exhibits.table.choose_row(0)
        yield
        QTimer.singleShot(300, pick)
        window.exhibits.model.add_files(choose.choose_files(window, "Files"))
        yield
        window.go(3)
        yield
        window.go(5)
        window.health.check_button.click()
        yield
        window.go(4)
        yield
        view = window.export
        view.purpose.setText(purpose)
        view.recipient.setText("Boekarest")
        answer(view)
        view.interviews.toggle()
        view.exhibits.toggle()
        view.second.reason.setText("This office has one magistrate")
        view.reasons.identities.setText("The court hears the witness")
        view.prepare_button.click()
        yield
        if view.preview is None:
            raise SystemError(f"no pages: {view.notice.sentence.text()} {view.prepare_button.isEnabled()}")
        print("pages", view.preview.document.pageCount(), flush=True)
        view.sign_button.click()
        yield
        fill(target=target).main_button.click()
        yield
        print("signed", Path(target).exists(), flush=True)
        window.go(0)
        yield
        window.cases.new_button.click()
        yield
        dialog().form.set_values(titles=(("nl", form),))
        yield
        desk.lock()

    steps = session()

    def stop(*fault):
        sys.__excepthook__(*fault)
        os._exit(7)

    sys.excepthook = stop

    def go_on():
        waits = desk.jobs.is_busy or isinstance(application.activeModalWidget(), QFileDialog)
        if not waits and not (desk._main is None and wizard.pages.currentIndex() < 2):
            next(steps, None)

    QTimer.singleShot(300_000, lambda: application.exit(9))
    timer = QTimer(interval=60)
    timer.timeout.connect(go_on)
    timer.start()
    sys.exit(application.exec())
"""


def in_base64(plain: bytes, before: int) -> bytes:
    """What base64 makes of it whatever stands before, of which so many bytes share its first characters."""
    return base64.b64encode(bytes(before) + plain).rstrip(b"=")[(0, 2, 3)[before] : -1]


def encodings(text: str) -> dict[str, bytes]:
    """One text as it may lie on a disk."""
    plain = text.encode()
    return {
        "UTF-8": plain,
        "UTF-16": text.encode("utf-16-le"),
        **{f"base64, {before} bytes in": in_base64(plain, before) for before in range(3)},
        "hexadecimal": plain.hex().encode(),
        "compressed": zlib.compress(plain),
    }


NEEDLES = {
    (name, encoding): needle
    for name, text in CANARIES.items()
    for encoding, needle in encodings(text).items()
}


def found_in(data: bytes) -> set[tuple[str, str]]:
    return {what for what, needle in NEEDLES.items() if needle in data}


_WRITE = re.compile(
    r"^\d+ +(?:write|pwrite64|writev|pwritev2?|sendto|sendmsg)\(\d+<((?:\\x[0-9a-f]{2})*)[>(]"
)
_BODY = re.compile(r'"((?:\\x[0-9a-f]{2})+)"')


def spelled(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def writes(trace: Path) -> Iterator[tuple[str, bytes]]:
    """Where each write of a trace went, and its bytes."""
    with trace.open("r", encoding="ascii") as lines:
        for line in lines:
            if told := _WRITE.match(line):
                bodies = _BODY.findall(line[told.end() :])
                yield spelled(told[1]).decode("utf-8", "replace"), b"".join(map(spelled, bodies))


ALLOWED = (
    # The font library of the system keeps an index of the system's fonts there, and nothing of ours.
    re.compile(r"\.cache/fontconfig/.*"),
    # The heads of vaults that this computer has seen, under a code of each vault.
    re.compile(r"\.local/state/thb-desktop/heads/[^/]+"),
)


@pytest.mark.requirement("SR-1", "SR-52")
@pytest.mark.skipif(sys.platform != "linux" or shutil.which("strace") is None, reason="looks on by strace")
def test_a_whole_session_writes_nothing_in_clear_and_leaves_no_file_that_is_not_allowed(
    tmp_path: Path, figure: Callable[[str, str, object], None]
):
    home, temporary, place = tmp_path / "home", tmp_path / "temporary", tmp_path / "place"
    for folder in (home, temporary, place):
        folder.mkdir()
    vault, target, trace = place / "vault", place / "bundle.pdf", tmp_path / "trace"
    source = place / f"{CANARIES['file name']}.bin"
    source.write_text(CANARIES["file content"], "utf-8")
    others_before = set(Path("/var/tmp").rglob("*"))  # noqa: S108 - what SQLite would use
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "COVERAGE", "COV_", "DBUS_"))
    }
    environment |= {"HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    looking = ["strace", "-f", "-qq", "-xx", "-y", "-s", "1100000", "-o", str(trace)]
    looking += ["-e", "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,memfd_create"]
    program = [sys.executable, "-c", textwrap.dedent(WORK), str(vault), str(source), str(target)]

    with ExitStack() as stack:
        running = stack.enter_context(
            subprocess.Popen(
                [*looking, *program, *CANARIES.values()],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )
        stack.callback(lambda: os.killpg(running.pid, signal.SIGKILL))
        assert running.stdout is not None
        said = [running.stdout.readline().split() for _ in range(2)]
        if len(said[-1]) < 2:
            assert running.stderr is not None
            pytest.fail(running.stderr.read())
        wait_for_the_successor(running)
        os.killpg(running.pid, signal.SIGKILL)

    assert said[0][0] == "pages"
    assert int(said[0][1]) > 0
    assert said[1] == ["signed", "True"]
    hits: set[tuple[str, str, str]] = set()
    count, into_the_vault, into_the_bundle = 0, 0, set()
    for where, data in writes(trace):
        count += 1
        into_the_vault += where.startswith(str(vault))
        if where == str(target) or re.fullmatch(rf"{re.escape(str(target))}\.[0-9a-f]+\.part", where):
            into_the_bundle |= found_in(data)
        else:
            hits |= {(where, *what) for what in found_in(data)}
    assert into_the_vault > 100
    assert into_the_bundle
    assert hits == set()
    files = [path for root in (home, temporary, vault) for path in root.rglob("*") if path.is_file()]
    new = [path for path in set(Path("/var/tmp").rglob("*")) - others_before if path.is_file()]  # noqa: S108
    assert [(path.name, found_in(path.read_bytes())) for path in files if found_in(path.read_bytes())] == []
    assert [path for path in new if found_in(path.read_bytes())] == []
    in_home = [str(path.relative_to(home)) for path in files if path.is_relative_to(home)]
    assert [name for name in in_home if not any(rule.fullmatch(name) for rule in ALLOWED)] == []
    assert list(temporary.rglob("*")) == []
    assert sorted(path.name for path in place.iterdir()) == sorted(["vault", target.name, source.name])
    assert entered(vault) == set(CANARIES) - {"passphrase", "file content"}
    figure("SR-1", "canaries times encodings looked for", len(NEEDLES))
    figure("SR-1", "writes looked at", count)
    figure("SR-1", "hits", len(hits))


@pytest.mark.requirement("SR-52")
def test_no_window_and_no_dialog_names_a_case_in_its_title(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    titles = set()

    for number in range(len(window.pages)):
        window.go(number)
        settle(desk, qtbot)
        titles |= {shown.windowTitle() for shown in application.topLevelWidgets() if shown.isWindow()}
    for opens in (window.cases.new_button, window.exhibits.new_button, window.custody.new_button):
        opens.click()
        dialog = open_dialog(application, qtbot)
        titles.add(dialog.windowTitle())
        dialog.reject()
        settle(desk, qtbot)

    assert titles - {""} == {"THB Desktop"}


def entered(vault: Path) -> set[str]:
    """Which canaries the vault holds for who has its passphrase."""
    session = reopen(vault)
    tables = [row[0] for row in session.read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = [row for table in tables for row in session.read.execute(f'SELECT * FROM "{table}"')]  # noqa: S608
    held = "\n".join(cell for row in rows for cell in tuple(row) if isinstance(cell, str))
    held += str(drafts.find_form(session, "new-case", ""))
    case_id = cases.list_cases(session)[0].case.id
    for listed in interviews.list_interviews(session, case_id):
        held += str(segment_drafts.drafts_of(session, listed.interview.id))
    (person,) = people.list_persons(session, case_id)
    held += people.reveal_identity(
        session, person.id, justification="a test", second=Alone(reason="one")
    ).name
    session.close()
    return {name for name, text in CANARIES.items() if text in held}


def wait_for_the_successor(running: subprocess.Popen[str]) -> None:
    """Until the locked program has drawn its window and loaded its fonts."""
    end = time.monotonic() + 300
    locked = False
    while not locked and time.monotonic() < end:
        assert running.poll() is None
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text("ascii").split()
        commands = [Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0") for child in children]
        locked = any(command[1:4] == [b"-P", b"-m", b"ui"] for command in commands)
        time.sleep(0.1)
    assert locked
    time.sleep(2)
