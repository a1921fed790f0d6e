"""A colleague's own program confirms a transfer in the name of another."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, told, user_of
from tests.support.offices import act, copy_of, unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.confirmations import transfer_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.vocabulary import ConfirmationWay, CustodyAction, TransferParty
from thb_desktop.services.evidence import custody
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.vault.tables import registry

LATER = AFTERWARDS + timedelta(days=1)
NUMBER = "E-02"


@pytest.fixture
def folder(whole_office: Path, tmp_path: Path) -> Path:
    """An office in which the judge handed an exhibit over to a clerk; nobody has confirmed it."""
    vault = copy_of(whole_office, tmp_path / "office.thbvault")
    copy_of(whole_office.parent / "heads", tmp_path / "heads")
    with closing(unlock(vault, heads=vault.parent / "heads")) as session:
        kept = next(each for each in registry.EXHIBIT.all(session.read) if each.number == NUMBER)
        parties = {"from_party": "Claire Vandenhove", "to_party": "Clerk Exemple"}
        custody.record_custody_event(session, kept.id, act(CustodyAction.TRANSFER_OUT, **parties))
    return vault


def confirmation(program: OwnProgram, party: TransferParty) -> CustodyEvent:
    """What the service would record for the user of the program, with their own key."""
    session = program.session
    kept = next(each for each in registry.EXHIBIT.all(session.read) if each.number == NUMBER)
    sent = registry.CUSTODY_EVENT.where(session.read, "exhibit_id", kept.id)[-1]
    at = program.next_time()
    return replace(
        sent,
        id=RowId(session.new_id(at)),
        number=sent.number + 1,
        action=CustodyAction.TRANSFER_CONFIRMED,
        occurred_at=at,
        recorded_at=at,
        actor=session.user.name,
        place="",
        from_party="",
        to_party="",
        late_entry_reason="",
        sha256=transfer_digest(kept, sent),
        confirms=sent.id,
        party=party,
        way=ConfirmationWay.BY_KEY,
        recorded_by=session.user.id,
        recorder=session.user.name,
    )


UNCHECKED = "PRAGMA ignore_check_constraints = ON"


def say(
    program: OwnProgram, event: CustodyEvent, action: CustodyAction = CustodyAction.TRANSFER_CONFIRMED
) -> None:
    program.say(action, event.exhibit_id, event)
    program.count(event)


def with_the_key_of_the_judge(program: OwnProgram) -> None:
    judge = user_of(program.session, JUDGE)
    event = confirmation(program, TransferParty.GIVER)
    say(program, replace(event, actor=judge.name, recorder=judge.name, recorded_by=judge.id))


def under_the_name_of_the_judge(program: OwnProgram) -> None:
    judge = user_of(program.session, JUDGE)
    event = confirmation(program, TransferParty.GIVER)
    say(program, replace(event, actor=judge.name, recorder=judge.name))


def with_the_name_of_the_judge_beside_their_own(program: OwnProgram) -> None:
    event = confirmation(program, TransferParty.GIVER)
    program.session.read.execute(UNCHECKED)
    say(program, replace(event, actor=user_of(program.session, JUDGE).name))


def by_nobody(program: OwnProgram) -> None:
    program.session.read.execute(UNCHECKED)
    say(program, replace(confirmation(program, TransferParty.GIVER), recorded_by=None, recorder=""))


def under_another_act(program: OwnProgram) -> None:
    event = confirmation(program, TransferParty.GIVER)
    say(program, event, CustodyAction.STORED)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("write", "said"),
    [
        (with_the_key_of_the_judge, {"act-exceeded.author"}),
        (under_the_name_of_the_judge, {"act-exceeded.value", "events.stray"}),
        (with_the_name_of_the_judge_beside_their_own, {"events.stray", "database.indexes"}),
        (by_nobody, {"events.stray", "database.indexes"}),
        (under_another_act, {"act-exceeded.value"}),
    ],
)
def test_a_confirmation_in_the_name_of_another_is_told(
    folder: Path, write: Callable[[OwnProgram], None], said: set[str]
):
    attacked(folder, v.UserRole.CLERK, write, start=AFTERWARDS)

    unlocked, checked = told(folder, start=LATER)

    assert unlocked | checked == said


def test_who_confirms_for_the_other_party_with_their_own_key_is_named(folder: Path):
    attacked(
        folder, v.UserRole.CLERK, lambda program: say(program, confirmation(program, TransferParty.GIVER))
    )

    unlocked, checked = told(folder, start=LATER)

    assert unlocked | checked == set()
    with closing(unlock(folder, start=LATER + timedelta(days=1))) as session:
        kept = next(each for each in registry.EXHIBIT.all(session.read) if each.number == NUMBER)
        found = [each for each in check_exhibit(session, kept.id).findings if each.case == "confirmed-for"]
        assert [each.values["by"] for each in found] == ["Clerk Exemple"]
