"""A second person refuses a release: an entry of their own, with why; nothing is barred by it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.offices import Small, copy_of, new_office, registered, small_case, unlock
from tests.support.second_person import add_colleague, approval
from tests.support.transfers import AT_HOME
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import ReasonMissingError, SecondIsFirstError, WrongSecondPassphraseError
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import second_person
from thb_desktop.vault.tables import chain, registry

COLLEAGUE, WHY = "Marc Lejeune", "Leave E-1 out: it names her sister"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    """A vault with a judge, a custodian with the other passphrase, and a small case."""
    folder = tmp_path_factory.mktemp("refused") / "office.thbvault"
    kept: list[Small] = []

    def fill(session: Session) -> None:
        kept.append(small_case(session))
        add_colleague(session, COLLEAGUE, UserRole.EVIDENCE_CUSTODIAN)

    new_office(folder, fill)
    return folder, kept[0]


@pytest.fixture
def vault(office: tuple[Path, Small], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "office.thbvault")


@pytest.fixture
def session(vault: Path) -> Iterator[Session]:
    opened = unlock(vault)
    yield opened
    opened.close()


@pytest.fixture
def small(office: tuple[Path, Small]) -> Small:
    return office[1]


def refuse(session: Session, small: Small, reason: str = WHY, text: str = OTHER_PASSPHRASE) -> None:
    (colleague,) = second_person.list_second_persons(session, TwoPersonAct.RELEASE_BUNDLE)
    second_person.refuse_release(
        session, small.case.id, user_id=colleague.id, passphrase=passphrase(text), reason=reason
    )


def test_a_refusal_is_an_entry_of_who_refused_and_the_vault_stays_sound(
    session: Session, small: Small, vault: Path
):
    refuse(session, small)

    (colleague,) = second_person.list_second_persons(session, TwoPersonAct.RELEASE_BUNDLE)
    ((signed, _),) = chain.acts_of(session.read, small.case.id, VaultAction.RELEASE_REFUSED)
    told = second_person.last_refusal(session, small.case.id)
    assert signed.parsed().agent == colleague.id
    assert told is not None
    assert (told.by, told.reason, told.at) == (COLLEAGUE, WHY, signed.parsed().at)
    registered(session, small)  # the session goes on in its own name
    assert [*chain.entries(session.read)][-1].parsed().agent == session.user.id
    assert Standing.BROKEN not in {each.standing for each in health.check_vault(session).findings}
    session.close()
    again = unlock(vault)
    assert Standing.BROKEN not in {each.standing for each in again.opening.findings}
    assert second_person.last_refusal(again, small.case.id) == told
    again.close()


@pytest.mark.parametrize("text", [PASSPHRASE, OTHER_PASSPHRASE])
def test_a_computer_that_remembers_finds_nothing_wrong_after_a_refusal(
    vault: Path, small: Small, tmp_path: Path, text: str
):
    """Neither of who was asked nor of who refused."""
    for typed in (OTHER_PASSPHRASE, PASSPHRASE):
        with closing(unlock(vault, typed, heads=tmp_path / "heads")) as seen:
            if typed == PASSPHRASE:
                refuse(seen, small)

    with closing(unlock(vault, text, heads=tmp_path / "heads")) as again:
        assert Standing.BROKEN not in {each.standing for each in again.opening.findings}


def test_what_is_asked_once_more_is_approved_and_the_refusal_is_told_no_longer(
    session: Session, small: Small, tmp_path: Path
):
    taken = registered(session, small)
    refuse(session, small)
    (colleague,) = second_person.list_second_persons(session, TwoPersonAct.RELEASE_BUNDLE)
    options = bundles.BundleOptions(
        languages=("fr",),
        purpose="EIO",
        recipient="Tribunal",
        interview_ids=(),
        exhibit_ids=(taken.id,),
        released_with=colleague.id,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, small.case.id, options)
    given = approval(session, colleague, TwoPersonAct.RELEASE_BUNDLE, prepared.sha256)

    bundles.sign_bundle(session, prepared, tmp_path / "b.pdf", second=given)

    assert second_person.last_refusal(session, small.case.id) is None
    assert len(registry.BUNDLE.all(session.read)) == 1


def test_nobody_refuses_without_why_in_anothers_name_or_for_themselves(session: Session, small: Small):
    with pytest.raises(ReasonMissingError):
        refuse(session, small, reason=" \u200b")
    with pytest.raises(WrongSecondPassphraseError):
        refuse(session, small, text="not the one of the colleague")
    with pytest.raises(SecondIsFirstError):
        second_person.refuse_release(
            session, small.case.id, user_id=session.user.id, passphrase=passphrase(), reason=WHY
        )

    assert second_person.last_refusal(session, small.case.id) is None
