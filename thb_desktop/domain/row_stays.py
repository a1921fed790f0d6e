"""What stays in a row, whatever its act may change: asked of each row that an event tells.

The services and the rules of the database refuse it beforehand. This is asked too of what another program
wrote.
"""

from collections.abc import Mapping, Sequence

from thb_desktop.domain.interview_fields import DESCRIPTIONS
from thb_desktop.domain.record import Plain
from thb_desktop.domain.vocabulary import IdentityKind, RecipientKind

ENDED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("ad_reading", "foreign_office", "package_receipt", "recipient", "signing_identity"),
        ("withdrawn_at", "withdrawn_because"),
    ),
    "assignment": ("closed_at", "closed_because", "kept"),
}
"""What says that a row counts no more, and why, by table; the first field says when. It is said once: nothing
that was withdrawn or closed stands again, or for another reason.
"""
SETTLED_FIELDS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "bank_statement": {"account_id": ("same_by", "file_id")},
    "received_item": {"exhibit_id": ("exhibit_id",)},
}
"""Fields that stay once another one, or they themselves, have a value, by table: a file names the account of
its statement, and whoever said that an account is the same said it of this account. A wrong statement is
struck out, and taken over again. What was imported of a package stays the exhibit that it is.
"""
ONLY_OF: Mapping[str, tuple[frozenset[str], Mapping[str, object]]] = {
    "package_receipt": (frozenset({"withdrawn_at", "withdrawn_because"}), {"office_id": None}),
    "recipient": (frozenset({"state", "party"}), {"kind": RecipientKind.ADDRESSEE, "withdrawn_at": None}),
}
"""Fields that change in some rows of a table alone, by table: with what such a row has. A receipt on paper is
withdrawn, a signed one stays; an addressee that stands is somewhere, the own office and its escrow are here.
"""
_OWN_KEY = frozenset({"withdrawn_at", "withdrawn_because", "agreed"})
"""What nobody changes in the row of a key that its user made: only the next that they make ends it."""
_DESCRIBED = {each.name: each for each in DESCRIPTIONS}


def is_fixed_by_reading_back(table: str, before: Mapping[str, Plain] | None, names: frozenset[str]) -> bool:
    """Whether one of the changed fields of a record was fixed by its reading back.

    before: the row as it was, of a record that was read back; None for a new one, in which nothing is fixed.
    """
    description = _DESCRIBED.get(table)
    if description is None or before is None:
        return False
    changed = (field for field in description.fields if field.name in names)
    return not all(field.may_change_after_reading_back(before[field.name]) for field in changed)


def stands_again(table: str, before: Mapping[str, Plain] | None, names: frozenset[str]) -> bool:
    """Whether a row that was withdrawn or closed is changed in what says so."""
    ended = ENDED.get(table, ())
    return before is not None and any(before[name] for name in ended[:1]) and not names.isdisjoint(ended)


def ends_own_key(table: str, before: Mapping[str, Plain] | None, names: frozenset[str]) -> bool:
    """Whether a row says that a key which its user made in place of all they had counts no more."""
    is_own = table == "signing_identity" and before is not None and before["kind"] == IdentityKind.OWN_KEY
    return is_own and not names.isdisjoint(_OWN_KEY)


def is_settled(table: str, before: Mapping[str, Plain] | None, names: frozenset[str]) -> bool:
    """Whether a field is changed of which somebody or a file has said what it is."""
    settled = SETTLED_FIELDS.get(table, {}).items()
    by = (other for name, others in settled if name in names for other in others)
    return before is not None and any(map(before.get, by))


def is_of_others(table: str, before: Mapping[str, Plain] | None, names: frozenset[str]) -> bool:
    """Whether a field is changed that changes only in other rows of the table."""
    if before is None or table not in ONLY_OF:
        return False
    fields, wanted = ONLY_OF[table]
    return not names.isdisjoint(fields) and any(before[name] != value for name, value in wanted.items())
