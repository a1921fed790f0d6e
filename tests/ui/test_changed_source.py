"""In the window of an interpreter, a turn whose source changed shows both sources, with what changed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import give_it_out, office_with_record, opened
from tests.support.controllers import at_the_desk, reopen, settle
from tests.support.screen_reader import plain
from thb_desktop.services.language import jobs, versions
from thb_desktop.services.testimony import segments
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.assignment.view import AssignmentWindow
from ui.transcript.rows import At
from ui.widgets.text_edit import PlainTextEdit

NOW = "جئت مع رجل آخر اسمه سامر."


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as made:
        yield made


def window_of(tmp_path: Path, desk: AppController, qtbot: QtBot) -> tuple[AssignmentWindow, str]:
    """The first turn is rendered, and its source changed since; return its window, and the words of then."""
    vault = office_with_record(tmp_path / "office.thbvault")
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        turns = list(jobs.get_job(session, job.id).sources.items())
        for turn, _ in turns[:2]:
            versions.write_version(session, job.id, turn, "Ik kwam met een man.")
        segments.set_source(session, turns[0][0], NOW)
    window = opened(desk, qtbot, vault, give_it_out(vault))
    settle(desk, qtbot)
    return window, turns[0][1]


def choose(window: AssignmentWindow, number: int) -> None:
    window.table.setCurrentIndex(window.model.rows.index(number, At.RIGHT))


def struck_or_underlined(field: PlainTextEdit) -> list[str]:
    block, found = field.document().firstBlock(), []
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            form = at.fragment().charFormat()
            if form.fontStrikeOut() or form.fontUnderline():
                found.append(at.fragment().text().strip())
            at += 1
        block = block.next()
    return found


def test_both_sources_stand_side_by_side_with_what_changed(tmp_path: Path, desk: AppController, qtbot: QtBot):
    window, then = window_of(tmp_path, desk, qtbot)

    choose(window, 0)

    shown = window.changed
    assert shown.isVisible()
    assert shown.chip.text() == "The source changed"
    assert plain(shown.then.head.text()) == "What version 1 was made from"
    assert shown.then.text.toPlainText() == then
    assert shown.now.text.toPlainText() == NOW
    assert shown.then.y() == shown.now.y()
    assert "آخر" in " ".join(struck_or_underlined(shown.now.text))
    assert struck_or_underlined(shown.then.text)

    choose(window, 1)
    assert not shown.isVisible()


def test_a_turn_that_is_rendered_again_shows_its_source_alone(
    tmp_path: Path, desk: AppController, qtbot: QtBot
):
    window, _ = window_of(tmp_path, desk, qtbot)
    choose(window, 0)

    window.table.edit_side(0, At.RIGHT)
    qtbot.waitUntil(lambda: window.table.delegate.editor is not None)
    editor = window.table.delegate.editor
    assert editor is not None
    editor.setPlainText("Ik kwam met een andere man, Samer.")
    window.going.write(goes_on=False)
    settle(desk, qtbot)

    qtbot.waitUntil(lambda: not window.changed.isVisible())
