"""Whether a certificate is of the office of a custody extract, and its key the user's by the event chain."""

from functools import cached_property

from thb_desktop.errors import CertificateError
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.signers import Signers
from thb_desktop.verify.certificates import Certificate, read_certificate, verify_user
from thb_desktop.verify.p256 import verify_signature
from thb_desktop.verify.signers import signers_of


class Office:
    """The office that a custody extract shows; what is decided of it is decided once.

    verify: how signatures are checked. OpenSSL is quicker where it is at hand (`documents.fast_signature`).
    """

    def __init__(self, extract: Extract, verify: VerifySignature = verify_signature) -> None:
        self.extract = extract
        self.verify = verify

    @property
    def vault(self) -> str:
        return self.extract.vault

    def issued(self, holder: Certificate) -> bool:
        """Whether its root issued the certificate."""
        try:
            verify_user(holder, read_certificate(self.extract.root), self.verify)
        except CertificateError:
            return False
        return True

    def knows(self, holder: Certificate) -> bool:
        """Whether its entries give the key to the user; the root's key alone does not.

        An extract of the first version shows no such entries, and the check of the extract says so.
        """
        return self.extract.signers is None or self._signers.of(holder.agent, holder.key_id) is not None

    @cached_property
    def _signers(self) -> Signers:
        return signers_of(self.extract, read_certificate(self.extract.root), self.verify)
