"""Certificates read without any library: what OpenSSL accepts of our profile, and nothing beyond it."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chains import Key, Office, certificate, each_flip, example
from thb_desktop.errors import CertificateError
from thb_desktop.verify.certificates import _time, read_certificate, verify_root, verify_user
from thb_desktop.verify.der import read_element

OFFICE = example()
ROOT = read_certificate(OFFICE.root)
JUDGE = OFFICE.people[0]


def test_what_is_read_is_what_the_library_reads() -> None:
    expected = x509.load_der_x509_certificate(JUDGE.certificate)

    read = read_certificate(JUDGE.certificate)

    assert (read.not_before, read.not_after) == (expected.not_valid_before_utc, expected.not_valid_after_utc)
    assert (read.common_name, read.agent) == ("Judge A. Example", JUDGE.agent)
    assert read.public_key == JUDGE.key.public
    assert read.signed == expected.tbs_certificate_bytes
    assert read.subject == expected.subject.public_bytes()
    assert read.issuer == ROOT.subject == expected.issuer.public_bytes()


def test_root_and_users_hold() -> None:
    verify_root(ROOT)
    for person in OFFICE.people:
        verify_user(read_certificate(person.certificate), ROOT)


def test_each_changed_byte_of_a_certificate_is_refused() -> None:
    for other in each_flip(JUDGE.certificate):
        with pytest.raises(CertificateError):
            verify_user(read_certificate(other), ROOT)


def test_each_changed_byte_of_the_root_is_refused() -> None:
    for other in each_flip(OFFICE.root):
        with pytest.raises(CertificateError):
            verify_root(read_certificate(other))


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_declared_error(untrusted: bytes) -> None:
    with pytest.raises(CertificateError):
        read_certificate(untrusted)


@given(st.integers(0, len(JUDGE.certificate) - 1), st.binary(max_size=4))
def test_cut_and_spliced_certificates_are_refused(place: int, piece: bytes) -> None:
    other = JUDGE.certificate[:place] + piece
    if other == JUDGE.certificate:
        return

    with pytest.raises(CertificateError):
        verify_user(read_certificate(other), ROOT)


def test_a_user_is_no_issuer_and_an_issuer_no_user() -> None:
    with pytest.raises(CertificateError, match="may not issue"):
        verify_root(read_certificate(JUDGE.certificate))
    with pytest.raises(CertificateError, match="may not sign"):
        verify_user(ROOT, ROOT)


def test_a_certificate_of_another_root_is_refused_even_under_the_same_name() -> None:
    stranger = Office("another vault")
    by_name = stranger.enrol("Judge A. Example", "INVESTIGATING_JUDGE")
    key = Key("stranger")
    same_name = certificate("Judge", key.private.public_key(), "Root of vault", key, agent="", ca=False)

    with pytest.raises(CertificateError, match="someone else"):
        verify_user(read_certificate(by_name.certificate), ROOT)
    with pytest.raises(CertificateError, match="does not match"):
        verify_user(read_certificate(same_name), ROOT)


@pytest.mark.requirement("SR-33")
def test_validity_has_two_ends() -> None:
    read = read_certificate(JUDGE.certificate)
    begin, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2046, 1, 1, tzinfo=UTC)
    second = timedelta(seconds=1)

    assert read.valid_at(begin)
    assert read.valid_at(end)
    assert not read.valid_at(begin - second)
    assert not read.valid_at(end + second)


def read_as_before(tag: int, text: str) -> datetime | None:
    form = {0x17: "%y%m%d%H%M%SZ", 0x18: "%Y%m%d%H%M%SZ"}[tag]
    try:
        at = datetime.strptime(text, form).replace(tzinfo=UTC)
    except ValueError:
        return None
    is_written = at.year >= 1000  # before, each version of Python writes years in its own way
    return at if is_written and f"{at:{form}}" == text else None


@settings(max_examples=500)
@given(
    st.sampled_from([0x17, 0x18]),
    st.one_of(
        st.from_regex(r"\d{12}Z", fullmatch=True),
        st.from_regex(r"\d{14}Z", fullmatch=True),
        st.datetimes().map(lambda at: f"{at.year:04}{at:%m%d%H%M%S}Z"),
        st.datetimes().map(lambda at: f"{at:%y%m%d%H%M%S}Z"),
        st.sampled_from(["690101000000Z", "681231235959Z", "240229000060Z", "230229000000Z", "2402290000Z"]),
    ),
)
def test_a_time_is_what_the_form_of_posix_reads_and_writes_again(tag: int, text: str) -> None:
    data = bytes([tag, len(text.encode())]) + text.encode()
    try:
        read = _time(data, read_element(data, 0, len(data)))
    except ValueError:
        read = None

    assert read == read_as_before(tag, text)
