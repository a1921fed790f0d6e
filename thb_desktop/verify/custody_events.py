"""The events of a custody extract: signatures, places in the chain, completeness, content, continuity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from thb_desktop.errors import FormatError, ProofError, SignatureError
from thb_desktop.ledger import canonical, tree
from thb_desktop.ledger.checkpoint import Head, Mark
from thb_desktop.ledger.counters import verify_counter
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, DRAFTING, Entry
from thb_desktop.ledger.extract import Event, Extract
from thb_desktop.ledger.faults import MEANINGS
from thb_desktop.ledger.statement import KeyRing
from thb_desktop.verify.findings import Finding, broken, holds, unknown
from thb_desktop.verify.p256 import verify_signature

EventEntry = tuple[Event, Entry]
"""An event of the file and the entry in it."""

_KINDS = {"exhibit": "exhibit", "exhibit_file": "file", "interview": "interview"}
"""The records whose subjects are called as on the pages."""
_LISTED = 10_000
"""Up to this number missing events are looked for one by one."""


def read_events(events: Sequence[Event]) -> tuple[list[EventEntry], list[Finding]]:
    """Return the events that can be read, in their order, and what is wrong with the others."""
    read, findings = list[EventEntry](), list[Finding]()
    for place, event in enumerate(events, start=1):
        try:
            read.append((event, event.signed.parsed()))
        except FormatError as refusal:
            findings.append(broken("events", f"Event {place} of the file cannot be read: {refusal}."))
    return read, findings


def check_events(events: Sequence[EventEntry], vault: str, keys: KeyRing) -> Iterator[Finding]:
    """Each entry: of this vault, signed by the user it names, in a session that was open; in rising order."""
    sound = True
    for event, entry in events:
        if code := _fault_of(event, entry, vault, keys):
            sound = False
            yield broken("events", f"Entry {entry.seq}: {MEANINGS[code]}.")
    for (_, before), (_, entry) in pairwise(events):
        if entry.seq <= before.seq:
            sound = False
            yield broken("events", f"Entry {entry.seq}: {MEANINGS['entry-out-of-order']}.")
        elif entry.at < before.at and entry.action != CLOCK_WENT_BACK:
            yield unknown(
                "clock-backwards",
                f"Entry {entry.seq} claims to be earlier than entry {before.seq}. The order is that of the "
                "chain; the claimed times cannot be relied on.",
            )
    if sound:
        yield holds("events", f"Each of the {len(events)} events is signed by the user it names.")


def check_content(events: Sequence[EventEntry]) -> Iterator[Finding]:
    """The content beside each entry, where it is there, against its commitment."""
    opened = [(entry, event.opening) for event, entry in events if event.opening]
    altered = [entry.seq for entry, opening in opened if opening.commitment != entry.commitment]
    for seq in altered:
        yield broken("content", f"Entry {seq}: {MEANINGS['payload-altered']}.")
    if opened and not altered:
        yield holds("content", f"The content of {len(opened)} events is the content that was signed.")
    closed = [entry.action in DRAFTING for event, entry in events if event.opening is None]
    if drafts := sum(closed):
        yield holds(
            "drafts-withheld",
            f"The content of {drafts} events in drafting interview records is kept back by the sender: "
            "their place and number are shown, earlier wordings are not.",
        )
    if absent := len(closed) - sum(closed):
        yield unknown(
            "content-absent",
            f"The content of {absent} events was erased or is not shared: it is shown that something was "
            "recorded, not what.",
        )


def check_inclusion(events: Sequence[EventEntry], head: Head) -> Iterator[Finding]:
    """Each entry against the root that the head signs."""
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
            yield broken("inclusion", f"Entry {entry.seq} is not in the signed chain: {refusal}.")
    if sound:
        yield holds("inclusion", "Each event is in the signed chain, at the place that it names.")


def names_of(events: Sequence[EventEntry]) -> dict[str, str]:
    """What subjects are called on the pages: a kind, and a number where it has one, by the subject's id.

    It is the signed content that says so: ask only where `check_events` and `check_content` hold.
    """
    names = dict[str, str]()
    for event, entry in events:
        for kind, record in _records(event):
            if record.get("id") == entry.subject and kind in _KINDS:
                number = record.get("number") if kind != "exhibit_file" else ""
                shown = "".join(sign for sign in str(number or "") if sign.isprintable())[:40]
                names[entry.subject] = f"{_KINDS[kind]} {shown}".strip()
    return names


def check_completeness(
    events: Sequence[EventEntry], extract: Extract, head: Head, names: Mapping[str, str]
) -> Iterator[Finding]:
    """For each subject: its number of events as the head signs it, and all of them here, 1 to N.

    names: as `names_of` tells them.
    """
    numbers = dict[str, list[int]]()
    for _, entry in events:
        numbers.setdefault(entry.subject, []).append(entry.n)
    standing = dict[str, int]()
    for counter in extract.counters:
        try:
            verify_counter(counter, subjects=head.subjects, root=head.counters)
        except ProofError as refusal:
            yield broken(
                "completeness",
                f"{_called(counter.subject, names)}: the number of its events is not shown: {refusal}.",
            )
        else:
            standing[counter.subject] = max(counter.n, standing.get(counter.subject, 0))
    for subject in numbers | standing:
        found, stands = numbers.get(subject, []), standing.get(subject, 0)
        finding = _completeness(_called(subject, names), found, stands)
        yield replace(finding, subject=names.get(subject, "other"), events=len(found))


def check_remembered(extract: Extract, head: Head, remembered: Mark | None) -> Iterator[Finding]:
    """Whether the chain continues its earlier heads, and the one that someone remembers."""
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
            yield broken(
                "continuity", f"The chain does not continue its own earlier state of {earlier.size} entries."
            )
        else:
            linked[earlier.size] = earlier.root
    if len(linked) > 1:
        yield holds("continuity", f"The chain continues its {len(linked) - 1} earlier states named here.")
    if remembered is None:
        return
    if linked.get(remembered.size) == remembered.root:
        yield holds("remembered", "The chain is, or continues, the state that you remember.")
    elif remembered.size in linked:
        yield broken("remembered", "The chain is not the one that you remember: its past was written anew.")
    elif remembered.size > head.size:
        yield unknown("remembered", "This extract is older than the state that you remember.")
    else:
        yield unknown(
            "remembered", "This extract does not show whether it continues the state that you remember."
        )


def _fault_of(event: Event, entry: Entry, vault: str, keys: KeyRing) -> str | None:
    statement = keys.sessions.get(entry.key)
    if entry.vault != vault:
        return "entry-foreign-vault"
    if statement is None:
        return "key-foreign"
    try:
        verify_signature(statement.session, event.signed.entry, event.signed.signature)
    except SignatureError:
        return "entry-altered"
    if entry.agent != statement.agent:
        return "agent-mismatch"
    if entry.role != statement.role:
        return "role-mismatch"
    return keys.time_fault(statement, entry.seq)


def _called(subject: str, names: Mapping[str, str]) -> str:
    name = names.get(subject, "")
    return f"{name[0].upper()}{name[1:]} (subject {subject})" if name else f"Subject {subject}"


def _records(event: Event) -> Iterator[tuple[str, Mapping[str, canonical.Value]]]:
    """The records in the content of an event, by kind; none where the content is away or in another form."""
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


def _completeness(called: str, numbers: Sequence[int], standing: int) -> Finding:
    if not standing:
        return broken("completeness", f"{called}: the number of its events is not shown.")
    if len(numbers) == standing and all(n == place for place, n in enumerate(numbers, start=1)):
        return holds("completeness", f"{called}: events 1 to {standing} of {standing} recorded are here.")
    missing = sorted(set(range(1, min(standing, _LISTED) + 1)) - set(numbers))
    if missing:
        listed = ", ".join(str(n) for n in missing[:10]) + (" ..." if len(missing) > 10 else "")
        return broken("completeness", f"{called}: of {standing} events recorded, missing: {listed}.")
    return broken("completeness", f"{called}: its events are not 1 to {standing} in order.")
