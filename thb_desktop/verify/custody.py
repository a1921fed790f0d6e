"""The check of a custody extract with only the standard library: `python custody.py FILE`."""

import argparse
import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

if not __package__:  # run as a file: the package is two folders up
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from thb_desktop.errors import CertificateError, FormatError, PdfBeyondBoundsError
from thb_desktop.findings import SAID, Finding, Standing, Where, broken, holds, unknown, verdict
from thb_desktop.ledger.chain import head_fault
from thb_desktop.ledger.checkpoint import Head, Mark
from thb_desktop.ledger.counters import CounterProof
from thb_desktop.ledger.entry import Entry, VerifySignature
from thb_desktop.ledger.extract import Extract, ListedEvent, listed_in
from thb_desktop.ledger.faults import at_head
from thb_desktop.ledger.statement import KeyRing, SignedStatement, gather_keys
from thb_desktop.ledger.streamed import Source, Spend, in_pieces
from thb_desktop.verify.certificates import Certificate, read_certificate, verify_root, verify_user
from thb_desktop.verify.custody_events import CompletenessCheck, EventsCheck, check_remembered
from thb_desktop.verify.exits import UNREADABLE, exit_code
from thb_desktop.verify.in_short import in_short
from thb_desktop.verify.limits import Room, afford
from thb_desktop.verify.p256 import verify_signature
from thb_desktop.verify.signers import check_signers, shown
from thb_desktop.words import ENGLISH, sentence

LIMITS = (
    "Changes are detectable if the keys and head values are kept safe. No software can show what was never "
    "entered. Times are claims of the device; the order is that of the chain."
)


def check_extract(
    untrusted: bytes | Source,
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
    source, room = in_pieces(untrusted) if isinstance(untrusted, bytes) else untrusted, Room()
    found: list[Finding] = []
    try:
        frame = Extract.parse_frame(source(), keep=room.keep, afford=afford)
        trusted = () if trusted_root_sha256 is None else (trusted_root_sha256,)
        check = ExtractCheck(frame, source, trusted, keep=room.keep, verify=verify_signature)
        for finding in check.findings(remembered_head):
            found.append(finding)  # noqa: PERF402 - what was found before it was stopped is kept
        return tuple(found)
    except PdfBeyondBoundsError:
        return (*found, unknown("extract-beyond-bounds"))
    except FormatError as refusal:
        return (not_in_form(refusal),)


def not_in_form(refusal: FormatError) -> Finding:
    """Return the finding about an extract that cannot be read."""
    return broken("extract-form.none", detail=str(refusal))


class ExtractCheck:
    """The check of one extract: its events are read once, and nothing of them is kept but what is compared.

    frame: the rest of the extract that `source` gives. trusted: fingerprints of trusted roots. keep: told the
    memory that is not given back. told: gets each event of the subjects that can be read.
    """

    def __init__(
        self,
        frame: Extract,
        source: Source,
        trusted: Collection[str],
        *,
        keep: Spend,
        verify: VerifySignature = verify_signature,
        told: Callable[[Entry, ListedEvent], None] = lambda *_: None,
    ) -> None:
        self._frame, self._source, self._keep = frame, source, keep
        self._trusted = _trusted_among(frame, trusted)
        self._verify, self._told = verify, told

    def findings(self, remembered: Mark | None = None) -> Iterator[Finding]:
        """Raises FormatError and PdfBeyondBoundsError where the events cannot be read."""
        frame = self._frame
        yield holds("extract-form.exact")
        try:
            root = read_certificate(frame.root)
            users = [read_certificate(user) for user in frame.users]
        except CertificateError as refusal:
            yield broken("certificates.unusable", detail=str(refusal))
            self._pass_over()
            return
        certified = [_check_root(root, self._trusted), *_check_users(users, root, self._verify)]
        keys, findings = _check_sessions(frame, users, self._verify)
        certified += findings
        yield from certified
        if verdict(certified) is not Standing.BROKEN:  # or one cause would have two names
            yield from check_signers(frame, keys, users, root, self._verify)
        yield from self._check_events(keys, remembered)

    def _check_events(self, keys: KeyRing, remembered: Mark | None) -> Iterator[Finding]:
        frame, unreadable = self._frame, ""
        head: Head | None = None
        try:
            head = frame.head.parsed()
        except FormatError as refusal:
            unreadable = str(refusal)
        events = EventsCheck(frame.vault, keys, head, keep=self._keep, verify=self._verify)
        completeness = CompletenessCheck(events, head, self._keep) if head else None
        try:
            self._read(events, completeness)
        except PdfBeyondBoundsError:
            yield from events.faults()
            raise
        yield from events.found()
        if head is None or completeness is None:
            yield broken("head.unreadable", detail=unreadable)
            return
        yield _check_head(frame, head, keys, self._verify)
        yield from events.found_of_inclusion()
        yield from completeness.found()
        yield from check_remembered(frame, head, remembered)

    def _read(self, events: EventsCheck, completeness: CompletenessCheck | None) -> None:
        for each in self._listed():
            if isinstance(each, ListedEvent):
                if entry := events.add(each):
                    self._told(entry, each)
            elif completeness:
                completeness.add(each)
        for signer in self._frame.signers or ():
            events.add_signer(signer)

    def _listed(self) -> Iterator[ListedEvent | CounterProof]:
        return listed_in(self._source(), afford=afford)

    def _pass_over(self) -> None:
        """Read the events although nothing can be said of them: they must have their form."""
        for each in self._listed():
            if isinstance(each, ListedEvent):
                with suppress(FormatError):
                    self._told(each.parsed(), each)


def _trusted_among(frame: Extract, trusted: Collection[str]) -> str | None:
    """Return the trusted root that the extract names, else any other: then the extract does not belong
    to it.
    """
    own = sha256(frame.root).hexdigest()
    return own if own in trusted else next(iter(sorted(trusted)), None)


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
        yield f"{finding.said:9}  {sentence(finding, ENGLISH)}"
    yield ""
    yield from _events_in_words(untrusted)
    yield f"Taken together: {SAID[verdict(findings)].upper()}."
    yield LIMITS


def _events_in_words(untrusted: bytes) -> Iterator[str]:
    """One line for each event: it repeats the file, and is only as reliable as the findings above it."""
    source = in_pieces(untrusted)
    try:
        users = {
            user.agent: user.common_name
            for user in map(read_certificate, Extract.parse_frame(source(), afford=afford).users)
        }
        standing = {each.subject: each.n for each in listed_in(source()) if isinstance(each, CounterProof)}
        entries = [each.parsed() for each in listed_in(source()) if isinstance(each, ListedEvent)]
    except (FormatError, CertificateError, PdfBeyondBoundsError):
        return
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
