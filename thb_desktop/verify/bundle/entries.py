"""The entries of a case in the data of a bundle: whether signed events tell them so, with their corrections.

Each event about `told_of` an entry tells it whole: the last one counts, and none can be left out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import told_of
from thb_desktop.findings import Finding, broken, unknown
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.streamed import Spend
from thb_desktop.verify.limits import ROW
from thb_desktop.verify.signers import shown

Row = Mapping[str, Value]
LISTS = {
    "case": "case_file",
    "authorities": "authority",
    "proceedings": "proceeding",
    "instruments": "instrument",
    "use_conditions": "use_condition",
    "item_descriptions": "item_description",
    "online_captures": "online_capture",
    "signature_checks": "signature_check",
    "officials": "official",
    "interpreters": "interpreter",
    "persons": "person",
    "objects": "case_object",
    "stays": "stay",
    "accounts": "account",
    "statements": "bank_statement",
    "transactions": "money_transaction",
    "hand_overs": "hand_over",
    "value_transfers": "value_transfer",
    "attributions": "attribution",
    "pay_figures": "pay_figure",
}
"""The lists of the data, and the table of their rows."""
_CORRECTION = "correction"
_FIRST = 4
"""The schema since which every entry is told. A bundle of which no event has it is from before."""
_BARE = frozenset({"id", "case_id"})
_LISTED = 5
_SIZE = 100
"""Bytes, about, of one more subject."""


@dataclass(slots=True)
class SignedEntries:
    """What events tell of entries. keep: told the memory that is not given back.

    told: by subject, the digest of the last state of its entry; empty if nothing of it is shown. corrections:
    by subject, the digest of each correction that the last event tells, by id. others: of those that other
    events tell. is_demanded: whether the program that wrote an event tells all entries.
    """

    keep: Spend
    told: dict[str, bytes] = field(default_factory=dict)
    corrections: dict[str, dict[str, bytes]] = field(default_factory=dict)
    others: dict[str, bytes] = field(default_factory=dict)
    is_demanded: bool = False

    def add(self, entry: Entry, content: Value, states: Sequence[tuple[str, Row]]) -> None:
        schema = content.get("schema") if isinstance(content, dict) else None
        self.is_demanded |= isinstance(schema, int) and schema >= _FIRST
        corrected = {str(row.get("id")): _corrected(row) for table, row in states if table == _CORRECTION}
        self.keep(ROW * len(corrected))
        if entry.action != VaultAction.ENTRY_TOLD:
            self.others |= corrected
            return
        self.keep(0 if entry.subject in self.told else ROW + _SIZE)
        of_it = [(table, row) for table, row in states if told_of(str(row.get("id"))) == entry.subject]
        is_shown = len(of_it) == 1 and any(value for name, value in of_it[0][1].items() if name not in _BARE)
        self.told[entry.subject] = _state(*of_it[0]) if is_shown else b""
        self.corrections[entry.subject] = corrected


@dataclass(slots=True)
class EntriesTold:
    """The entries in the data of the case, taken list by list.

    rows: by the id of an entry, its digest, and how it is called. corrections: by what they are of, the
    digest of each, by id.
    """

    rows: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    corrections: dict[str, dict[str, bytes]] = field(default_factory=dict)
    is_odd: bool = False
    """Whether an entry or a correction is told twice."""

    def take(self, name: str, rows: Sequence[Row], keep: Spend) -> None:
        for each in rows:
            keep(ROW)
            own = str(each.get("id"))
            if name == "corrections":
                of = self.corrections.setdefault(str(each.get("subject_id")), {})
                self.is_odd |= own in of
                of[own] = _corrected(each)
            elif name in LISTS:
                self.is_odd |= own in self.rows
                called = next((each[key] for key in _NAMES if each.get(key)), "")
                self.rows[own] = _state(LISTS[name], each), shown(str(called))

    def check(self, signed: SignedEntries, *, merged: Collection[str]) -> Iterator[Finding]:
        """Compare with the events. What an earlier version entered has no events here. merged: persons of
        whom one record may stand for several.
        """
        known = {own: told_of(own) for own in self.rows if told_of(own) in signed.told}
        if signed.is_demanded and len(known) < len(self.rows):
            yield unknown("entries-not-in-chain", count=len(self.rows) - len(known))
        false = [self.rows[own][1] for own, of in known.items() if signed.told[of] != self.rows[own][0]]
        if false or self.is_odd:
            yield broken("entries-not-as-chain", entries=tuple(false[:_LISTED]))
        shown = {of for of, digest in signed.told.items() if digest} - {told_of(each) for each in merged}
        if left := shown - set(known.values()):
            yield broken("entries-left-out", count=len(left))
        as_chain = all(self.corrections.get(own, {}) == signed.corrections[of] for own, of in known.items())
        if not (as_chain and self._are_told(signed, known)):
            yield broken("corrections-not-as-chain")

    def _are_told(self, signed: SignedEntries, known: Collection[str]) -> bool:
        """Whether the corrections of exhibits and roles are as events tell them, as far as these are here."""
        return all(
            signed.others.get(own, digest) == digest
            for of, told in self.corrections.items()
            if of not in known
            for own, digest in told.items()
        )


_NAMES = ("code", "number", "reference", "name", "at")


def _state(table: str, row: Row) -> bytes:
    """Return the digest of an entry without its empty values."""
    filled = {name: value for name, value in row.items() if value}
    return sha256(table.encode() + b" " + canonical.rewrite(filled)).digest()


def _corrected(row: Row) -> bytes:
    """Return the digest of a correction; one whose values are not here was kept back."""
    told = {name: value for name, value in row.items() if value and name != "kept_back"}
    return sha256(canonical.rewrite(told)).digest()
