"""Rows of a received package that a colleague wrote: what its office did not sign so is named."""

import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.test_conditions import conditioned  # noqa: F401 - a fixture
from tests.support.offices import LATER, copy_of, unlock
from tests.support.own_program import past_the_list
from tests.support.receiving import Post, Receiver, arrival, examined, recorded_office
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import HandlingCode
from thb_desktop.domain.handling import keeps_back
from thb_desktop.findings import Finding, Standing, of_entry
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import arrival_rows, arrivals, refused
from thb_desktop.services.receiving.examining import Examined
from thb_desktop.services.receiving.refused import AfterAll, import_refused
from thb_desktop.vault.tables import chain, registry

Patch = Callable[[pytest.MonkeyPatch, Receiver, Path], None]


def unsigned(session: Session) -> list[Finding]:
    return [each for each in check_vault(session).findings if each.code == "received-unsigned"]


def taken_in(
    receiver: Receiver, post: Post, change: Callable[[Examined], Examined] = lambda same: same
) -> None:
    """Take the package in by a program of one's own, which keeps to no list."""
    recorded_office(receiver.session, post)
    with past_the_list():
        looked = change(examined(receiver.session, post))
        arrivals.import_package(receiver.session, looked, arrival(receiver.small))


def stored(receiver: Receiver, place: Path) -> Any:
    source = place / secrets.token_hex(4)
    source.write_bytes(b"something else")
    return receiver.session.vault.content.store_file(source)


def row_of_package(**changes: object) -> Patch:
    def patch(program: pytest.MonkeyPatch, _: Receiver, __: Path) -> None:
        def row(*given: Any, **named: Any) -> Any:
            return replace(arrival_rows.received_row(*given, **named), **changes)  # type: ignore[arg-type]

        program.setattr(arrivals, "received_row", row)

    return patch


def another_container(program: pytest.MonkeyPatch, receiver: Receiver, place: Path) -> None:
    def row(work: Any, holder: Any, name: str, media_type: str, _: Any) -> Any:
        return arrival_rows.file_row(work, holder, name, media_type, stored(receiver, place))

    program.setattr(arrivals, "file_row", row)


def other_files(program: pytest.MonkeyPatch, receiver: Receiver, place: Path) -> None:
    def each_row(work: Any, exhibit: Any, foreign: Any, kept: Any) -> Any:
        return arrival_rows.file_rows(
            work, exhibit, foreign, {name: stored(receiver, place) for name in kept}
        )

    program.setattr(arrivals, "file_rows", each_row)


def from_another(program: pytest.MonkeyPatch, _: Receiver, __: Path) -> None:
    """The custody of each exhibit says that it came from somebody else."""

    def row(work: Any, looked: Examined, *rest: Any) -> Any:
        assert looked.office is not None
        other = replace(looked, office=replace(looked.office, name="Court of Borduria"))
        return arrival_rows.registered(work, other, *rest)

    program.setattr(arrivals, "registered", row)


def no_conditions(program: pytest.MonkeyPatch, _: Receiver, __: Path) -> None:
    program.setattr(arrivals, "keep_condition", lambda *_: None)


def other_conditions(program: pytest.MonkeyPatch, _: Receiver, __: Path) -> None:
    def keep(work: Any, looked: Any, come: Any, told: UseCondition, about: Any) -> None:
        arrival_rows.keep_condition(work, looked, come, replace(told, text="To any State"), about)

    program.setattr(arrivals, "keep_condition", keep)


@pytest.mark.requirement("SR-19", "SR-37")
@pytest.mark.parametrize(
    ("patch", "said"),
    [
        (row_of_package(number="P-777"), "package"),
        (row_of_package(head_root="0" * 64), "package"),
        (row_of_package(sheet="1" * 64), "package"),
        (another_container, "package"),
        (other_files, "exhibits"),
        (from_another, "exhibits"),
        (no_conditions, "conditions"),
        (other_conditions, "conditions"),
    ],
)
def test_what_its_office_did_not_sign_so_is_named_with_who_entered_it(
    conditioned: Post,  # noqa: F811 - the fixture
    receiver: Receiver,
    tmp_path: Path,
    patch: Patch,
    said: str,
):
    with pytest.MonkeyPatch.context() as program:
        patch(program, receiver, tmp_path)
        taken_in(receiver, conditioned)

    (told,) = unsigned(receiver.session)
    (received,) = registry.RECEIVED_PACKAGE.all(receiver.session.read)
    assert (told.key, told.standing) == (f"received-unsigned.{said}", Standing.BROKEN)
    assert told.values == {"name": receiver.session.user.name, "number": received.number}
    assert told.where == (of_entry(chain.size_of(receiver.session.read)),)


