"""Rules of the descriptions of exhibits."""

from collections.abc import Collection, Iterable, Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.checksums import check_imei
from thb_desktop.domain.description import OnlineCapture
from thb_desktop.domain.vocabulary import ChecksumState
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


def check_numbers(imei: Iterable[str], before: Collection[str] = ()) -> Iterator[Finding]:
    """Tell that an IMEI is to be compared with the thing before it is saved: its check digit, or its length,
    is wrong. before: those of the present description, which are not asked about again.
    """
    for written in imei:
        if written not in before and check_imei(written) is ChecksumState.INVALID:
            yield warn("imei-digits-wrong", identifier=written, field="item_description.imei")
