"""Whether whoever signed what travels between offices may: their certified function includes the act.

Everybody who signs has a certificate under the root of their office, an interpreter outside it among them.
"""

from collections.abc import Iterator

from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import CertificateError
from thb_desktop.findings import Finding, broken
from thb_desktop.package.members import PAYLOAD
from thb_desktop.package.unpacking import Container
from thb_desktop.verify.certificates import read_certificate
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.notice_text import NOTICE
from thb_desktop.verify.package_sheet import SHEET
from thb_desktop.verify.receipt_text import RECEIPT

_ACTS = (
    (SHEET, Right.RELEASE_BUNDLES, "signer-not-entitled.package"),
    (NOTICE, Right.RELEASE_BUNDLES, "signer-not-entitled.notice"),
    (RECEIPT, Right.REGISTER_EXHIBITS, "signer-not-entitled.receipt"),
)
"""What a container is, by the name of its text, and the right that signing it takes."""


def check_signer(container: Container, signer: bytes) -> Iterator[Finding]:
    """Say if the function of a signer does not let them sign this. signer: the certificate (DER) of a
    signature that holds; empty if none does. Of a container without one of these texts nothing is said.
    """
    acts = [act for act in _ACTS if PAYLOAD + act[0] in container.by_name]
    if not signer or not acts:
        return
    try:
        holder = read_certificate(signer)
    except CertificateError as refusal:
        yield broken("certificates.unusable", detail=str(refusal))
        return
    for _, right, key in acts:
        if holder.function not in UserRole or not may(UserRole(holder.function), right):
            yield broken(key, name=shown(holder.common_name))
