"""The recovery sheet: one page for the safe, drawn from memory onto paper."""

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QTextOption
from PySide6.QtWidgets import QWidget

from ui.text import translate

LINES = 3


def print_recovery_sheet(parent: QWidget, *, code: str, office: str) -> None:
    """Ask for a printer and print; printing into a file is not offered."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("sheet", "Print the recovery sheet"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        draw_recovery_sheet(printer, code=code, office=office)


def draw_recovery_sheet(device: QPagedPaintDevice, *, code: str, office: str) -> None:
    """Draw the sheet onto one A4 page."""
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
    for text, points, bold, family in _paragraphs(code, office):
        font = QFont(["Noto Sans Mono" if family else "Noto Sans"])
        font.setPointSizeF(points)
        font.setBold(bold)
        painter.setFont(font)
        box = QRectF(0, top, width, 200 * pixel)
        option = QTextOption(Qt.AlignmentFlag.AlignCenter if family else Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter if family else Qt.AlignmentFlag.AlignLeading)
        painter.drawText(box, text, option)
        flags = int(Qt.TextFlag.TextWordWrap)
        taken = painter.boundingRect(box, flags, text)
        top += taken.height() + 14 * pixel
    for _ in range(LINES):
        top += 26 * pixel
        painter.drawLine(0, int(top), width, int(top))
    painter.end()


def _paragraphs(code: str, office: str) -> list[tuple[str, float, bool, bool]]:
    return [
        (translate("sheet", "THB Desktop \u2014 recovery sheet"), 18, True, False),
        (office, 12, False, False),
        (
            translate(
                "sheet",
                "This code opens the vault when the passphrase is lost. Whoever has this sheet and the "
                "folder of the vault can read every case in it. Keep it in a safe, away from the computer.",
            ),
            11,
            False,
            False,
        ),
        (code, 17, True, True),
        (
            translate(
                "sheet",
                "Letters and digits that look alike are told apart when the code is typed; the last "
                "character of each group checks it.",
            ),
            10,
            False,
            False,
        ),
        (
            translate("sheet", "Date, name and signature of the person who keeps this sheet:"),
            11,
            False,
            False,
        ),
    ]
