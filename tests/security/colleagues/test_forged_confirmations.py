"""A bundle with confirmations of transfers that nobody gave, made by a colleague with their own program."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.services.bundling.test_bundles import perla, small_choice
from tests.support.forged_bundles import (
    CUSTODIAN,
    Forged,
    broken,
    by_script,
    extract_for,
    honest,
    user,
    with_cover,
    with_extract,
)
from tests.support.offices import JUDGE, NEXT_DAY, act, copy_of, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.confirmations import NOTHING_SAID, transfer_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import (
    ConfirmationWay,
    CustodyAction,
    TransferParty,
    UserRole,
)
from thb_desktop.ledger.extract import Extract
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody
from thb_desktop.vault.tables import registry
from thb_desktop.verify.bundle.events import CONFIRMED

AFTERWARDS = NEXT_DAY


@pytest.fixture(scope="module")
def handed(staffed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault in which two exhibits were handed to a laboratory; copy it before touching it."""
    folder = copy_of(staffed, tmp_path_factory.mktemp("handed") / "judge.thbvault")
    session = unlock(folder)
    for exhibit in (chosen(session), other(session)):
        custody.record_custody_event(
            session,
            exhibit.id,
            act(CustodyAction.TRANSFER_OUT, from_party=JUDGE, to_party="Laboratory"),
        )
    session.close()
    return folder


@pytest.fixture
def program(handed: Path, tmp_path: Path) -> Iterator[OwnProgram]:
    """The judge's own program, on a copy of it."""
    folder = copy_of(handed, tmp_path / "judge.thbvault")
    with own_program(folder, PASSPHRASE, start=AFTERWARDS) as opened:
        opened.session.read.execute("PRAGMA ignore_check_constraints = ON")
        yield opened


def chosen(session: Session) -> Exhibit:
    """The exhibit that the bundle tells."""
    (own,) = small_choice(session, perla(session)).exhibit_ids
    return registry.EXHIBIT.find(session.read, own)


def other(session: Session) -> Exhibit:
    case = perla(session)
    kept = registry.EXHIBIT.where(session.read, "case_id", case.id)
    return next(each for each in kept if each.id != chosen(session).id)


def events_of(session: Session, exhibit: Exhibit) -> tuple[CustodyEvent, ...]:
    return registry.CUSTODY_EVENT.where(session.read, "exhibit_id", exhibit.id)


def confirmation(program: OwnProgram, of: Exhibit, **changes: Any) -> CustodyEvent:
    """What the service would record for the judge, of the last event of this exhibit."""
    session = program.session
    exhibit, at = chosen(session), program.next_time()
    sent = events_of(session, of)[-1]
    told: dict[str, Any] = {
        "id": RowId(session.new_id(at)),
        "exhibit_id": exhibit.id,
        "number": len(events_of(session, exhibit)) + 1,
        "action": CustodyAction.TRANSFER_CONFIRMED,
        "occurred_at": at,
        "recorded_at": at,
        "clock_source": sent.clock_source,
        "actor_id": None,
        "actor": session.user.name,
        "place": "",
        "reason": NOTHING_SAID,
        "sha256": transfer_digest(of, sent),
        "confirms": sent.id,
        "party": TransferParty.GIVER,
        "way": ConfirmationWay.BY_KEY,
        "recorded_by": session.user.id,
        "recorder": session.user.name,
    }
    return CustodyEvent(**(told | changes))


def say(program: OwnProgram, event: CustodyEvent) -> None:
    program.say(event.action, event.exhibit_id, event)
    program.count(event)


def file_of(program: OwnProgram, content: BundleContent | None = None) -> bytes:
    session = program.session
    own = session.keys.signer
    told = content or with_cover(session, own, function=UserRole.INVESTIGATING_JUDGE)
    forged = Forged(content=told, signer=own, release=lambda pages: honest(session, pages))
    return forged.file(root_certificate(session.office_record))


def of_another_transfer(program: OwnProgram) -> None:
    say(program, confirmation(program, other(program.session)))


def of_no_transfer(program: OwnProgram) -> None:
    seized = events_of(program.session, chosen(program.session))[0]
    say(program, confirmation(program, chosen(program.session), confirms=seized.id))


def of_nothing(program: OwnProgram) -> None:
    say(program, confirmation(program, chosen(program.session), confirms=None))


def withdrawn_that_was_never_given(program: OwnProgram) -> None:
    own = confirmation(program, chosen(program.session), sha256="", party=None, way=None)
    say(program, replace(own, action=CustodyAction.CONFIRMATION_WITHDRAWN))


