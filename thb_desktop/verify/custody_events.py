"""The events of a custody extract: signatures, places in the chain, completeness, content, continuity."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thb_desktop.errors import FormatError, PdfBeyondBoundsError, ProofError, SignatureError
from thb_desktop.findings import Finding, Standing, Where, broken, holds, of_entry, unknown
from thb_desktop.findings import Value as Said
from thb_desktop.ledger import tree
from thb_desktop.ledger.checkpoint import Head, Mark
from thb_desktop.ledger.counters import CounterProof, verify_counter
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, DRAFTING, Entry, Opening, VerifySignature
from thb_desktop.ledger.extract import Event, Extract, ListedEvent
from thb_desktop.ledger.faults import at_entry
from thb_desktop.ledger.statement import KeyRing
from thb_desktop.ledger.streamed import Spend
from thb_desktop.verify.custody_acts import KINDS, ActsCheck
from thb_desktop.verify.custody_rows import states_of
from thb_desktop.verify.limits import FAULT, ROW
from thb_desktop.verify.p256 import verify_signature

_LISTED = 10_000
"""Up to this number, missing events are listed one by one."""
_MANY = 5_000
"""Faults of the events: with more, the check stops."""


@dataclass(slots=True)
class Faults:
    """What is wrong with the events, by what was checked. Raises PdfBeyondBoundsError for too many."""

    keep: Spend
    found: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        self.keep(FAULT)
        self.found.append(finding)
        if len(self.found) > _MANY:
            raise PdfBeyondBoundsError("the custody record has more faults than this check lists")


class EventsCheck:
    """The check of the events of an extract, one after the other.

    keep: told the memory that is not given back. head: None if it cannot be read; nothing is then compared
    with its root.
    """

    def __init__(
        self,
        vault: str,
        keys: KeyRing,
        head: Head | None,
        *,
        keep: Spend,
        verify: VerifySignature = verify_signature,
    ) -> None:
        self._vault, self._keys, self._head, self._verify, self._keep = vault, keys, head, verify, keep
        self._unread, self._said, self._altered, self._absent = (Faults(keep) for _ in range(4))
        self._count = self._opened = self._drafts = self._closed = self._place = 0
        self._before: Entry | None = None
        self._numbers: dict[str, list[int]] = {}
        self._names: dict[str, Where] = {}
        self._acts = ActsCheck(keep)

    def add(self, listed: ListedEvent) -> Entry | None:
        """Check an event of the subjects; return its entry, None if it cannot be read."""
        entry = self._read(listed.parsed)
        if entry is None:
            return None
        event = listed.event
        self._count += 1
        if code := _fault_of(event, entry, self._vault, self._keys, self._verify):
            self._said.add(broken("events.fault", fault=at_entry(code, entry.seq).found()))
        self._check_order(entry)
        self._check_content(event, entry)
        self._check_inclusion(event, entry)
        self._acts.add(entry, listed)
        if entry.subject not in self._numbers:
            self._keep(ROW)
        self._keep(40)
        self._numbers.setdefault(entry.subject, []).append(entry.n)
        for kind, record in states_of(listed.content):
            if record.get("id") == entry.subject and kind in KINDS:
                number = record.get("number") if kind != "exhibit_file" else ""
                shown = "".join(sign for sign in str(number or "") if sign.isprintable())[:40]
                self._names[entry.subject] = Where(kind=KINDS[kind], names=(shown or entry.subject,))
        return entry

    def add_signer(self, event: Event) -> None:
        """Check an entry that shows whose a key is: it is in the chain, and its content the signed one."""
        entry = self._read(event.signed.parsed)
        if entry is None:
            return
        if event.opening:
            self._check_commitment(event.opening, entry)
        self._check_inclusion(event, entry)

    @property
    def names(self) -> Mapping[str, Where]:
        """The names of subjects on the pages: a kind, and a number if it has one, by the subject's id.

        They come from the signed content: there are none if a fault of entries or contents was found.
        """
        return {} if self._unread.found or self._said.found or self._altered.found else self._names

    @property
    def numbers(self) -> Mapping[str, Sequence[int]]:
        """The numbers of its events, by the id of a subject."""
        return self._numbers

    def faults(self) -> Iterator[Finding]:
        """Return what is wrong with the events so far."""
        for each in (self._unread, self._said, self._altered, self._absent):
            yield from each.found

    def found(self) -> Iterator[Finding]:
        """Return what was found of the events themselves and of their content."""
        yield from self._unread.found
        yield from self._said.found
        if not any(each.standing is Standing.BROKEN for each in self._said.found):
            yield holds("events.signed", count=self._count)
        yield from self._altered.found
        if self._opened and not self._altered.found:
            yield holds("content.as-signed", count=self._opened)
        if self._drafts:
            yield holds("drafts-withheld", count=self._drafts)
        if self._closed:
            yield unknown("content-absent", count=self._closed)
        yield from self._acts.found()

    def found_of_inclusion(self) -> Iterator[Finding]:
        """Return whether each entry stands under the root that the head signs."""
        yield from self._absent.found or [holds("inclusion.whole")]

    def _read(self, parsed: Callable[[], Entry]) -> Entry | None:
        self._place += 1
        try:
            return parsed()
        except FormatError as refusal:
            where = Where(kind="event", first=self._place, last=self._place)
            self._unread.add(broken("events.unreadable", where=where, detail=str(refusal)))
            return None

    def _check_order(self, entry: Entry) -> None:
        before, self._before = self._before, entry
        if before is None:
            return
        if entry.seq <= before.seq:
            self._said.add(broken("events.fault", fault=at_entry("entry-out-of-order", entry.seq).found()))
        elif entry.at < before.at and entry.action != CLOCK_WENT_BACK:
            self._said.add(unknown("clock-backwards.entries", entry=entry.seq, before=before.seq))

    def _check_content(self, event: Event, entry: Entry) -> None:
        """Check the content beside an entry, if present, against its commitment."""
        if event.opening is None:
            self._drafts += entry.action in DRAFTING
            self._closed += entry.action not in DRAFTING
            return
        self._opened += 1
        self._check_commitment(event.opening, entry)

    def _check_commitment(self, opening: Opening, entry: Entry) -> None:
        if opening.commitment != entry.commitment:
            self._altered.add(broken("content.fault", fault=at_entry("payload-altered", entry.seq).found()))

    def _check_inclusion(self, event: Event, entry: Entry) -> None:
        """Check an entry against the root that the head signs."""
        if self._head is None:
            return
        try:
            tree.verify_inclusion(
                leaf=event.signed.leaf_hash,
                index=entry.seq - 1,
                size=self._head.size,
                proof=event.proof,
                root=self._head.root,
            )
        except ProofError as refusal:
            self._absent.add(broken("inclusion.absent", where=of_entry(entry.seq), detail=str(refusal)))


class CompletenessCheck:
    """The check, for each subject, of its number of events in the signed head: all of them here, 1 to N."""

    def __init__(self, events: EventsCheck, head: Head, keep: Spend) -> None:
        self._events, self._head, self._keep = events, head, keep
        self._standing: dict[str, int] = {}
        self._unproven = Faults(keep)

    def add(self, counter: CounterProof) -> None:
        try:
            verify_counter(counter, subjects=self._head.subjects, root=self._head.counters)
        except ProofError as refusal:
            where = _called(counter.subject, self._events.names)
            about = counter.subject
            self._unproven.add(broken("completeness.unproven", where=where, about=about, detail=str(refusal)))
            return
        self._keep(ROW)
        self._standing[counter.subject] = max(counter.n, self._standing.get(counter.subject, 0))

    def found(self) -> Iterator[Finding]:
        yield from self._unproven.found
        numbers, names = self._events.numbers, self._events.names
        for subject in {**numbers, **self._standing}:
            found, stands = numbers.get(subject, ()), self._standing.get(subject, 0)
            self._keep(ROW)
            yield replace(_completeness(found, stands), where=(_called(subject, names),), about=subject)


def check_remembered(extract: Extract, head: Head, remembered: Mark | None) -> Iterator[Finding]:
    """Check that the chain continues its earlier heads, and the remembered one."""
    linked = {head.size: head.root}
    for earlier in extract.earlier:
        try:
            tree.verify_consistency(
                old_size=earlier.size,
                old_root=earlier.root,
                size=head.size,
                root=head.root,
                proof=earlier.proof,
            )
        except ProofError:
            yield broken("continuity.broken", size=earlier.size)
        else:
            linked[earlier.size] = earlier.root
    if len(linked) > 1:
        yield holds("continuity.whole", count=len(linked) - 1)
    if remembered is None:
        return
    if linked.get(remembered.size) == remembered.root:
        yield holds("remembered.continued")
    elif remembered.size in linked:
        yield broken("remembered.rewritten")
    elif remembered.size > head.size:
        yield unknown("remembered.older")
    else:
        yield unknown("remembered.not-shown")


def _fault_of(event: Event, entry: Entry, vault: str, keys: KeyRing, verify: VerifySignature) -> str | None:
    statement = keys.sessions.get(entry.key)
    if entry.vault != vault:
        return "entry-foreign-vault"
    if statement is None:
        return "key-foreign"
    try:
        verify(statement.session, event.signed.entry, event.signed.signature)
    except SignatureError:
        return "entry-altered"
    if entry.agent != statement.agent:
        return "agent-mismatch"
    if entry.role != statement.role:
        return "role-mismatch"
    return keys.time_fault(statement, entry.seq)


def _called(subject: str, names: Mapping[str, Where]) -> Where:
    return names.get(subject) or Where(kind="subject", names=(subject,))


def _completeness(numbers: Sequence[int], standing: int) -> Finding:
    if not standing:
        return broken("completeness.not-shown")
    if len(numbers) == standing and all(n == place for place, n in enumerate(numbers, start=1)):
        return holds("completeness.whole", count=standing)
    # The first missing numbers are among as many as there are, and a few more.
    missing = sorted(set(range(1, min(standing, _LISTED, len(numbers) + 11) + 1)) - set(numbers))
    if missing:
        listed: list[Said] = [*missing[:10], *(["..."] if len(missing) > 10 else [])]
        return broken("completeness.missing", count=standing, missing=tuple(listed))
    return broken("completeness.disordered", count=standing)
