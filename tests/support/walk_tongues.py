"""The walk through a record in Persian, Tigrinya and Chinese: at the desk, in language work, in a store."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.support.assignments import render_checked
from tests.support.controllers import INTERPRETER_PASSPHRASE, environment, reopen
from tests.support.testimony import engagement, interview
from tests.support.vaults import passphrase
from tests.support.walk import PERLA, Walk
from thb_desktop.domain.vocabulary import (
    InterpreterOath,
    InterviewState,
    RenderingKind,
    SourceCapture,
    SpeakerRole,
    TranslationType,
    UtteranceKind,
)
from thb_desktop.services.assignments import desk, giving
from thb_desktop.services.language import jobs
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews, segments
from thb_desktop.vault.assigned import places_beside
from thb_desktop.vault.tables import registry
from ui.assignment.opening import HandedOverWindow
from ui.assignment.view import AssignmentWindow
from ui.language_office.view import LanguageView
from ui.transcript.rows import At

NUMBER = "I-98"
ASKED = ("À qui avez-vous remis l'argent, et quand\u202f?", "پول را به چه کسی دادید و چه زمانی؟")
ANSWERED = (
    (
        "fa",
        SpeakerRole.PERSON_HEARD,
        "۳۲۰۰ یورو را در تاریخ ۱۴۰۵/۰۲/۱۷ به مردی به نام «حاجی» دادم؛ شمارهٔ 2023/45-B روی رسید بود.",
        (
            "J'ai remis 3\u202f200 euros, le 17 ordibehesht 1405, à un certain «\u00a0Hadji\u00a0»\u202f; "
            "le numéro 2023/45-B était écrit sur le reçu."
        ),
    ),
    (
        "ti",
        SpeakerRole.OTHER,
        "ኣነ እውን ኣብኡ ነይረ፤ ሰለስተ መዓልቲ ኣብ ዕጹው ክፍሊ ሓዚኦምና።",
        "Moi aussi, j'étais là\u202f; ils nous ont gardées trois jours dans une pièce fermée.",
    ),
    (
        "zh",
        SpeakerRole.OTHER,
        "老板说：“欠的钱还清以前，谁也不准走。”我的护照被他锁在抽屉里。",
        (
            "Le patron disait\u00a0: «\u00a0Personne ne partira avant que la dette soit payée.\u00a0» "
            "Mon passeport était enfermé dans son tiroir."
        ),
    ),
)
"""Language, speaker, words, and what the interpreter said."""
TYPED = "بعد از آن، دیگر او را ندیدم"
RENDERED = (
    "J'ai donné 3\u202f200 euros, le 17 ordibehesht 1405, à un homme que l'on nommait «\u00a0Hadji\u00a0»"
)


def prepare(vault: Path) -> Path:
    """The record, and a job on it that is given out; return the folder of the store."""
    with closing(reopen(vault)) as session:
        case = next(each for each in registry.CASE_FILE.all(session.read) if each.reference == PERLA)
        user = next(each for each in people.list_interpreters(session, case.id) if each.user_id)
        linguist = people.add_interpreter(
            session, replace(user, code="T-98", languages=("fa", "ti", "zh", "fr"))
        )
        held = interviews.hold_interview(
            session,
            interview(
                case_id=case.id,
                number=NUMBER,
                person_id=people.list_persons(session, case.id)[0].id,
                language="fa",
                procedure_language="fr",
                lead_interviewer_id=people.list_officials(session, case.id)[0].id,
                authority_id=None,
                state=InterviewState.DRAFT,
            ),
            [
                engagement(
                    interpreter_id=linguist.id,
                    from_language="fa",
                    oath=InterpreterOath.OATH_TAKEN_TODAY,
                    oath_ref="",
                )
            ],
        )
        asked, heard = ASKED
        for language, speaker, said, rendered in (("fr", SpeakerRole.INTERVIEWER, asked, heard), *ANSWERED):
            segments.add_segment(
                session,
                held.id,
                speaker=speaker,
                kind=UtteranceKind.QUESTION if language == "fr" else UtteranceKind.ANSWER,
                language=language,
                source_text=said,
                capture=SourceCapture.TYPED_LIVE,
                renderings=[
                    segments.NewRendering(
                        language="fa" if language == "fr" else "fr",
                        text=rendered,
                        kind=RenderingKind.RENDITION,
                        author_id=linguist.id,
                    )
                ],
            )
        job = jobs.open_job(
            session,
            jobs.NewJob(
                interview_id=held.id,
                target_language="fr",
                linguist_id=linguist.id,
                translation_type=TranslationType.SWORN_WRITTEN,
                purpose="pour le tribunal",
            ),
        )
        giving.assign(session, job.id)
    (place,) = places_beside(vault)
    opened = desk.open_assignment(
        place.folder, passphrase=passphrase(INTERPRETER_PASSPHRASE), environment=environment()
    )
    with closing(opened) as session:
        first = next(each for each in desk.open_job(session).segments if each.segment.language == "fa")
        render_checked(session, first.segment.id, RENDERED)
        desk.hand_back(session)
    return place.folder


def office_side(walk: Walk, vault: Path) -> None:
    """The record at the desk, its formalities, and the language work on it."""
    main = walk.enter(vault)
    walk.show_case(main, PERLA)
    walk.go(main, 1)
    view = main.interviews
    view.list.choose_row(view.rows.row_of(lambda found: found.interview.number == NUMBER))
    walk.rest()
    row, table = view.record.entry, view.record.table
    walk.grab(main, "tongues-record")
    row.take_focus()
    row.fields[0].insertPlainText(TYPED)
    walk.grab(main, "tongues-desk")
    row.fields[0].clear()
    view.record.keep_drafts()
    walk.rest()
    table.edit_side(1, At.LEFT)
    walk.grab(main, "tongues-editing")
    table.end_editing()
    walk.rest()
    view.record.tabs.setCurrentIndex(1)
    rows = view.record.rows
    rows.parts.setCurrentRow(rows.keys.index("interpreter_engagement"))
    walk.grab(main, "tongues-interpreter")
    main.go(7)
    page = main.pages.of(LanguageView)
    walk.rest()
    page.open_job(page.panel.rows.rows[0].job.id)
    walk.rest()
    walk.grab(main, "tongues-job")


def interpreter_side(walk: Walk, vault: Path, folder: Path) -> None:
    """The store: each turn in its own script."""
    walk.desk.start(vault, assignment=folder)
    asks = walk.desk.window
    if not isinstance(asks, HandedOverWindow):
        raise TypeError
    asks.model.open(INTERPRETER_PASSPHRASE)
    walk.wait(lambda: isinstance(walk.desk.window, AssignmentWindow))
    window = walk.desk.window
    if not isinstance(window, AssignmentWindow):
        raise TypeError
    window.resize(1366, 768)
    walk.wait(lambda: bool(window.model.rows.rows))
    walk.rest()
    walk.grab(window, "tongues-store")
    for at in (1, 3):
        window.table.setCurrentIndex(window.model.rows.index(at, At.RIGHT))
        window.table.edit_side(at, At.RIGHT)
        walk.grab(window, f"tongues-store-{at}")
        window.table.end_editing()
        walk.rest()
