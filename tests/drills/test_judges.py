"""Who judges a drill sees what is lost, half done, refused by the wrong error, or damaged and not said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.drills.acts import office
from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.driver import Reply
from tests.drills.kit.judging import Scene, look, template_rows
from tests.drills.kit.patient import ACCEPTED, Patient
from tests.drills.kit.work import made, workplace

DONE = Reply(kind="DONE")


def do(name: str, folder: Path, template: Template) -> None:
    OPERATIONS[name].begin(folder, template)()
    office.lock_again()


@pytest.fixture(scope="module")
def template() -> Iterator[Template]:
    with workplace() as place:
        yield made(place)


@pytest.fixture
def scene(template: Template) -> Scene:
    return Scene(operation=OPERATIONS["add a segment"], template=template, before=template_rows(template))


def test_work_that_is_there_and_was_answered_for_is_right(scene: Scene, tmp_path: Path):
    folder = scene.template.copied(tmp_path)
    do("add a segment", folder, scene.template)

    sight = look(scene, folder, DONE)

    assert (sight.state, sight.wrong) == ("AFTER", [])


def test_work_that_was_answered_for_and_is_not_there_is_lost(scene: Scene, tmp_path: Path):
    sight = look(scene, scene.template.copied(tmp_path), DONE)

    assert sight.wrong == ["what was acknowledged is lost"]


def test_work_that_was_refused_and_is_there_is_wrong(scene: Scene, tmp_path: Path):
    folder = scene.template.copied(tmp_path)
    do("add a segment", folder, scene.template)

    assert len(look(scene, folder, Reply(kind="REFUSED", said="disk-full: full")).wrong) == 1
    assert look(scene, folder, Reply(kind="REFUSED", said="change-uncertain: failed")).wrong == []


def test_an_error_that_is_not_ours_is_wrong(scene: Scene, tmp_path: Path):
    folder = scene.template.copied(tmp_path)

    sight = look(scene, folder, Reply(kind="RAISED", said="OSError: 28"))

    assert sight.wrong == ["an error that is not ours: OSError: 28"]


def test_another_change_than_the_operation_is_half_done(scene: Scene, tmp_path: Path):
    folder = scene.template.copied(tmp_path)
    do("open a case", folder, scene.template)

    sight = look(scene, folder, Reply(kind="DIED"))

    assert len(sight.wrong) == 1
    assert sight.wrong[0].startswith("something half done in: case_file")


def test_a_vault_that_does_not_open_or_has_a_damaged_file_is_wrong(scene: Scene, tmp_path: Path):
    shut = scene.template.copied(tmp_path / "shut")
    (shut / "vault.db").write_bytes(b"nothing")
    damaged = scene.template.copied(tmp_path / "damaged")
    stored = damaged / "content" / (held := scene.template.files[2].object_id)[:2] / held
    stored.write_bytes(stored.read_bytes()[:-1])

    assert look(scene, shut, Reply(kind="DIED")).wrong == ["the vault does not open: database-damaged"]
    assert "content-damaged" in look(scene, damaged, Reply(kind="DIED")).wrong[0]


def test_a_patient_accepts_itself_whole_and_calls_other_data_accepted(template: Template, tmp_path: Path):
    patient = Patient(template, tmp_path)
    later = replace(template, folder=template.copied(tmp_path / "later"))
    do("add a segment", later.folder, later)

    assert patient.ask().kind == ACCEPTED
    with patient.damaged({patient.folder / "vault.db": (later.folder / "vault.db").read_bytes()}):
        assert (patient.ask().kind, patient.ask().code) == (ACCEPTED, "other data")
    assert patient.ask().code == ""


def test_what_this_computer_remembers_makes_the_same_a_finding(template: Template, tmp_path: Path):
    office.remember_heads_in(tmp_path / "heads")
    try:
        folder = template.copied(tmp_path)
        was = (folder / "vault.db").read_bytes()
        do("add a segment", folder, template)
        (folder / "vault.db").write_bytes(was)

        findings = unlock(folder).opening.findings
    finally:
        office.lock_again()
        office.remember_heads_in(None)

    assert "rolled-back" in {finding.code for finding in findings}
