"""Texts that a row must have: a reason that nobody can read is none, whatever the database counts.

The services ask before they write. This is asked of every row that an event tells, also of one that another
program wrote. The database counts blanks and letters that are drawn as nothing as a text.
"""

from collections.abc import Mapping
from types import MappingProxyType

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.corrections import STRUCK
from thb_desktop.domain.record import Plain

ALWAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("correction", "custody_event", "handover", "identity_annex"), ("reason",)),
        **dict.fromkeys(("leaving_bar", "person_link", "claim_use", "warning_reason"), ("reason",)),
        **dict.fromkeys(("version_withdrawal", "voided_number", "age_decision"), ("reason",)),
        "taken_out": ("reason", "recipient"),
        "disclosure": ("purpose", "recipient"),
        "redaction": ("ordered_by",),
        **dict.fromkeys(("recipient", "foreign_office"), ("told",)),
    }
)
"""By the name of the table."""
_WITHDRAWN: Mapping[str, tuple[str, ...]] = MappingProxyType({"withdrawn_at": ("withdrawn_because",)})
_CLOSED: Mapping[str, tuple[str, ...]] = MappingProxyType({"closed_at": ("closed_because",)})
WITH: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("ad_reading", "recipient", "foreign_office", "signing_identity"), _WITHDRAWN),
        **dict.fromkeys(("assignment", "language_job"), _CLOSED),
        "redaction": {"withdraws_id": ("because",)},
        "bank_statement": {"same_by": ("same_because", "account_named", "account_then")},
    }
)
"""Those that a row must have once another field has a value, by the name of that field."""


def lacks_text(table: str, row: Mapping[str, Plain]) -> bool:
    """Whether a row lacks a text that it must have, or was struck out without a word that can be read."""
    needed = [*ALWAYS.get(table, ())]
    for settled, names in WITH.get(table, {}).items():
        needed += names if row.get(settled) else ()
    needed += [STRUCK] if row.get(STRUCK) else []
    return any(is_blank(text) for name in needed if isinstance(text := row.get(name), str))
