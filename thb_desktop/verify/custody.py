"""The check of a custody extract with only the standard library: `python custody.py FILE`."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

if not __package__:  # run as a file: the package is two folders up
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.findings import SAID, Finding, Standing, Where, broken, holds, unknown, verdict
from thb_desktop.ledger.chain import head_fault
from thb_desktop.ledger.checkpoint import Head, Mark
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.faults import at_head
from thb_desktop.ledger.statement import KeyRing, SignedStatement, gather_keys
from thb_desktop.verify import custody_events
from thb_desktop.verify.certificates import Certificate, read_certificate, verify_root, verify_user
from thb_desktop.verify.exits import UNREADABLE, exit_code
from thb_desktop.verify.in_short import in_short
from thb_desktop.verify.limits import MAXIMUM_MEMORY, memory_of
from thb_desktop.verify.p256 import verify_signature
from thb_desktop.verify.signers import check_signers, shown
from thb_desktop.words import ENGLISH, sentence

LIMITS = (
    "Changes are detectable if the keys and head values are kept safe. No software can show what was never "
    "entered. Times are claims of the device; the order is that of the chain."
)


def check_extract(
    untrusted: bytes,
    *,
    trusted_root_sha256: str | None = None,
    remembered_head: Mark | None = None,
    verify_signature: VerifySignature = verify_signature,
) -> tuple[Finding, ...]:
    """Check a custody extract of either form.

    trusted_root_sha256: the fingerprint of the root certificate, received in another way than the extract.
    remembered_head: a head of the same chain, noted elsewhere. verify_signature: another implementation of
    ECDSA on P-256. Whatever the bytes are, nothing is raised.
    """
    if memory_of(untrusted) > MAXIMUM_MEMORY:
        return (unknown("extract-beyond-bounds"),)
    try:
        extract = Extract.parse(untrusted)
    except FormatError as refusal:
        return (broken("extract-form.none", detail=str(refusal)),)
    return tuple(_findings(extract, trusted_root_sha256, remembered_head, verify_signature))


def _findings(
    extract: Extract, trusted_root: str | None, remembered: Mark | None, verify: VerifySignature
) -> Iterator[Finding]:
    yield holds("extract-form.exact")
    try:
        root = read_certificate(extract.root)
        users = [read_certificate(user) for user in extract.users]
    except CertificateError as refusal:
        yield broken("certificates.unusable", detail=str(refusal))
        return
    certified = [_check_root(root, trusted_root), *_check_users(users, root, verify)]
    keys, findings = _check_sessions(extract, users, verify)
    certified += findings
    yield from certified
    if verdict(certified) is not Standing.BROKEN:  # or one cause would have two names
        yield from check_signers(extract, keys, users, root, verify)
    events, unread = custody_events.read_events(extract.events)
    shown_for, unread_too = custody_events.read_events(extract.signers or ())
    unread += unread_too
    yield from unread
    said = [
        *custody_events.check_events(events, extract.vault, keys, verify),
        *custody_events.check_content([*events, *(each for each in shown_for if each[0].opening)]),
    ]
    yield from said
    sound = not unread and verdict(said) is not Standing.BROKEN
    try:
        head = extract.head.parsed()
    except FormatError as refusal:
        yield broken("head.unreadable", detail=str(refusal))
        return
    yield _check_head(extract, head, keys, verify)
    yield from custody_events.check_inclusion([*events, *shown_for], head)
    names = custody_events.names_of(events) if sound else {}
    yield from custody_events.check_completeness(events, extract, head, names)
    yield from custody_events.check_remembered(extract, head, remembered)


def _check_root(root: Certificate, trusted: str | None) -> Finding:
    try:
        verify_root(root)
    except CertificateError as refusal:
        return broken("root.unsound", detail=str(refusal))
    shown = " ".join(root.fingerprint[start : start + 4] for start in range(0, 64, 4))
    if trusted is None:
        return unknown("root.to-compare", fingerprint=shown, root=root.fingerprint)
    if re.sub(r"[\s:]", "", trusted).lower() != root.fingerprint:
        # It may be a valid file of another office, which is not a fault.
        return unknown("root.another", fingerprint=shown, root=root.fingerprint)
    return holds("root.trusted")


def _check_users(
    users: Sequence[Certificate], root: Certificate, verify: VerifySignature
) -> Iterator[Finding]:
    sound = True
    for place, user in enumerate(users, start=1):
        try:
            verify_user(user, root, verify)
        except CertificateError as refusal:
            sound = False
            where = Where(kind="certificate", first=place, last=place)
            yield broken("certificates.unsound", where=where, detail=str(refusal))
    if sound:
        yield holds("certificates.of-users", names=tuple(shown(user.common_name) for user in users))


def _check_sessions(
    extract: Extract, users: Sequence[Certificate], verify: VerifySignature
) -> tuple[KeyRing, list[Finding]]:
    """Accept the session keys that the certificate of their user certifies, valid at that time."""
    certified: dict[str, list[bytes]] = {}
    for user in users:
        certified.setdefault(user.agent, []).append(user.public_key)
    findings = []
    if unnamed := certified.pop("", []):
        findings.append(unknown("users-unbound"))
        for agent in {each for each in map(_agent_of, extract.statements) if each}:
            # One list for all who have no other: a list for each would grow with the square of the file.
            certified[agent] = [*certified[agent], *unnamed] if agent in certified else unnamed
    keys, faults = gather_keys(
        extract.statements, vault=extract.vault, certified=certified, verify_signature=verify
    )
    findings += [broken("sessions.fault", fault=fault.found()) for fault in faults]
    by_key = {user.key_id: user for user in users}
    certified_as = {user.key_id: user.function for user in users if user.function}
    if wrong := {s.role for s in keys.sessions.values() if certified_as.get(s.signer, s.role) != s.role}:
        findings.append(broken("sessions.role-not-certified", roles=tuple(sorted(wrong))))
    late = [s for s in keys.sessions.values() if not by_key[s.signer].valid_at(s.since)]
    findings += [broken("sessions.certificate-not-valid", at=statement.since) for statement in late]
    if not faults and not late and not wrong:
        findings.append(holds("sessions.certified"))
    return keys, findings


def _check_head(extract: Extract, head: Head, keys: KeyRing, verify: VerifySignature) -> Finding:
    code = head_fault(extract.head, head, vault=extract.vault, keys=keys, verify_signature=verify)
    if code:
        return broken("head.fault", fault=at_head(code, head.size).found())
    return holds("head.signed", size=head.size, code=head.short_code, at=head.at)


def _agent_of(signed: SignedStatement) -> str:
    try:
        return signed.parsed().agent
    except FormatError:
        return ""


def main(argv: Sequence[str] | None = None) -> int:
    """Check one file, print the findings, and return the exit code."""
    parser = argparse.ArgumentParser(prog="custody", description="Check a custody extract of THB Desktop.")
    parser.add_argument("file", type=Path, help="the extract")
    parser.add_argument("--root-sha256", metavar="HEX", help="fingerprint of the root certificate you trust")
    parser.add_argument("--head", metavar="SIZE:ROOT", type=_mark, help="a state of the chain you remember")
    arguments = parser.parse_args(argv)
    try:
        untrusted = arguments.file.read_bytes()
    except OSError as reason:
        print(f"The file cannot be read: {reason.strerror}.", file=sys.stderr)
        return UNREADABLE
    findings = check_extract(
        untrusted, trusted_root_sha256=arguments.root_sha256, remembered_head=arguments.head
    )
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text stream
    for line in _report(untrusted, findings):
        print(line)
    return exit_code(findings)


def _mark(text: str) -> Mark:
    form = re.fullmatch(r"([1-9][0-9]{0,17}):([0-9a-fA-F]{64})", text, re.ASCII)
    if form is None:
        message = "a head is written as SIZE:ROOT, a number and 64 hexadecimal digits"
        raise argparse.ArgumentTypeError(message)
    return Mark(size=int(form[1]), root=bytes.fromhex(form[2]))


def _report(untrusted: bytes, findings: Sequence[Finding]) -> Iterator[str]:
    for finding in in_short(findings):
        yield f"{SAID[finding.standing]:9}  {sentence(finding, ENGLISH)}"
    yield ""
    yield from _events_in_words(untrusted)
    yield f"Taken together: {SAID[verdict(findings)].upper()}."
    yield LIMITS


def _events_in_words(untrusted: bytes) -> Iterator[str]:
    """One line for each event: it repeats the file, and is only as reliable as the findings above it."""
    try:
        extract = Extract.parse(untrusted)
        entries = [event.signed.parsed() for event in extract.events]
        users = {user.agent: user.common_name for user in map(read_certificate, extract.users)}
    except (FormatError, CertificateError):
        return
    standing = {counter.subject: counter.n for counter in extract.counters}
    for entry in entries:
        at = entry.at.isoformat(sep=" ", timespec="seconds")
        by = shown(users.get(entry.agent, entry.agent))
        yield (
            f"entry {entry.seq:>6}  {at}  subject {entry.subject}  "
            f"event {entry.n} of {standing.get(entry.subject, '?')}  {entry.action}  by {by} ({entry.role})"
        )
    yield ""


if __name__ == "__main__":
    sys.exit(main())
