"""What comes back names the state of the office's chain with which it left: an anchor outside the vault."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import packets
from tests.support.assignments import office_copy, office_with_job
from tests.support.offices import case_file, unlock
from thb_desktop.domain.assignment import Assignment
from thb_desktop.errors import FormatError, PacketForeignError, VaultOlderError
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.seen_states import SeenState
from thb_desktop.services.keeping import anchors, health
from thb_desktop.services.packets import sending_back
from thb_desktop.vault.assigned import Place, stores_beside
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """An office whose work left, was done and lies here again. before: the office as it was before it gave
    the work out; given: as it was then; ready: as it was just before the work left.
    """

    folder: Path
    before: Path
    given: Path
    ready: Path
    assignment: Assignment
    place: Path
    back: Path
    sent: sending_back.SentBack


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Away:
    at = tmp_path_factory.mktemp("away")
    folder = at / "office" / "office.thbvault"
    folder.parent.mkdir()
    job = office_with_job(folder)
    before = office_copy(folder, at / "before" / "office.thbvault")
    assignment = packets.given_to_travel(folder, job)
    given = office_copy(folder, at / "given" / "office.thbvault")
    with closing(unlock(folder)) as session:
        cases.open_case(session, case_file(reference="2026/77"))
    ready = office_copy(folder, at / "ready" / "office.thbvault")
    sent = packets.sent(folder, assignment, at / "packet")
    place = packets.taken_in(at / "packet", at / "laptop", sent.passphrase, sent.root)
    packets.declared(place)
    packets.worked(place)
    returned = sending_back.send_back(packets.opened(place), at / "back")
    return Away(
        folder=folder,
        before=before,
        given=given,
        ready=ready,
        assignment=assignment,
        place=place,
        back=at / "back",
        sent=returned,
    )


def standing(folder: Path, code: str) -> Standing:
    with closing(unlock(folder)) as session:
        return verdict(anchors.compare_short_code(session, code))


@pytest.mark.requirement("SR-16")
def test_what_comes_back_names_the_state_that_left_and_is_kept_with_its_signature(
    template: Away, tmp_path: Path
):
    folder = office_copy(template.folder, tmp_path / "office" / "office.thbvault")

    taken = packets.taken_back(folder, template.back).taken

    sheet = canonical.parse(taken.sheet.encode())
    assert isinstance(sheet, dict)
    assert template.sent.seen is not None
    assert sheet["seen"] == template.sent.seen.told()
    assert standing(folder, template.sent.seen.code) is Standing.HOLDS
    with closing(unlock(folder)) as session:
        found = health.check_vault(session).findings
        assert registry.PACKET_RETURN.all(session.read) == (taken,)
    assert not [each.key for each in found if each.standing is Standing.BROKEN]


@pytest.mark.requirement("SR-16")
@pytest.mark.parametrize("state", ["given", "ready"])
def test_a_packet_that_comes_back_shows_alone_that_the_vault_was_set_back(
    template: Away, tmp_path: Path, state: str
):
    folder = office_copy(getattr(template, state), tmp_path / "office" / "office.thbvault")
    seen = template.sent.seen
    assert seen is not None

    with closing(unlock(folder)) as session:
        unaided = verdict(session.opening.findings)
        with pytest.raises(VaultOlderError) as refusal:
            packets.brought(session, template.back)

    assert unaided is not Standing.BROKEN, "the vault alone does not know"
    assert refusal.value.named == {"code": seen.code, "entries": str(seen.entries)}
    with closing(unlock(folder)) as session:
        assert registry.PACKET_RETURN.all(session.read) == ()


@pytest.mark.requirement("SR-16")
def test_the_short_code_at_the_interpreter_shows_that_the_vault_is_from_before_the_work(
    template: Away, tmp_path: Path
):
    folder = office_copy(template.before, tmp_path / "office" / "office.thbvault")
    assert template.sent.seen is not None

    with pytest.raises(PacketForeignError):
        packets.taken_back(folder, template.back)

    assert standing(folder, template.sent.seen.code) is Standing.BROKEN


@pytest.mark.parametrize("kept", [None, b"", b"{}", b'{"code":"","entries":0,"root":""}', b"x" * 999])
def test_a_place_without_a_state_or_with_one_that_is_none_is_sent_back_as_before(
    template: Away, tmp_path: Path, kept: bytes | None
):
    """Packets of before have none; what stands on the laptop can be changed there, and then names nothing."""
    folder = office_copy(template.folder, tmp_path / "office" / "office.thbvault")
    place = Place(Path(shutil.copytree(template.place, tmp_path / "laptop")))
    if kept is None:
        place.seen.unlink()
    else:
        place.seen.write_bytes(kept)

    sent = sending_back.send_back(packets.opened(place.folder), tmp_path / "back")

    assert sent.seen is None
    taken = packets.taken_back(folder, tmp_path / "back").taken
    assert '"seen"' not in taken.sheet


@pytest.mark.parametrize("code", ["Call 0476 12 34 56", "ABCD-" * 9, "\u202e"])
def test_a_short_code_is_no_place_for_words_of_others(code: str):
    with pytest.raises(FormatError):
        SeenState.read({"code": code, "entries": 1, "root": "00" * 32})

    assert SeenState.read({"code": "ABCD-EFG2", "entries": 1, "root": "00" * 32}).code == "ABCD-EFG2"


def test_a_state_that_the_vault_never_had_is_refused(template: Away, tmp_path: Path):
    """The interpreter signs what they bring: one who writes another state brings nothing in."""
    folder = office_copy(template.folder, tmp_path / "office" / "office.thbvault")
    place = Place(Path(shutil.copytree(template.place, tmp_path / "laptop")))
    assert template.sent.seen is not None
    told = {**template.sent.seen.told(), "root": "00" * 32}
    place.seen.write_bytes(canonical.encode(told))
    sending_back.send_back(packets.opened(place.folder), tmp_path / "back")

    with pytest.raises(VaultOlderError):
        packets.taken_back(folder, tmp_path / "back")
    assert stores_beside(folder).exists()
