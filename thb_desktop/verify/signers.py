"""The check of whose keys signed what a custody extract contains, by the entries that it shows for that."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from thb_desktop.errors import CertificateError, FormatError
from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.signer_decision import decide
from thb_desktop.ledger.signers import Act, Signers
from thb_desktop.ledger.statement import KeyRing, SignedStatement
from thb_desktop.verify.certificates import Certificate, read_certificate, verify_user
from thb_desktop.verify.p256 import verify_signature


def signers_of(extract: Extract, root: Certificate, verify: VerifySignature = verify_signature) -> Signers:
    """Decide from the entries of an extract which keys count for whom; that they are in the chain is checked
    separately.
    """
    stated = dict[str, SignedStatement]()
    for signed in extract.statements:
        with suppress(FormatError):
            stated.setdefault(signed.parsed().key, signed)
    acts = list[Act]()
    for event in extract.signers or ():
        with suppress(FormatError):  # told where entries are read
            statement = stated.get(event.signed.parsed().key)
            acts.append(Act(signed=event.signed, opening=event.opening, statement=statement))

    def issued(untrusted: bytes) -> tuple[str, bytes]:
        certificate = read_certificate(untrusted)
        verify_user(certificate, root, verify)
        if not certificate.agent:
            raise CertificateError("a certificate names no user")
        return certificate.agent, certificate.public_key

    return decide(
        acts, vault=extract.vault, issued=issued, verify_signature=verify, founder=root.founder, outside=True
    )


def check_signers(
    extract: Extract,
    keys: KeyRing,
    users: Sequence[Certificate],
    root: Certificate,
    verify: VerifySignature = verify_signature,
) -> Iterator[Finding]:
    """Check that each certificate of the extract is a key that counts for its user, when a session began."""
    if extract.signers is None:
        # A vault whose root names the first user never made an extract of the first form.
        yield broken("signers.hidden") if root.founder else unknown("signers.absent")
        return
    signers = signers_of(extract, root, verify)
    _end_replaced(keys, signers)
    sound = True
    for user in users:
        if user.agent and signers.of(user.agent, user.key_id) is None:
            sound = False
            yield broken("signers.unfounded", names=(shown(user.common_name),))
    for statement in keys.sessions.values():
        key = signers.of(statement.agent, statement.signer)
        if key is None:
            continue  # its certificate was named above
        if not key.certifies(statement.first):
            sound = False
            yield broken("signers.not-then", entry=statement.first)
        elif not key.agreed:
            sound = False
            yield unknown("signers.unagreed", entry=statement.first)
    members = signers.members.values()
    if loose := tuple(shown(each.name) for each in members if not each.bound):
        sound = False
        yield unknown("signers.unbound", names=loose)
    if sound:
        alone = tuple(shown(each.name) for each in members if each.since and not each.approved)
        yield holds("signers.founded-alone", names=alone) if alone else holds("signers.founded")


def _end_replaced(keys: KeyRing, signers: Signers) -> None:
    """Let sessions of keys that their users replaced sign nothing after that."""
    for statement in keys.sessions.values():
        key = signers.of(statement.agent, statement.signer)
        if key is not None and key.over is not None and statement.key != key.over_in:
            keys.end(statement.key, key.over)


def shown(text: str) -> str:
    """Return a name from outside without control or direction marks, and at most one line long."""
    return "".join(character if character.isprintable() else "?" for character in text)[:80]
