"""Who added a user kept the keys that were made: they open and sign nothing once the user made their own."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.support.chains import verify_signature
from tests.support.colleagues import AFTERWARDS, broken, told, typed_by, user_of
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.second_person import approval
from tests.support.vaults import passphrase
from thb_desktop.crypto import compartments, sealing
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.vocabulary import Compartment, SecondKind, TwoPersonAct, UserRole
from thb_desktop.errors import ApprovalForgedError, SealedValueDamagedError
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.core import keys
from thb_desktop.services.core.approvals import statement
from thb_desktop.services.core.keys import UserKeys, private_key_context
from thb_desktop.services.core.login import new_entry_author, root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import own_keys, users
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.keys import KeyPurpose
from thb_desktop.verify.custody import check_extract

ADMINISTRATOR, CLERK = UserRole.ADMINISTRATOR, UserRole.CLERK
NAME, FIRST, OWN = (
    "Procureure Deux",
    "pebble saddle mirror walnut seven",
    "copper lantern meadow thistle orchard",
)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a program of the administrator's own kept when they added the prosecutor."""

    folder: Path
    user_id: AgentId
    user_key: bytearray
    keys: UserKeys

    @property
    def heads(self) -> Path:
        return self.folder.parent / "heads"

    def opens(self, session: Session) -> set[Compartment]:
        """The compartments whose present key opens with the kept receiving key."""
        found = set()
        for version in registry.COMPARTMENT_VERSION.all(session.read):
            for grant in registry.COMPARTMENT_GRANT.where(session.read, "user_id", self.user_id):
                context = sealing.bind(
                    "thb-compartment/1",
                    session.vault.vault_id,
                    grant.compartment.value.encode(),
                    self.user_id.encode(),
                )
                if (grant.compartment, grant.version) == (version.compartment, version.version):
                    try:
                        compartments.unwrap(self.keys.receiving, b64decode(grant.wrapped), context=context)
                    except SealedValueDamagedError:
                        continue
                    found.add(grant.compartment)
        return found


