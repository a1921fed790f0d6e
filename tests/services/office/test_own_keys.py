"""A user makes their keys their own: in their own session, by one act, with everything that they hold."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.office.test_identities import FILE
from tests.services.persons.test_sealed import colleague, office, typed_by
from tests.support.offices import NEXT_DAY, Small, act, case_file, copy_of, unlock
from tests.support.vaults import passphrase
from thb_desktop.crypto.certificates import read_holder
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import Compartment, CustodyAction, IdentityKind, UserRole
from thb_desktop.errors import (
    OwnKeysWaitError,
    PassphraseTakenError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.bundling import extracts
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.compartments import (
    holders_in,
    identity_context,
    open_compartment,
    unsealed,
)
from thb_desktop.services.core.keys import leaf_of
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody
from thb_desktop.services.keeping import health
from thb_desktop.services.office import identities, own_keys, renewing, users
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.custody import check_extract

__all__ = ["office"]

NEW = "copper lantern meadow thistle orchard"
PROSECUTOR, CLERK, JUDGE = UserRole.PROSECUTOR, UserRole.CLERK, UserRole.INVESTIGATING_JUDGE


@pytest.fixture
def folder(office: tuple[Path, Small, object], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "v.thbvault")


@pytest.fixture
def prosecutor(folder: Path) -> Iterator[Session]:
    with closing(unlock(folder, typed_by(PROSECUTOR))) as session:
        yield session


def made_by(session: Session, typed: str, new: str = NEW) -> own_keys.KeysMade:
    return own_keys.make_keys_own(session, old=passphrase(typed), new=passphrase(new))


def faults(found: tuple[Finding, ...]) -> list[str]:
    return [each.key for each in found if each.standing is Standing.BROKEN]


def actions(session: Session, *, last: int) -> list[str]:
    return [each.parsed().action for each in chain.entries(session.read)][-last:]


def test_the_keys_of_an_added_user_are_told_to_be_made_by_who_added_them(prosecutor: Session):
    told = {each.user.role: each.by for each in own_keys.list_keys_made(prosecutor)}

    assert told[JUDGE] == ""
    assert told[PROSECUTOR] == told[CLERK] == colleague(prosecutor, JUDGE).name


def test_who_holds_the_roots_key_has_new_keys_by_one_act(folder: Path, prosecutor: Session):
    before, keys = prosecutor.user, prosecutor.keys
    held = {part for part in Compartment if before.id in holders_in(prosecutor, part)}
    versions = {each.compartment: each.version for each in registry.COMPARTMENT_VERSION.all(prosecutor.read)}

    made = made_by(prosecutor, typed_by(PROSECUTOR))

    assert (made.by, made.waits) == ("", False)
    assert actions(prosecutor, last=2) == [VaultAction.KEYS_MADE_OWN, VaultAction.HOLDERS_RECORDED]
    assert {part for part in Compartment if before.id in holders_in(prosecutor, part)} == held
    for each in registry.COMPARTMENT_VERSION.all(prosecutor.read):
        assert each.version == versions[each.compartment] + 1
        assert open_compartment(each.compartment, prosecutor)
    assert prosecutor.keys.receiving.public != keys.receiving.public
    assert prosecutor.keys.signer.public_key != keys.signer.public_key
    cases.open_case(prosecutor, case_file(reference="2026/77"))
    prosecutor.close()

    with pytest.raises(WrongPassphraseError):
        unlock(folder, typed_by(PROSECUTOR))
    with closing(unlock(folder, NEW, start=NEXT_DAY)) as again:
        assert not faults(again.opening.findings)
        assert again.keys.signer.public_key != keys.signer.public_key
        assert again.keys.receiving.public != keys.receiving.public
        (kept,) = registry.SEALED_IDENTITY.all(again.read)
        context = identity_context(again.vault.vault_id, kept.person_id)
        assert unsealed(Compartment.IDENTITIES, kept.sealed, context, again)
        cases.open_case(again, case_file(reference="2026/78"))
        assert not faults(health.check_vault(again).findings)
    with closing(unlock(folder, start=NEXT_DAY)) as judge:
        assert not faults(judge.opening.findings)
        assert open_compartment(Compartment.IDENTITIES, judge)
        assert open_compartment(Compartment.ROOT_KEY, judge)


@pytest.mark.parametrize("acts", [0, 1])
def test_what_a_user_checked_stays_marked_for_their_new_key(folder: Path, tmp_path: Path, acts: int):
    heads = tmp_path / "heads"
    with closing(unlock(folder, typed_by(PROSECUTOR), heads=heads)) as session:
        made_by(session, typed_by(PROSECUTOR))
        for number in range(acts):
            cases.open_case(session, case_file(reference=f"2026/{number}"))
        size = session.journal.size

    with closing(unlock(folder, NEW, start=NEXT_DAY, heads=heads)) as again:
        head = chain.head_at(again.read, size)
        assert head is not None
        assert again.heads is not None
        assert again.heads.checked_before({size: head.parsed().root}) == size


def test_who_does_not_hold_the_roots_key_signs_with_the_new_one_once_it_is_certified(folder: Path):
    with closing(unlock(folder, typed_by(CLERK))) as clerk:
        former = clerk.keys
        made = made_by(clerk, typed_by(CLERK))

        assert made.waits
        assert clerk.keys.signer.public_key == former.signer.public_key
        assert clerk.keys.receiving.public != former.receiving.public
        assert open_compartment(Compartment.IDENTITIES, clerk)
        with pytest.raises(OwnKeysWaitError):
            made_by(clerk, NEW, "another " + NEW)

    with closing(unlock(folder)) as judge:
        assert not faults(judge.opening.findings)
        assert "keys-made.wait" in {each.key for each in health.check_vault(judge).surroundings}
        assert clerk.user.name in {each.name for each in renewing.list_renewals(judge)}
        renewing.renew_certificates(judge)
        assert not faults(health.check_vault(judge).findings)

    with closing(unlock(folder, NEW, start=NEXT_DAY)) as clerk:
        assert not faults(clerk.opening.findings)
        assert clerk.keys.signer.public_key != former.signer.public_key
        assert own_keys.own_keys_made(clerk) == own_keys.KeysMade(user=clerk.user, by="", waits=False)
        cases.open_case(clerk, case_file(reference="2026/79"))
        assert not faults(health.check_vault(clerk).findings)


def test_the_act_can_be_done_once_more(folder: Path, prosecutor: Session):
    made_by(prosecutor, typed_by(PROSECUTOR))
    first = prosecutor.keys.signer.public_key

    made_by(prosecutor, NEW, "again " + NEW)

    assert prosecutor.keys.signer.public_key != first
    prosecutor.close()
    with closing(unlock(folder, "again " + NEW)) as again:
        assert read_holder(again.keys.signer.certificate or b"").public_key == again.keys.signer.public_key
        cases.open_case(again, case_file(reference="2026/80"))
        assert not faults(health.check_vault(again).findings)


def test_a_key_file_that_others_added_ends_with_the_act(prosecutor: Session):
    """Who kept the former key could have agreed to one of theirs."""
    own = typed_by(PROSECUTOR)
    file = {"file": FILE, "file_passphrase": bytearray(b"words")}
    added = identities.add_key_file(prosecutor, prosecutor.user.id, passphrase=passphrase(own), **file)
    assert key_of(prosecutor, own) == read_holder(leaf_of(added)).public_key

    made_by(prosecutor, own)

    (withdrawn,) = [each for each in identities.list_identities(prosecutor) if each.id == added.id]
    assert withdrawn.withdrawn_because == own_keys.BECAUSE
    assert key_of(prosecutor, NEW) == prosecutor.keys.signer.public_key


def key_of(session: Session, typed: str) -> bytes:
    """With which key the prosecutor would sign at a desk."""
    guest = users.signer_of(session, colleague(session, PROSECUTOR).id, passphrase(typed), any_key=True)
    return guest.keys.signer.public_key


def test_a_passphrase_that_cannot_be_changes_nothing(prosecutor: Session):
    own = typed_by(PROSECUTOR)
    for old, new, refusal in (
        ("wrong " + own, NEW, WrongPassphraseError),
        (own, "short", WeakPassphraseError),
        (own, own, PassphraseTakenError),
    ):
        with pytest.raises(refusal):
            made_by(prosecutor, old, new)

    assert VaultAction.KEYS_MADE_OWN not in actions(prosecutor, last=3)
    assert not [
        each for each in registry.SIGNING_IDENTITY.all(prosecutor.read) if each.kind is IdentityKind.OWN_KEY
    ]
    cases.open_case(prosecutor, case_file(reference="2026/81"))


def test_who_approves_afterwards_signs_with_the_new_key(folder: Path, prosecutor: Session):
    made_by(prosecutor, typed_by(PROSECUTOR))
    prosecutor.close()
    with closing(unlock(folder)) as judge:
        guest = users.signer_of(judge, colleague(judge, PROSECUTOR).id, passphrase(NEW))
        assert guest.keys.signer.public_key == prosecutor.keys.signer.public_key


def test_an_extract_of_what_was_signed_before_and_after_holds_for_a_stranger(folder: Path):
    with closing(unlock(folder)) as judge:
        own_keys.make_keys_own(judge, old=passphrase(), new=passphrase(NEW))
        exhibit = registry.EXHIBIT.all(judge.read)[0]
    with closing(unlock(folder, NEW, start=NEXT_DAY)) as judge:
        custody.record_custody_event(judge, exhibit.id, act(CustodyAction.STORED, occurred_at=NEXT_DAY))
        root = root_fingerprint(judge.office_record)
        data = extracts.extract_of(judge, [exhibit.id]).data

    found = check_extract(data, trusted_root_sha256=root)
    assert [each for each in found if each.standing is not Standing.HOLDS] == []
