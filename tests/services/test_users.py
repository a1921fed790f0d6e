"""Users: their keys are their own, and rights hang on keys, not on words."""

import pytest

from tests.support.offices import JUDGE, Small
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    NotAllowedError,
    NotFoundError,
    ValueRefusedError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from thb_desktop.services import keys, users
from thb_desktop.services.session import Session
from thb_desktop.services.users import Guest


def added(session: Session, name: str = "Simona Ardeleanu", role: UserRole = UserRole.INTERPRETER) -> Guest:
    user = users.add_user(session, name=name, role=role, passphrase=passphrase(OTHER_PASSPHRASE))
    return users.signer_of(session, user.id, passphrase(OTHER_PASSPHRASE))


def test_a_new_user_signs_with_a_key_that_their_own_passphrase_opens(session: Session):
    guest = added(session)

    signature = guest.keys.signer.sign(b"the interpretation")

    verify_signature(guest.keys.signer.public_key, b"the interpretation", signature)
    assert [user.name for user in users.list_users(session)] == [JUDGE, "Simona Ardeleanu"]
    assert guest.keys.signer.certificate == keys.certificate_of(guest.user)


def test_another_passphrase_opens_nobodys_keys_and_is_overwritten(session: Session):
    guest = added(session)
    typed = passphrase()

    with pytest.raises(WrongPassphraseError):
        users.signer_of(session, guest.user.id, typed)

    assert typed == bytes(len(typed))


def test_a_user_with_a_slot_of_the_vault_is_no_guest(session: Session):
    with pytest.raises(NotFoundError):
        users.signer_of(session, session.user.id, passphrase())
    with pytest.raises(NotFoundError):
        users.signer_of(session, AgentId("00000000-0000-0000-0000-000000000000"), passphrase())


@pytest.mark.parametrize(
    ("name", "typed", "error"),
    [
        (JUDGE, OTHER_PASSPHRASE, AlreadyExistsError),
        ("  ", OTHER_PASSPHRASE, ValueRefusedError),
        ("Simona Ardeleanu", "secret", WeakPassphraseError),
    ],
)
def test_a_user_who_cannot_be_added_leaves_nothing(
    session: Session, name: str, typed: str, error: type[Exception]
):
    size = session.journal.size

    with pytest.raises(error):
        users.add_user(session, name=name, role=UserRole.CLERK, passphrase=passphrase(typed))

    assert len(users.list_users(session)) == 1
    assert session.journal.size == size


def test_an_interpreter_holds_no_key_to_identities_and_a_clerk_does(session: Session):
    opened = {}
    for name, role in (("An interpreter", UserRole.INTERPRETER), ("A clerk", UserRole.CLERK)):
        guest = added(session, name, role)
        for compartment in Compartment:
            try:
                keys.open_compartment(
                    session.read,
                    compartment,
                    vault_id=session.vault.vault_id,
                    user=guest.user,
                    keys=guest.keys,
                )
                opened[name, compartment] = True
            except NotAllowedError:
                opened[name, compartment] = False

    assert opened == {
        **{("An interpreter", compartment): False for compartment in Compartment},
        **{("A clerk", compartment): compartment is Compartment.IDENTITIES for compartment in Compartment},
    }


def test_who_does_not_hold_the_roots_key_adds_nobody(session: Session, small: Small):
    guest = added(session)
    session.user, session.keys = guest.user, guest.keys

    with pytest.raises(NotAllowedError):
        users.add_user(
            session, name="Somebody", role=UserRole.PROSECUTOR, passphrase=passphrase(OTHER_PASSPHRASE)
        )
