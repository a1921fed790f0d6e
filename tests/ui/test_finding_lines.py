"""Sentences of findings below each other: each line runs as the language of the window does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from thb_desktop.domain.cooperation_codes import RefusalGround
from thb_desktop.findings import holds
from ui import language
from ui.labels.findings import as_lines, finding_text

TOLD = holds("ground.refused", instrument="EIO-1", ground=RefusalGround.NE_BIS_IN_IDEM, source="Article 11")


@pytest.mark.parametrize(
    ("tag", "way"), [("ar", Qt.LayoutDirection.RightToLeft), ("en", Qt.LayoutDirection.LeftToRight)]
)
def test_a_line_that_begins_with_a_number_runs_as_the_window_does(
    application: QApplication, tag: str, way: Qt.LayoutDirection
):
    language.install(application, tag)
    try:
        text = QTextDocument(as_lines([finding_text(TOLD), finding_text(TOLD)]))
    finally:
        language.install(application, "en")

    assert text.blockCount() == 2
    assert {text.findBlockByNumber(each).textDirection() for each in range(2)} == {way}
