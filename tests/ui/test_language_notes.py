"""A clerk types a new version for a linguist: the notes go along, or are placed again by keys."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen, settle, unlock
from tests.ui.test_language_office import control, modal, open_language, opened, typed, with_versions
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.language_states import annotations_of
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode
from thb_desktop.services.language import annotations, jobs
from thb_desktop.services.language.annotations import NewAnnotation
from ui.application import AppController
from ui.language_office.view import LanguageView
from ui.language_work.place_dialog import PlaceDialog
from ui.tones import Tone
from ui.transcript.rows import At
from ui.widgets.basic import Label

BEFORE, AFTER = "Ik kwam met een man, Samer.", "Ik kwam mee met een man, Samer."
DIALECT, GONE = "Tunesisch", "zo klonk het"


def with_notes(folder: Path) -> str:
    """One turn has a version with two notes: one at words that stay in the next wording, one that do not."""
    job_id = with_versions(folder, BEFORE)
    with closing(reopen(folder)) as session:
        (version,) = jobs.get_job(session, job_id).versions
        for quoted, text in (("Samer", DIALECT), ("kwam met", GONE)):
            start = BEFORE.index(quoted)
            annotations.annotate(
                session,
                job_id,
                NewAnnotation(
                    segment_id=version.segment_id,
                    anchor=Anchor.of_text(version.id, BEFORE, start, start + len(quoted)),
                    code=AnnotationCode.CULTURAL_NOTE,
                    basis=AnnotationBasis.OBSERVED,
                    language="nl",
                    text=text,
                ),
            )
    return job_id


def shown(page: LanguageView) -> list[str]:
    notes = page.job.side.panel.notes
    return [notes.item(at).text() for at in range(notes.count())]


def margin(page: LanguageView) -> list[Tone]:
    segment_id = page.model.rows.rows[0].segment.id
    return [tone for _, tone in page.model.rows.marks[segment_id].margin]


def test_notes_go_along_when_the_clerk_types_and_what_stays_is_told_and_placed_again_by_keys(
    desk: AppController, qtbot: QtBot, application: QApplication, vault: Path
):
    with_notes(vault)
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    opened(page, desk, qtbot)
    page.job.go_to(0)
    page.job.table.edit_side(0, At.RIGHT)
    typed(page, qtbot, AFTER)
    control(page.job.table.delegate.editor, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not page.model.holds_drafts)
    settle(desk, qtbot)

    told = {text: note for note in shown(page) for text in (DIALECT, GONE) if text in note}
    assert ["To be placed again" in told[text] for text in (DIALECT, GONE)] == [False, True]
    assert margin(page) == [Tone.BAD, Tone.INFO]
    assert "1" in page.notice.sentence.text()
    panel = page.job.side.panel
    assert panel.place_button.isVisible()

    panel.notes.setFocus()
    panel.notes.setCurrentRow(next(at for at, text in enumerate(shown(page)) if GONE in text))
    QTest.keyClick(panel.notes, Qt.Key.Key_Return)
    dialog = modal(application, qtbot, PlaceDialog)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert any("choose the words" in each.text() for each in dialog.findChildren(Label))
    for _ in range(len("Ik ")):
        QTest.keyClick(dialog.text, Qt.Key.Key_Right)
    for _ in range(len("kwam mee met")):
        QTest.keyClick(dialog.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any("To be placed again" in each for each in shown(page)))
    settle(desk, qtbot)

    found = page.model.found
    assert found is not None
    version = found.work.newest()[page.model.rows.rows[0].segment.id]
    assert {each.anchor.quoted for each in annotations_of(version, found.work.annotations)} == {
        "Samer",
        "kwam mee met",
    }
    assert margin(page) == [Tone.INFO, Tone.INFO]
    assert not panel.place_button.isVisible()