def in_the_name_of_the_custodian(program: OwnProgram) -> None:
    kept = chosen(program.session)
    say(program, confirmation(program, kept, actor=CUSTODIAN, recorder=CUSTODIAN))


def with_the_id_of_the_custodian(program: OwnProgram) -> None:
    kept, named = chosen(program.session), user(program.session, CUSTODIAN)
    say(program, confirmation(program, kept, actor=CUSTODIAN, recorder=CUSTODIAN, recorded_by=named))


def with_another_name_beside_their_own(program: OwnProgram) -> None:
    say(program, confirmation(program, chosen(program.session), actor=CUSTODIAN))


def by_nobody(program: OwnProgram) -> None:
    say(program, confirmation(program, chosen(program.session), recorded_by=None, recorder=""))


@pytest.mark.requirement("SR-38")
@pytest.mark.parametrize(
    ("write", "codes"),
    [
        (of_another_transfer, {"confirmation-of-nothing"}),
        (of_no_transfer, {"confirmation-of-nothing"}),
        (of_nothing, {"confirmation-of-nothing"}),
        (withdrawn_that_was_never_given, {"confirmation-of-nothing"}),
        (in_the_name_of_the_custodian, {"row-of-another"}),
        (with_the_id_of_the_custodian, {"row-of-another"}),
        (with_another_name_beside_their_own, {"row-of-another"}),
        (by_nobody, {"row-of-another"}),
    ],
)
def test_a_confirmation_that_nobody_gave_does_not_pass(
    tmp_path: Path, program: OwnProgram, write: Callable[[OwnProgram], None], codes: set[str]
):
    write(program)

    file = file_of(program)

    assert broken(file, program.session) == codes
    assert by_script(file, program.session, tmp_path)[0] == 40


def test_a_confirmation_as_the_service_records_it_passes(tmp_path: Path, program: OwnProgram):
    say(program, confirmation(program, chosen(program.session)))

    file = file_of(program)

    assert broken(file, program.session) == set()
    assert by_script(file, program.session, tmp_path)[0] == 0


def without_it_on_the_pages(content: BundleContent) -> BundleContent:
    """Pages and data leave the confirmation out; record and extract tell it."""
    (full,) = content.exhibits
    entries = tuple(
        each for each in full.custody if each.event.action is not CustodyAction.TRANSFER_CONFIRMED
    )
    return replace(content, exhibits=(replace(full, custody=entries),))


def without_it_in_the_record(program: OwnProgram) -> BundleContent:
    """What is told was gathered before the party confirmed; the extract tells the chain as it stands."""
    session = program.session
    before = with_cover(session, session.keys.signer, function=UserRole.INVESTIGATING_JUDGE)
    say(program, confirmation(program, chosen(session)))
    return with_extract(before, extract_for(session, before))


def without_it_anywhere(program: OwnProgram) -> BundleContent:
    """What is told was gathered before, and the extract leaves the event of the confirmation out."""
    after = without_it_in_the_record(program)
    extract = Extract.parse(after.proof.custody_extract)
    (left,) = [
        each for each in extract.events if each.signed.parsed().action == CustodyAction.TRANSFER_CONFIRMED
    ]
    events = tuple(each for each in extract.events if each is not left)
    return with_extract(after, replace(extract, events=events).to_bytes())


def without_it_on_the_pages_alone(program: OwnProgram) -> BundleContent:
    say(program, confirmation(program, chosen(program.session)))
    session = program.session
    return without_it_on_the_pages(
        with_cover(session, session.keys.signer, function=UserRole.INVESTIGATING_JUDGE)
    )


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (without_it_on_the_pages_alone, "record-not-as-data"),
        (without_it_in_the_record, "record-not-as-signed"),
        (without_it_anywhere, "custody-completeness.missing"),
    ],
)
def test_a_confirmation_that_is_left_out_is_missed(
    tmp_path: Path, program: OwnProgram, content: Callable[[OwnProgram], BundleContent], code: str
):
    file = file_of(program, content(program))

    assert code in broken(file, program.session)
    assert by_script(file, program.session, tmp_path)[0] == 40


def test_what_counts_as_a_transfer_is_what_the_office_lets_parties_confirm():
    transfers = {each.value for each, kind in CUSTODY_KINDS.items() if kind.direction is not None}

    assert CONFIRMED[CustodyAction.TRANSFER_CONFIRMED] == transfers