@pytest.fixture
def kept(office_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """The administrator adds a prosecutor with a clerk's approval, and the judge gives the missing keys."""
    made: list[tuple[bytearray, UserKeys]] = []
    real = keys.new_user

    def keeping(**given: Any) -> keys.NewUser:
        new = real(**given)
        made.append((bytearray(given["user_key"]), new.keys))
        return new

    monkeypatch.setattr(keys, "new_user", keeping)
    heads = office_copy.parent / "heads"
    with closing(unlock(office_copy, typed_by(ADMINISTRATOR), start=NEXT_DAY, heads=heads)) as session:
        clerk = user_of(session, CLERK)
        new = users.add_user(
            session,
            name=NAME,
            role=UserRole.PROSECUTOR,
            passphrase=passphrase(FIRST),
            own_passphrase=passphrase(typed_by(ADMINISTRATOR)),
            second=partial(approval, session, clerk, TwoPersonAct.ADD_USER),
        )
    with closing(unlock(office_copy, start=NEXT_DAY + timedelta(hours=1), heads=heads)) as judge:
        users.give_keys(judge, new.id)
    return Kept(folder=office_copy, user_id=new.id, user_key=made[0][0], keys=made[0][1])


def make_own(kept: Kept) -> None:
    start = NEXT_DAY + timedelta(hours=3)
    with closing(unlock(kept.folder, FIRST, start=start, heads=kept.heads)) as session:
        own_keys.make_keys_own(session, old=passphrase(FIRST), new=passphrase(OWN))


@contextmanager
def program_of(kept: Kept, hours: int) -> Iterator[OwnProgram]:
    start = NEXT_DAY + timedelta(hours=hours)
    with own_program(kept.folder, typed_by(ADMINISTRATOR), start=start) as program:
        yield program


def becomes(kept: Kept, program: OwnProgram, *, first: int | None = None) -> None:
    """Let the program sign as the prosecutor, in a session that the kept key certifies."""
    session = program.session
    user = registry.USER.find(session.read, kept.user_id)
    assert user is not None
    session.author = new_entry_author(
        session.office_record,
        user,
        kept.keys,
        first=first or session.journal.size + 1,
        reading=session.clock.read(),
        environment=session.environment,
    )


def write_as(kept: Kept, program: OwnProgram) -> None:
    """Write an act of the prosecutor, and then one of one's own, so that the last head is one's own."""
    mine = program.session.author
    becomes(kept, program)
    case = replace(registry.CASE_FILE.all(program.session.read)[0], reference="2026/666")
    program.say(VaultAction.ENTRY_CORRECTED, case.id, case)
    program.session.author = mine
    program.say(VaultAction.PASSPHRASE_CHANGED, mine.user.id)


def test_until_then_the_kept_keys_open_and_sign(kept: Kept):
    with closing(unlock(kept.folder, start=AFTERWARDS)) as judge:
        assert Compartment.IDENTITIES in kept.opens(judge)
        made = {each.user.name: each.by for each in own_keys.list_keys_made(judge)}
        assert made[NAME] == user_of(judge, ADMINISTRATOR).name
        told_of = {
            each.values["user"]: each.values["by"]
            for each in health.check_vault(judge).surroundings
            if each.key == "keys-made.by-another"
        }
        assert told_of[NAME] == made[NAME]


def test_afterwards_the_kept_keys_open_nothing_that_is_sealed(kept: Kept):
    make_own(kept)

    with closing(unlock(kept.folder, start=AFTERWARDS)) as judge:
        assert kept.opens(judge) == set()
        for purpose in KeyPurpose:
            stored = rows.get_private_key(judge.read, kept.user_id, purpose)
            context = private_key_context(judge.vault.vault_id, kept.user_id, purpose)
            with pytest.raises(SealedValueDamagedError):
                sealing.unseal(kept.user_key, stored, context=context)
        assert not broken(judge.opening.findings)
        assert not broken(health.check_vault(judge).findings)


def test_a_session_that_the_kept_key_certifies_is_named(kept: Kept):
    make_own(kept)
    with program_of(kept, 5) as program:
        write_as(kept, program)

    unlocked, checked = told(kept.folder)
    assert "identity-withdrawn" in unlocked
    assert "identity-withdrawn" in checked


def test_a_session_that_it_certified_before_signs_nothing_that_passes(kept: Kept):
    with closing(unlock(kept.folder, start=NEXT_DAY + timedelta(hours=2))) as session:
        first = session.journal.size + 1
    make_own(kept)
    with program_of(kept, 5) as program:
        mine = program.session.author
        becomes(kept, program, first=first)
        exhibit = registry.EXHIBIT.all(program.session.read)[0]
        program.say(VaultAction.EXHIBIT_NOTE_CORRECTED, exhibit.id)
        program.session.author = mine
        program.say(VaultAction.PASSPHRASE_CHANGED, mine.user.id)

    unlocked, checked = told(kept.folder)
    assert "identity-replaced" in unlocked
    assert "identity-replaced" in checked
    with closing(unlock(kept.folder, start=AFTERWARDS)) as judge:
        judge.opening = replace(judge.opening, findings=())  # let it leave whatever the unlock says
        root = sha256(root_certificate(judge.office_record)).hexdigest()
        data = extract_of(judge, [exhibit.id]).data
    found = check_extract(data, trusted_root_sha256=root, verify_signature=verify_signature)
    assert any("key-superseded" in repr(each) for each in found)


def test_an_approval_by_the_kept_key_is_refused(kept: Kept):
    make_own(kept)
    start = NEXT_DAY + timedelta(hours=5)
    with closing(unlock(kept.folder, typed_by(ADMINISTRATOR), start=start, heads=kept.heads)) as session:

        def forged(about: str) -> Approval:
            at = session.clock.read().at
            asked = Approval(
                id=RowId(session.new_id(at)),
                kind=SecondKind.APPROVED,
                act=TwoPersonAct.ADD_USER,
                subject=about,
                requested_by=session.user.id,
                approved_by=kept.user_id,
                at=at,
            )
            signer = kept.keys.signer
            return replace(asked, signature=signer.sign(statement(asked, session.vault_id)).hex())

        with pytest.raises(ApprovalForgedError):
            users.add_user(
                session,
                name="Somebody",
                role=UserRole.AUDITOR,
                passphrase=passphrase("walnut harbour cobalt thimble ninety"),
                own_passphrase=passphrase(typed_by(ADMINISTRATOR)),
                second=forged,
            )


def test_keys_that_are_replaced_by_the_kept_ones_again_are_named(kept: Kept):
    """The act itself, written once more with the kept key."""
    make_own(kept)
    with program_of(kept, 5) as program:
        mine = program.session.author
        becomes(kept, program)
        user = registry.USER.find(program.session.read, kept.user_id)
        assert user is not None
        program.say(VaultAction.KEYS_MADE_OWN, user.id, replace(user, receiving_key=user.first_receiving_key))
        program.session.author = mine
        program.say(VaultAction.PASSPHRASE_CHANGED, mine.user.id)

    unlocked, checked = told(kept.folder)
    assert {"user-forged", "identity-withdrawn"} <= unlocked
    assert {"user-forged", "identity-withdrawn"} <= checked


def test_somebody_else_makes_nobodys_keys(kept: Kept):
    with program_of(kept, 5) as program:
        user = registry.USER.find(program.session.read, kept.user_id)
        assert user is not None
        made = compartments.ReceivingKey.from_bytes(
            compartments.new_receiving_key(program.session.environment.randomness)
        )
        program.say(
            VaultAction.KEYS_MADE_OWN,
            user.id,
            replace(
                user,
                receiving_key=b64encode(made.public).decode(),
                first_receiving_key=user.receiving_key,
            ),
        )

    unlocked, checked = told(kept.folder)
    assert {"user-forged", "act-exceeded.own"} <= unlocked
    assert {"user-forged", "act-exceeded.own"} <= checked
