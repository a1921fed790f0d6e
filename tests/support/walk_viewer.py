"""The walk through the viewer: every kind of look at a file, drawn from values as a reader answers them."""

from collections.abc import Iterator

from PySide6.QtGui import QImage, QPainter

from tests.support.walk import Walk
from thb_desktop.domain.looks import (
    Capture,
    Conversation,
    DrawnPages,
    EntryMark,
    Fact,
    FactCode,
    HexBytes,
    KeptOut,
    Listing,
    Look,
    Mail,
    Message,
    Part,
    PlainText,
    Recorded,
    Sheets,
    Told,
)
from thb_desktop.domain.machine_reading import MachineLine, MachineText
from thb_desktop.domain.page_text import PagePicture
from thb_desktop.errors import InspectionEndedError, MaterialNotShownError
from thb_desktop.services.evidence.machine_reading import MachineReader
from ui.main_window import MainWindow
from ui.viewer.machine_dialog import MachineReadingDialog
from ui.viewer.machine_model import MachineReadingModel
from ui.viewer.view import ViewerView

_TOLD = Told(
    media_type="image/jpeg",
    facts=(
        Fact(code=FactCode.CAMERA_MODEL, key="Model", value="SM-G991B"),
        Fact(code=FactCode.TAKEN, key="DateTimeOriginal", value="2026:05:30 23:14:07"),
        Fact(code=FactCode.LATITUDE, key="GPSLatitude", value="50 deg 38' 1.2\" N"),
        Fact(code=None, key="HostComputer", value="\u202egpj.exe"),
    ),
    cut=True,
)


_READ = MachineText(
    page=1,
    lines=(
        MachineLine(text="LIVE  oksi_31", certainty=93, rectangle=(20, 20, 300, 60)),
        MachineLine(text="غرفة 14", certainty=88, rectangle=(20, 80, 300, 120)),
        MachineLine(text="tok ns ton ght 24 8O0", certainty=41, rectangle=(20, 140, 300, 180)),
    ),
    program="tesseract 5.5.0",
    languages=("eng", "ara"),
)


def viewer(walk: Walk, main: MainWindow) -> None:
    view = main.exhibits
    view.table.choose_row(view.rows.row_of(lambda found: found.files > 0))
    walk.rest()
    view.card.look_button.click()
    shown = view.viewer
    if not isinstance(shown, ViewerView):
        raise TypeError
    walk.wait(lambda: shown.model.look is not None or shown.notice.isVisible())
    walk.rest()
    walk.grab(main, "viewer-file")
    shown.find_words()
    shown.find_bar.wanted.setText("e")
    shown.find_bar.go(1)
    walk.wait(lambda: not shown.finding.is_searching)
    walk.rest()
    walk.grab(main, "viewer-found")
    shown.find_bar.close_bar()
    _words_by_machine(walk, main, shown)
    for name, look in _looks():
        if isinstance(look, DrawnPages):  # from here on no reader answers
            shown.model.close()
        shown._forget()
        shown._show(look)
        shown.side.show_told(_TOLD)
        if isinstance(look, DrawnPages):
            shown.pages.show_picture(_picture())
        if isinstance(look, Conversation):
            walk.grab(main, "viewer-bubbles")
            shown.tools.table_button.click()
        walk.grab(main, f"viewer-{name}")
    for name, error in (("ended", InspectionEndedError("")), ("barred", MaterialNotShownError(""))):
        shown.model.fail(error)
        walk.grab(main, f"viewer-{name}")
    shown.close_file()
    shown.closed.emit()


