"""The window: no network, no file that a text names, no text that is markup."""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.security.conftest import Run, needs
from tests.support.code import Module, modules
from tests.support.offices import BEGIN, act, case_file, exhibit, held_interview, new_office, small_case
from tests.support.testimony import presence
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import RenderingKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.testimony import formalities, records, renderings
from ui.widgets.basic import Label
from ui.widgets.text_edit import PlainTextEdit

RICH = {
    "QTextBrowser", "QMessageBox", "QErrorMessage", "QInputDialog", "QProgressDialog", "QWhatsThis",
    "QStaticText",    "QTextDocument", "QTextDocumentFragment", "QToolTip", "QSplashScreen", "QWebEngineView",
}  # fmt: skip
MAKES_RICH = {
    "setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "toHtml", "setSource",
    "setOpenLinks", "setOpenExternalLinks", "openUrl", "setWhatsThis", "addResource",
}  # fmt: skip
HOMES = {"QLabel": ["ui.widgets.basic"], "QTextEdit": ["ui.widgets.text_edit"], "QPlainTextEdit": []}


def names(module: Module) -> Iterator[str]:
    """Every name and attribute that the code uses, annotations and isinstance checks included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


@pytest.mark.requirement("SR-31")
def test_sr_31_no_part_of_qt_that_reads_markup_is_used():
    found = {
        (module.name, name) for module in modules("ui") for name in names(module) if name in RICH | MAKES_RICH
    }

    assert found == {("ui.widgets.cells", "QToolTip")}
    assert tips() == ["as_plain_tip(words) if cut else ''"]


def tips() -> list[str]:
    """What the one place that shows a tip by itself gives to it: escaped, or nothing."""
    (cells,) = (module for module in modules("ui") if module.name == "ui.widgets.cells")
    calls = (node for node in ast.walk(cells.tree) if isinstance(node, ast.Call))
    return [ast.unparse(each.args[1]) for each in calls if ast.unparse(each.func) == "QToolTip.showText"]


@pytest.mark.requirement("SR-31")
def test_sr_31_labels_and_editors_have_one_home_where_they_are_made_plain():
    made: dict[str, list[str]] = {name: [] for name in HOMES}
    for module in modules("ui"):
        for node in ast.walk(module.tree):
            parts = (
                node.bases
                if isinstance(node, ast.ClassDef)
                else [node.func]
                if isinstance(node, ast.Call)
                else []
            )
            for part in parts:
                if (name := ast.unparse(part).rpartition(".")[2]) in made:
                    made[name].append(module.name)

    assert made == HOMES


@pytest.mark.requirement("SR-31")
def test_sr_31_a_text_that_pops_up_is_a_sentence_of_the_program():
    """Qt takes what pops up for markup if it looks like it; so data is escaped before it is put there."""
    told = [
        ast.unparse(node.args[0])
        for module in modules("ui")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("setToolTip")
    ]
    roles = [module.name for module in modules("ui") if "ToolTipRole" in set(names(module))]

    assert told
    said = r"(self\.tr\('[^']*'\)|self\.tr\(\"[^\"]*\"\)|as_plain_tip\([\w.]+(\(\))?\))"
    sentence = re.compile(rf"('' if \w+ else )?{said}( if \w+ else '')?")
    assert [text for text in told if not sentence.fullmatch(text)] == []
    assert roles == ["ui.rows", "ui.widgets.tick_list"], "the head of a column says its own title again"
    ticks = next(module for module in modules("ui") if module.name == "ui.widgets.tick_list")
    assert "return as_plain_tip(entry.told or entry.words)" in ast.unparse(ticks.tree)


@pytest.mark.requirement("SR-31")
def test_sr_31_an_editor_loads_nothing_whatever_it_is_given(qapp: QApplication, tmp_path: Path):
    canary = tmp_path / "canary.png"
    QPixmap(3, 3).save(str(canary))
    editor, label = PlainTextEdit("words"), Label(f'<img src="{canary.as_uri()}"><b>bold</b>')

    editor.setHtml(f'<img src="{canary.as_uri()}"><img src="{canary}">bold')
    document = editor.document()
    loaded = [
        document.resource(QTextDocument.ResourceType.ImageResource, QUrl(name))
        for name in (canary.as_uri(), str(canary), "http://canary.example/x.png")
    ]

    assert [(picture.width(), picture.height()) for picture in loaded] == [(1, 1)] * 3
    assert label.text().startswith("<img")
    assert label.textFormat().name == "PlainText"
    label.deleteLater()
    editor.deleteLater()


def marked(place: Path) -> dict[str, str]:
    """Texts that would draw a picture of this computer, ask the net, or hide, if they were markup."""
    image = f'<img src="{(place / "canary.png").as_uri()}">'
    return {
        "image": f"{image} said",
        "link": '<a href="http://canary.example/x"><img src="http://canary.example/y.png"></a>',
        "style": f'<div style="background: url({(place / "canary.png").as_uri()})">x</div>',
        "name": "<b>canary.png</b>",
    }


def fill(session: Session, place: Path) -> None:
    texts = marked(place)
    small = small_case(session)
    cases.open_case(
        session,
        case_file(
            reference=texts["image"][:90],
            titles=(("fr", texts["image"]), ("en", texts["link"])),
            notice_number="<i>1</i>",
        ),
    )
    held = exhibits.register_exhibit(
        session,
        replace(exhibit(small), titles=(("fr", texts["image"]),), source=texts["link"], seal=texts["style"]),
        act(occurred_at=BEGIN, actor=texts["image"], reason=texts["style"], place=texts["link"]),
    )
    for name in ("<img src=canary.png>", "<b>canary.png<b>"):
        source = place / "source.bin"
        source.write_bytes(b"x")
        exhibit_files.add_file(session, held.id, source=source, name=name, media_type="text/html")
    interview = held_interview(session, small)
    (segment,) = records.get_interview(session, interview.id).segments
    for language, text in (("fr", texts["image"]), ("en", texts["link"])):
        renderings.set_rendering_text(
            session,
            segment.segment.id,
            language=language,
            kind=RenderingKind.RENDITION,
            text=text,
            author_id=None,
        )
    formalities.add_formality(session, interview.id, presence(name=texts["style"]))


SESSION = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from tests.support.controllers import environment
from ui.application import AppController, make_application
from ui.main_window import MainWindow
from ui.settings import Scheme, Settings
from ui.widgets.questions import Message
from ui.tones import Tone

passphrase, vault, marked = sys.argv[1:]
application = make_application(["thb-desktop"])
desk = AppController(application, environment)
desk.settings = Settings(scheme=Scheme.LIGHT, language="en")
desk.start(Path(vault))
desk.window.unlock.passphrase.setText(passphrase)
desk.window.unlock.unlock_button.click()
seen, steps = set(), iter(range(1000))

def look():
    for widget in application.allWidgets():
        if isinstance(widget, QLabel) and widget.text():
            seen.add((widget.text(), widget.textFormat().name))

def go_on():
    window = desk.window
    if not isinstance(window, MainWindow) or desk.jobs.is_busy:
        return
    look()
    step, pages = next(steps), len(window.pages)
    if step < pages:
        window.go(step)
    elif step == pages:
        window.go(2)
    elif step == pages + 1:
        window.exhibits.table.choose_row(0)
    elif step == pages + 2:
        window.go(1)
    elif step == pages + 3:
        window.interviews.list.choose_row(0)
    elif step == pages + 4:
        window.interviews.record.table.edit_side(0)
    elif step == pages + 5:
        Message(window, marked, marked, Tone.BAD).open()
    elif step == pages + 6:
        window.grab()
        plain = [form for _, form in seen if form == "PlainText"]
        marks = sum("canary" in text for text, _ in seen)
        print(len(seen), len(plain), marks, flush=True)
        application.quit()

QTimer.singleShot(50_000, lambda: application.exit(9))
timer = QTimer(interval=20)
timer.timeout.connect(go_on)
timer.start()
code = application.exec()
desk.end()
sys.exit(code)
"""


