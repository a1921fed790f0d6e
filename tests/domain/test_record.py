"""Records: what is written of a value is read back exactly, and nothing else is read."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.entities import ENTITIES, values
from tests.support.sampled import IS_WHOLE
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.office import Office
from thb_desktop.domain.record import fields_of, from_record, full_record, to_full_record, to_record
from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical

EXAMPLES = 100 if IS_WHOLE else 8
every_entity = pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)


@pytest.mark.requirement("SR-28")
@every_entity
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_a_value_comes_back_from_canonical_json_as_it_was(entity: type, data: st.DataObject):
    value = data.draw(values(entity))

    written = canonical.encode(to_record(value))
    again = from_record(entity, canonical.parse(written))  # type: ignore[arg-type]

    assert again == value
    assert canonical.encode(to_record(again)) == written


@every_entity
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_fields_at_their_default_are_left_out_and_no_others(entity: type, data: st.DataObject):
    value = data.draw(values(entity))

    full, record = to_full_record(value), to_record(value)

    left_out = {field.name for field in fields_of(entity) if full[field.name] == field.default}  # type: ignore[arg-type]
    assert record == {name: plain for name, plain in full.items() if name not in left_out}
    assert from_record(entity, full) == value  # type: ignore[arg-type]
    assert canonical.encode(full_record(entity, record)) == canonical.encode(full)


def test_a_time_in_another_writing_is_written_as_this_program_does():
    record = to_record(office(datetime(2026, 4, 29, 7, 15, tzinfo=UTC)))

    full = full_record(Office, {**record, "created_at": "2026-04-29T07:15:00+00:00"})

    assert full == to_full_record(from_record(Office, record))


def office(created_at: datetime) -> Office:
    return Office(id="vault", name="Office", created_at=created_at, root_certificate="", codes_digest="")  # type: ignore[arg-type]


def test_a_time_keeps_the_offset_it_was_given():
    at = datetime(2026, 4, 29, 7, 15, tzinfo=timezone(timedelta(hours=3)))

    record = to_record(office(at))

    assert record["created_at"] == "2026-04-29T07:15:00.000000+03:00"
    assert from_record(Office, record).created_at.utcoffset() == timedelta(hours=3)


def test_a_time_without_an_offset_is_not_written():
    with pytest.raises(ValueError, match="offset"):
        to_record(office(datetime(2026, 1, 1)))  # noqa: DTZ001


@pytest.mark.parametrize(
    "change",
    [
        {"created_at": "2026-04-29T07:15:00"},
        {"created_at": 5},
        {"name": None},
        {"name": True},
        {"another": ""},
    ],
    ids=["no offset", "a number", "nothing", "a truth value", "one field more"],
)
def test_a_record_of_another_form_is_refused(change: dict[str, object]):
    record = to_record(office(datetime(2026, 1, 1, tzinfo=UTC)))

    with pytest.raises(FormatError):
        from_record(Office, {**record, **change})  # type: ignore[dict-item]


def test_a_record_that_lacks_a_field_is_refused():
    record = to_record(office(datetime(2026, 1, 1, tzinfo=UTC)))
    del record["name"]

    with pytest.raises(FormatError):
        from_record(Office, record)


def test_a_code_that_is_not_of_the_list_is_refused():
    record: dict[str, object] = {field.name: None for field in fields_of(CustodyEvent)}

    with pytest.raises(FormatError):
        from_record(CustodyEvent, {**record, "action": "THROWN_AWAY"})  # type: ignore[dict-item]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A value with a rule of its own."""

    least: int
    most: int = 9

    def __post_init__(self) -> None:
        if self.least > self.most:
            raise ValueError("the least is more than the most")


def test_a_full_record_keeps_to_the_rules_of_its_value():
    assert full_record(Ruled, {"least": 3}) == {"least": 3, "most": 9}
    with pytest.raises(FormatError):
        full_record(Ruled, {"least": 10})
