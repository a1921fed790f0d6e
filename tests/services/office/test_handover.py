"""Succession: an office changes hands whole, is at no moment nobody's, and the record says what passed."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.offices import (
    BEGIN,
    JUDGE,
    NEXT_DAY,
    OFFICE,
    Small,
    act,
    copy_of,
    exhibit,
    new_office,
    small_case,
    unlock,
)
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.office import Handover
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    NotAllowedError,
    OldKeyslotLeftError,
    ReasonMissingError,
    RetiredError,
    ThbError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.findings import Standing, of_entry
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.compartments import holders_in, open_compartment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.keeping import health
from thb_desktop.services.office import handover, recovery, users, vaults
from thb_desktop.services.office.handover import HandedOver
from thb_desktop.vault import slots
from thb_desktop.vault.header import Header
from thb_desktop.vault.tables import chain, registry

SUCCESSOR = "Élise Marchal"
DAY_AFTER = NEXT_DAY + timedelta(days=1)


def handed_over(session: Session, **changes: object) -> HandedOver:
    given: dict[str, object] = {
        "name": SUCCESSOR,
        "passphrase": passphrase(OTHER_PASSPHRASE),
        "reason": "Appointed to the court of appeal",
        "own_passphrase": passphrase(),
        "second": ALONE,
    }
    return handover.hand_over(session, **{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault with a small case and one exhibit, and its recovery code."""
    folder = tmp_path_factory.mktemp("held") / "office.thbvault"

    def fill(session: Session) -> None:
        exhibits.register_exhibit(session, exhibit(small_case(session)), act(occurred_at=BEGIN))

    return folder, new_office(folder, fill)


@pytest.fixture
def office(held: tuple[Path, str], tmp_path: Path) -> Path:
    return copy_of(held[0], tmp_path / "office.thbvault")


def opens(folder: Path, text: str) -> bool:
    try:
        unlock(folder, text, start=DAY_AFTER).close()
    except (WrongPassphraseError, NotAllowedError):
        return False
    return True


@pytest.mark.requirement("SR-44")
def test_a_successor_holds_all_that_the_predecessor_held_and_the_predecessor_nothing(
    office: Path, held: tuple[Path, str]
):
    session = unlock(office)
    before = session.journal.size, session.journal.root.hex()

    passed = handed_over(session)

    assert not session.user.active
    with pytest.raises(RetiredError):
        session.verify_writable()
    session.close()
    with pytest.raises(WrongPassphraseError):
        unlock(office)
    with pytest.raises(WrongRecoveryCodeError):
        vaults.unlock_with_recovery_code(office, code=held[1], environment=session.environment)
    theirs = unlock(office, OTHER_PASSPHRASE, start=DAY_AFTER)
    assert theirs.user == passed.successor
    assert (theirs.user.name, theirs.user.role) == (SUCCESSOR, UserRole.INVESTIGATING_JUDGE)
    for compartment in Compartment:
        assert len(open_compartment(compartment, theirs)) == 32
    assert {finding.standing for finding in theirs.opening.findings} == {Standing.HOLDS}
    assert {found.standing for found in health.check_vault(theirs).findings} == {Standing.HOLDS}
    record = passed.record
    assert (record.entries, record.head) == before
    assert (record.cases, record.exhibits) == (1, 1)
    assert handover.list_handovers(theirs) == (record,)
    assert [signed.parsed().action for signed in chain.entries(theirs.read)][-3:] == [
        "OFFICE_HANDED_OVER",
        "USER_RETIRED",
        "HOLDERS_RECORDED",
    ]
    theirs.close()


@pytest.mark.requirement("SR-19")
def test_a_handover_that_keeps_its_author_or_tells_another_chain_is_named(office: Path):
    """By a program of one's own: the successor has everything, and the predecessor stays."""
    with pytest.MonkeyPatch.context() as own, closing(unlock(office)) as session:
        own.setattr(handover, "retire", lambda *_: None)
        own.setattr(handover, "Handover", lambda **told: Handover(**{**told, "head": "ab" * 32}))
        handed_over(session)
        size = session.journal.size

    with closing(unlock(office, OTHER_PASSPHRASE, start=DAY_AFTER)) as theirs:
        checked = health.check_vault(theirs).findings
        for found in (theirs.opening.findings, checked):
            named = [each for each in found if each.key in ("act-exceeded.retired", "act-exceeded.value")]
            assert [each.where for each in named] == [(of_entry(size),)] * 2
            assert {each.values["table"] for each in named} == {"user", "handover"}


