"""The tables themselves refuse what would rewrite the file, whoever asks."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.entities import ENTITIES, values
from tests.support.offices import case_file
from tests.support.testimony import caution, engagement, event, interview, presence, segment, signature
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.people import Interpreter, Official, Person, User
from thb_desktop.domain.segment import Certification, Rendering
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.vault.database import Connection, open_scratch
from thb_desktop.vault.tables.mapper import Columns
from thb_desktop.vault.tables.projection import Projection, check_rows, state_of
from thb_desktop.vault.tables.projection import digest_of as tables_digest
from thb_desktop.vault.tables.registry import INTERVIEW, SEGMENT, TABLES, table_of

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


CASE = case_file(id="case")
USER = User(
    id="user", name="A user", role=v.UserRole.CLERK, certificate="0", receiving_key="0", admission="0" * 128
)
OFFICIAL = Official(
    id="official", case_id="case", code="P-1", role=v.OfficialRole.CLERK, name="A clerk", country="BE"
)
INTERPRETER = Interpreter(
    id="interpreter",
    case_id="case",
    code="P-2",
    name="An interpreter",
    name_latin="",
    languages=("ro", "fr"),
    status=v.InterpreterStatus.SWORN,
)
PERSON = Person(
    id="person",
    case_id="case",
    code="V-01",
    sex=v.Sex.FEMALE,
    age_status=v.AgeStatus.ADULT_CONFIRMED,
    identity_protection=v.IdentityProtection.PSEUDONYM,
)
EXHIBIT = Exhibit(
    id="exhibit",
    case_id="case",
    number="E-1",
    kind=v.ExhibitKind.FILE,
    originality=v.Originality.ORIGINAL,
    titles=(("en", "A file"),),
    source="",
    collected_at=AT,
    collected_by="official",
    parent_id=None,
    root_id="exhibit",
    instrument_id=None,
    seal="",
)
EVENT = CustodyEvent(
    id="event",
    exhibit_id="exhibit",
    number=1,
    action=v.CustodyAction.SEIZED,
    occurred_at=AT,
    recorded_at=AT,
    clock_source=v.ClockSource.DEVICE_UNVERIFIED,
    actor_id=None,
    actor="An officer",
    place="",
    reason="Search",
)
FILE = ExhibitFile(
    id="file",
    exhibit_id="exhibit",
    name="a.txt",
    media_type="text/plain",
    size=3,
    sha256="0" * 64,
    object_id="0" * 32,
    added_at=AT,
)
INTERVIEW_DRAFT = interview(
    id="interview",
    case_id="case",
    person_id="person",
    lead_interviewer_id="official",
    authority_id=None,
    state=v.InterviewState.DRAFT,
)
SEGMENT_ONE = replace(segment().segment, id="segment", interview_id="interview")
RENDITION = Rendering(
    id="rendition",
    segment_id="segment",
    language="fr",
    kind=v.RenderingKind.RENDITION,
    state=v.RenderingState.SELF_CHECKED,
    text="Comprenez-vous ?",
    source_digest="",
    typed_by="user",
    typed_at=AT,
    author_id="interpreter",
)
TRANSLATION = replace(RENDITION, id="translation", language="en", kind=v.RenderingKind.TRANSLATION)
CORRECTION = ReadBackCorrection(
    id="correction",
    interview_id="interview",
    segment_id="segment",
    language="ro",
    before="8",
    after="9",
    requested_by=v.SignerRole.PERSON_HEARD,
    reason=v.CorrectionReason.TYPING,
)
BUNDLE = Bundle(
    id="bundle",
    case_id="case",
    number="B-1",
    version=1,
    purpose="Transmission",
    recipient="Partner",
    made_at=AT,
    pages=3,
    sha256="0" * 64,
)
CERTIFICATION = Certification(
    id="certification",
    interview_id="interview",
    interpreter_id="interpreter",
    user_id="user",
    statement="Complete and faithful",
    renderings=(("rendition", "", digest_of(RENDITION.text)),),
    at=AT,
    signature="0" * 128,
)
TIMELINE_EVENT = replace(event(v.TimelineKind.OBJECTION, 5), id="objection", interview_id="interview")
FORMALITIES = (
    replace(presence(), id="presence", interview_id="interview"),
    replace(caution(v.CautionCode.TRUTH_DUTY), id="caution", interview_id="interview"),
    replace(signature(v.SignerRole.PERSON_HEARD), id="signature", interview_id="interview"),
    replace(engagement(), id="engagement", interview_id="interview", interpreter_id="interpreter"),
)


@pytest.fixture
def tables() -> Iterator[Projection]:
    with closing(open_scratch()) as connection:
        projection = Projection(connection)
        for value in (CASE, USER, OFFICIAL, INTERPRETER, PERSON, EXHIBIT, EVENT, FILE):
            projection.save(value)
        for value in (INTERVIEW_DRAFT, SEGMENT_ONE, RENDITION, TRANSLATION, *FORMALITIES, BUNDLE):
            projection.save(value)
        yield projection


def connection_of(tables: Projection) -> Connection:
    return tables._connection


def read_back(tables: Projection) -> None:
    tables.save(replace(INTERVIEW_DRAFT, state=v.InterviewState.READ_BACK))


def sign(tables: Projection) -> None:
    read_back(tables)
    tables.save(replace(INTERVIEW_DRAFT, state=v.InterviewState.SIGNED, record_digest="0" * 64))


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)
@given(data=st.data())
def test_a_value_comes_back_from_its_row_as_it_was(entity: type, data: st.DataObject):
    value = data.draw(values(entity))
    table = table_of(value)

    row = table.to_row(value)

    assert table.from_row(tuple(row.values())) == value
    assert all(
        isinstance(cell, (str, int, type(None))) and not isinstance(cell, bool) for cell in row.values()
    )


@pytest.mark.parametrize(
    "value",
    [
        replace(EXHIBIT, id="2", number="E-2", root_id="exhibit"),
        replace(EXHIBIT, id="2", number="E-2", parent_id="exhibit", root_id="2"),
        replace(EXHIBIT, id="2", number="E-2", parent_id="2", root_id="2"),
        replace(EXHIBIT, root_id="2"),
        replace(EXHIBIT, parent_id="exhibit"),
    ],
    ids=["a root elsewhere", "not the parent's root", "its own parent", "root changed", "parent changed"],
)
def test_the_line_of_exhibits_has_no_circle_and_stays(tables: Projection, value: Exhibit):
    with pytest.raises(errors.ExhibitLineError):
        tables.save(value)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (replace(EVENT, note="another"), errors.CustodyAppendOnlyError),
        (replace(FILE, sha256="1" * 64), errors.CustodyAppendOnlyError),
        (replace(BUNDLE, recipient="another"), errors.CustodyAppendOnlyError),
        (replace(EVENT, id="3", number=3), errors.CustodyNumberError),
        (replace(EVENT, id="3", number=1), errors.CustodyNumberError),
        (
            replace(
                EVENT,
                id="2",
                number=2,
                action=v.CustodyAction.CORRECTION,
                corrects="event of none",
                right_value="A-2",
            ),
            errors.CustodyNumberError,
        ),
        (replace(EXHIBIT, id="2", root_id="2"), errors.AlreadyExistsError),
        (replace(OFFICIAL, id="2"), errors.AlreadyExistsError),
        (replace(FILE, id="2", name="b.txt"), errors.AlreadyExistsError),
        (replace(PERSON, id="2", code="V-02", case_id="no case"), errors.NotFoundError),
        (replace(PERSON, id="2", code=""), errors.ValueRefusedError),
        (replace(FILE, id="2", name="b", sha256="XYZ", object_id="2"), errors.ValueRefusedError),
        (replace(CASE, id="2", reference="2", country="BEL"), errors.ValueRefusedError),
    ],
)
def test_what_must_stand_cannot_be_rewritten_or_doubled(
    tables: Projection, value: object, error: type[errors.ThbError]
):
    with pytest.raises(error):
        tables.save(value)


def test_a_value_that_is_no_code_of_its_list_is_refused_as_a_value_and_changes_nothing(tables: Projection):
    from thb_desktop.vault.tables.refusals import write

    connection = tables._connection
    connection.execute("DROP TRIGGER code_sex_is_kept")
    connection.execute("DELETE FROM code_sex WHERE code = '1'")
    before = tables.digest

    with pytest.raises(errors.ValueRefusedError, match="not a code of its list"):
        tables.save(replace(PERSON, id="2", code="V-02", sex=v.Sex.MALE))
    with pytest.raises(errors.ValueRefusedError, match="not a code of its list"):
        tables.save(replace(PERSON, sex=v.Sex.MALE))
    with pytest.raises(errors.NotFoundError):
        tables.save(replace(PERSON, id="2", code="V-02", case_id="no case"))
    with pytest.raises(errors.ValueRefusedError, match="not a code of its list"):
        write(connection, "INSERT INTO sealed_secret VALUES (:compartment, x'00')", {"compartment": "PANTRY"})
    assert tables.digest == before


@pytest.mark.parametrize(
    "value",
    [
        replace(SEGMENT_ONE, id="2", position="1"),
        replace(SEGMENT_ONE, id="2", position="0000010"),
        replace(SEGMENT_ONE, id="2", position="00001a"),
    ],
    ids=["short", "a zero too many", "a letter"],
)
def test_a_position_has_one_form_so_that_text_order_is_the_order_of_turns(tables: Projection, value: object):
    with pytest.raises(errors.ValueRefusedError):
        tables.save(value)


def test_a_turn_can_be_moved_but_not_to_another_one_and_not_into_another_interview(tables: Projection):
    tables.save(replace(SEGMENT_ONE, id="2", position="000002"))
    tables.save(replace(SEGMENT_ONE, position="000003"))

    with pytest.raises(errors.AlreadyExistsError):
        tables.save(replace(SEGMENT_ONE, position="000002"))
    with pytest.raises(errors.SegmentSequenceError):
        tables.save(replace(SEGMENT_ONE, interview_id="another"))


def test_a_segment_without_its_original_says_that_none_was_written_down(tables: Projection):
    tables.save(replace(SEGMENT_ONE, source_text=None, capture=v.SourceCapture.NOT_CAPTURED))

    with pytest.raises(errors.ValueRefusedError):
        tables.save(replace(SEGMENT_ONE, source_text=None))


@pytest.mark.parametrize(
    "value",
    [
        replace(SEGMENT_ONE, source_text="another"),
        replace(SEGMENT_ONE, id="2", position="000002"),
        replace(RENDITION, text="another"),
        replace(RENDITION, id="2", language="nl"),
    ],
    ids=["text", "one more", "rendition", "one more rendition"],
)
def test_what_was_read_back_is_not_rewritten(tables: Projection, value: object):
    read_back(tables)

    with pytest.raises(errors.RecordFrozenError):
        tables.save(value)


def test_after_the_reading_back_formalities_and_translations_are_still_added(tables: Projection):
    with pytest.raises(errors.RecordFrozenError):
        tables.save(CORRECTION)
    read_back(tables)

    tables.save(replace(TRANSLATION, text="another"))
    tables.save(replace(RENDITION, state=v.RenderingState.CONTESTED))
    tables.save(CORRECTION)
    for value in FORMALITIES:
        tables.save(value)


@pytest.mark.parametrize(
    "value",
    [
        replace(SEGMENT_ONE, source_text="another"),
        replace(SEGMENT_ONE, id="2", position="000002"),
        replace(RENDITION, text="another"),
        replace(TRANSLATION, text="another"),
        replace(TRANSLATION, id="2", language="nl"),
        *FORMALITIES,
        *(replace(value, id="2") for value in FORMALITIES),
        replace(INTERVIEW_DRAFT, state=v.InterviewState.SIGNED, record_digest="1" * 64),
        replace(INTERVIEW_DRAFT, state=v.InterviewState.READ_BACK),
    ],
    ids=lambda value: f"{type(value).__name__}-{value.id}",
)
def test_what_was_signed_is_not_touched(tables: Projection, value: object):
    sign(tables)

    with pytest.raises((errors.RecordFrozenError, errors.AlreadyExistsError)):
        tables.save(value)


def test_an_interview_goes_from_draft_to_read_back_to_signed_and_never_back(tables: Projection):
    for state in (v.InterviewState.SIGNED, v.InterviewState.ANNULLED_BY_DECISION):
        with pytest.raises(errors.RecordOrderError):
            tables.save(replace(INTERVIEW_DRAFT, state=state))
    read_back(tables)

    with pytest.raises(errors.RecordOrderError):
        tables.save(INTERVIEW_DRAFT)


def test_a_signed_interview_has_its_digest_and_no_other_has_one(tables: Projection):
    read_back(tables)

    with pytest.raises(errors.ValueRefusedError):
        tables.save(replace(INTERVIEW_DRAFT, state=v.InterviewState.SIGNED))
    with pytest.raises(errors.ValueRefusedError):
        tables.save(replace(INTERVIEW_DRAFT, state=v.InterviewState.READ_BACK, record_digest="0" * 64))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_nothing_is_deleted(tables: Projection, table):
    from thb_desktop.vault.tables.refusals import write

    connection = connection_of(tables)
    rows = len(list(table.rows(connection)))

    if rows:
        with pytest.raises(errors.NothingDeletedError):
            write(connection, f"DELETE FROM {table.name}", {})  # noqa: S608
    trigger = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE tbl_name = ? AND sql LIKE '%BEFORE DELETE%'",
        (table.name,),
    ).fetchone()

    assert trigger[0] == 1
    assert len(list(table.rows(connection))) == rows


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_nothing_is_replaced_not_even_by_a_program_without_our_settings(tables: Projection, table):
    from thb_desktop.vault.tables.refusals import write

    connection = connection_of(tables)
    rows = list(table.rows(connection))
    replacing = f"INSERT OR REPLACE INTO {table.name} SELECT * FROM {table.name}"  # noqa: S608

    connection.set_authorizer(None)
    for setting in ("ON", "OFF"):
        connection.execute(f"PRAGMA recursive_triggers = {setting}")
        if rows:
            with pytest.raises(errors.ThbError):
                write(connection, replacing, {})
    own = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE name = ?", (f"{table.name}_is_not_replaced",)
    ).fetchone()

    assert own[0] == 1
    assert list(table.rows(connection)) == rows


def test_a_row_is_not_replaced_by_way_of_its_number_either(tables: Projection):
    from thb_desktop.vault.tables.refusals import write

    another = "INSERT OR REPLACE INTO official SELECT '2', case_id, code, role, 'Forged', country, unit, "
    before = tables.digest

    with pytest.raises(errors.NothingDeletedError):
        write(connection_of(tables), another + "authority_id, user_id, struck FROM official", {})
    assert tables.digest == before


STRUCK_ROWS = (SEGMENT_ONE, *FORMALITIES)
STANDS_AGAIN = {"struck": ""}
"""Of a turn, that it stands again is a matter of the draft and of the act (`act_checks`)."""


@pytest.mark.parametrize(
    ("row", "change"),
    [
        (row, change)
        for row in STRUCK_ROWS
        for change in (STANDS_AGAIN, {"struck": "another reason"})
        if (row, change) != (SEGMENT_ONE, STANDS_AGAIN)
    ],
    ids=lambda given: type(given).__name__,
)
def test_a_row_that_was_struck_out_stays_as_it_is(tables: Projection, row: object, change: dict[str, str]):
    struck = replace(row, struck="in error")
    tables.save(struck)

    with pytest.raises(errors.StruckOutError):
        tables.save(replace(struck, **change))
    if row is SEGMENT_ONE:
        with pytest.raises(errors.StruckOutError):
            tables.save(replace(RENDITION, text="another"))
        with pytest.raises(errors.StruckOutError):
            tables.save(replace(RENDITION, id="2", language="nl"))


def test_a_turn_of_a_draft_stands_again_and_its_rendering_is_as_it_was(tables: Projection):
    tables.save(replace(SEGMENT_ONE, struck="UNDONE"))

    tables.save(SEGMENT_ONE)

    assert SEGMENT.find(connection_of(tables), SEGMENT_ONE.id) == SEGMENT_ONE
    tables.save(replace(RENDITION, text="another"))


@pytest.mark.parametrize(
    "change", [{"text": "another"}, {"author_id": None}, {"source_digest": "1" * 64}, {"typed_by": "user-2"}]
)
def test_what_was_certified_changes_only_by_losing_its_certification(
    tables: Projection, change: dict[str, object]
):
    tables.save(replace(USER, id="user-2", name="Another user"))
    tables.save(CERTIFICATION)
    certified = replace(RENDITION, state=v.RenderingState.CERTIFIED)
    for altered in (replace(certified, **change), replace(certified, id="translation")):
        with pytest.raises(errors.ThbError):
            tables.save(altered)
    tables.save(certified)

    with pytest.raises(errors.CertificationError):
        tables.save(replace(certified, **change))
    tables.save(replace(certified, **change, state=v.RenderingState.DRAFT))


OTHERS = (
    replace(CASE, id="case-2", reference="2"),
    replace(OFFICIAL, id="official-2", case_id="case-2"),
    replace(INTERPRETER, id="interpreter-2", case_id="case-2"),
    replace(PERSON, id="person-2", case_id="case-2"),
    replace(
        EXHIBIT,
        id="exhibit-2",
        root_id="exhibit-2",
        case_id="case-2",
        number="E-2",
        collected_by="official-2",
    ),
    replace(
        INTERVIEW_DRAFT,
        id="interview-2",
        case_id="case-2",
        person_id="person-2",
        lead_interviewer_id="official-2",
    ),
    replace(presence(), id="presence-2", interview_id="interview-2"),
)
NAMING = [
    (INTERVIEW_DRAFT, "person_id", "person"),
    (INTERVIEW_DRAFT, "lead_interviewer_id", "official"),
    (INTERVIEW_DRAFT, "record_keeper_id", "official"),
    (INTERVIEW_DRAFT, "recording_id", "exhibit"),
    (EXHIBIT, "collected_by", "official"),
    (FORMALITIES[0], "person_id", "person"),
    (FORMALITIES[0], "official_id", "official"),
    (FORMALITIES[0], "interpreter_id", "interpreter"),
    (FORMALITIES[3], "interpreter_id", "interpreter"),
    (RENDITION, "author_id", "interpreter"),
    (TIMELINE_EVENT, "exhibit_id", "exhibit"),
]


@pytest.mark.parametrize(("row", "field", "named"), NAMING, ids=lambda each: getattr(each, "id", each))
def test_a_row_names_nothing_of_another_case_and_nothing_that_was_struck_out(
    tables: Projection, row: object, field: str, named: str
):
    for other in OTHERS:
        tables.save(other)
    known = next(each for each in (PERSON, OFFICIAL, EXHIBIT, INTERPRETER) if each.id == named)
    struck = {"root_id": "struck"} if known is EXHIBIT else {"code": "X-9"}
    struck |= {"number": "E-9"} if known is EXHIBIT else {}
    tables.save(replace(known, id="struck", struck="in error", **struck))
    fresh = another_of(row)

    for value in (row, fresh):
        with pytest.raises(errors.NotFoundError):
            tables.save(replace(value, **{field: f"{named}-2"}))
        with pytest.raises(errors.StruckOutError):
            tables.save(replace(value, **{field: "struck"}))
    tables.save(replace(fresh, **{field: named}))


def another_of(row: object) -> object:
    """A new row like a known one."""
    more = {"number": "2"} if row in (INTERVIEW_DRAFT, EXHIBIT) else {}
    more |= {"root_id": "new"} if row is EXHIBIT else {}
    more |= {"language": "nl"} if row is RENDITION else {}
    return replace(row, id="new", **more)


def test_a_turn_is_spoken_by_somebody_present_at_that_interview(tables: Projection):
    for other in OTHERS:
        tables.save(other)

    tables.save(replace(SEGMENT_ONE, speaker_id="presence"))
    for value in (SEGMENT_ONE, replace(SEGMENT_ONE, id="2", position="000002")):
        with pytest.raises(errors.NotFoundError):
            tables.save(replace(value, speaker_id="presence-2"))


def test_nothing_begins_in_a_case_that_was_struck_out(tables: Projection):
    tables.save(replace(CASE, struck="in error"))

    with pytest.raises(errors.StruckOutError):
        tables.save(another_of(INTERVIEW_DRAFT))
    with pytest.raises(errors.StruckOutError):
        tables.save(another_of(EXHIBIT))


def test_after_the_reading_back_the_record_stays_one_of_the_person_heard(tables: Projection):
    tables.save(replace(PERSON, id="person-2", code="V-02"))
    tables.save(replace(INTERVIEW_DRAFT, person_id="person-2"))
    read = replace(INTERVIEW_DRAFT, person_id="person-2", state=v.InterviewState.READ_BACK)
    tables.save(read)

    with pytest.raises(errors.RecordFrozenError):
        tables.save(replace(read, person_id="person"))


def test_a_refusal_never_quotes_what_was_to_be_stored(tables: Projection):
    secret = "Domnul Marian nu m-a obligat"
    spoilt = [
        replace(PERSON, id="2", code="V-02", note=secret, case_id=secret),
        replace(CASE, id="2", reference=secret, country=secret),
        replace(OFFICIAL, id="2", name=secret),
        replace(SEGMENT_ONE, id="9", source_text=secret),
    ]

    for value in spoilt:
        with pytest.raises(errors.ThbError) as refused:
            tables.save(value)
        assert secret not in str(refused.value)
        assert refused.value.__cause__ is None


def test_the_digest_follows_each_change_and_comes_back_with_it(tables: Projection):
    before = tables.digest

    tables.save(replace(CASE, notice_number="another"))
    changed = tables.digest
    tables.save(CASE)

    assert changed != before
    assert tables.digest == before == Projection.of(connection_of(tables)).digest


def test_replaying_what_was_saved_gives_the_same_tables(tables: Projection):
    told = [
        json.loads(json.dumps(state_of(tables.save(value))))
        for value in (CASE, USER, OFFICIAL, PERSON, EXHIBIT)
    ]

    with closing(open_scratch()) as connection:
        again = Projection(connection)
        for state in told:
            again.replay(state)

        assert (
            dict(check_rows(connection, connection_of(tables)))
            .keys()
            .isdisjoint({"case_file", "official", "person", "exhibit"})
        )


@pytest.mark.parametrize(
    "state",
    [
        None,
        {},
        {"entity": "case_file"},
        {"entity": "sqlite_schema", "record": {}},
        {"entity": "draft", "record": {}},
    ],
)
def test_an_event_that_speaks_of_something_unknown_is_refused(tables: Projection, state: object):
    with pytest.raises(errors.FormatError):
        tables.replay(state)


def test_rows_are_read_in_the_order_of_their_table(tables: Projection):
    tables.save(replace(SEGMENT_ONE, id="a", position="000002"))

    found = SEGMENT.where(connection_of(tables), "interview_id", "interview")

    assert [each.id for each in found] == ["segment", "a"]
    assert INTERVIEW.find(connection_of(tables), "no interview") is None
    with pytest.raises(ValueError, match="no such column"):
        SEGMENT.where(connection_of(tables), "sequence; DROP TABLE segment", "1")


def test_a_row_counts_although_its_index_does_not_tell_it():
    """Whoever has the key can empty an index with a program of their own."""
    tables = [Columns(name, ("id", "text"), {}) for name in ("entry", "other")]
    with closing(sqlite3.connect(":memory:", autocommit=True)) as connection:
        for each in tables:
            connection.execute(f"CREATE TABLE {each.name} (id TEXT PRIMARY KEY, text TEXT) STRICT")
        without = tables_digest(connection, tables)
        connection.execute("INSERT INTO entry VALUES ('a', 'A forged row')")
        told = tables_digest(connection, tables)
        connection.execute("PRAGMA writable_schema = ON")
        roots = dict(connection.execute("SELECT tbl_name, rootpage FROM sqlite_schema WHERE type = 'index'"))
        exchanged = "UPDATE sqlite_schema SET rootpage = ? WHERE type = 'index' AND tbl_name = 'entry'"
        connection.execute(exchanged, (roots["other"],))
        connection.execute("PRAGMA writable_schema = RESET")

        assert tables_digest(connection, tables) == told != without
