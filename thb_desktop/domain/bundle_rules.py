"""Rules for the content of a bundle."""

from collections.abc import Iterator

from thb_desktop.domain.bundle import CaseFrame
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse


def without_category(frame: CaseFrame) -> tuple[str, ...]:
    """Return the pseudonyms of persons without a role, or with a role without a category of data subject.

    Source: LED, Article 6; V-P-01.
    """
    known = {each.person_id for each in frame.roles}
    known -= {each.person_id for each in frame.roles if each.led_category is None}
    return tuple(person.code for person in frame.persons if person.id not in known)


def check_categories(frame: CaseFrame) -> Iterator[Finding]:
    """Return a finding that names the persons without a category of data subject."""
    if lacking := without_category(frame):
        yield refuse("led-category-missing", persons=lacking, field="person_role.led_category")
