"""Faults: what is printed about a bug: its kind, its place and a short code. Its text may contain
testimony.
"""

import sys
from pathlib import Path
from types import TracebackType


def tell(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Print on standard error where something went wrong, and return the code to report."""
    import hashlib
    import traceback

    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    code = hashlib.sha256(f"{kind.__name__}|{'|'.join(places)}".encode()).hexdigest()[:8].upper()
    place = places[-1] if places else "?"
    if sys.stderr is not None:
        print(f"thb-desktop: {kind.__name__} at {place}, code {code}", file=sys.stderr)
    return code


def hide_fault_texts() -> None:
    """Install hooks that hide the text of every exception, warning and library log line."""
    import logging
    import threading
    import warnings

    sys.excepthook = lambda kind, _, trace: _tell(kind, trace)
    threading.excepthook = lambda fault: _tell(fault.exc_type, fault.exc_traceback)
    sys.unraisablehook = lambda fault: _tell(fault.exc_type, fault.exc_traceback)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")


def hide_qt_texts() -> None:
    """Print the category of Qt's messages, but not their text: it may be the name of a file."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def brief(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and sys.stderr is not None:
            print(f"thb-desktop: Qt ({context.category}): {kind.name}", file=sys.stderr)

    qInstallMessageHandler(brief)


def _tell(kind: type[BaseException], trace: TracebackType | None) -> None:
    tell(kind, trace)
