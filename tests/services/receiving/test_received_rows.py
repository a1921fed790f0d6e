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
from tests.support.offices import copy_of, unlock
from tests.support.own_program import past_the_list
from tests.support.receiving import Post, Receiver, arrival, examined, recorded_office
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.findings import Finding, Standing, of_entry
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.receiving import arrival_rows, arrivals
from thb_desktop.services.receiving.examining import Examined
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
