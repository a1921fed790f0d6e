"""The custody extract: complete when built, exact when read, and telling nothing of what it leaves out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.chains import KNIFE, OF_FIRST_FORMS, PHONE, RECORD, Office, example, extract_of
from thb_desktop.errors import FormatError, IncompleteExtractError, NotFoundError, ProofError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.extract import Extract, build_extract
from thb_desktop.ledger.tree import Tree

FROZEN = Path(__file__).parent / "data" / "extract-v1.json"


@pytest.fixture(scope="module")
def office() -> Office:
    return example()


def of_the_first_form() -> Office:
    return example(words=OF_FIRST_FORMS)


def of_the_second_form() -> Office:
    """With an approval of before, which names no key."""
    return example(shows_signers=True, bound=False, words=OF_FIRST_FORMS)


@pytest.mark.parametrize(("own", "other"), [("1", "2"), ("2", "1")])
def test_an_extract_is_refused_under_the_other_form(own: str, other: str) -> None:
    """Who leaves out what shows whose keys these are cannot name the second form."""
    data = FROZEN.with_name(f"extract-v{own}.json").read_bytes()
    renamed = data.replace(f"custody-extract/{own}".encode(), f"custody-extract/{other}".encode())

    Extract.parse(data)
    with pytest.raises(FormatError):
        Extract.parse(renamed)


@pytest.mark.parametrize(("made", "name"), [(of_the_first_form, "v1"), (of_the_second_form, "v2")])
def test_the_frozen_extract_is_still_written_byte_for_byte(made: Callable[[], Office], name: str) -> None:
    office = made()

    extract = extract_of(office, PHONE, RECORD, earlier=[office.stored.heads[4].parsed().mark], closed=[8])

    assert extract.to_bytes() == FROZEN.with_name(f"extract-{name}.json").read_bytes()


@pytest.mark.requirement("SR-28")
def test_an_extract_is_read_back_as_it_was(office: Office) -> None:
    extract = extract_of(office, PHONE, KNIFE, earlier=[office.stored.heads[0].parsed().mark], closed=[6])

    assert Extract.parse(extract.to_bytes()) == extract


@pytest.mark.requirement("SR-18")
def test_the_extract_of_one_subject_tells_nothing_of_the_others(office: Office) -> None:
    written = extract_of(office, KNIFE).to_bytes()
    hidden = [
        opening
        for seq, opening in office.stored.openings.items()
        if office.stored.entries[seq - 1].parsed().subject != KNIFE
    ]

    assert len(hidden) == 15
    for opening in hidden:
        assert opening.nonce.hex().encode() not in written
        assert opening.payload == b"null" or opening.payload not in written
    for word in (b"Tuesday", b"A-1001", b"training", b"moved", PHONE.encode(), RECORD.encode()):
        assert word not in written
    assert b"shelf 4" in written


@pytest.mark.requirement("SR-18")
def test_content_that_stays_out_leaves_its_entry(office: Office) -> None:
    written = extract_of(office, KNIFE, closed=[7, 15]).to_bytes()

    assert b"shelf 4" not in written
    assert [event.opening for event in Extract.parse(written).events] == [None, None]


def test_an_extract_that_leaves_out_an_event_is_not_built(office: Office) -> None:
    chosen = [each for each in office.stored.entries if each.parsed().subject == PHONE][1:]

    with pytest.raises(IncompleteExtractError):
        _build(office, [(signed, None) for signed in chosen])


def test_an_extract_under_the_head_of_another_state_is_not_built(office: Office) -> None:
    older = Tree(signed.leaf_hash for signed in office.stored.entries[:5])

    with pytest.raises(ProofError):
        _build(office, [], tree=older)


def test_an_earlier_head_beyond_the_chain_is_not_proven(office: Office) -> None:
    longer = example()
    longer.record(longer.sessions[2], "DISCLOSED", longer.vault, {})

    with pytest.raises(NotFoundError):
        extract_of(office, PHONE, earlier=[longer.stored.heads[-1].parsed().mark])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "thb-custody-extract/2"),
        (("vault",), "office"),
        (("head",), None),
        (("head", "signature"), "00"),
        (("statements",), {}),
        (("statements", 0, "signature"), "zz" * 64),
        (("certificates", "root"), "AA="),
        (("certificates", "users", 0), "MA"),
        (("certificates", "users", 0), 1),
        (("subjects", 0, "n"), 0),
        (("subjects", 0, "index"), -1),
        (("subjects", 0, "proof", 0), "00"),
        (("subjects", 0, "proof", 0), None),
        (("events", 0, "proof"), "00"),
        (("events", 0, "opening"), False),
        (("events", 0, "opening", "nonce"), "00"),
        (("earlier", 0, "size"), 0),
        (("earlier", 0, "root"), ""),
        (("remark",), 1),
        (("events", 0, "remark"), 1),
    ],
)
def test_a_part_in_another_form_is_refused(path: tuple[str | int, ...], value: canonical.Value) -> None:
    document = json.loads(FROZEN.read_bytes())
    part = document
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value

    with pytest.raises(FormatError):
        Extract.parse(canonical.encode(document))


def test_data_that_end_within_a_member_are_refused_with_a_declared_error() -> None:
    data = FROZEN.read_bytes()

    for end in range(400):
        with pytest.raises(FormatError):
            Extract.parse(data[:end])


@pytest.mark.requirement("SR-28")
@given(st.integers(0, FROZEN.stat().st_size - 1) if FROZEN.exists() else st.nothing(), st.binary(max_size=3))
def test_cut_and_spliced_bytes_are_read_or_refused_with_a_declared_error(place: int, piece: bytes) -> None:
    data = FROZEN.read_bytes()
    other = data[:place] + piece + data[place + len(piece) :]

    for untrusted in (other, data[:place] + piece):
        try:
            Extract.parse(untrusted)
        except FormatError:
            continue


def _build(office: Office, events: list, tree: Tree | None = None) -> Extract:  # type: ignore[type-arg]
    return build_extract(
        head=office.stored.heads[-1],
        tree=tree or office.tree,
        counters=office.counters,
        events=events,
        statements=office.stored.statements,
        root=office.root,
        users=[],
    )
