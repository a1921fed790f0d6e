"""A package that came answers a request of the case, if somebody says so; what answers none is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.instruments import added
from tests.support.receiving import SENDER, Receiver, recorded_office
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import InstrumentId
from thb_desktop.errors import ThbError
from thb_desktop.report.sheets import Sheet
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import board, board_sheets
from thb_desktop.vault.tables import registry


def request(receiver: Receiver, reference: str, number: str = "MLA-1") -> Instrument:
    """An order of this office, to which its number there was told."""
    return added(receiver.session, receiver.small, number=number, foreign_reference=f" {reference.upper()} ")


def answers(receiver: Receiver) -> dict[str, tuple[str, ...]]:
    found = board.board_of(receiver.session, receiver.small.case.id)
    return {each.instrument.number: each.answers for each in found}


def holders(receiver: Receiver) -> list[str]:
    return [each.holder for each in board.list_unasked(receiver.session, receiver.small.case.id)]


def shown(sheet: Sheet) -> str:
    return "\n".join(sheet.texts())


def test_the_requests_whose_references_the_bundle_tells_are_named_and_none_is_chosen(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    looked = receiver.looked_at()
    named, other = request(receiver, looked.references[0]), request(receiver, "Elsewhere/1", "MLA-2")
    bare = replace(other, reference="", foreign_reference=" ")
    looked.taken.drop()

    received = receiver.imported()

    assert [looked.names(each) for each in (named, other, bare)] == [True, False, False]
    assert answers(receiver) == {"MLA-1": (), "MLA-2": ()}
    (told,) = board.list_unasked(receiver.session, receiver.small.case.id)
    assert (told.holder, told.office, told.number, told.at) == ("R-1", SENDER, received.number, received.at)
    assert told.at.utcoffset()  # the day by the clock of the State, not UTC
    printed = shown(board_sheets.board_sheet(receiver.session, receiver.small.case.id))
    assert f"{SENDER}, {received.number}" in printed


def test_what_answers_a_request_stands_with_it_until_that_is_corrected(receiver: Receiver):
    recorded_office(receiver.session, receiver.post)
    chosen = request(receiver, "PERLA/1")
    received = receiver.imported(instrument_id=chosen.id)
    before = answers(receiver)["MLA-1"], holders(receiver)

    holder = registry.EXHIBIT.find(receiver.session.read, received.exhibit_id)
    assert holder is not None
    corrections.correct(receiver.session, replace(holder, instrument_id=None), "It was sent unasked")

    assert {"R-1", "R-1-E-01"} <= {*before[0]}
    assert before[1] == []
    assert "R-1" not in answers(receiver)["MLA-1"]
    assert holders(receiver) == ["R-1"]
    printed = shown(board_sheets.board_sheet(receiver.session, receiver.small.case.id))
    assert received.number in printed
    corrections.correct(receiver.session, replace(holder, instrument_id=chosen.id), "It answers after all")
    assert holders(receiver) == []


def test_a_request_that_is_not_of_the_case_is_refused_and_nothing_stays(receiver: Receiver, tmp_path: Path):
    recorded_office(receiver.session, receiver.post)
    gone = request(receiver, "PERLA/1")
    corrections.strike_out(receiver.session, "instrument", gone.id, "Entered twice")
    before = receiver.objects

    for unknown in (gone.id, InstrumentId("elsewhere")):
        with pytest.raises(ThbError):
            receiver.imported(instrument_id=unknown)

    assert receiver.objects == before
    assert registry.RECEIVED_PACKAGE.all(receiver.session.read) == ()
