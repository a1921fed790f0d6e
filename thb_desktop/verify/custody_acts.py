"""The acts of a custody extract: words that no version knows, and acts about what they are never about."""

from collections import Counter
from collections.abc import Iterator

from thb_desktop.domain.act_kinds import is_known, is_never_about
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.row_keys import key_of
from thb_desktop.findings import Finding, broken, unknown
from thb_desktop.ledger.entry import DRAFTING, Entry
from thb_desktop.ledger.extract import ListedEvent
from thb_desktop.ledger.streamed import Spend
from thb_desktop.verify.custody_rows import states_of
from thb_desktop.verify.limits import ROW

KINDS = {"exhibit": "exhibit", "exhibit_file": "file", "interview": "interview"}
"""The tables of what an extract shows, each with the name of the kind on the pages."""
_LISTED = 10


class ActsCheck:
    """The check of the acts, taken one by one in the order of the chain. keep: told the memory that is not
    given back.

    The kind of a thing is that of the row that an event about it tells under its own id.
    """

    def __init__(self, keep: Spend) -> None:
        self._keep = keep
        self._kinds: dict[str, set[str]] = {}
        self._acts: dict[tuple[str, str], int] = {}
        self._signed: set[str] = set()
        self._schema = 0
        self._unknown: list[int] = []
        self._drafted: list[int] = []
        self._twice: list[int] = []
        self._older: list[int] = []

    def add(self, entry: Entry, listed: ListedEvent) -> None:
        if not is_known(entry.action):
            self._list(self._unknown, entry)
        if entry.action in DRAFTING and entry.subject in self._signed:
            self._list(self._drafted, entry)
        if entry.action == VaultAction.INTERVIEW_SIGNED:
            self._keep(ROW)
            self._signed.add(entry.subject)
        if (entry.subject, entry.action) not in self._acts:
            self._keep(ROW)
            self._acts[entry.subject, entry.action] = entry.seq
        if _tells_a_row_twice(listed):
            self._list(self._twice, entry)
        for kind, record in states_of(listed.content):
            if kind in KINDS and record.get("id") == entry.subject:
                self._keep(0 if entry.subject in self._kinds else ROW)
                self._kinds.setdefault(entry.subject, set()).add(kind)
        self._check_schema(entry, listed)

    def found(self) -> Iterator[Finding]:
        """Return what was found of the acts, when all events were taken."""
        if self._unknown:
            yield unknown("acts-unknown", entries=tuple(self._unknown))
        about = (
            seq
            for (subject, action), seq in self._acts.items()
            if is_never_about(action, self._kinds.get(subject, ()))
        )
        if wrong := sorted(about)[:_LISTED]:
            yield broken("acts-about-another", entries=tuple(wrong))
        if self._drafted:
            yield broken("acts-after-signature", entries=tuple(self._drafted))
        if self._twice:
            yield broken("acts-row-twice", entries=tuple(self._twice))
        if self._older:
            yield broken("acts-of-older-schema", entries=tuple(self._older))

    def _check_schema(self, entry: Entry, listed: ListedEvent) -> None:
        schema = listed.content.get("schema") if isinstance(listed.content, dict) else None
        if not isinstance(schema, int):
            return
        if schema < self._schema:
            self._list(self._older, entry)
        self._schema = max(schema, self._schema)

    def _list(self, entries: list[int], entry: Entry) -> None:
        if len(entries) < _LISTED:
            entries.append(entry.seq)


def _tells_a_row_twice(listed: ListedEvent) -> bool:
    """Whether an event tells one row more than once; what is not named, as by a later version, is no row."""
    rows = ((kind, [record.get(name) for name in key_of(kind)]) for kind, record in states_of(listed.content))
    named = Counter((kind, *map(str, key)) for kind, key in rows if None not in key)
    return any(times > 1 for times in named.values())
