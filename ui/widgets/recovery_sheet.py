"""Recovery sheets: a recovery code, or one share of it, drawn from memory onto paper."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from ui.text import is_right_to_left, isolate, translate
from ui.widgets.wheel import hold_still

if TYPE_CHECKING:
    from thb_desktop.services.office.recovery import RecoveryShare

LINE_EVERY = 34
"""Points between two lines to write on."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """points: size of the letters. exact: a code, in a monospaced font, centred.

    line: a line beside these words, to write on by hand.
    """

    text: str
    points: float = 11
    bold: bool = False
    exact: bool = False
    line: bool = False


def print_recovery_sheet(parent: QWidget, *, code: str, office: str, vault: str = "") -> None:
    """Ask for a printer and print; printing into a file is not offered. vault: its id."""
    title = translate("sheet", "Print the recovery sheet")
    print_sheet(parent, title, recovery_paragraphs(code, office, vault))


def print_share_sheet(parent: QWidget, share: "RecoveryShare", *, office: str, vault: str) -> None:
    """The same for the share of one holder."""
    title = translate("sheet", "Print the sheet of this share")
    print_sheet(parent, title, share_paragraphs(share, office=office, vault=vault))


def draw_sheet(device: QPagedPaintDevice, paragraphs: list[Paragraph]) -> None:
    """Draw the paragraphs onto one A4 page."""
    margins = QMarginsF(20, 20, 20, 20)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )
    device.setPageLayout(layout)
    painter = QPainter(device)
    pixel = device.logicalDpiY() / 72
    painter.setPen(QPen(Qt.GlobalColor.black, 0.5 * pixel))
    width = painter.viewport().width()
    top = 0.0
    for each in paragraphs:
        font = QFont(["Noto Sans Mono" if each.exact else "Noto Sans"])
        font.setPointSizeF(each.points)
        font.setBold(each.bold)
        painter.setFont(font)
        box = QRectF(0, top, width, 240 * pixel)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if each.exact else _side())
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        right = not each.exact and is_right_to_left(each.text)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        painter.drawText(box, each.text, option)
        taken = painter.boundingRect(box, int(Qt.TextFlag.TextWordWrap), each.text)
        if each.line:
            _draw_line(painter, each.text, top + taken.height(), width)
        top += LINE_EVERY * pixel if each.line else taken.height() + 14 * pixel
    painter.end()


def recovery_paragraphs(code: str, office: str, vault: str = "") -> list[Paragraph]:
    """Return the text of the sheet of a recovery code."""
    told = translate(
        "sheet",
        "This code opens the vault when the passphrase is lost. Whoever has this sheet and the "
        "folder of the vault can read every case in it. Keep it in a safe, away from the computer.",
    )
    alike = translate(
        "sheet",
        "The program distinguishes letters and digits that look alike when the code is typed. The last "
        "character of each group checks the group.",
    )
    return [
        Paragraph(translate("sheet", "THB Desktop \u2014 recovery sheet"), 18, bold=True),
        *_whose(office, vault),
        Paragraph(told),
        Paragraph(code, 17, bold=True, exact=True),
        Paragraph(alike, 10),
        *_signature(),
    ]


def share_paragraphs(share: "RecoveryShare", *, office: str, vault: str) -> list[Paragraph]:
    """Return the text of the sheet of one share: its number, and that it does not open the vault alone."""
    heading = translate("sheet", "THB Desktop \u2014 recovery share {number} of {total}")
    told = translate(
        "sheet",
        "{needed} of these {total} shares open the vault together, each with the passphrase that its "
        "holder chose. Fewer shares do not open it. Keep this sheet in a safe, away from the computer "
        "and from the other shares, and the passphrase in another place.",
    )
    return [
        Paragraph(heading.format(number=share.number, total=share.total), 18, bold=True),
        *_whose(office, vault),
        Paragraph(translate("sheet", "Holder: {name}").format(name=share.holder), 12),
        Paragraph(told.format(needed=share.needed, total=share.total)),
        Paragraph(share.text, 15, bold=True, exact=True),
        *_signature(),
    ]


def _whose(office: str, vault: str) -> list[Paragraph]:
    """Return what distinguishes two sheets: the office, the beginning of the vault's id, and the day."""
    day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    made = translate("sheet", "Made on {day}").format(day=isolate(day))
    if vault:
        told = translate("sheet", "Vault {id}, made on {day}")
        made = told.format(id=isolate(vault.partition("-")[0]), day=isolate(day))
    return [Paragraph(office, 12), Paragraph(made, 10)]


def _signature() -> list[Paragraph]:
    """Return the lines on which the keeper of the sheet signs."""
    return [
        Paragraph(translate("sheet", "Who keeps this sheet:"), 10),
        Paragraph(translate("sheet", "Name"), 10, line=True),
        Paragraph(translate("sheet", "Date"), 10, line=True),
        Paragraph(translate("sheet", "Signature"), 10, line=True),
    ]


def _draw_line(painter: QPainter, words: str, at: float, width: int) -> None:
    """Draw a line to write on, from the end of the words to the other side of the page."""
    taken = painter.fontMetrics().horizontalAdvance(words) + painter.fontMetrics().averageCharWidth() * 2
    begin, end = (0, width - taken) if _is_mirrored() else (taken, width)
    painter.drawLine(QLineF(begin, at, end, at))


def _is_mirrored() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _side() -> Qt.AlignmentFlag:
    """Every paragraph starts at the leading edge of the window; its words keep their own direction."""
    side = Qt.AlignmentFlag.AlignRight if _is_mirrored() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def print_sheet(parent: QWidget, title: str, paragraphs: list[Paragraph]) -> None:
    """Ask for a printer and print one page."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    hold_still(dialog)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        draw_sheet(printer, paragraphs)
