"""The attached records: whether each gives the listed, printed and signed digest."""

from collections.abc import Iterator, Mapping

from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Where, broken, holds, unknown
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.verify.documents.certifications import check_certifications
from thb_desktop.verify.documents.path import shown

_ENTITIES = {"exhibit": "exhibit", "files": "exhibit_file", "custody": "custody_event"}
"""The table of each kind of part in an exhibit's record."""

States = Mapping[tuple[str, str], Mapping[str, Value]]
"""The last state of each row in the events of the extract, by its table and id.

Of an interview it is the first with a digest: a record is signed once, and nothing after that changes it.
"""


def check_records(manifest: Value, files: Mapping[str, bytes], extract: bytes | None) -> Iterator[Finding]:
    """Recompute the digest of every record in the list of files, compare it with the chain, and verify the
    certifications in it.

    files: the attached files by path. extract: the custody extract, which is checked separately.
    """
    parsed = _parsed(extract)
    states = _states_of(parsed)
    sound, hidden, certified = list[str](), 0, 0
    for entry in _records_of(manifest):
        kind, number = str(entry.get("kind")), shown(str(entry.get("number")))
        called = Where(kind="interview" if kind == "interview" else "exhibit", names=(number,))
        data = files.get(str(entry.get("path")))
        try:
            tree = RecordTree.parse(data if data is not None else b"")
        except FormatError:
            yield broken("record-unreadable", where=called)
            continue
        if tree.strangers() or tree.digest != entry.get("sha256"):
            yield broken("record-altered", where=called)
            continue
        signed, findings = check_certifications(called, tree, parsed)
        certified += signed
        yield from findings
        found = _check_signed(called, kind, tree, states)
        if found is not None:
            yield found
            continue
        sound.append(f"{number} {tree.digest[:16]}")
        hidden += len(tree.digests) - len(tree.parts)
    if sound:
        yield holds("records-as-signed", records=tuple(sound), withheld=hidden)
    if certified:
        yield holds("certifications-as-signed", count=certified)


def _check_signed(called: Where, kind: str, tree: RecordTree, states: States) -> Finding | None:
    """Return how the custody extract contradicts a record; None if it agrees."""
    if kind == "interview":
        own = _row(tree, "interview")
        signed = states.get(("interview", str(own.get("id"))), {}).get("record_digest")
        if signed is None:
            return unknown("record-not-in-chain", where=called)
        same = signed == tree.digest
    else:
        differing = {
            name.partition("/")[0]
            for name in tree.digests
            if states.get((_ENTITIES.get(name.partition("/")[0], ""), str(_row(tree, name).get("id"))))
            != _row(tree, name)
        }
        same = not differing
    if same:
        return None
    return broken("record-not-as-signed", where=called)


def _row(tree: RecordTree, name: str) -> Mapping[str, Value]:
    value = tree.value(name) if name in tree.parts else None
    return value if isinstance(value, dict) else {}


def _parsed(extract: bytes | None) -> Extract | None:
    try:
        return None if extract is None else Extract.parse(extract)
    except FormatError:
        return None


def _states_of(extract: Extract | None) -> dict[tuple[str, str], Mapping[str, Value]]:
    found: dict[tuple[str, str], Mapping[str, Value]] = {}
    events = () if extract is None else extract.events
    try:
        contents = [canonical.parse(event.opening.payload) for event in events if event.opening is not None]
    except FormatError:
        return {}
    for content in contents:
        states = content.get("states") if isinstance(content, dict) else None
        for state in states if isinstance(states, list) else []:
            record = state.get("record") if isinstance(state, dict) else None
            if isinstance(record, dict):
                row = str(state["entity"]), str(record.get("id"))
                if not (row in found and found[row].get("record_digest")):
                    found[row] = record
    return found


def _records_of(manifest: Value) -> Iterator[Mapping[str, Value]]:
    """Return the records that the list names with a path; a list of another program may name none."""
    listed = manifest.get("records") if isinstance(manifest, Mapping) else None
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and "path" in entry:
            yield entry
