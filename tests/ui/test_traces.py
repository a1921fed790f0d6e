"""Nothing is written but the vault and what a person asked for."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.support.code import ROOT
from tests.support.vaults import PASSPHRASE

WORK = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QFileDialog, QLineEdit
    from tests.support.desks import environment
    from ui.application import Desk, make_application
    from ui.main_window import MainWindow
    from ui.settings import Scheme, Settings
    from ui.widgets import choose

    passphrase, vault, source = sys.argv[1:]
    application = make_application(["thb-desktop"])
    desk = Desk(application, environment)
    desk.settings = Settings(scheme=Scheme.LIGHT, language="en")
    desk.start(Path(vault))
    desk.window.unlock.passphrase.setText(passphrase)
    desk.window.unlock.unlock_button.click()
    steps = iter(range(100))

    def pick():
        dialog = application.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.findChild(QLineEdit, "fileNameEdit").setText(source)
            dialog.accept()

    def go_on():
        window = desk.window
        if not isinstance(window, MainWindow) or desk.jobs.is_busy or application.activeModalWidget():
            return
        step = next(steps)
        if step < 6:
            window.go(step)
        elif step == 6:
            window.go(2)
        elif step == 7:
            window.exhibits.table.choose_row(0)
        elif step == 8:
            QTimer.singleShot(300, pick)
            window.exhibits.model.add_files(choose.choose_files(window, "Files"))
        elif step == 9:
            window.go(4)
        elif step == 10:
            view = window.export
            while view.interviews.count() > 1:
                view.interviews.takeItem(1)
            for row in range(view.interviews.count()):
                view.interviews.takeItem(row)
            view.purpose.setText("Purpose")
            view.recipient.setText("Recipient")
            view.prepare_button.click()
        elif step == 11:
            print(window.export.preview.document.pageCount(), flush=True)
            application.quit()

    QTimer.singleShot(60_000, lambda: application.exit(9))
    timer = QTimer(interval=30)
    timer.timeout.connect(go_on)
    timer.start()
    code = application.exec()
    desk.end()
    sys.exit(code)
"""


@pytest.mark.requirement("SR-52")
def test_a_whole_session_leaves_no_file_outside_the_vault(vault: Path, tmp_path: Path):
    home, temporary, source = tmp_path / "home", tmp_path / "temporary", tmp_path / "source" / "evidence.bin"
    for folder in (home, temporary, source.parent):
        folder.mkdir()
    source.write_bytes(b"evidence")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COVERAGE", "COV_"))
    }
    environment |= {"HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"

    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(WORK), PASSPHRASE, str(vault), str(source)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 0
    # The font library of the system keeps an index of the system's fonts there, and nothing of ours.
    written = [path for path in home.rglob("*") if path.is_file() and "fontconfig" not in path.parts]
    assert written == []
    assert list(temporary.rglob("*")) == []
    assert [path.name for path in source.parent.iterdir()] == ["evidence.bin"]
