"""What the tests of colleagues stand on: an office with somebody of every role who can open the vault."""

from functools import partial
from pathlib import Path

import pytest

from tests.support.colleagues import JUDGE, typed_by
from tests.support.forged_bundles import ROLES, WORDS
from tests.support.offices import NEXT_DAY, copy_of, held_interview, new_office, small_case, unlock
from tests.support.once import made_once
from tests.support.second_person import ALONE, approval, asked
from tests.support.vaults import passphrase
from thb_desktop.domain.people import User
from thb_desktop.domain.second_person import AskSecond
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.samples import load_sample_case


def hired(session: Session, role: UserRole, second: AskSecond) -> User:
    return users.add_user(
        session,
        name=f"{role.value.title()} Exemple",
        role=role,
        passphrase=passphrase(typed_by(role)),
        own_passphrase=passphrase(),
        second=second,
    )


@pytest.fixture(scope="session")
def whole_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A judge with a colleague of every role, two cases and a draft; this computer has seen it once."""

    def fill(session: Session) -> None:
        load_sample_case(session, "schelde")
        held_interview(session, small_case(session))
        clerk = hired(session, UserRole.CLERK, ALONE)
        for role in set(UserRole) - {JUDGE, UserRole.CLERK, UserRole.INTERPRETER}:
            hired(session, role, partial(approval, session, clerk, TwoPersonAct.ADD_USER))

    def make(place: Path) -> None:
        new_office(place / "office.thbvault", fill)
        unlock(place / "office.thbvault", start=NEXT_DAY, heads=place / "heads").close()

    return made_once(tmp_path_factory, "whole", make) / "office.thbvault"


@pytest.fixture
def office_copy(whole_office: Path, tmp_path: Path) -> Path:
    """A copy of the vault, beside a copy of what this computer remembers of it."""
    copy_of(whole_office.parent / "heads", tmp_path / "heads")
    return copy_of(whole_office, tmp_path / "office.thbvault")


@pytest.fixture(scope="session")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with case PERLA, a judge, a clerk, a custodian and an analyst; to copy before it is touched."""

    def fill(session: Session) -> None:
        load_sample_case(session, "perla")
        for name, words in WORDS.items():
            users.add_user(
                session,
                name=name,
                role=ROLES[name],
                passphrase=passphrase(words),
                own_passphrase=passphrase(),
                second=asked(session, TwoPersonAct.ADD_USER),
            )

    def make(place: Path) -> None:
        new_office(place / "office.thbvault", fill)

    return made_once(tmp_path_factory, "staffed", make) / "office.thbvault"
