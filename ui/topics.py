"""The kind of thing that an act changes, so that a page reloads only what concerns it."""

from enum import StrEnum


class Topic(StrEnum):
    """CASES: case files and their entries. TESTIMONY: interview records.

    EXHIBITS: exhibits, their files and their custody. BUNDLES: signed and released bundles. OFFICE: users,
    keys and backups.
    """

    CASES = "cases"
    TESTIMONY = "testimony"
    EXHIBITS = "exhibits"
    BUNDLES = "bundles"
    OFFICE = "office"
