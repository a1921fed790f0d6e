"""A vault that is only read, because it is not the remembered one or was changed: all of it is shown."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.controllers import USER, copy_of, environment, first_case, settle, unlock
from tests.support.vaults import passphrase
from tests.ui.test_health import put_back, said_on, work_on
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import vaults
from thb_desktop.vault.vault import open_vault
from thb_desktop.words import refusal
from ui.application import AppController
from ui.main_window import MainWindow
from ui.place import Place, keep_place


@pytest.fixture
def remembering(tmp_path: Path) -> Callable[[], Environment]:
    """A computer that remembers the heads of the vaults that it opened."""
    return lambda: replace(environment(), heads=tmp_path / "heads")


@pytest.fixture
def left(vault: Path, remembering: Callable[[], Environment]) -> Path:
    """A vault that somebody left by the lock: where they were is kept in it."""
    case = first_case(vault)
    session = vaults.unlock_vault(vault, passphrase=passphrase(), environment=remembering())
    keep_place(session, Place(page="ExhibitsView", case=case.id))
    session.close()
    return vault


def make_older(vault: Path, tmp_path: Path, remembering: Callable[[], Environment]) -> None:
    older = copy_of(vault, tmp_path / "older")
    work_on(vault, remembering, "Z/0002")
    put_back(vault, older)


def fork(vault: Path, tmp_path: Path, remembering: Callable[[], Environment]) -> None:
    make_older(vault, tmp_path, remembering)
    for number in range(3, 6):
        work_on(vault, environment, f"Z/000{number}")


def change_behind(vault: Path, _: Path, __: Callable[[], Environment]) -> None:
    opened = open_vault(vault, passphrase(), randomness=secrets.token_bytes)
    opened.connection.execute("UPDATE official SET name = 'Somebody else'")
    opened.close()


OLDER = "The vault is older than the state that this computer remembers"
FORKED = "The entries of this vault are not those that this computer remembers"
CHANGED = "The file was changed outside the event chain."


@dataclass(frozen=True)
class Trouble:
    """What happened to a vault: the cause as the window says it, and the code of a refusal."""

    vault: Path
    cause: str
    code: str


@pytest.fixture(
    params=[
        (make_older, OLDER, "set-back"),
        (fork, FORKED, "set-back"),
        (change_behind, CHANGED, "tables-differ"),
    ],
    ids=["older", "forked", "changed"],
)
def trouble(
    request: pytest.FixtureRequest, left: Path, tmp_path: Path, remembering: Callable[[], Environment]
) -> Trouble:
    happen, cause, code = request.param
    happen(left, tmp_path, remembering)
    return Trouble(left, cause, code)


def held(
    desk: AppController, qtbot: QtBot, vault: Path, remembering: Callable[[], Environment]
) -> MainWindow:
    desk.jobs.environment = remembering
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    return window


@pytest.mark.requirement("SR-16")
def test_each_page_of_a_held_vault_is_read_and_the_cause_stands_above_it(
    desk: AppController, qtbot: QtBot, trouble: Trouble, remembering: Callable[[], Environment]
):
    window = held(desk, qtbot, trouble.vault, remembering)
    refusals: list[object] = []
    desk.jobs.refused.connect(refusals.append)

    led_back = window.said.offer.sentence.text()
    shown = {}
    for number, page in enumerate(window.pages):
        window.go(number)
        settle(desk, qtbot)
        shown[page] = window.said.held.isVisible() and trouble.cause in window.said.held.sentence.text()

    assert shown == dict.fromkeys(window.pages, True)
    assert refusals == []
    assert not window.notice.isVisible()
    assert window.top.chain_chip.text() == "Event chain broken"
    assert USER in window.status.user_label.text()
    assert "When the vault locked you were at Exhibits" in led_back
    assert not window.said.offer.isVisible()  # one was there since
    assert window.cases.rows.rows
    assert window.cases.details.lists["persons"].rows
    assert window.interviews.model.record is not None
    assert window.exhibits.rows.rows
    assert window.exhibits.model.exhibit is not None
    assert window.custody.rows.rows
    assert window.export.exhibits.count()
    assert window.office.people.rows.rows


@pytest.mark.requirement("SR-16")
def test_what_would_write_to_a_held_vault_is_refused_for_its_true_cause(
    desk: AppController, qtbot: QtBot, trouble: Trouble, remembering: Callable[[], Environment]
):
    window = held(desk, qtbot, trouble.vault, remembering)
    model = window.cases.model

    with qtbot.waitSignal(model.refused) as refused:
        model.open_case(replace(window.cases.rows.rows[0].case, reference="Z/0099"))

    assert refused.args == [refusal(trouble.code, "en")]
    assert "Z/0099" not in [each.case.reference for each in window.cases.rows.rows]


@pytest.mark.requirement("SR-16")
def test_health_offers_to_state_a_restoration_where_somebody_was_when_the_vault_locked(
    desk: AppController, qtbot: QtBot, left: Path, tmp_path: Path, remembering: Callable[[], Environment]
):
    make_older(left, tmp_path, remembering)
    window = held(desk, qtbot, left, remembering)

    window.go(window.pages.index(window.health))
    settle(desk, qtbot)

    assert window.health.restored.button.isVisible()
    assert "This vault is older than what this computer remembers" in said_on(window.health)


def test_a_held_vault_is_locked_without_a_word_of_what_could_not_be_kept(
    desk: AppController, qtbot: QtBot, left: Path, tmp_path: Path, remembering: Callable[[], Environment]
):
    make_older(left, tmp_path, remembering)
    window = held(desk, qtbot, left, remembering)
    refusals: list[object] = []
    desk.jobs.refused.connect(refusals.append)

    window.keep_place()
    settle(desk, qtbot)

    assert refusals == []
