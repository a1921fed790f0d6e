"""A signed bundle is offered for the log of transmissions: with what the program knows, and nothing else."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle
from tests.ui.test_encrypting import opened, result  # noqa: F401 - a fixture
from thb_desktop.domain.cooperation import Transmission
from thb_desktop.domain.cooperation_codes import TransmissionChannel
from thb_desktop.services.cooperation import board
from ui.application import AppController
from ui.export.view import ExportView
from ui.forms.entry_dialog import EntryDialog


def test_a_signed_bundle_is_noted_as_sent_with_what_only_a_person_knows(
    desk: AppController,
    qtbot: QtBot,
    result: tuple[ExportView, Path],  # noqa: F811 - a fixture
):
    view, _ = result
    bundle = view.result._bundle
    assert bundle is not None
    view.result.note_button.click()
    dialog = opened(qtbot, view, EntryDialog)
    begun = {field.name: dialog.form.editor(field.name).value() for field in dialog.form.shown}
    dialog.main_button.click()
    refused = {name: said_at(dialog.form.editors[name]) for name in ("number", "channel", "by")}
    dialog.form.set_values(
        number="S-1",
        channel=TransmissionChannel.COURIER,
        by="The registry",
        sent_on=bundle.made_at.date(),
    )
    dialog.form.editors["instrument_id"].setCurrentIndex(1)  # type: ignore[attr-defined]
    dialog.main_button.click()
    settle(desk, qtbot)

    assert f"{bundle.number}, SHA-256 {bundle.sha256}" == begun.pop("what")
    assert begun.pop("incoming") is False
    assert begun.pop("instrument_id") == bundle.instrument_id
    assert not any(begun.values())
    assert all(refused.values())
    found: list[Transmission] = []
    view.model.read(lambda session: board.list_transmissions(session, bundle.case_id), found.extend)
    settle(desk, qtbot)
    (noted,) = (each for each in found if each.number == "S-1")
    assert noted.what == f"{bundle.number}, SHA-256 {bundle.sha256}"
    assert "S-1" in view.result.notice.sentence.text()
