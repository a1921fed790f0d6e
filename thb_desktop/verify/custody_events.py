"""The events of a custody extract: signatures, places in the chain, completeness, content, continuity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from thb_desktop.errors import FormatError, ProofError, SignatureError
from thb_desktop.findings import Finding, Value, Where, broken, holds, of_entry, unknown
from thb_desktop.ledger import canonical, tree
from thb_desktop.ledger.checkpoint import Head, Mark
from thb_desktop.ledger.counters import verify_counter
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, DRAFTING, Entry, VerifySignature
from thb_desktop.ledger.extract import Event, Extract
from thb_desktop.ledger.faults import at_entry
from thb_desktop.ledger.statement import KeyRing
from thb_desktop.verify.p256 import verify_signature

EventEntry = tuple[Event, Entry]
"""An event of the file and its entry."""

_KINDS = {"exhibit": "exhibit", "exhibit_file": "file", "interview": "interview"}
"""The records whose subjects have the names printed on the pages."""
_LISTED = 10_000
"""Up to this number, missing events are listed one by one."""


def read_events(events: Sequence[Event]) -> tuple[list[EventEntry], list[Finding]]:
    """Return the readable events, in order, and the faults of the others."""
    read, findings = list[EventEntry](), list[Finding]()
    for place, event in enumerate(events, start=1):
        try:
            read.append((event, event.signed.parsed()))
        except FormatError as refusal:
            where = Where(kind="event", first=place, last=place)
            findings.append(broken("events.unreadable", where=where, detail=str(refusal)))
    return read, findings


def check_events(
    events: Sequence[EventEntry], vault: str, keys: KeyRing, verify: VerifySignature = verify_signature
) -> Iterator[Finding]:
    """Check that each entry is of this vault, signed by the user it names, in an open session; in rising
    order.
    """
    sound = True
    for event, entry in events:
        if code := _fault_of(event, entry, vault, keys, verify):
            sound = False
            yield broken("events.fault", fault=at_entry(code, entry.seq).found())
    for (_, before), (_, entry) in pairwise(events):
        if entry.seq <= before.seq:
            sound = False
            yield broken("events.fault", fault=at_entry("entry-out-of-order", entry.seq).found())
        elif entry.at < before.at and entry.action != CLOCK_WENT_BACK:
            yield unknown("clock-backwards.entries", entry=entry.seq, before=before.seq)
    if sound:
        yield holds("events.signed", count=len(events))


def check_content(events: Sequence[EventEntry]) -> Iterator[Finding]:
    """Check the content beside each entry, if present, against its commitment."""
    opened = [(entry, event.opening) for event, entry in events if event.opening]
    altered = [entry.seq for entry, opening in opened if opening.commitment != entry.commitment]
    for seq in altered:
        yield broken("content.fault", fault=at_entry("payload-altered", seq).found())
    if opened and not altered:
        yield holds("content.as-signed", count=len(opened))
    closed = [entry.action in DRAFTING for event, entry in events if event.opening is None]
    if drafts := sum(closed):
        yield holds("drafts-withheld", count=drafts)
    if absent := len(closed) - sum(closed):
        yield unknown("content-absent", count=absent)


def check_inclusion(events: Sequence[EventEntry], head: Head) -> Iterator[Finding]:
    """Check each entry against the root that the head signs."""
    sound = True
    for event, entry in events:
        try:
            tree.verify_inclusion(
                leaf=event.signed.leaf_hash,
                index=entry.seq - 1,
                size=head.size,
                proof=event.proof,
                root=head.root,
            )
        except ProofError as refusal:
            sound = False
            yield broken("inclusion.absent", where=of_entry(entry.seq), detail=str(refusal))
    if sound:
        yield holds("inclusion.whole")


def names_of(events: Sequence[EventEntry]) -> dict[str, Where]:
    """Return the names of subjects on the pages: a kind, and a number if it has one, by the subject's id.

    The names come from the signed content: call it only if `check_events` and `check_content` find no fault.
    """
    names = dict[str, Where]()
    for event, entry in events:
        for kind, record in _records(event):
            if record.get("id") == entry.subject and kind in _KINDS:
                number = record.get("number") if kind != "exhibit_file" else ""
                shown = "".join(sign for sign in str(number or "") if sign.isprintable())[:40]
                names[entry.subject] = Where(kind=_KINDS[kind], names=(shown or entry.subject,))
    return names


def check_completeness(
    events: Sequence[EventEntry], extract: Extract, head: Head, names: Mapping[str, Where]
) -> Iterator[Finding]:
    """Check for each subject: its number of events in the signed head, and all of them here, 1 to N.

    names: from `names_of`.
    """
    numbers = dict[str, list[int]]()
    for _, entry in events:
        numbers.setdefault(entry.subject, []).append(entry.n)
    standing = dict[str, int]()
    for counter in extract.counters:
        try:
            verify_counter(counter, subjects=head.subjects, root=head.counters)
        except ProofError as refusal:
            where = _called(counter.subject, names)
            yield broken("completeness.unproven", where=where, about=counter.subject, detail=str(refusal))
        else:
            standing[counter.subject] = max(counter.n, standing.get(counter.subject, 0))
    for subject in numbers | standing:
        found, stands = numbers.get(subject, []), standing.get(subject, 0)
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


def _records(event: Event) -> Iterator[tuple[str, Mapping[str, canonical.Value]]]:
    """Return the records in the content of an event, by kind; none if the content is absent or has another
    form.
    """
    try:
        content = canonical.parse(event.opening.payload) if event.opening else None
    except FormatError:
        return
    states = content.get("states") if isinstance(content, dict) else None
    for state in states if isinstance(states, list) else []:
        if isinstance(state, dict):
            kind, record = state.get("entity"), state.get("record")
            if isinstance(kind, str) and isinstance(record, dict):
                yield kind, record


def _completeness(numbers: Sequence[int], standing: int) -> Finding:
    if not standing:
        return broken("completeness.not-shown")
    if len(numbers) == standing and all(n == place for place, n in enumerate(numbers, start=1)):
        return holds("completeness.whole", count=standing)
    # The first missing numbers are among as many as there are, and a few more.
    missing = sorted(set(range(1, min(standing, _LISTED, len(numbers) + 11) + 1)) - set(numbers))
    if missing:
        listed: list[Value] = [*missing[:10], *(["..."] if len(missing) > 10 else [])]
        return broken("completeness.missing", count=standing, missing=tuple(listed))
    return broken("completeness.disordered", count=standing)