@pytest.mark.requirement("SR-20")
def test_the_predecessor_never_has_the_keys_of_what_the_successor_seals(office: Path):
    session = unlock(office)
    predecessor = session.user.id
    handed_over(session)
    session.close()

    theirs = unlock(office, OTHER_PASSPHRASE, start=DAY_AFTER)

    made = {each.compartment: each for each in registry.COMPARTMENT_VERSION.all(theirs.read)}
    root = made.pop(Compartment.ROOT_KEY)
    assert {(each.set_by, each.version, each.renewal_due) for each in made.values()} == {
        (theirs.user.id, 2, False)
    }
    assert (root.set_by, root.version) == (predecessor, 1)
    assert all(holders_in(theirs, part) == {theirs.user.id} for part in Compartment)
    theirs.close()


def test_the_successors_recovery_code_opens_and_they_can_add_users(office: Path):
    session = unlock(office)
    code = handed_over(session).recovery_code
    session.close()

    again = vaults.unlock_with_recovery_code(office, code=code, environment=session.environment)
    again.close()
    theirs = unlock(office, OTHER_PASSPHRASE, start=DAY_AFTER)
    added = users.add_user(
        theirs,
        name="Marc Lejeune",
        role=UserRole.CLERK,
        passphrase=passphrase("velvet copper meadow anchor ribbon"),
        own_passphrase=passphrase(OTHER_PASSPHRASE),
        second=ALONE,
    )

    assert users.get_user(theirs, added.id).active
    assert len(cases.list_cases(theirs)) == 1
    assert theirs.office == OFFICE
    theirs.close()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"name": JUDGE}, AlreadyExistsError),
        ({"reason": " "}, ReasonMissingError),
        ({"passphrase": "secret"}, WeakPassphraseError),
        ({"own_passphrase": "velvet copper meadow anchor ribbon"}, WrongPassphraseError),
    ],
)
def test_what_is_refused_hands_over_nothing(session: Session, changes: dict[str, str], error: type[ThbError]):
    size, headers = session.journal.size, session.vault.layout.header.read_bytes()
    typed = {name: passphrase(text) if "passphrase" in name else text for name, text in changes.items()}

    with pytest.raises(error):
        handed_over(session, **typed)

    assert (session.journal.size, session.vault.layout.header.read_bytes()) == (size, headers)
    assert session.user.active
    assert not any(each for secret in typed.values() if isinstance(secret, bytearray) for each in secret)


@pytest.mark.requirement("SR-44")
def test_cut_short_at_any_writing_of_the_header_the_office_has_a_holder(
    office: Path, monkeypatch: pytest.MonkeyPatch
):
    original, start = slots.write_header, {}
    for path in office.iterdir():
        if path.is_file():
            start[path] = path.read_bytes()

    def cut_short(path: Path, header: Header) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        original(path, header)

    found = []
    for allowed in range(5):
        for path, content in start.items():
            path.write_bytes(content)
        left = allowed
        session = unlock(office)
        with monkeypatch.context() as patch:
            patch.setattr(slots, "write_header", cut_short)
            try:
                handed_over(session)
            except KeyboardInterrupt:
                assert allowed < 4
        session.close()
        found.append([text for text in (PASSPHRASE, OTHER_PASSPHRASE) if opens(office, text)])

    assert found == [[PASSPHRASE], [PASSPHRASE], [OTHER_PASSPHRASE], [OTHER_PASSPHRASE], [OTHER_PASSPHRASE]]


@pytest.mark.requirement("SR-44")
def test_an_old_way_that_cannot_be_taken_is_said_at_once_and_at_the_next_unlock(
    office: Path, monkeypatch: pytest.MonkeyPatch
):
    original, written = slots.write_header, 0

    def full(path: Path, header: Header) -> None:
        nonlocal written
        written += 1
        if written > 2:
            raise OSError(28, "No space left on device")
        original(path, header)

    session = unlock(office)
    with monkeypatch.context() as patch:
        patch.setattr(slots, "write_header", full)
        with pytest.raises(OldKeyslotLeftError):
            handed_over(session)
    session.close()

    with pytest.raises(RetiredError):
        unlock(office)
    theirs = unlock(office, OTHER_PASSPHRASE, start=DAY_AFTER)
    assert {"way-of-nobody", "header-rolled-back"} <= {finding.code for finding in theirs.opening.findings}
    recovery.renew_recovery_code(theirs, own_passphrase=passphrase(OTHER_PASSPHRASE))
    theirs.close()
    again = unlock(office, OTHER_PASSPHRASE, start=DAY_AFTER + timedelta(days=1))
    assert {finding.standing for finding in again.opening.findings} == {Standing.HOLDS}
    again.close()


def test_an_office_of_the_small_case_is_handed_over_with_its_case(session: Session, small: Small):
    passed = handed_over(session)

    assert (passed.record.cases, passed.record.exhibits) == (1, 0)
    assert small.case.id
