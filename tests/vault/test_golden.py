"""Golden events: one of each shape that was ever written; every later version replays them."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.later_program import NUMBER, later_program
from tests.vault.data.freeze import FROZEN
from tests.vault.data.make_golden import GOLDEN, SEALED, make
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.record import Record, fields_of, from_record, to_record
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.vault import upcasts
from thb_desktop.vault.database import load_migrations, open_scratch
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables.projection import Projection
from thb_desktop.vault.tables.registry import TABLES, table_named
from thb_desktop.vault.upcasts import has_current_shape, renamed, upcast

OFFICIAL: Record = {"entity": "official", "record": {"id": "1", "unit": "Brigade"}}
PERSON: Record = {"entity": "person", "record": {"id": "2", "unit": "kept"}}


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden events, and those of the schema of today until a version has them."""
    folder = tmp_path_factory.mktemp("golden")
    if FROZEN.is_file():
        shutil.copytree(GOLDEN, folder, dirs_exist_ok=True)
    if not (folder / str(load_migrations()[-1].number)).is_dir():
        make(folder)
    return folder


def rows(schema: Path) -> Iterator[tuple[str, Event]]:
    """What tells rows of one schema, in the order in which it can be replayed."""
    for path in sorted((schema / "rows").iterdir(), key=lambda path: int(path.name.partition("-")[0])):
        yield path.name, Event.parse(path.read_bytes())


def replayed(schema: Path) -> tuple[int, list[str]]:
    """How many states were replayed, and which events told another digest of the tables."""
    with closing(open_scratch()) as connection:
        projection = Projection(connection)
        count, differing = 0, []
        for name, event in rows(schema):
            for state in event.states:
                projection.replay(state)
                count += 1
            if has_current_shape(event.schema) and event.tables != projection.digest:
                differing.append(name)
        assert projection.digest == Projection.of(connection).digest
    return count, differing


def test_every_shape_is_replayed_and_adds_up_to_what_it_told(golden: Path):
    found = {schema.name: replayed(schema) for schema in golden.iterdir()}

    assert "1" in found
    assert all(count >= len(list((golden / name / "rows").iterdir())) for name, (count, _) in found.items())
    assert [differing for _, differing in found.values() if differing] == []


def test_every_field_of_every_entity_is_said_in_a_golden_event(golden: Path):
    """A field that came later is missing here until `make_golden` has written its shape."""
    said: dict[str, set[str]] = {}
    for schema in golden.iterdir():
        for _, event in rows(schema):
            for state in event.states:
                said.setdefault(str(state["entity"]), set()).update(state["record"])  # type: ignore[arg-type]

    missing = {
        table.name: sorted({field.name for field in fields_of(table.entity)} - said.get(table.name, set()))
        for table in TABLES
    }

    assert {name: fields for name, fields in missing.items() if fields} == {}


def test_every_act_has_its_golden_event_and_keeps_its_word(golden: Path):
    told = {}
    for schema in golden.iterdir():
        for path in (schema / "acts").iterdir():
            told[path.stem] = Event.parse(path.read_bytes()).action

    assert all(name == action for name, action in told.items())
    assert set(told) == {*VaultAction, *CustodyAction}


@pytest.mark.parametrize("entity", SEALED, ids=lambda entity: entity.__name__)
def test_what_was_sealed_is_read_and_has_every_field(golden: Path, entity: type):
    said = set()
    for path in golden.glob(f"*/sealed/{entity.__name__}.json"):
        record = canonical.parse(path.read_bytes())
        assert isinstance(record, dict)
        said |= record.keys()
        assert to_record(from_record(entity, record)) == record

    assert said == {field.name for field in fields_of(entity)}


def test_a_field_that_is_renamed_without_an_upcast_makes_its_events_unreadable(
    golden: Path, monkeypatch: pytest.MonkeyPatch
):
    with later_program():
        count, _ = replayed(golden / "1")
        with monkeypatch.context() as forgotten:
            forgotten.delitem(upcasts.UPCASTS, NUMBER)
            with pytest.raises(FormatError):
                replayed(golden / "1")

    assert count >= len(list((golden / "1" / "rows").iterdir()))


def test_an_upcast_leads_up_what_is_older_and_nothing_else(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(upcasts.UPCASTS, 3, renamed("official", "service", "team"))
    monkeypatch.setitem(upcasts.UPCASTS, 2, renamed("official", "unit", "service"))

    led = [upcast([OFFICIAL, PERSON], schema) for schema in (1, 2, 3)]

    assert led[0] == [{"entity": "official", "record": {"id": "1", "team": "Brigade"}}, PERSON]
    assert led[1] == led[2] == [OFFICIAL, PERSON]
    assert [has_current_shape(schema) for schema in (1, 2, 3)] == [False, False, True]
    assert OFFICIAL["record"] == {"id": "1", "unit": "Brigade"}


def test_an_upcast_may_make_two_states_of_one_or_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(
        upcasts.UPCASTS, 2, lambda state: [] if state["entity"] == "person" else [state, PERSON]
    )

    assert upcast([OFFICIAL, PERSON], 1) == [OFFICIAL, PERSON]


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize(
    "state", [None, [], {"entity": "official"}, {"entity": 1, "record": {}}, {"entity": "x", "record": []}]
)
def test_what_is_no_state_is_refused_before_an_upcast_reads_it(
    state: object, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(upcasts.UPCASTS, 2, renamed("official", "unit", "service"))

    with pytest.raises(FormatError):
        upcast([state], 1)  # type: ignore[list-item]
    assert table_named("official").name == "official"