@pytest.mark.requirement("SR-19", "SR-37")
def test_exhibits_that_are_left_out_are_named(
    conditioned: Post,  # noqa: F811 - the fixture
    receiver: Receiver,
    tmp_path: Path,
):
    with closing(unlock(copy_of(receiver.session.vault.folder, tmp_path / "same"))) as other:
        less = replace(receiver, session=other)
        taken_in(less, conditioned, lambda looked: replace(looked, exhibits=looked.exhibits[1:]))
        assert "received-unsigned.exhibits" in {each.key for each in unsigned(other)}


@pytest.mark.requirement("SR-37")
def test_what_was_taken_in_as_it_came_is_named_by_nobody_also_after_a_condition_was_corrected(
    conditioned: Post,  # noqa: F811 - the fixture
    receiver: Receiver,
):
    taken_in(receiver, conditioned)
    assert unsigned(receiver.session) == []

    condition = registry.USE_CONDITION.all(receiver.session.read)[0]
    corrections.correct(receiver.session, replace(condition, text="Tell the DIICOT"), "As it was told")

    assert unsigned(receiver.session) == []


def struck_on_the_holder(receiver: Receiver, post: Post) -> AfterAll:
    """A package of which an exhibit was refused, and its condition, on what holds it, was struck out then."""
    recorded_office(receiver.session, post)
    come = arrival(receiver.small, refused={"E-05": "Marked as classified"})
    received = arrivals.import_package(receiver.session, examined(receiver.session, post), come)
    conditions = registry.USE_CONDITION.where(receiver.session.read, "case_id", received.case_id)
    held = next(each for each in conditions if each.number == "R-1-C-1")
    corrections.strike_out(receiver.session, "use_condition", held.id, "The exhibit is not here")
    return AfterAll(
        received_id=received.id,
        numbers=frozenset({"E-05"}),
        because="Declassified",
        received_by=receiver.small.official.id,
        at=LATER,
    )


@pytest.mark.requirement("SR-37")
def test_an_exhibit_that_is_imported_after_all_has_the_condition_that_was_struck_out_meanwhile(
    conditioned: Post,  # noqa: F811 - the fixture
    receiver: Receiver,
):
    (item,) = import_refused(receiver.session, struck_on_the_holder(receiver, conditioned))

    kept = registry.USE_CONDITION.where(receiver.session.read, "exhibit_id", item.exhibit_id)
    assert [(each.number, each.text, each.struck) for each in kept] == [
        ("R-1-E-05-C-1", "C-1: tell DIICOT", "")
    ]
    assert unsigned(receiver.session) == []


@pytest.mark.requirement("SR-19", "SR-37")
def test_such_an_exhibit_without_its_condition_is_named(
    conditioned: Post,  # noqa: F811 - the fixture
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(refused, "keep_owed_conditions", lambda *_: False)

    import_refused(receiver.session, struck_on_the_holder(receiver, conditioned))

    assert [each.key for each in unsigned(receiver.session)] == ["received-unsigned.conditions"]


def test_the_code_of_a_provider_without_a_state_is_not_taken_as_that_of_the_office_that_sent_it(
    conditioned: Post,  # noqa: F811 - the fixture
    receiver: Receiver,
):
    changes = {"handling": HandlingCode.EUROPOL_H2, "imposed_by": "Europol", "imposed_state": ""}

    def coded(looked: Examined) -> Examined:
        first, *others = looked.conditions
        return replace(looked, conditions=(replace(first, **changes), *others))  # type: ignore[arg-type]

    taken_in(receiver, conditioned, coded)

    kept = next(each for each in registry.USE_CONDITION.all(receiver.session.read) if each.handling)
    assert kept.imposed_state == ""
    assert keeps_back(kept, "BE")
