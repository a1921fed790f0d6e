"""Every table and field that holds words is searched, or left out for a stated reason."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from typing import Any, get_args, get_type_hints
from uuid import NAMESPACE_OID, uuid5

import pytest

from tests.vault.data.make_golden import make
from thb_desktop.domain.search_query import parse_query
from thb_desktop.services.searching.index import Follower
from thb_desktop.services.searching.left_out import CODES, FIELDS, TABLES
from thb_desktop.services.searching.source import Source
from thb_desktop.services.searching.sources import BY_ENTITY, BY_NUMBER, SOURCES
from thb_desktop.vault.database import Connection, load_migrations, open_scratch
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import registry, search_index
from thb_desktop.vault.tables.projection import Projection


def holds_words(hint: Any) -> bool:
    """Whether a field of this type may hold words that somebody typed, or that came with a file."""
    if hint is str:
        return True
    if isinstance(hint, type):
        return False
    return not hasattr(hint, "__supertype__") and any(map(holds_words, get_args(hint)))


def worded(entity: type) -> set[str]:
    hints = get_type_hints(entity)
    return {each.name for each in fields(entity) if holds_words(hints[each.name])} - {"struck"}


@pytest.mark.parametrize("table", registry.TABLES, ids=lambda table: table.name)
def test_every_table_with_words_is_searched_or_left_out_for_a_reason(table: Any):
    found = BY_ENTITY.get(table.name)
    names = worded(table.entity)

    assert (found is not None) + (table.name in TABLES) + (not names) == 1
    if found is not None:
        told = {name for name in names if name in CODES or f"{table.name}.{name}" in FIELDS}
        assert names - set(found.fields) - told == set()
        assert told & set(found.fields) == set()


def test_what_is_left_out_is_there():
    known = {table.name: {each.name for each in fields(table.entity)} for table in registry.TABLES}

    assert set(TABLES) <= set(known)
    for place in FIELDS:
        table, _, name = place.partition(".")
        assert name in known[table]
        assert table in BY_ENTITY
    assert {*CODES} <= {name for each in known.values() for name in each}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.entity)
def test_the_fields_of_a_source_are_there(source: Source):
    names = {each.name for each in fields(source.table.entity)}

    named = {*source.fields, source.by, source.language, source.day, *source.persons, *source.firsts}
    assert named - {""} <= names
    assert set(source.firsts) <= set(source.fields)


def test_the_numbers_of_the_sources_are_their_own_and_fit_the_index():
    assert len(BY_NUMBER) == len(SOURCES) == len(BY_ENTITY)
    assert 0 < min(BY_NUMBER) <= max(BY_NUMBER) < search_index.SOURCES
    assert 13 not in BY_NUMBER  # texts in files


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The tables with a full row of every entity, and their index."""
    folder = tmp_path_factory.mktemp("golden")
    make(folder)
    events = (folder / str(load_migrations()[-1].number) / "rows").iterdir()
    with closing(open_scratch()) as connection:
        projection = Projection(connection)
        for path in sorted(events, key=lambda each: int(each.name.partition("-")[0])):
            for state in Event.parse(with_ids(path.read_bytes())).states:
                projection.replay(standing(state))
        follower = Follower(connection, connection)
        while not follower.step(500).is_whole:
            pass
        yield connection


def standing(state: Any) -> Any:
    """A file that was withdrawn is not searched."""
    if state["entity"] == registry.EXHIBIT_FILE.name:
        return {**state, "record": {**state["record"], "struck": ""}}
    return state


def with_ids(event: bytes) -> bytes:
    """Return an event with ids as a vault has them: the index keeps them as bytes."""
    return re.sub(
        rb'"([a-z_]+-\d+)"', lambda name: f'"{uuid5(NAMESPACE_OID, name[1].decode())}"'.encode(), event
    )


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.entity)
def test_the_words_of_every_field_of_every_source_are_found(source: Source, full: Connection):
    rows = [row for row in source.table.all(full) if source.shown(row)]
    texts = [(row.id, name, text) for row in rows for name, text in source.texts_of(row)]

    assert {name for _, name, _ in texts} - {"struck"} == set(source.fields)
    for key, _, text in texts:
        query = parse_query(text.lstrip("-"))
        found = search_index.find(full, query.expression, None, None, ranked=False, skip=0, count=1000)
        assert (source.number, key) in {(each.source, each.key) for each in found}
        assert query.places_in(text)
