"""A further signing key in a user's row to which that user never agreed."""

from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric import ec

from thb_desktop.crypto import certificates
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.domain.vocabulary import IdentityKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.office.enrolment import root_of

SIGNER = SoftwareSigner.of(ec.derive_private_key(4712, ec.SECP256R1()))


def offer(session: Session, user: User) -> SigningIdentity:
    """Certify a key for a user with the root, as the first version did, which kept no agreement."""
    root = root_of(session.office_record, session)
    with session.work() as work:
        leaf = certificates.issue_leaf(
            root.signer.private_key,
            root.certificate,
            certificates.Subject(
                common_name=user.name,
                organisation=session.office,
                serial_number=user.id,
                function=user.role.value,
            ),
            SIGNER.public_key,
            at=work.at,
            randomness=session.environment.randomness,
        )
        made = SigningIdentity(
            id=RowId(work.new_id()),
            user_id=user.id,
            kind=IdentityKind.CARD,
            certificate=b64encode(leaf).decode("ascii"),
            issued=(),
            added_at=work.at,
            token="a-card 4712",
        )
        work.save(made)
        work.record(user.id, VaultAction.IDENTITY_VOUCHED)
    return made
