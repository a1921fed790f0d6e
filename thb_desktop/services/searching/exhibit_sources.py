"""Sources about exhibits: what they are, their files, their custody, and where their files came from."""

import re
from typing import Any

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import SearchKind
from thb_desktop.services.searching.owners import Owners
from thb_desktop.services.searching.source import Source
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table


def of_exhibit(
    number: int,
    table: Table[Any],
    *fields: str,
    by: str = "exhibit_id",
    kind: SearchKind = SearchKind.EXHIBIT,
    **named: Any,
) -> Source:
    """A row about an exhibit."""
    right, logs = Right.READ_EXHIBITS, Consulted.EXHIBIT
    return Source(number, table, kind, right, logs, fields, by, Owners.exhibit, **named)


EXHIBIT = of_exhibit(
    11,
    registry.EXHIBIT,
    *("number", "titles", "source", "seal", "note", "description"),
    *("legal_authority", "emergency", "ratification", "details", "keep_ground", "keep_decided_by"),
    *("extract_because", "known_limits", "other_verification"),
    by="id",
    day="collected_at",
)
FILE = of_exhibit(
    12, registry.EXHIBIT_FILE, "name", "sha256", kind=SearchKind.FILE, shown=lambda row: not row.struck
)
FILE_TEXT = 13
"""The number of the texts in files: the rows of `FILE`, read with the right to open files."""

PLACE = Source(
    24,
    registry.FILE_PLACE,
    SearchKind.FILE,
    Right.READ_EXHIBITS,
    Consulted.EXHIBIT,
    ("path",),
    "file_id",
    Owners.file,
)
"""Where a file was: found as long as the file itself is."""

OF_EXHIBIT: tuple[Source, ...] = (
    EXHIBIT,
    FILE,
    Source(
        17,
        registry.CUSTODY_EVENT,
        SearchKind.CUSTODY,
        Right.READ_CUSTODY,
        Consulted.CUSTODY,
        (
            *("actor", "place", "reason", "from_party", "to_party", "seal", "former_seal", "sha256"),
            *("note", "late_entry_reason", "wrong_value", "right_value", "copies", "packaging", "condition"),
            *("tracking", "document", "witness", "method", "tool", "write_blocker", "amount", "notified"),
            *("source_sha256", "weak_digest", "read_errors", "deviations"),
        ),
        "exhibit_id",
        Owners.exhibit,
        day="occurred_at",
    ),
    of_exhibit(
        18,
        registry.ITEM_DESCRIPTION,
        *("item", "make", "model", "serial", "imei", "colour", "condition", "marks", "packaging"),
        *("storage", "note", "quantity", "unit"),
    ),
    of_exhibit(
        19,
        registry.ONLINE_CAPTURE,
        *("requested_url", "final_url", "machine", "authority", "tool", "browser", "page_title"),
        *("platform", "account", "shown_time", "zone_assumed", "location", "advert", "phones", "prices"),
        *("offers", "archive_url", "verification", "note"),
        day="captured_at",
        handles=lambda row: re.split("[,;(]", row.account)[0],
    ),
    of_exhibit(91, registry.SIGNATURE_CHECK, "level_report", "level_report_by"),
    PLACE,
    of_exhibit(
        25,
        registry.INTAKE_RUN,
        *("given", "left_out"),
        kind=SearchKind.FILE,
        day="at",
        firsts=("left_out",),
    ),
    Source(
        75,
        registry.AD,
        SearchKind.FILE,
        Right.OPEN_FILES,
        Consulted.EXHIBIT,
        (
            *("platform", "number", "url", "title", "text", "phones", "price", "location", "posted"),
            "pictures",
        ),
        "reading_id",
        Owners.ads,
        firsts=("pictures",),
    ),
)
