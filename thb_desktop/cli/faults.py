"""What the command prints about a bug: its kind and its place. Its text may contain testimony."""

import sys
import traceback
from pathlib import Path
from types import TracebackType


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where something went wrong, without the text."""
    frames = traceback.extract_tb(trace)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{kind.__name__} at {place}"


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


def _tell(kind: type[BaseException], trace: TracebackType | None) -> None:
    if sys.stderr is not None:
        print(f"thb: {place_of(kind, trace)}", file=sys.stderr)
