"""From a vault that was found broken nothing is given away: no extract, no bundle, no approval."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.bundling.test_bundles import perla, small_choice
from tests.support.offices import NEXT_DAY, by_hand, copy_of, keeping_triggers, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import TablesDifferError
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.office import second_person, users


@pytest.fixture
def found_broken(sample_office: Path, tmp_path: Path) -> Iterator[Session]:
    """A session in a vault in which somebody changed an exhibit outside the event chain."""
    folder = copy_of(sample_office, tmp_path / "broken.thbvault")
    session = unlock(folder)
    users.add_user(
        session,
        name="Clerk Three",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    with by_hand(session) as connection, keeping_triggers(connection):
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE exhibit SET source = 'Nowhere'")
    session.close()
    opened = unlock(folder, start=NEXT_DAY)
    yield opened
    opened.close()


@pytest.mark.requirement("SR-15")
def test_a_vault_that_was_found_broken_gives_no_extract(found_broken: Session):
    kept = exhibits.list_exhibits(found_broken, perla(found_broken).id)

    with pytest.raises(TablesDifferError):
        extract_of(found_broken, [kept[0].exhibit.id])

    assert len(kept) > 1


@pytest.mark.requirement("SR-15")
def test_a_vault_that_was_found_broken_gives_no_bundle(found_broken: Session):
    case = perla(found_broken)
    choice = small_choice(found_broken, case)

    with pytest.raises(TablesDifferError):
        bundles.prepare_bundle(found_broken, case.id, choice)


@pytest.mark.requirement("SR-15", "SR-20")
def test_in_a_vault_that_was_found_broken_nobody_approves_anything(found_broken: Session):
    clerk = next(each for each in users.list_users(found_broken) if each.role is UserRole.CLERK)
    typed = passphrase(OTHER_PASSPHRASE)

    with pytest.raises(TablesDifferError):
        second_person.approve(
            found_broken,
            act=TwoPersonAct.RELEASE_BUNDLE,
            subject="00" * 32,
            user_id=clerk.id,
            passphrase=typed,
        )

    assert not any(typed)
