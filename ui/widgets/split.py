"""Two parts of a page beside each other, with a handle between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

GAP = 16
"""Pixels between the parts, where the handle is."""


def beside(
    first: QWidget, second: QWidget, widths: tuple[int, int], *, grows: int, gap: int = GAP
) -> QSplitter:
    """Neither can be pushed shut. widths: in pixels at first. grows: the one (0 or 1) that takes what a wider
    window gives.
    """
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(gap)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setStretchFactor(grows, 1)
    splitter.setSizes(list(widths))
    return splitter
