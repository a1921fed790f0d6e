"""The return of a packet that never came, by a colleague's own program: it is named, and binds nobody."""

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.support import packets
from tests.support.assignments import Given, office_copy, with_job
from tests.support.colleagues import broken
from tests.support.offices import LATER, NEXT_DAY, new_office, unlock
from tests.support.own_program import own_program
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, PacketReturn
from thb_desktop.domain.ids import RowId
from thb_desktop.errors import PacketKnownError
from thb_desktop.findings import Finding, of_entry
from thb_desktop.services.assignments import giving, returning, settling
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.packets import taking_back
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.requirement("SR-58")
OF_NOTHING: dict[str, Any] = {"sheet": "{}", "listed": "x", "signature": "eA=="}
FALSE: tuple[dict[str, Any], ...] = (
    {**OF_NOTHING, "entries": 1000, "head": "cd" * 32},  # with the digest of the true one
    {**OF_NOTHING, "sha256": "ab" * 32},
    {"entries": 1000},
    {"entries": 1000, "sheet": '{"entries":1000}'},
    {"signature": "eA=="},
)
"""What a row says that is not as the interpreter signed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """An office that sent a packet, the packet that came back, and the row that the office makes of it."""

    office: Path
    assignment: Assignment
    back: Path
    true: PacketReturn


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Away:
    made: list[Given] = []

    def fill(session: Session) -> None:
        made.append(with_job(session))

    place = tmp_path_factory.mktemp("away")
    folder = place / "office" / "office.thbvault"
    folder.parent.mkdir()
    new_office(folder, fill)
    assignment = packets.given_to_travel(folder, made[0])
    sent = packets.sent(folder, assignment, place / "packet")
    there = packets.taken_in(place / "packet", place / "laptop", sent.passphrase, sent.root)
    packets.declared(there)
    packets.worked(there)
    back = packets.returned(there, place / "back")
    other = office_copy(folder, place / "other" / "office.thbvault")
    return Away(office=folder, assignment=assignment, back=back, true=packets.taken_back(other, back).taken)


@pytest.fixture
def folder(away: Away, tmp_path: Path) -> Path:
    return office_copy(away.office, tmp_path / "office" / "office.thbvault")


def say(folder: Path, away: Away, **told: Any) -> int:
    """Tell a packet that came back, by a program of one's own; return the number of the entry."""
    with own_program(folder, PASSPHRASE, start=LATER) as program:
        session, at = program.session, program.next_time()
        never = replace(away.true, id=RowId(session.new_id(at)), taken_by=session.user.id, at=at)
        program.say(
            VaultAction.PACKET_TAKEN_BACK,
            away.assignment.id,
            replace(never, **told),
        )
        return session.journal.size


def of_returns(findings: tuple[Finding, ...]) -> list[tuple[str, object]]:
    return [(each.key, each.where) for each in findings if each.code.startswith("return-")]


def test_they_are_named_and_after_a_magistrate_answered_the_true_packet_is_merged(folder: Path, away: Away):
    told = [say(folder, away, **each) for each in FALSE]

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        named = [("return-forged", (of_entry(seq),)) for seq in told]
        assert of_returns(session.opening.findings) == named
        assert of_returns(health.check_vault(session).findings) == named
        assert broken(session.opening.findings) == {"return-forged"}
        assert giving.list_assignments(session, away.assignment.case_id)[0].taken == ()
        settled = settling.settle_returns(session, reason="No packet had come; the clerk was asked.")
        assert [each.id for each in settled] == [away.assignment.id]
        brought = packets.brought(session, away.back)
        returning.merge_assignment(session, away.assignment.id, brought.review)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        found = health.check_vault(session).findings
        assert [each.text for each in registry.RENDERING_VERSION.all(session.read)] == [packets.RENDERED]
        assert of_returns(found) == [("return-settled", (of_entry(seq),)) for seq in told]
        assert broken(found) == broken(session.opening.findings) == set()
        with pytest.raises(PacketKnownError):
            taking_back.take_back(session, away.back)


def test_a_true_packet_that_was_told_and_not_put_in_its_place_comes_in_all_the_same(folder: Path, away: Away):
    say(folder, away)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        brought = packets.brought(session, away.back)
        returning.merge_assignment(session, away.assignment.id, brought.review)
        assert len(registry.PACKET_RETURN.all(session.read)) == 1
        assert broken(health.check_vault(session).findings) == set()
        with pytest.raises(PacketKnownError):
            taking_back.take_back(session, away.back)
