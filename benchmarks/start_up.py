"""From the start of the program to its unlock window, against a bare window with a field and a button; and
the shortest command, against an empty Python.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _table import Series, in_turn, show

RUNS = 11
ROOT = Path(__file__).resolve().parents[1]

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QMainWindow, QPushButton, QWidget
app = QApplication([])
window = QMainWindow()
form = QWidget()
rows = QFormLayout(form)
rows.addRow("Passphrase", QLineEdit())
rows.addRow(QPushButton("Unlock"))
window.setCentralWidget(form)
window.resize(1200, 800)
window.show()
QTimer.singleShot(0, lambda: (window.grab(), print('shown', flush=True), app.quit()))
app.exec()
"""

START = """
from ui import garbage
garbage.collect_seldom()
garbage.wait()
from PySide6.QtCore import QTimer
from ui.application import AppController, make_application
from ui.environment import real_environment
app = make_application(["thb-desktop"])
desk = AppController(app, real_environment)
desk.start(None)
"""

OURS = f"""{START}
QTimer.singleShot(0, lambda: (desk.window.grab(), print('shown', flush=True), app.quit()))
app.exec()
desk.end()
"""

COMPLETE = f"""{START}
def tell():
    assert {{"jobs", "guard", "clipboard"}} <= set(vars(desk))
    print('shown', flush=True)
    app.quit()
QTimer.singleShot(0, lambda: (desk.window.grab(), QTimer.singleShot(0, tell)))
app.exec()
desk.end()
"""
"""Until what works behind the window is there too: it is made right after the first paint."""

OWN_MEMORY = "\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"

AS_INSTALLED = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "default.warning=false",
    "PYTHONPYCACHEPREFIX": tempfile.mkdtemp(prefix="thb-bytecode-"),
}
"""With the compiled files that an installation has: the first, unmeasured run writes them."""

memory: dict[str, list[float]] = {"ours": [], "bare": [], "complete": []}


def milliseconds_to_window(name: str, program: str) -> float:
    """Milliseconds until the window has painted itself once; the child's own peak memory is kept beside."""
    begin = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", program + OWN_MEMORY],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=AS_INSTALLED,
    )
    assert child.stdout is not None
    shown = child.stdout.readline()
    taken = time.perf_counter() - begin
    rest = child.communicate()[0]
    if child.returncode or shown != "shown\n":
        raise SystemExit(f"{name} did not show its window")
    memory[name].append(int(re.findall(r"\d+", rest)[-1]) / 1024)
    return taken * 1000


def milliseconds_of(*arguments: str) -> float:
    """Milliseconds that a Python process takes."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=AS_INSTALLED, check=True, capture_output=True)
    return (time.perf_counter() - begin) * 1000


milliseconds_to_window("ours", OURS)
milliseconds_to_window("bare", BARE)
milliseconds_to_window("complete", COMPLETE)
memory = {"ours": [], "bare": [], "complete": []}
ours, bare, complete = in_turn(
    RUNS,
    lambda: milliseconds_to_window("ours", OURS),
    lambda: milliseconds_to_window("bare", BARE),
    lambda: milliseconds_to_window("complete", COMPLETE),
)
show(
    "Start to the first painted window",
    Series(name="bare window: one field, one button", unit="ms", values=bare),
    Series(name="thb-desktop, unlock window", unit="ms", values=ours),
    Series(name="and what works behind it", unit="ms", values=complete),
    goal="1.3 times the bare window",
)
show(
    "Memory at that moment",
    Series(name="bare window: one field, one button", unit="MiB", values=memory["bare"]),
    Series(name="thb-desktop, unlock window", unit="MiB", values=memory["ours"]),
    Series(name="and what works behind it", unit="MiB", values=memory["complete"]),
    goal="none stated",
)
milliseconds_of("-m", "thb_desktop", "--version")
version, nothing, bare_python = in_turn(
    RUNS,
    lambda: milliseconds_of("-m", "thb_desktop", "--version"),
    lambda: milliseconds_of("-c", "pass"),
    lambda: milliseconds_of("-I", "-S", "-c", "pass"),
)
show(
    "The shortest command",
    Series(name="an empty Python", unit="ms", values=nothing),
    Series(name="the same without site-packages", unit="ms", values=bare_python),
    Series(name="thb --version", unit="ms", values=version),
    goal="at most 150 ms",
)
shutil.rmtree(AS_INSTALLED["PYTHONPYCACHEPREFIX"])
