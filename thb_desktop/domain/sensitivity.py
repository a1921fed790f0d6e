"""The content sensitivity of exhibits: what is delicate is told to the office before it leaves (ADR 0080)."""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.description_codes import ContentSensitivity
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.errors import SensitivityNoneError
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

_NONE = ContentSensitivity.NONE


def verify_sensitivity(value: object) -> None:
    """Refuse an exhibit of which it is said both that its content is delicate, and that it is not."""
    if isinstance(value, Exhibit) and _NONE in value.sensitivity and len(value.sensitivity) > 1:
        raise SensitivityNoneError("none beside others", "exhibit.sensitivity")


def check_sensitive(exhibits: Iterable[Exhibit]) -> Iterator[Finding]:
    """Warn of exhibits whose content is delicate, by kind."""
    found = [*exhibits]
    for kind in ContentSensitivity:
        numbers = tuple(each.number for each in found if kind in each.sensitivity and not each.struck)
        if numbers and kind is not _NONE:
            yield warn("content-sensitive", numbers=numbers, sensitivity=kind, field="exhibit.sensitivity")