def _looks() -> Iterator[tuple[str, Look]]:
    yield "recording", Recorded()
    yield (
        "text",
        PlainText(
            lines=(
                "Chère Madame,",
                "مرحبا، كيف حالك؟",
                "invoice \u202efdp.exe",
                *(f"Ligne {n}" for n in range(60)),
            ),
            first_line=1,
            coding="windows-1252",
            is_guess=True,
            codings=("iso-8859-15", "utf-8"),
            more=True,
            pages=None,
        ),
    )
    yield "pages", DrawnPages(page=3, pages=12, kept_out=(KeptOut.SCRIPT, KeptOut.REMOTE), has_text=True)
    yield (
        "mail",
        Mail(
            headers=(
                ("From", "Samer <samer@example.invalid>"),
                ("To", "ada@example.invalid"),
                ("Date", "Sat, 30 May 2026 23:14:07 +0200"),
                ("Subject", "\u0644\u0642\u0627\u0621 \u063a\u062f\u0627"),
            ),
            body=("Bonjour,", "", "le passeport est chez moi.", "\u0633\u0627\u0645\u0631"),
            parts=(
                Part(key="2", name="passport.jpg", media_type="image/jpeg", size=812_221),
                Part(key="3", name="contract.pdf", media_type="application/pdf", size=48_000),
            ),
        ),
    )
    yield (
        "messages",
        Conversation(
            source="WhatsApp",
            title="Samer",
            more=True,
            messages=(
                Message(
                    number=1, sender="", at="30/05/2026, 23:10", text="Messages are end-to-end encrypted."
                ),
                Message(
                    number=2,
                    sender="Samer",
                    at="30/05/2026, 23:14",
                    text="\u0623\u064a\u0646 \u0623\u0646\u062a\u061f",
                ),
                Message(
                    number=3,
                    sender="V-04",
                    at="30/05/2026, 23:15",
                    text="Je suis dans la chambre, comme tu as dit.",
                ),
                Message(
                    number=4,
                    sender="Samer",
                    at="30/05/2026, 23:16",
                    text="",
                    attachments=("IMG-20260530.jpg",),
                ),
                Message(number=5, sender="V-04", at="30/05/2026, 23:20", text="Ok. " * 40),
            ),
        ),
    )
    yield (
        "sheets",
        Sheets(
            names=("Clients", "\u062f\u0641\u0639\u0627\u062a"),
            rows=(
                ("Date", "Nom", "Montant"),
                *((f"2026-05-{n:02}", f"Client {n}", f"{n * 120}.00") for n in range(1, 29)),
            ),
            more=True,
            pages=None,
        ),
    )
    yield (
        "listing",
        Listing(
            kind="ZIP",
            parts=(
                Part(
                    key="1",
                    name="chat.txt",
                    media_type="text/plain",
                    size=91_000,
                    packed=20_000,
                    at="2026-05-30 23:20",
                ),
                Part(key="", name="../../etc/cron.d/x", size=12, packed=12, marks=(EntryMark.OUTSIDE,)),
                Part(
                    key="3",
                    name="zeros.bin",
                    size=10_000_000_000,
                    packed=9_000,
                    marks=(EntryMark.BOMB, EntryMark.AGAIN),
                ),
            ),
        ),
    )
    yield (
        "capture",
        Capture(
            kind="WACZ",
            parts=(
                Part(
                    key="1",
                    name="https://example.invalid/ad/1",
                    media_type="text/html",
                    size=4_000,
                    at="2026-05-30T23:20:11Z",
                ),
            ),
        ),
    )
    yield "bytes", HexBytes(offset=0, data=bytes(range(256)) * 4, size=900_000_000, more=True, pages=None)


def _picture() -> PagePicture:
    """A page with some words."""
    image = QImage(620, 877, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    for line in range(30):
        painter.drawText(60, 80 + 24 * line, f"Line {line + 1} of a rental agreement, Rue Imaginaire 12")
    painter.end()
    rows = (bytes(image.constScanLine(row))[: 620 * 3] for row in range(877))
    return PagePicture(width=620, height=877, pixels=b"".join(rows))


def _words_by_machine(walk: Walk, main: MainWindow, shown: ViewerView) -> None:
    """With a reader of its own: what is installed differs from machine to machine."""
    file = shown.model.file
    if file is None:
        raise TypeError
    model = MachineReadingModel(shown.model.jobs, file, (), shown)
    dialog = MachineReadingDialog(shown, model, page=1, pages=3)
    dialog.open()
    waits = dialog.state.text()
    walk.wait(lambda: dialog.state.text() != waits)
    reader = MachineReader(program="", version="tesseract 5.5.0", languages=("eng", "ara", "fra", "srp_latn"))
    dialog._show_reader(reader)
    dialog.languages.ticks.tick([each for each in dialog.languages.ticks.entries if each.value != "fra"])
    dialog.pages.setCurrentIndex(1)
    dialog._add(_READ)
    dialog._end(1)
    walk.grab(dialog, "dialog-words-by-machine")
    dialog.reject()
    walk.rest()
