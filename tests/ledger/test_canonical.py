"""Canonical JSON: one value, one sequence of bytes; everything else is refused with a declared error."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.errors import FormatError, NotCanonicalError, UnencodableError
from thb_desktop.ledger import canonical

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=30)


@pytest.mark.requirement("SR-28")
@given(VALUES)
def test_what_is_written_is_read_back_as_it_was(value: canonical.Value) -> None:
    data = canonical.encode(value)

    assert canonical.parse(data) == value
    assert canonical.encode(canonical.parse(data)) == data


@given(VALUES, VALUES)
def test_two_values_have_the_same_bytes_only_if_they_are_the_same(
    one: canonical.Value, other: canonical.Value
) -> None:
    assert (canonical.encode(one) == canonical.encode(other)) == (repr_of(one) == repr_of(other))


@pytest.mark.requirement("SR-28")
@given(st.binary())
def test_any_bytes_are_read_or_refused_with_a_declared_error(untrusted: bytes) -> None:
    try:
        value = canonical.parse(untrusted)
    except FormatError:
        return
    assert canonical.encode(value) == untrusted


@given(VALUES, st.data())
def test_one_changed_byte_is_never_read_as_the_same_value(
    value: canonical.Value, data: st.DataObject
) -> None:
    written = canonical.encode(value)
    place = data.draw(st.integers(0, len(written) - 1))
    other = written[:place] + bytes([written[place] ^ data.draw(st.integers(1, 255))]) + written[place + 1 :]

    try:
        read = canonical.parse(other)
    except FormatError:
        return
    assert repr_of(read) != repr_of(value)


def test_the_form_is_the_one_that_is_written_down() -> None:
    value = {"b": [1, -2, True, None], "a": 'é"\\\n\u2028\x7f\U0001f600', "": {}, "￿": 1, "\U00010000": 2}

    data = canonical.encode(value)

    assert data == (
        '{"":{},"a":"é\\"\\\\\\n\u2028\x7f\U0001f600","b":[1,-2,true,null],"￿":1,"\U00010000":2}'.encode()
    )


@pytest.mark.requirement("SR-29")
@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", FormatError),
        (b"{", FormatError),
        (b"\xff", FormatError),
        (b"\xef\xbb\xbf1", FormatError),
        (b"\xed\xa0\x80", FormatError),
        (b'"\\ud800"', FormatError),
        (b"NaN", FormatError),
        (b"-Infinity", FormatError),
        (b"1.5", FormatError),
        (b"1e3", FormatError),
        (b'{"a":1,"a":1}', FormatError),
        (b'{"a":{"b":1,"b":2}}', FormatError),
        (b"9223372036854775808", FormatError),
        (b"-9223372036854775809", FormatError),
        (b"9" * 5000, FormatError),
        (b"[" * 33 + b"]" * 33, FormatError),
        (b"[" * 100_000, FormatError),
        (b"[" * 100_000 + b"]" * 100_000, FormatError),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, FormatError),
        (b"1 ", NotCanonicalError),
        (b" 1", NotCanonicalError),
        (b"[1, 2]", NotCanonicalError),
        (b'{"b":1,"a":1}', NotCanonicalError),
        (b'"\\u0041"', NotCanonicalError),
        (b'"\\/"', NotCanonicalError),
        (b'"\\u000A"', NotCanonicalError),
        (b"-0", NotCanonicalError),
        (b'"\\u00e9"', NotCanonicalError),
    ],
)
def test_bytes_in_another_form_are_refused(data: bytes, error: type[FormatError]) -> None:
    with pytest.raises(FormatError) as refusal:
        canonical.parse(data)

    assert refusal.type is error


@pytest.mark.requirement("SR-29")
def test_bounds_themselves_are_inside() -> None:
    deepest = b"[" * 32 + b"]" * 32

    assert canonical.encode(canonical.parse(deepest)) == deepest
    assert canonical.parse(b"[-9223372036854775808,9223372036854775807]") == [-(2**63), 2**63 - 1]


@pytest.mark.requirement("SR-29")
def test_more_bytes_than_allowed_are_refused_unread() -> None:
    with pytest.raises(FormatError, match="larger"):
        canonical.parse(b"[[[[", max_size=3)


@pytest.mark.parametrize("value", [1.0, b"a", {1: "a"}, {"a": {1}}, "\ud800", {"\udfff": 1}, 2**63])
def test_what_canonical_json_cannot_hold_is_refused_before_it_is_signed(value: object) -> None:
    with pytest.raises(UnencodableError):
        canonical.encode(value)  # type: ignore[arg-type]


def repr_of(value: canonical.Value) -> str:
    """Tell True from 1, which Python holds for equal."""
    return json.dumps(value, sort_keys=True)
