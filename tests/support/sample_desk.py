"""The desk at which linguists of a sample case sign what they translated, for tests that need it signed."""

from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.office.users import Guest
from thb_desktop.services.samples import Desk


def desk_of(session: Session) -> Desk:
    """Each linguist becomes a user and types the other passphrase."""

    def seat(_: CaseFile, name: str) -> Guest:
        user = users.add_user(
            session,
            name=name,
            role=UserRole.INTERPRETER,
            passphrase=passphrase(OTHER_PASSPHRASE),
            second=ALONE,
        )
        return users.signer_of(session, user.id, passphrase(OTHER_PASSPHRASE))

    return seat
