"""Two renewals of a key in a row hide no exchange: who had the key gets each new one, and compares."""

from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.security.colleagues.test_exchanged_identities import another
from tests.support.colleagues import AFTERWARDS, broken, told, typed_by
from tests.support.offices import NEXT_DAY, unlock
from tests.support.vaults import passphrase
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.ledger import canonical
from thb_desktop.services.core import compartments
from thb_desktop.services.core.compartments import identity_context
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.keeping import health
from thb_desktop.services.office import own_keys
from thb_desktop.vault.tables import registry

CLERK, PROSECUTOR = UserRole.CLERK, UserRole.PROSECUTOR
IDENTITIES = Compartment.IDENTITIES
NEW, NEWEST = "copper lantern meadow thistle orchard", "pebble saddle mirror walnut seven"
NOT_GIVEN, NOT_DUE, EXCHANGED = "act-exceeded.holders", "act-exceeded.value", "resealed-differs"
NOISE, OVER = "compartment-key-noise", "resealed-over"


def sealing_another(patch: pytest.MonkeyPatch) -> None:
    """Let each identity be sealed again as somebody else's."""
    real = compartments._seal

    def seal(key: bytearray, plain: bytes | bytearray, context: bytes, session: Session) -> str:
        said = canonical.parse(bytes(plain)) if bytes(plain).startswith(b"{") else None
        if isinstance(said, dict) and "person_id" in said and "name" in said:
            plain = canonical.encode(another(str(said["person_id"])))
        return real(key, plain, context, session)

    patch.setattr(compartments, "_seal", seal)


def twice_own(
    folder: Path, first: Callable[[pytest.MonkeyPatch, Session], None], second: Callable[..., None]
) -> None:
    """A prosecutor makes their keys their own twice, each time by a program that was changed so."""
    text = typed_by(PROSECUTOR)
    with closing(unlock(folder, text, start=NEXT_DAY + timedelta(hours=1))) as session:
        with pytest.MonkeyPatch.context() as own:
            first(own, session)
            own_keys.make_keys_own(session, old=passphrase(text), new=passphrase(NEW))
        with pytest.MonkeyPatch.context() as own:
            second(own, session)
            own_keys.make_keys_own(session, old=passphrase(NEW), new=passphrase(NEWEST))


def honestly(own: pytest.MonkeyPatch, session: Session) -> None:
    """Change nothing."""


@pytest.mark.requirement("SR-19")
def test_keys_made_own_twice_are_nothing_to_be_named(office_copy: Path):
    twice_own(office_copy, honestly, honestly)

    assert told(office_copy) == (set(), set())


@pytest.mark.requirement("SR-19")
def test_a_key_that_its_maker_alone_had_exchanges_no_identity_unseen(office_copy: Path):
    """The first new key is the prosecutor's alone, the second is given to all who had the one before."""
    before = dict[Compartment, Collection[AgentId]]()

    def alone(own: pytest.MonkeyPatch, session: Session) -> None:
        real = own_keys.holders_in
        before.update({each: real(session, each) for each in Compartment})

        def mine(of: Session, compartment: Compartment) -> Collection[AgentId]:
            return frozenset({of.user.id}) if compartment is IDENTITIES else real(of, compartment)

        own.setattr(own_keys, "holders_in", mine)
        sealing_another(own)

    def for_all(own: pytest.MonkeyPatch, _: Session) -> None:
        own.setattr(own_keys, "holders_in", lambda _, compartment: before[compartment])

    twice_own(office_copy, alone, for_all)

    unlocked, checked = told(office_copy)
    assert unlocked == {NOT_GIVEN}
    assert checked == {NOT_GIVEN, OVER}


@pytest.mark.requirement("SR-19")
def test_another_key_wrapped_for_the_others_exchanges_no_identity_unseen(office_copy: Path):
    """Each holder is given something in the first renewal, but not the key under which it seals."""

    def noise_for_others(own: pytest.MonkeyPatch, session: Session) -> None:
        real = compartments.give_key

        def give(work: UnitOfWork, of: Session, version: Any, key: bytearray, user: User) -> None:
            other = bytearray(len(key))
            real(work, of, version, key if user.id == session.user.id else other, user)

        own.setattr(compartments, "give_key", give)
        sealing_another(own)

    twice_own(office_copy, noise_for_others, honestly)

    unlocked, checked = told(office_copy)
    assert unlocked == {NOISE}
    assert {NOISE, OVER} <= checked


@pytest.mark.requirement("SR-19")
def test_a_value_that_a_renewal_leaves_out_is_exchanged_by_no_later_one_unseen(office_copy: Path):
    def leave_out(own: pytest.MonkeyPatch, _: Session) -> None:
        real = compartments._reseal

        def reseal(work: UnitOfWork, of: Session, what: Compartment, old: bytearray, new: bytearray) -> None:
            if what is not IDENTITIES:
                real(work, of, what, old, new)

        own.setattr(compartments, "_reseal", reseal)

    def exchange(own: pytest.MonkeyPatch, session: Session) -> None:
        real = compartments._reseal

        def reseal(work: UnitOfWork, of: Session, what: Compartment, old: bytearray, new: bytearray) -> None:
            real(work, of, what, old, new)  # it opens none of them
            for each in registry.SEALED_IDENTITY.all(work.connection) if what is IDENTITIES else ():
                context = identity_context(of.vault.vault_id, each.person_id)
                plain = canonical.encode(another(each.person_id))
                work.save(replace(each, sealed=compartments._seal(new, plain, context, session)))

        own.setattr(compartments, "_reseal", reseal)

    twice_own(office_copy, leave_out, exchange)

    unlocked, checked = told(office_copy)
    assert EXCHANGED in unlocked & checked


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
    assert OVER in checked


@pytest.mark.requirement("SR-19")
def test_keys_made_own_without_the_renewal_that_follows_are_named_and_nobody_else_is(office_copy: Path):
    text = typed_by(CLERK)
    opened = unlock(office_copy, text, start=NEXT_DAY + timedelta(hours=1))
    with closing(opened) as session, pytest.MonkeyPatch.context() as own:
        own.setattr(own_keys, "holders_in", lambda *_: frozenset())
        own_keys.make_keys_own(session, old=passphrase(text), new=passphrase(NEW))

    heads = office_copy.parent / "heads"
    with closing(unlock(office_copy, start=AFTERWARDS, heads=heads)) as session:
        checked = health.check_vault(session).findings
        assert "act-exceeded.renewal" in broken(session.opening.findings) & broken(checked)
        assert "compartment-holder-left-out" not in {each.key for each in checked}
