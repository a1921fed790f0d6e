"""The check of one signature: our own sound one by its one form, any other in full."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from thb_desktop.findings import Finding, holds
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.own_signature import sound_signature
from thb_desktop.verify.documents.signature import (
    HEXADECIMAL,
    KINDS,
    OUR_HEXADECIMAL,
    Signature,
    claimed_time,
    digest_of,
    message_in,
    say_time,
)

if TYPE_CHECKING:
    from cryptography import x509


def check_signature(
    file: PdfFile,
    signature: Signature,
    *,
    trusted: Collection[str],
    roots: Callable[[], Sequence["x509.Certificate"]],
) -> tuple[list[Finding], bytes | None]:
    """Check the message of one signature and the path from its certificate to a root.

    roots: those at hand, read when they are asked for. Returns the findings, and the signer's certificate
    (DER) if it could be read.
    """
    own = signature.is_own(file)
    message = message_in(file.data, signature, OUR_HEXADECIMAL if own else HEXADECIMAL)
    if isinstance(message, Finding):
        return [message], None
    digest = digest_of(file, signature)

    def at() -> datetime | None:
        return claimed_time(file.open_string(signature.dictionary.get("M")))

    if own and signature.is_pades:
        sound = sound_signature(message, digest, at=at, trusted=trusted)
        if sound is not None:
            trust = holds("root-trusted", name=sound.root_name)
            return [holds("signature-holds", name=sound.name), trust, *say_time(sound.at)], sound.certificate
    # With it come the libraries for all forms.
    from thb_desktop.verify.documents.full_signature import check_in_full

    is_known = file.resolve(signature.dictionary.get("SubFilter")) in KINDS
    return check_in_full(
        message, signature, digest, at=at, is_known=is_known, own=own, trusted=trusted, roots=roots()
    )
