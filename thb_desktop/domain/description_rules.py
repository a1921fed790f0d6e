"""Rules of the descriptions of exhibits."""

from collections.abc import Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.description import OnlineCapture
from thb_desktop.errors import CovertCaptureError
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn


def verify_allowed(capture: OnlineCapture) -> None:
    """V-E-10: refuse a capture by a covert identity that was logged in, if nothing says what allowed it."""
    if capture.logged_in and capture.covert and is_blank(capture.authority):
        raise CovertCaptureError(
            "a covert identity needs an order that allows it", "online_capture.authority"
        )


def check_capture(capture: OnlineCapture, number: str) -> Iterator[Finding]:
    """V-E-10: tell which of tool and clock a capture does not name. number: of its exhibit."""
    if is_blank(capture.tool):
        yield warn("V-E-10.tool", number=number, about=capture.exhibit_id)
    if capture.clock is None:
        yield warn("V-E-10.clock", number=number, about=capture.exhibit_id)
