"""The condition sheet of a package: which condition of use holds for which item, approved and bound."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.offices import copy_of, unlock
from tests.support.packages import Sending, opened, sending
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.ids import RowId
from thb_desktop.errors import ApprovalForeignError
from thb_desktop.findings import Standing
from thb_desktop.ledger import canonical
from thb_desktop.package.unpacking import open_container
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import use_conditions
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.packaging import packages
from thb_desktop.verify.run import Request, check_file

ORDERED = "Ordered"


@pytest.fixture(scope="module")
def made(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sending]:
    place = tmp_path_factory.mktemp("conditions")
    session = unlock(copy_of(sample_office, place / "office.thbvault"))
    yield sending(session, place)
    session.close()


@pytest.fixture
def desk(made: Sending, tmp_path: Path) -> Iterator[Sending]:
    session = unlock(copy_of(made.session.vault.folder, tmp_path / "office.thbvault"))
    yield replace(made, session=session, place=tmp_path)
    session.close()


def limited(desk: Sending, number: str = "E-05", **changes: object) -> UseCondition:
    offered = packages.offered_by(desk.session, packages.read_bundle(desk.bundle))
    fields: dict[str, object] = {
        "id": RowId(""),
        "case_id": offered.bundle.case_id,
        "number": "C-99",
        "kind": ConditionKind.REPORT_ON_USE,
        "text": "Its use is told to the authority within a month",
        "imposed_by": "Prosecutor of Ghent",
        "imposed_state": "BE",
        "exhibit_id": desk.exhibit(number),
        **changes,
    }
    return use_conditions.add_condition(desk.session, UseCondition(**fields))  # type: ignore[arg-type]


def test_each_item_is_told_with_its_condition_and_the_sheet_binds_it(desk: Sending, tmp_path: Path):
    limited(desk)

    desk.made(tmp_path / "sent", identities_because=ORDERED)
    file = opened(tmp_path / "sent", tmp_path / "opened.asice", desk.addressee)
    container = open_container(io.BytesIO(file.read_bytes()))
    told = canonical.parse(b"".join(container.pieces("data/conditions.json")))
    text = b"".join(container.pieces("data/conditions.txt")).decode()
    root = tmp_path / "root.pem"
    root.write_text(root_pem(desk.session.office_record))
    findings = check_file(Request(file=file, roots=(root,)))

    assert isinstance(told, dict)
    mine = next(each for each in told["conditions"] if each["number"] == "C-99")  # type: ignore[union-attr, index]
    assert "E-05" in mine["holds_for"]  # type: ignore[operator, index]
    assert mine["imposed_by"] == "Prosecutor of Ghent"  # type: ignore[index]
    sheet = canonical.parse(b"".join(container.pieces("data/package.json")))
    assert isinstance(sheet, dict)
    closed_for = [each["name"] for each in sheet["closed_for"]]  # type: ignore[union-attr, index, call-overload]
    assert told["recipient"] == sheet["bundle"]["recipient"]  # type: ignore[index, call-overload]
    assert (told["package"], told["closed_for"]) == (sheet["number"], closed_for)
    assert told["recipient"]
    assert f"Această foaie este pentru:\n      {told['recipient']} ({told['state']})\n" in text
    assert all(f"      {name}\n" in text for name in closed_for)
    assert text.index("E-05") < text.index("Its use is told to the authority within a month")
    assert {each.code for each in findings if each.standing is Standing.BROKEN} == set()


def test_a_condition_that_comes_after_the_approval_makes_it_be_prepared_again(desk: Sending, tmp_path: Path):
    prepared = desk.prepared(identities_because=ORDERED)
    condition = limited(desk)

    with pytest.raises(ApprovalForeignError):
        packages.make_package(desk.session, prepared, tmp_path / "sent", second="Nobody else is here")
    again = desk.prepared(identities_because=ORDERED)
    corrections.correct(desk.session, replace(condition, text="Told within a week"), "The letter says so")
    with pytest.raises(ApprovalForeignError):
        packages.make_package(desk.session, again, tmp_path / "sent", second="Nobody else is here")
    assert not (tmp_path / "sent").exists()
