"""Who judges a drill sees what is lost, half done, refused by the wrong error, or damaged and not said."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.drills.acts import office
from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.driver import Reply
from tests.drills.kit.judging import Scene, look
from tests.drills.kit.patient import ACCEPTED, Patient
from tests.drills.kit.tracing import never_flushed
from tests.drills.kit.work import made, workplace
from tests.drills.runs import power

DONE = Reply(kind="DONE")


def do(name: str, folder: Path, template: Template) -> None:
    OPERATIONS[name].begin(folder, template)()
    office.lock_again()


@pytest.fixture(scope="module")
def template() -> Iterator[Template]:
    with workplace() as place:
        yield made(place)


@pytest.fixture
def scene(template: Template, tmp_path: Path) -> Scene:
    return Scene.of(OPERATIONS["add a segment"], template, tmp_path / "scene")


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
    assert look(scene, folder, Reply(kind="REFUSED", said="store-end-due: still there")).wrong == []


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


def test_a_row_of_before_that_is_another_one_afterwards_is_seen_though_the_work_is_done(
    scene: Scene, tmp_path: Path
):
    folder = scene.template.copied(tmp_path)
    do("add a segment", folder, scene.template)
    rows = [row.replace("2026/1", "2026/0") for row in scene.before["case_file"]]
    other = replace(scene, before={**scene.before, "case_file": rows})

    assert look(other, folder, DONE).wrong == ["rows are gone or others in: case_file"]


def test_work_that_was_done_to_more_than_the_operation_leaves_is_half_done(scene: Scene, tmp_path: Path):
    folder = scene.template.copied(tmp_path)
    do("add a segment", folder, scene.template)
    do("open a case", folder, scene.template)

    assert "half done in: case_file" in look(scene, folder, DONE).wrong[0]


def test_a_way_into_the_vault_that_must_stay_or_go_is_tried(template: Template, tmp_path: Path):
    adding, retiring = OPERATIONS["add a segment"], OPERATIONS["retire a user"]
    scenes = {each.name: Scene.of(each, template, tmp_path / each.name) for each in (adding, retiring)}
    folder = template.copied(tmp_path)
    do("retire a user", folder, template)

    kept = look(replace(scenes[retiring.name], operation=adding), folder, DONE).wrong
    gone = look(scenes[retiring.name], template.copied(tmp_path / "as-before"), DONE).wrong

    assert "a way that must stay is closed: colleague" in kept
    assert "a way that was taken away still opens: colleague" in gone


def test_a_header_that_lost_a_change_which_the_chain_kept_is_set_back_and_named(
    template: Template, tmp_path: Path
):
    scene = Scene.of(OPERATIONS["change the passphrase"], template, tmp_path / "scene")
    folder = template.copied(tmp_path)
    headers = {path: path.read_bytes() for path in folder.glob("header*")}
    do("change the passphrase", folder, template)
    for path, before in headers.items():
        path.write_bytes(before)

    seen = look(scene, folder, DONE)

    assert headers
    assert "a way that was taken away still opens: own" in seen.wrong
    assert power._fate(seen, DONE) == "set back and named"


def test_a_name_that_was_made_and_never_flushed_is_seen(tmp_path: Path):
    lines = [
        f'7 openat(AT_FDCWD</>, "{tmp_path}/header.new", O_WRONLY) = 3<{tmp_path}/header.new>',
        f'7 write(3<{tmp_path}/header.new>, "x", 1) = 1',
        f"7 fsync(3<{tmp_path}/header.new>) = 0",
        f'7 rename("{tmp_path}/header.new", "{tmp_path}/header") = 0',
    ]

    assert never_flushed(lines, tmp_path, but=tmp_path / "heads") == [
        f"rename in {tmp_path.name} is never flushed"
    ]
    lines.append(f"7 fsync(4<{tmp_path}>) = 0")
    assert never_flushed(lines, tmp_path, but=tmp_path / "heads") == []
    assert never_flushed(lines[:2], tmp_path, but=tmp_path / "heads") == [
        "write in header.new is never flushed"
    ]


def test_a_vault_that_does_not_open_or_has_a_damaged_file_is_wrong(scene: Scene, tmp_path: Path):
    shut = scene.template.copied(tmp_path / "shut")
    (shut / "vault.db").write_bytes(b"nothing")
    damaged = scene.template.copied(tmp_path / "damaged")
    stored = max(
        (path for path in (damaged / "content").rglob("*") if path.is_file()),
        key=lambda path: path.stat().st_size,
    )
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
