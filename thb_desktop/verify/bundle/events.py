"""What the events of a custody extract tell of the records: who signed which digest, and the last rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.extract import Event, Extract
from thb_desktop.verify.certificates import read_certificate

Row = tuple[str, str]
"""The table and the id of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """Who signed a record: whether their certificate says a function, and whether that may sign records."""

    says_function: bool
    may_sign: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRecords:
    """digests: by the id of an interview, each digest that an event INTERVIEW_SIGNED of it told.

    states: the last state of each row in all events. exhibits: the rows of an exhibit, its files and its
    custody events, by its id.
    """

    digests: Mapping[str, Mapping[str, SignedBy]] = field(default_factory=dict)
    states: Mapping[Row, Mapping[str, Value]] = field(default_factory=dict)
    exhibits: Mapping[str, set[Row]] = field(default_factory=dict)

    @classmethod
    def of(cls, extract: Extract | None) -> Self:
        """Read the events; `check_extract` verifies them."""
        digests: dict[str, dict[str, SignedBy]] = {}
        states: dict[Row, Mapping[str, Value]] = {}
        functions = _functions(extract) if extract else {}
        for event in extract.events if extract else ():
            try:
                entry, told = event.signed.parsed(), list(_told(event))
            except FormatError:
                continue  # `check_extract` reports it
            states.update(told)
            if entry.action == VaultAction.INTERVIEW_SIGNED:
                row = dict(told).get(("interview", entry.subject), {})
                digest = str(row.get("record_digest"))
                digests.setdefault(entry.subject, {})[digest] = _signed_by(entry, functions)
        exhibits: dict[str, set[Row]] = {}
        for (table, own), record in states.items():
            if table in ("exhibit", "exhibit_file", "custody_event"):
                exhibit = own if table == "exhibit" else str(record.get("exhibit_id"))
                exhibits.setdefault(exhibit, set()).add((table, own))
        return cls(digests=digests, states=states, exhibits=exhibits)


def _functions(extract: Extract) -> dict[str, set[str]]:
    """Return the functions that certificates of this root give to the key behind each session key."""
    certified: dict[str, set[str]] = {}
    for untrusted in extract.users:
        try:
            user = read_certificate(untrusted)
        except CertificateError:
            continue
        certified.setdefault(user.key_id, set()).add(user.function)
    functions: dict[str, set[str]] = {}
    for signed in extract.statements:
        try:
            statement = signed.parsed()
        except FormatError:
            continue
        functions[statement.key] = certified.get(statement.signer, set())
    return functions


def _signed_by(entry: Entry, functions: Mapping[str, set[str]]) -> SignedBy:
    said = functions.get(entry.key, set()) - {""}
    held = [UserRole(function) for function in said if function in UserRole]
    return SignedBy(
        says_function=bool(said),
        may_sign=len(held) == len(said) == 1 and may(held[0], Right.SIGN_RECORDS),
    )


def _told(event: Event) -> Iterator[tuple[Row, Mapping[str, Value]]]:
    content = canonical.parse(event.opening.payload) if event.opening else None
    states = content.get("states") if isinstance(content, dict) else None
    for state in states if isinstance(states, list) else []:
        record = state.get("record") if isinstance(state, dict) else None
        if isinstance(state, dict) and isinstance(record, dict):
            yield (str(state.get("entity")), str(record.get("id"))), record
