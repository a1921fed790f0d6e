"""Recovery shares of an office: several holders open the vault together, and then set a new passphrase."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.offices import JUDGE, NEXT_DAY, copy_of, environment, new_office, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.shares import ShareSet, new_secret, split
from thb_desktop.errors import (
    NoSharesError,
    NotAllowedError,
    ShareForeignError,
    ShareNumberError,
    SharesTooFewError,
    ShareTwiceError,
    ShareTypoError,
    ThbError,
    ValueRefusedError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongSharePassphraseError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health, surroundings
from thb_desktop.services.office import recovery, vaults
from thb_desktop.services.office.recovery import Holder, RecoveryShare
from thb_desktop.vault.header import IDS_IN_CLEAR, Header
from thb_desktop.vault.journal import Event
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.tables import chain
from thb_desktop.vault.unlocked import shares_slot
from thb_desktop.vault.unlocking import open_header

WORDS = (
    "lantern orchard violet amber canal",
    "cinder marble thistle granite willow",
    "meadow anchor ribbon velvet copper",
)
NAMES = ("Anne Dupont", "Bart Maes", "Carla Neri")


def made_by(session: Session, needed: int = 2, names: Sequence[str] = NAMES) -> tuple[RecoveryShare, ...]:
    holders = [
        Holder(name=name, passphrase=passphrase(text)) for name, text in zip(names, WORDS, strict=False)
    ]
    return recovery.make_recovery_shares(session, needed=needed, holders=holders, own_passphrase=passphrase())


def typed(*shares: RecoveryShare) -> list[tuple[str, bytearray]]:
    return [(share.text, passphrase(WORDS[share.number - 1])) for share in shares]


def opened_with(folder: Path, given: list[tuple[str, bytearray]]) -> Session:
    return vaults.unlock_with_shares(folder, given=given, environment=environment(NEXT_DAY))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[RecoveryShare, ...]]:
    folder = tmp_path_factory.mktemp("shared") / "office.thbvault"
    new_office(folder)
    session = unlock(folder)
    shares = made_by(session)
    session.close()
    return folder, shares


@pytest.fixture
def office(shared: tuple[Path, tuple[RecoveryShare, ...]], tmp_path: Path) -> Path:
    return copy_of(shared[0], tmp_path / "office.thbvault")


@pytest.fixture
def shares(shared: tuple[Path, tuple[RecoveryShare, ...]]) -> tuple[RecoveryShare, ...]:
    return shared[1]


def last_event(session: Session) -> Event:
    opening = chain.last_opening(session.read)
    assert opening
    return Event.parse(opening.payload)


def test_each_holder_gets_one_share_and_the_event_names_them(office: Path, shares: tuple[RecoveryShare, ...]):
    session = unlock(office, start=NEXT_DAY)

    told = last_event(session)

    assert [(share.number, share.holder, share.needed, share.total) for share in shares] == [
        (1, "Anne Dupont", 2, 3),
        (2, "Bart Maes", 2, 3),
        (3, "Carla Neri", 2, 3),
    ]
    assert (told.action, told.reason) == (
        "RECOVERY_SHARES_MADE",
        "2 of 3: Anne Dupont, Bart Maes, Carla Neri",
    )
    assert [slot.kind for slot in session.vault.slots][-1] is SlotKind.SHARES
    assert session.office_record.header_epoch == session.vault.epoch
    session.close()


def test_two_holders_open_the_vault_and_a_new_passphrase_is_set(
    office: Path, shares: tuple[RecoveryShare, ...]
):
    given = typed(shares[2], shares[0])

    session = opened_with(office, given)

    assert session.user.name == JUDGE
    assert not any(each for _, secret in given for each in secret)
    vaults.set_passphrase_by_recovery(session, passphrase(OTHER_PASSPHRASE), second=ALONE)
    assert (last_event(session).action, last_event(session).reason) == (
        "PASSPHRASE_RECOVERED",
        "by the recovery shares 1, 3",
    )
    with pytest.raises(NotAllowedError):
        vaults.set_passphrase_by_recovery(session, passphrase(), second=ALONE)
    session.close()
    with pytest.raises(WrongPassphraseError):
        unlock(office)
    again = unlock(office, OTHER_PASSPHRASE, start=NEXT_DAY + timedelta(days=1))
    assert {found.standing for found in health.check_vault(again).findings} <= {
        Standing.HOLDS,
        Standing.UNKNOWN,
    }
    again.close()
    opened_with(office, typed(shares[0], shares[1])).close()


@pytest.mark.requirement("SR-44")
def test_a_new_set_takes_the_place_of_the_old_one(office: Path, shares: tuple[RecoveryShare, ...]):
    session = unlock(office, start=NEXT_DAY)
    newer = made_by(session, needed=3)
    assert [slot.kind for slot in session.vault.slots].count(SlotKind.SHARES) == 1
    session.close()

    with pytest.raises(ShareForeignError):
        opened_with(office, typed(*shares[:2]))
    with pytest.raises(ShareForeignError):
        opened_with(office, typed(newer[0], newer[1], shares[2]))
    with pytest.raises(SharesTooFewError):
        opened_with(office, typed(*newer[:2]))
    opened_with(office, typed(*newer)).close()


def mistyped(share: RecoveryShare) -> RecoveryShare:
    wrong = "7" if share.text[0] != "7" else "8"
    return RecoveryShare(
        number=share.number,
        needed=share.needed,
        total=share.total,
        holder=share.holder,
        text=wrong + share.text[1:],
    )


def test_what_is_wrong_with_shares_is_named_and_every_passphrase_is_overwritten(
    office: Path, shares: tuple[RecoveryShare, ...]
):
    swapped = [(shares[0].text, passphrase(WORDS[1])), (shares[1].text, passphrase(WORDS[1]))]
    refused: list[tuple[list[tuple[str, bytearray]], type[ThbError]]] = [
        (typed(mistyped(shares[0]), shares[1]), ShareTypoError),
        (typed(shares[0]), SharesTooFewError),
        ([], SharesTooFewError),
        (typed(shares[0], shares[0]), ShareTwiceError),
        (swapped, WrongSharePassphraseError),
    ]
    before = (office / "header").read_bytes()

    for given, error in refused:
        with pytest.raises(error):
            opened_with(office, given)
        assert not any(each for _, secret in given for each in secret)

    assert (office / "header").read_bytes() == before


def test_a_vault_without_shares_says_so_and_anothers_shares_are_foreign(
    tmp_path: Path, shares: tuple[RecoveryShare, ...]
):
    folder = tmp_path / "other.thbvault"
    new_office(folder)
    with pytest.raises(NoSharesError):
        opened_with(folder, typed(*shares[:2]))
    session = unlock(folder)
    made_by(session)
    session.close()

    with pytest.raises(ShareForeignError):
        opened_with(folder, typed(*shares[:2]))


@pytest.mark.parametrize(
    ("needed", "names", "error"),
    [
        (1, NAMES, ShareNumberError),
        (4, NAMES, ShareNumberError),
        (2, ("Anne Dupont", " ", "Carla Neri"), ValueRefusedError),
    ],
)
def test_a_set_that_cannot_be_made_changes_nothing(
    office: Path, needed: int, names: tuple[str, ...], error: type[ThbError]
):
    session = unlock(office, start=NEXT_DAY)
    before = (office / "header").read_bytes(), session.journal.size

    with pytest.raises(error):
        made_by(session, needed, names)

    assert ((office / "header").read_bytes(), session.journal.size) == before
    session.close()


def test_a_holder_whose_passphrase_is_easy_to_guess_gets_no_share(session: Session):
    holders = [
        Holder(name="Anne Dupont", passphrase=passphrase(WORDS[0])),
        Holder(name="Bart Maes", passphrase=passphrase("secret")),
    ]
    own = passphrase()

    with pytest.raises(WeakPassphraseError):
        recovery.make_recovery_shares(session, needed=2, holders=holders, own_passphrase=own)

    assert not any(own)
    assert not any(each for holder in holders for each in holder.passphrase)


@pytest.fixture
def first_shares(office: Path) -> tuple[RecoveryShare, ...]:
    """A vault as the first version left it: ids in clear in the header, and shares that need one of them."""
    session, secret = unlock(office), new_secret(secrets.token_bytes)
    with session.vault.keyring(passphrase()) as ring:
        (given,) = ring.give(shares_slot(session.vault.user_id, secret, ring.user_key, FLOOR))
    vault_id = session.vault.vault_id
    made_set = ShareSet(vault_id=vault_id, set_id=given.slot_id, needed=2, total=3, costs=FLOOR)
    made = split(secret, made_set, [passphrase(text) for text in WORDS])
    session.close()
    opened = open_header(Layout(office), passphrase(), kind=SlotKind.PASSPHRASE)
    known = opened.header
    bare = Header(vault_id=known.vault_id, epoch=known.epoch, slots=known.slots, version=IDS_IN_CLEAR)
    with known.key(opened.master_key) as key:
        for name in ("header", "header.copy"):
            (office / name).write_bytes(bare.sealed(key).to_bytes())
    return tuple(
        RecoveryShare(
            number=share.number, needed=share.needed, total=share.total, holder=name, text=share.to_text()
        )
        for share, name in zip(made, NAMES, strict=True)
    )


def told_of_ids(session: Session) -> bool:
    return "ids-in-header" in {found.code for found in surroundings.check_surroundings(session)}


@pytest.mark.requirement("SR-5", "SR-44")
def test_shares_of_the_first_version_open_the_vault_until_they_are_made_again(
    office: Path, first_shares: tuple[RecoveryShare, ...]
):
    session = unlock(office)
    raw = (office / "header").read_bytes()
    assert session.vault.vault_id in raw
    assert told_of_ids(session)
    session.close()
    opened_with(office, typed(*first_shares[:2])).close()

    session = unlock(office, start=NEXT_DAY + timedelta(days=1))
    new = made_by(session)

    assert session.vault.vault_id not in (office / "header").read_bytes()
    assert session.vault.vault_id not in (office / "header.copy").read_bytes()
    assert not told_of_ids(session)
    session.close()
    with pytest.raises(ShareForeignError):
        opened_with(office, typed(*first_shares[:2]))
    opened_with(office, typed(*new[1:])).close()
