"""A colleague's own program changes what a reading back fixed, what was withdrawn, and when something was."""

from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.action_days import action_team
from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, rows, told
from tests.support.findings import not_held
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from tests.support.recipients import certificate_of
from tests.support.testimony import SIGNED_BY_ALL
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.ids import PersonId, RowId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.package import Recipient, RecipientKind
from thb_desktop.services.keeping import health
from thb_desktop.services.testimony import read_back
from thb_desktop.services.testimony.read_back import ReadBack
from thb_desktop.vault.tables import registry

LATER = AFTERWARDS + timedelta(days=1)
NONE: set[str] = set()
EMPTY: dict[str, Any] = {
    **dict.fromkeys(("recorder", "from_party", "to_party", "sha256"), ""),
    **dict.fromkeys(("recorded_by", "result", "corrects", "confirms", "approval_id"), None),
}
"""What storing an exhibit does not have."""
pytestmark = pytest.mark.requirement("SR-19")


@pytest.fixture
def read_back_record(office_copy: Path) -> Path:
    """The office, with its draft read back and signed by nobody of the office."""
    with closing(unlock(office_copy, start=AFTERWARDS - timedelta(hours=6))) as session:
        draft = next(each for each in registry.INTERVIEW.all(session.read) if each.state == "DRAFT")
        read_back.read_back(session, draft.id, ReadBack(complaint_made=False), SIGNED_BY_ALL)
    return office_copy


def heard(program: OwnProgram) -> Interview:
    return next(each for each in rows(program, registry.INTERVIEW) if each.state == "READ_BACK")


def other_text(program: OwnProgram) -> None:
    record = heard(program)
    other = next(each for each in v.AuthoritativeText if each is not record.authoritative_text)
    changed = replace(record, authoritative_text=other)
    program.say(VaultAction.FORMALITIES_SET, record.id, changed)


def other_person(program: OwnProgram) -> None:
    record = heard(program)
    of = next(each for each in rows(program, registry.PERSON) if each.id == record.person_id)
    made = replace(of, id=PersonId(program.session.new_id(program.next_time())), code="V-77")
    program.say(VaultAction.PERSON_ADDED, made.id, made)
    program.say(VaultAction.FORMALITIES_SET, record.id, replace(record, person_id=made.id))


def other_place(program: OwnProgram) -> None:
    """What the services let be changed until the signature."""
    record = heard(program)
    program.say(VaultAction.FORMALITIES_SET, record.id, replace(record, place="Room 12"))


@pytest.mark.parametrize(
    ("write", "found"),
    [(other_text, {"act-exceeded.frozen"}), (other_person, {"act-exceeded.frozen"}), (other_place, NONE)],
    ids=["authoritative text", "person heard", "place"],
)
def test_what_the_reading_back_fixed_stays(read_back_record: Path, write: Any, found: set[str]):
    attacked(read_back_record, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(read_back_record, start=LATER)
    assert unlocked == found
    assert found <= checked


def test_a_record_that_was_read_back_is_not_read_back_again(read_back_record: Path):
    def write(program: OwnProgram) -> None:
        record = heard(program)
        again = replace(record, readback_note="It was read back again, and nobody objected.")
        program.say(VaultAction.INTERVIEW_READ_BACK, record.id, again)

    attacked(read_back_record, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(read_back_record, start=LATER)
    assert "act-exceeded.frozen" in unlocked & checked


def test_numbers_of_an_action_day_that_were_issued_twice_are_told(office_copy: Path):
    def write(program: OwnProgram) -> None:
        case = rows(program, registry.CASE_FILE)[0]
        ids = [RowId(program.session.new_id(program.next_time())) for _ in range(2)]
        first, second = (action_team(case.id, id=each, number=each[-4:]) for each in ids)
        program.say(VaultAction.ACTION_DAY_NOTED, case.id, first, second)

    attacked(office_copy, v.UserRole.CLERK, write)

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        found = health.check_vault(session).findings
    assert "numbers-issued-twice" in not_held(found)


def recorded(program: OwnProgram, days: int, reason: str = "") -> None:
    """Record a custody event that was so many days from now."""
    of: CustodyEvent = rows(program, registry.CUSTODY_EVENT)[-1]
    number = sum(each.exhibit_id == of.exhibit_id for each in rows(program, registry.CUSTODY_EVENT)) + 1
    now = program.next_time()
    made = replace(
        of,
        id=RowId(program.session.new_id(now)),
        number=number,
        action=v.CustodyAction.STORED,
        recorded_at=program.next_time(),
        occurred_at=now + timedelta(days=days),
        late_entry_reason=reason,
        **EMPTY,
    )
    program.say(made.action, made.exhibit_id, made)


@pytest.mark.parametrize(
    ("days", "reason", "found"),
    [
        (200, "The clock was wrong.", {"act-exceeded.time"}),
        (-200, "", {"act-exceeded.time"}),
        (-200, "It was found in a box.", NONE),
    ],
)
def test_a_custody_event_of_the_future_or_late_without_a_reason_is_named(
    office_copy: Path, days: int, reason: str, found: set[str]
):
    attacked(office_copy, v.UserRole.CLERK, lambda program: recorded(program, days, reason), start=AFTERWARDS)

    unlocked, checked = told(office_copy, start=LATER)
    assert found == {"act-exceeded.time"} & unlocked & checked


def withdrawn(program: OwnProgram) -> Recipient:
    """Enter a recipient and withdraw it, as the program does."""
    der, at = certificate_of(ec.generate_private_key(ec.SECP256R1())), program.next_time()
    made = Recipient(
        id=RowId(program.session.new_id(at)),
        kind=RecipientKind.ADDRESSEE,
        name="Office X",
        certificate=b64encode(der).decode(),
        sha256=sha256(der).hexdigest(),
        told="by telephone",
        added_by=program.session.user.id,
        at=program.next_time(),
    )
    program.say(VaultAction.RECIPIENT_ADDED, made.id, made)
    gone = replace(made, withdrawn_at=program.next_time(), withdrawn_because="stolen")
    program.say(VaultAction.RECIPIENT_WITHDRAWN, gone.id, gone)
    return gone


def standing(program: OwnProgram) -> None:
    gone = withdrawn(program)
    again = replace(gone, withdrawn_at=None, withdrawn_because="")
    program.say(VaultAction.RECIPIENT_WITHDRAWN, gone.id, again)


def reworded(program: OwnProgram) -> None:
    gone = withdrawn(program)
    other = replace(gone, withdrawn_at=program.next_time(), withdrawn_because="expired")
    program.say(VaultAction.RECIPIENT_WITHDRAWN, gone.id, other)


@pytest.mark.parametrize(
    ("write", "found"),
    [(withdrawn, NONE), (standing, {"act-exceeded.field"}), (reworded, {"act-exceeded.field"})],
)
def test_a_withdrawn_recipient_that_stands_again_is_named_at_the_unlock(
    office_copy: Path, write: Any, found: set[str]
):
    attacked(office_copy, JUDGE, write, start=AFTERWARDS)

    unlocked, _ = told(office_copy, start=LATER)
    assert unlocked == found
