"""Content of exhibits goes into a bundle from the window: only what somebody ticked."""

import subprocess
from contextlib import closing
from io import BytesIO
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen, said_at, settle, unlock
from tests.support.transfers import answer
from tests.ui.test_export import prepare
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibit_files, exhibits
from ui.application import AppController
from ui.export.view import ExportView

WORDS = "I owe them four hundred"


def with_a_file(vault: Path) -> str:
    """A text and a picture in the first exhibit, whose id is returned."""
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        first = exhibits.list_exhibits(session, case.id)[0].exhibit
        exhibit_files.add_file(
            session, first.id, source=BytesIO(WORDS.encode()), name="note.txt", media_type="text/plain"
        )
        stamp = BytesIO()
        Image.new("RGB", (60, 40), (30, 90, 60)).save(stamp, "PNG")
        exhibit_files.add_file(
            session, first.id, source=BytesIO(stamp.getvalue()), name="stamp.png", media_type="image/png"
        )
    return first.id


def ready(view: ExportView, exhibit: str) -> None:
    view.purpose.setText("European Investigation Order")
    view.recipient.setText("Prosecutor, Bucharest")
    answer(view)
    view.second.reason.setText("This office has one magistrate")
    view.reasons.identities.setText("The court hears the witness")
    view.languages.ticks.tick_all_but([each.value for each in view.languages.ticks.entries[1:]])
    view.exhibits.ticks.tick_all_but(
        [each.value for each in view.exhibits.ticks.entries if each.value != exhibit]
    )


def test_content_is_printed_of_what_somebody_ticked(desk: AppController, qtbot: QtBot, vault: Path):
    exhibit = with_a_file(vault)
    window = unlock(desk, qtbot, vault)
    window.go(4)
    settle(desk, qtbot)
    view = window.export
    nothing, offered = view.contents.chosen(), len(view.contents.ticks.entries)
    told = [each.value for each in view.contents.ticks.entries if "not searched for names" in each.told]
    ready(view, exhibit)
    view.contents.ticks.tick([each for each in view.contents.ticks.entries if each.value == exhibit])
    pdf: list[bytes] = []
    view.model.prepared.connect(lambda pages, _: pdf.append(bytes(pages)))

    prepare(desk, qtbot, view)

    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf[0], check=True, capture_output=True)
    listed = subprocess.run(["pdfimages", "-list", "-"], input=pdf[0], check=True, capture_output=True)
    assert exhibit in told
    assert len(told) < offered
    assert listed.stdout.count(b"jpeg") == 1
    assert (nothing, offered) == ([], len(view.exhibits.ticks.entries))
    assert WORDS in " ".join(read.stdout.decode().split())


def test_content_without_its_exhibit_is_refused_at_its_list(desk: AppController, qtbot: QtBot, vault: Path):
    exhibit = with_a_file(vault)
    window = unlock(desk, qtbot, vault)
    window.go(4)
    settle(desk, qtbot)
    view = window.export
    ready(view, exhibit)
    view.exhibits.ticks.tick_all_but([exhibit])
    view.contents.ticks.tick([each for each in view.contents.ticks.entries if each.value == exhibit])

    view.prepare_button.click()
    settle(desk, qtbot)

    assert "cannot be printed without its sheet" in said_at(view.contents)
    assert not view.model.is_prepared
