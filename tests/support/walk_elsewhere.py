"""The walk through a statement made elsewhere: its copy while it is made, and when it was compared."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

from tests.support.controllers import reopen
from tests.support.documents import pdf_of
from tests.support.walk import PERLA, Walk
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import elsewhere
from thb_desktop.vault.tables import registry
from ui.interviews.view import InterviewsView

_NUMBER = "S-RO-03"


def prepare(vault: Path) -> None:
    """An exhibit with a statement of two pages, and a copy of it that is begun."""
    with closing(reopen(vault)) as session:
        case = next(each for each in registry.CASE_FILE.all(session.read) if each.reference == PERLA)
        exhibit = exhibits.list_bare_exhibits(session, case.id)[0]
        file = exhibit_files.add_file(
            session, exhibit.id, source=BytesIO(pdf_of()), name="declaratie.pdf", media_type="application/pdf"
        )
        header = Interview(
            id=InterviewId(""),
            case_id=case.id,
            number=_NUMBER,
            person_id=people.list_persons(session, case.id)[0].id,
            language="ro",
            procedure_language=case.language,
        )
        elsewhere.begin_statement(session, header, file.id, 2, {"taken_by": "Procuror Ionescu"})


def taking_over(walk: Walk, vault: Path) -> None:
    """Nothing is shown where the machine does not confine what reads files of others."""
    if not ask_machine().is_whole:
        return
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    walk.go(main, 1)
    view = main.interviews
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == _NUMBER))
    walk.wait(lambda: bool(view.copy.rows.rows) and not walk.desk.jobs.is_busy)
    walk.grab(main, "elsewhere-proposed")
    walk.dialog(view.elsewhere_button.click, "dialog-elsewhere")
    walk.dialog(view.copy.particulars_button.click, "dialog-elsewhere-particulars")
    _step(walk, view)
    view.copy.table.choose_row(0)
    walk.question(view.copy.strike_button.click, "dialog-elsewhere-strike")
    view.copy.mend_button.click()
    walk.grab(main, "elsewhere-mended")
    view.copy.next_button.click()
    walk.grab(main, "elsewhere-refused")
    view.taking_over.give_up()
    for _ in range(4):
        _step(walk, view)
    walk.wait(lambda: view.right.currentWidget() is view.record and not walk.desk.jobs.is_busy)
    walk.grab(main, "elsewhere-compared")
    view.record.tabs.setCurrentIndex(1)
    for number, key in enumerate(view.record.rows.keys):
        if view.record.rows.parts.item(number).isHidden():
            continue
        view.record.rows.parts.setCurrentRow(number)
        walk.grab(main, f"elsewhere-formalities-{key}")
    view.record.tabs.setCurrentIndex(0)
    walk.dialog(view.record.head.close_button.click, "dialog-elsewhere-sign")


def _step(walk: Walk, view: InterviewsView) -> None:
    view.copy.next_button.click()
    walk.rest()
    walk.rest()
