"""Sheets for the safe: a recovery code, or one share of it, drawn from memory onto paper."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QTextOption
from PySide6.QtWidgets import QWidget

from ui.text import translate

LINES = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """points: size of the letters. exact: a code, in letters of one width, in the middle of the page."""

    text: str
    points: float = 11
    bold: bool = False
    exact: bool = False


def print_recovery_sheet(parent: QWidget, *, code: str, office: str) -> None:
    """Ask for a printer and print; printing into a file is not offered."""
    _print(parent, translate("sheet", "Print the recovery sheet"), recovery_paragraphs(code, office))


def print_share_sheet(
    parent: QWidget, *, text: str, holder: str, number: int, needed: int, total: int, office: str
) -> None:
    """The same for the share of one holder."""
    paragraphs = share_paragraphs(
        text, holder=holder, number=number, needed=needed, total=total, office=office
    )
    _print(parent, translate("sheet", "Print the sheet of this share"), paragraphs)


def draw_sheet(device: QPagedPaintDevice, paragraphs: list[Paragraph]) -> None:
    """Draw the paragraphs onto one A4 page, with lines for a signature below."""
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
    width = painter.viewport().width()
    top = 0.0
    for each in paragraphs:
        font = QFont(["Noto Sans Mono" if each.exact else "Noto Sans"])
        font.setPointSizeF(each.points)
        font.setBold(each.bold)
        painter.setFont(font)
        box = QRectF(0, top, width, 240 * pixel)
        side = Qt.AlignmentFlag.AlignHCenter if each.exact else Qt.AlignmentFlag.AlignLeading
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        if each.exact:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(box, each.text, option)
        taken = painter.boundingRect(box, int(Qt.TextFlag.TextWordWrap), each.text)
        top += taken.height() + 14 * pixel
    for _ in range(LINES):
        top += 26 * pixel
        painter.drawLine(0, int(top), width, int(top))
    painter.end()


def recovery_paragraphs(code: str, office: str) -> list[Paragraph]:
    """What stands on the sheet of a recovery code."""
    return [
        Paragraph(translate("sheet", "THB Desktop \u2014 recovery sheet"), 18, bold=True),
        Paragraph(office, 12),
        Paragraph(
            translate(
                "sheet",
                "This code opens the vault when the passphrase is lost. Whoever has this sheet and the "
                "folder of the vault can read every case in it. Keep it in a safe, away from the computer.",
            )
        ),
        Paragraph(code, 17, bold=True, exact=True),
        Paragraph(
            translate(
                "sheet",
                "Letters and digits that look alike are told apart when the code is typed; the last "
                "character of each group checks it.",
            ),
            10,
        ),
        Paragraph(translate("sheet", "Date, name and signature of the person who keeps this sheet:")),
    ]


def share_paragraphs(
    text: str, *, holder: str, number: int, needed: int, total: int, office: str
) -> list[Paragraph]:
    """What stands on the sheet of one share: of how many it is, and that it opens nothing by itself."""
    heading = translate("sheet", "THB Desktop \u2014 recovery share {number} of {total}")
    told = translate(
        "sheet",
        "{needed} of these {total} shares open the vault together, each with the passphrase that its holder "
        "chose; fewer open nothing. Keep this sheet in a safe, away from the computer and from the other "
        "shares, and the passphrase apart from it.",
    )
    return [
        Paragraph(heading.format(number=number, total=total), 18, bold=True),
        Paragraph(office, 12),
        Paragraph(translate("sheet", "Holder: {name}").format(name=holder), 12),
        Paragraph(told.format(needed=needed, total=total)),
        Paragraph(text, 15, bold=True, exact=True),
        Paragraph(translate("sheet", "Date, name and signature of the person who keeps this sheet:")),
    ]


def _print(parent: QWidget, title: str, paragraphs: list[Paragraph]) -> None:
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        draw_sheet(printer, paragraphs)
