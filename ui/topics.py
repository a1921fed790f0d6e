"""What kind of thing an act changes, so that a page reads again only what concerns it."""

from enum import StrEnum


class Topic(StrEnum):
    """CASES: case files, and who and what is listed in them. TESTIMONY: interview records.

    EXHIBITS: exhibits, their files and their custody. BUNDLES: what was signed and handed out. OFFICE: users,
    keys and backups.
    """

    CASES = "cases"
    TESTIMONY = "testimony"
    EXHIBITS = "exhibits"
    BUNDLES = "bundles"
    OFFICE = "office"
