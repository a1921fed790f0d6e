"""What the core finds is said in the language of the window."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import at_the_desk, reopen, settle, unlock
from thb_desktop.findings import Finding, Standing, Where, broken, holds, unknown
from thb_desktop.services.core.login import root_fingerprint
from ui import language
from ui.application import AppController
from ui.labels.findings import NAMED, finding_text, finding_text_in, finding_text_of
from ui.settings import Scheme, Settings


@pytest.fixture
def french(application: QApplication) -> Iterator[None]:
    language.install(application, "fr")
    yield
    language.install(application, "en")


def test_a_finding_is_said_in_english(application: QApplication):
    language.install(application, "en")

    assert finding_text(unknown("strangers", count=3)).endswith("do not belong there: \u20683\u2069.")


def test_a_moment_that_a_computer_noted_is_said_by_the_clock_of_this_one_and_a_told_one_stays(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
):
    language.install(application, "en")
    monkeypatch.setattr("ui.labels.findings.zone_here", lambda: "Europe/Brussels")
    noted = datetime(2026, 6, 1, 9, 7, tzinfo=UTC)
    told = datetime(2026, 6, 1, 9, 7, tzinfo=timezone(timedelta(hours=3)))

    paper = finding_text(broken("V-I-06.paper-outdated", {"at": noted}, field="interview.signatures"))
    assert "2026-06-01 11:07 +02:00" in paper
    assert "2026-06-01 09:07 +03:00" in finding_text(broken("V-I-06.paper-outdated", {"at": told}))


def test_of_very_many_turns_a_finding_about_a_record_names_the_first_and_says_how_many_more(
    application: QApplication,
):
    language.install(application, "en")
    turns = tuple(f"{number} Q" for number in range(1, 5001))

    told = finding_text_in(None, unknown("V-I-23.draft", field="interview.segments", segments=turns))
    few = finding_text_in(None, unknown("V-I-23.draft", field="interview.segments", segments=turns[:NAMED]))

    assert told.count(" Q") == few.count(" Q") == NAMED
    assert "20 Q" in told
    assert "4980" in told
    assert "4980" not in few


@pytest.mark.usefixtures("french")
def test_a_finding_says_in_french_how_it_stands():
    assert (
        finding_text(holds("root.trusted"))
        == "Le certificat racine du coffre est celui auquel vous vous fiez."
    )
    assert finding_text(broken("root.unsound", detail="no key")) == "Le certificat racine n'est pas valide."


@pytest.mark.usefixtures("french")
def test_a_finding_about_the_custody_record_of_a_document_says_so_in_french():
    found = Finding(
        code="custody-inclusion",
        case="whole",
        standing=Standing.HOLDS,
        where=(Where(kind="custody-record"),),
    )

    assert finding_text(found).startswith("Registre de conservation\u00a0: Chaque événement figure")


@pytest.mark.usefixtures("french")
def test_a_rule_is_said_in_french_with_what_it_is_about():
    found = broken("V-I-02.leaves-before-coming", name="N. Aerts")

    assert finding_text(found) == "\u2068N. Aerts\u2069 part avant d'arriver."


def test_a_language_that_is_not_finished_says_a_finding_in_english(application: QApplication):
    language.install(application, "ar")
    said = finding_text(holds("root.trusted"))
    language.install(application, "en")

    assert said == "The root certificate of the vault is the one that you trust."


def test_the_check_of_the_vault_is_told_in_french(application: QApplication, qtbot: QtBot, vault: Path):
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language="fr")) as desk:
        view = unlock(desk, qtbot, vault).health
        with qtbot.waitSignal(view.model.checked, timeout=60_000):
            view.check_button.click()
        rows = [view.rows.index(row, 1).data() for row in range(view.rows.rowCount())]
    language.install(application, "en")

    assert len(rows) > 3
    assert any("La cha\u00eene d'\u00e9v\u00e9nements est valide" in said for said in rows)


def test_the_page_shows_the_fingerprint_that_receivers_compare(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    view = window.health
    window.go(window.pages.index(view))
    settle(desk, qtbot)
    shown = view.fingerprint.text()
    mouse = view.fingerprint.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    desk.end()

    session = reopen(vault)
    own = root_fingerprint(session.office_record)
    session.close()
    assert shown.split() == [own[start : start + 4] for start in range(0, 64, 4)]
    assert mouse


def test_a_sentence_that_names_its_turn_does_not_name_it_twice(application: QApplication):
    language.install(application, "en")
    found = unknown("V-I-22.in-turn", about="row", turn="6 A")

    assert finding_text_of("6 A", found).endswith("is in turn \u20686 A\u2069.")
    assert finding_text_of("V-01", found).endswith("is in turn \u20686 A\u2069. (\u2068V-01\u2069)")
