"""Qt as installed: it does not eat references to None (PySide6 6.12 on Python before 3.12 died of that)."""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer


@pytest.mark.requirement("SR-57")
def test_calls_that_return_nothing_leave_none_alone():
    thing = QObject()
    timer = QTimer()
    before = sys.getrefcount(None)

    for _ in range(10_000):
        thing.setObjectName("x")
        timer.stop()

    assert abs(sys.getrefcount(None) - before) < 100
