"""Two renewals of a key in a row hide no exchange: who had the key gets each new one, and compares."""

from collections.abc import Collection
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.colleagues.test_exchanged_identities import another
from tests.support.colleagues import told, typed_by
from tests.support.offices import NEXT_DAY, unlock
from tests.support.vaults import passphrase
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.ledger import canonical
from thb_desktop.services.core import compartments
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import own_keys
from thb_desktop.vault.tables import registry

CLERK, PROSECUTOR = UserRole.CLERK, UserRole.PROSECUTOR
IDENTITIES = Compartment.IDENTITIES
NEW, NEWEST = "copper lantern meadow thistle orchard", "pebble saddle mirror walnut seven"
NOT_GIVEN, NOT_DUE, EXCHANGED = "act-exceeded.holders", "act-exceeded.value", "resealed-differs"


def sealing_another(patch: pytest.MonkeyPatch) -> None:
    """Let each identity be sealed again as somebody else's."""
    real = compartments._seal

    def seal(key: bytearray, plain: bytes | bytearray, context: bytes, session: Session) -> str:
        said = canonical.parse(bytes(plain)) if bytes(plain).startswith(b"{") else None
        if isinstance(said, dict) and "person_id" in said and "name" in said:
            plain = canonical.encode(another(str(said["person_id"])))
        return real(key, plain, context, session)

    patch.setattr(compartments, "_seal", seal)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("honest", [True, False])
def test_keys_made_own_twice_exchange_no_identity_unseen(office_copy: Path, honest: bool):
    """The first new key is the prosecutor's alone, the second is given to all who had the one before."""
    text = typed_by(PROSECUTOR)
    with closing(unlock(office_copy, text, start=NEXT_DAY + timedelta(hours=1))) as session:
        real = own_keys.holders_in
        before = {each: real(session, each) for each in Compartment}

        def mine(of: Session, compartment: Compartment) -> Collection[AgentId]:
            return frozenset({of.user.id}) if compartment is IDENTITIES else real(of, compartment)

        with pytest.MonkeyPatch.context() as own:
            if not honest:
                own.setattr(own_keys, "holders_in", mine)
                sealing_another(own)
            own_keys.make_keys_own(session, old=passphrase(text), new=passphrase(NEW))
        with pytest.MonkeyPatch.context() as own:
            if not honest:
                own.setattr(own_keys, "holders_in", lambda _, compartment: before[compartment])
            own_keys.make_keys_own(session, old=passphrase(NEW), new=passphrase(NEWEST))

    unlocked, checked = told(office_copy)
    assert unlocked == (set() if honest else {NOT_GIVEN})
    assert checked == (set() if honest else {NOT_GIVEN, EXCHANGED})


def exchange_by_a_key_of_nobody(session: Session) -> None:
    """A clerk gives the first new key to nobody: the second looks like that of a vault of schema 1."""
    holders, made = compartments.holders_in(session, IDENTITIES), list[bytearray]()
    real = compartments.new_key

    def new(randomness: object) -> bytearray:
        key = real(randomness)  # type: ignore[arg-type]
        made.append(bytearray(key))
        return key

    with pytest.MonkeyPatch.context() as own:
        own.setattr(compartments, "give_key", lambda *_: None)
        own.setattr(compartments, "new_key", new)
        sealing_another(own)
        old = passphrase(typed_by(CLERK))
        own_keys.make_keys_own(session, old=old, new=passphrase(NEW))
    with pytest.MonkeyPatch.context() as own, session.work() as work:
        own.setattr(compartments, "open_compartment", lambda *_: bytearray(made[-1]))
        version = registry.COMPARTMENT_VERSION.find(work.connection, IDENTITIES.value)
        assert version is not None
        compartments.renew_key(work, session, version, holders)
        work.record(session.vault_id, Does.HOLDERS_RECORDED, "IDENTITIES")


@pytest.mark.requirement("SR-19")
def test_a_key_that_nobody_was_given_exchanges_no_identity_unseen(office_copy: Path):
    with closing(unlock(office_copy, typed_by(CLERK), start=NEXT_DAY + timedelta(hours=1))) as session:
        exchange_by_a_key_of_nobody(session)

    unlocked, checked = told(office_copy)
    assert {NOT_GIVEN, NOT_DUE} <= unlocked & checked
    assert EXCHANGED in checked