def without_net() -> list[str]:
    """What to put before a command so that it has no network at all, where this machine lets us."""
    for command in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        try:
            if not subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
                return command
        except FileNotFoundError:
            break
    return []


def families(trace: str) -> set[str]:
    return set(re.findall(r"\bsocket(?:pair)?\((\w+)", trace))


@pytest.mark.requirement("SR-54", "SR-31")
@needs("strace")
def test_sr_54_a_session_at_the_window_opens_no_socket_and_no_file_that_a_text_names(
    tmp_path: Path, run_python: Run, figure
):
    (tmp_path / "canary.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    vault = tmp_path / "office.thbvault"
    new_office(vault, lambda session: fill(session, tmp_path))
    calls = "trace=socket,socketpair,connect,bind,sendto,sendmsg,open,openat,openat2,stat,newfstatat,access"
    behind = [*without_net(), "strace", "-f", "-qq", "--seccomp-bpf", "-e", calls, "-o", tmp_path / "trace"]

    run = run_python(
        SESSION, PASSPHRASE, vault, marked(tmp_path)["image"],
        behind=behind, variables={"HOME": str(tmp_path / "home")}, timeout=500,
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
    labels, plain, marks = map(int, run.stdout.split())
    trace = (tmp_path / "trace").read_text("utf-8", "replace")
    sent = re.findall(r"^.*\b(?:connect|sendto)\(.*AF_INET.*$", trace, re.MULTILINE)
    figure(
        "SR-54",
        "system calls of a session looked at, sockets of the net",
        f"{trace.count(chr(10))}, {len(sent)}",
    )
    figure("SR-31", "labels seen in a session with markup in every field, all plain", labels)
    assert families(trace) <= {"AF_UNIX", "AF_LOCAL"}
    assert sent == []
    assert "canary.png" not in "".join(line for line in trace.splitlines() if "execve" not in line)
    assert "canary.example" not in trace
    assert labels == plain > 50
    assert marks >= 3


COMMANDS = """
import os, sys
from pathlib import Path
from tests.support.command_line import cheap_environment
from thb_desktop.cli.main import main

def fd(text):
    reading, writing = os.pipe()
    os.write(writing, text.encode() + b"\\n")
    return str(reading)

vault, secret = sys.argv[1:]
codes = [
    main(["create", vault, "--office", "Court", "--name", "Judge", "--role", "INVESTIGATING_JUDGE",
          "--draft-history", "KEPT", "--passphrase-fd", fd(secret)], cheap_environment()),
    main(["unlock", vault, "--passphrase-fd", fd(secret)], cheap_environment()),
    main(["cases", vault, "--passphrase-fd", fd(secret)], cheap_environment()),
    main(["check", vault, "--passphrase-fd", fd(secret)], cheap_environment()),
    main(["root", vault, "--passphrase-fd", fd(secret)], cheap_environment()),
]
print(codes)
"""


@pytest.mark.requirement("SR-54")
@needs("strace")
def test_sr_54_the_commands_open_no_socket(tmp_path: Path, run_python: Run):
    behind = [
        *without_net(),
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-e",
        "trace=network",
        "-o",
        tmp_path / "trace",
    ]

    run = run_python(COMMANDS, tmp_path / "office.thbvault", PASSPHRASE, behind=behind)

    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1] == "[0, 0, 0, 0, 0]", run.stdout + run.stderr
    assert families((tmp_path / "trace").read_text("utf-8", "replace")) <= {"AF_UNIX", "AF_LOCAL"}
