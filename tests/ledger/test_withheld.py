"""Withheld fields: left out of what is given away, and still bound by the commitment."""

import pytest

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical, withheld
from thb_desktop.ledger.entry import Opening

NONCE, OTHER = bytes(range(32)), bytes(32)
NOTE = "must be masked in every party copy"


def payload(note: str = NOTE) -> bytes:
    states = [
        {"entity": "exhibit", "record": {"number": "E-1"}},
        {"entity": "person", "record": {"note": note}},
    ]
    return canonical.encode({"format": "thb-event/1", "states": states, "tables": "0" * 64})


def test_what_is_given_away_lacks_the_withheld_fields_and_has_the_same_commitment():
    kept = Opening(nonce=NONCE, payload=withheld.withhold(payload(), [([(1, "note")], OTHER)]))

    given = kept.disclosed()

    assert NOTE.encode() not in given.payload
    assert NOTE.encode() in kept.payload
    assert given.commitment == kept.commitment
    assert given.disclosed() == given


def test_a_changed_note_changes_the_commitment():
    first, second = (
        Opening(nonce=NONCE, payload=withheld.withhold(payload(note), [([(1, "note")], OTHER)]))
        for note in (NOTE, NOTE.upper())
    )

    assert first.commitment != second.commitment


def test_each_group_is_given_away_or_left_out_under_the_same_commitment():
    groups = [([(0, "number")], NONCE), ([(1, "note")], OTHER)]
    kept = Opening(nonce=NONCE, payload=withheld.withhold(payload(), groups))

    given = kept.disclosed(lambda table, _, names: (table, names) == ("exhibit", ["number"]))

    assert NOTE.encode() not in given.payload
    assert b"E-1" in given.payload
    assert {given.commitment, given.disclosed().commitment} == {kept.commitment}
    assert b"E-1" not in given.disclosed().payload
    assert withheld.whole(kept.payload) == payload()


def test_the_content_comes_back_whole():
    marked = withheld.withhold(payload(), [([(1, "note")], OTHER)])

    assert withheld.whole(marked) == payload()
    assert withheld.withhold(payload(), []) == payload() == withheld.disclosed(payload())


def test_a_word_that_looks_like_the_mark_is_no_mark():
    said = canonical.encode({"states": [], "text": '"withheld":{"fields":[]}'})
    empty = canonical.encode({"states": [], "inner": {"withheld": {}}})

    assert withheld.disclosed(said) == said
    assert withheld.disclosed(empty) == empty


@pytest.mark.requirement("SR-7")
@pytest.mark.parametrize(
    "change", [{"nonce": "AB" * 32}, {"nonce": "ab " * 32}, {"nonce": "ab" * 32, "note": "seen"}]
)
def test_a_group_is_read_in_the_one_form_in_which_it_is_written(change: dict[str, str]):
    mark = {"fields": [[0, "note"]], "nonce": "ab" * 32}
    content = {"states": [{"record": {"note": NOTE}}], "withheld": [mark]}
    assert withheld.disclosed(canonical.encode(content))

    with pytest.raises(FormatError):
        withheld.disclosed(canonical.encode({**content, "withheld": [{**mark, **change}]}))


@pytest.mark.parametrize(
    "fields", [[[7, "note"]], [["0", "note"]], [[0, "colour"]], [[0]], {}, [[0, 0]], [[True, "a", "b"]]]
)
def test_withheld_fields_in_another_form_are_refused_and_commit_to_nothing_else(fields: object):
    odd = canonical.encode(
        {"states": [{"record": {"note": NOTE}}], "withheld": [{"fields": fields, "nonce": OTHER.hex()}]}
    )

    with pytest.raises(FormatError):
        withheld.disclosed(odd)
    assert Opening(nonce=NONCE, payload=odd).commitment


def test_what_is_written_at_once_is_what_is_read_again_and_disclosed():
    content = canonical.parse(payload())
    assert isinstance(content, dict)
    groups = [([(1, "note")], OTHER), ([(0, "number")], NONCE)]

    written = withheld.write(content, groups)

    assert written.kept == withheld.withhold(payload(), groups)
    assert written.committed == withheld.disclosed(written.kept)
    assert content == canonical.parse(payload())
    assert withheld.write(content, []) == (payload(), payload())


def test_fields_of_one_state_in_several_groups_are_taken_out_in_turn():
    content = {"states": [{"entity": "person", "record": {"a": "1", "b": ["2"], "c": {"d": None}}}]}
    groups = [([(0, "b"), (0, "a")], OTHER), ([(0, "c")], NONCE)]

    written = withheld.write(content, groups)

    assert written.committed == withheld.disclosed(written.kept)
    assert withheld.whole(written.kept) == canonical.encode(content)


def test_a_content_that_was_read_once_tells_the_same_each_time():
    kept = withheld.withhold(payload(), [([(1, "note")], OTHER)])
    content = withheld.Content(kept)

    for _ in range(2):
        assert content.disclosed() == withheld.disclosed(kept)
        assert content.whole == withheld.whole_content(kept)
        assert content.disclosed(lambda *_: True) == kept
