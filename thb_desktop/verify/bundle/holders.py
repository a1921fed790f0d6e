"""Whether a certificate is of the office of a custody extract, and its key the user's by the event chain."""

from thb_desktop.errors import CertificateError
from thb_desktop.ledger.extract import Extract
from thb_desktop.verify.certificates import Certificate, read_certificate, verify_user
from thb_desktop.verify.documents.fast_signature import verify_signature
from thb_desktop.verify.signers import signers_of


def is_of_root(holder: Certificate, extract: Extract) -> bool:
    """Whether the root of the extract issued it."""
    try:
        verify_user(holder, read_certificate(extract.root), verify_signature)
    except CertificateError:
        return False
    return True


def has_key_in_chain(holder: Certificate, extract: Extract) -> bool:
    """Whether the entries of the extract give its key to its user; the root's key alone does not.

    An extract of the first version shows no such entries, and the check of the extract says so.
    """
    if extract.signers is None:
        return True
    signers = signers_of(extract, read_certificate(extract.root), verify_signature)
    return signers.of(holder.agent, holder.key_id) is not None
