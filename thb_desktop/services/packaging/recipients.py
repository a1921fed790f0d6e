"""Recipients by their certificates, each compared with the fingerprint that its holder told."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from thb_desktop.crypto import passphrases
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient, PassphraseRecipient, Recipient
from thb_desktop.domain.compared_digests import compared_certificate
from thb_desktop.domain.package import Recipient as Recorded
from thb_desktop.domain.states import STATES
from thb_desktop.errors import FingerprintDiffersError, ValueRefusedError
from thb_desktop.services.core.environment import Environment
from thb_desktop.verify.run import certificates_in, fingerprint_of


def recipients_of(
    named: Iterable[tuple[Path, str]], words: str, environment: Environment
) -> tuple[list[Recipient], str]:
    """Return those for whom a file is closed, and the new passphrase if one is wanted.

    named: the file of each certificate, and its fingerprint. words: the language of the passphrase; empty for
    none. Raises what `named_recipient` raises.
    """
    at = environment.clock.read().at
    recipients: list[Recipient] = [named_recipient(file, digest, at=at) for file, digest in named]
    if not words:
        return recipients, ""
    passphrase = passphrases.propose(words, environment.randomness).text
    return [*recipients, PassphraseRecipient(passphrase=passphrases.prepare(passphrase))], passphrase


def verify_state(country: str) -> None:
    """Raise ValueRefusedError for what is no code of a State (ISO 3166-1, two capital letters; and XK)."""
    if country not in STATES:
        raise ValueRefusedError(f"no State has this code; one is two capital letters, as BE: {country}")


def recipient_of(recorded: Recorded, *, at: datetime) -> CertificateRecipient:
    """Return a recorded recipient. Raises CertificateError if its certificate is not that of the fingerprint
    which somebody compared, RecipientError.
    """
    return CertificateRecipient.of(compared_certificate(recorded.certificate, recorded.sha256), at=at)


def named_recipient(certificate_file: Path, fingerprint: str, *, at: datetime) -> CertificateRecipient:
    """Take the certificate with this SHA-256, as its holder told it, from a file (PEM or DER).

    With another certificate somebody else would open what is closed. Raises RecipientError for one that is of
    no use, and what `told_certificate` raises.
    """
    return CertificateRecipient.of(told_certificate(certificate_file, fingerprint), at=at)


def told_certificate(certificate_file: Path, fingerprint: str) -> bytes:
    """Take the certificate (DER) with this SHA-256, as its holder told it, from a file (PEM or DER).

    Raises UsageError for what is no fingerprint, FileUnreadableError, FingerprintDiffersError.
    """
    return told_among(certificates_in(certificate_file), fingerprint)


def told_among(certificates: Iterable[bytes], fingerprint: str) -> bytes:
    """The same among certificates in DER. Raises UsageError, FingerprintDiffersError."""
    expected = fingerprint_of(fingerprint)
    for certificate in certificates:
        if sha256(certificate).hexdigest() == expected:
            return certificate
    raise FingerprintDiffersError("no certificate has the fingerprint that was told")
