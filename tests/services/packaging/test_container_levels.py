"""A container that is kept for long: revocation lists and answers beside its signature, a stamp over all."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from tests.support import foreign, pdfs
from tests.support.command_line import CommandLine
from tests.support.container_stamping import (
    AT,
    Stamping,
    keys,
    later,
    level,
    many_values,
    new_list,
    packed,
    read,
    stamp_time,
    with_these,
    with_values,
    written,
)
from tests.support.pdfs import fixed_randomness
from tests.support.stamps import answered
from tests.verify.test_path_of_revocation import STRANGER, issued, named
from thb_desktop.crypto.signature_stamps import RevocationValues, taken_apart
from thb_desktop.errors import SigningError, TimeStampOtherError, TimeStampUnreadableError
from thb_desktop.findings import Standing, verdict
from thb_desktop.package.manifest import ARCHIVE_MANIFEST, ARCHIVE_STAMP
from thb_desktop.package.unpacking import Container
from thb_desktop.report.stamping import ValidationData
from thb_desktop.services.packaging.container_stamps import write_container_request
from thb_desktop.verify import package_level
from thb_desktop.verify.documents.cms import stamped_time
from thb_desktop.verify.documents.revocation import RevocationStore
from thb_desktop.words import LANGUAGES, sentence

BESIDE = "package-values-unknown"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Stamping:
    """A container with both stamps and a list; `container` is the one with the first stamp alone."""
    first = Stamping.made(tmp_path_factory.mktemp("kept"))
    assert verdict(first.walk()) is Standing.HOLDS
    second = later(first, ValidationData(revocation_lists=[new_list(first)]))
    assert verdict(second.walk()) is Standing.HOLDS
    return second


def answer_about(desk: Stamping, status: ocsp.OCSPCertStatus, at: datetime = AT + timedelta(days=1)) -> bytes:
    """An OCSP answer about the judge, by the root; without a time, of the day after the signature."""
    root = x509.load_der_x509_certificate(desk.office.root)
    is_revoked = status is ocsp.OCSPCertStatus.REVOKED
    builder = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=x509.load_der_x509_certificate(desk.office.judge.certificate or b""),
            issuer=root,
            algorithm=hashes.SHA256(),
            cert_status=status,
            this_update=at,
            next_update=None,
            revocation_time=AT if is_revoked else None,
            revocation_reason=None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.HASH, root)
    )
    return builder.sign(desk.office.root_key, hashes.SHA256()).public_bytes(Encoding.DER)


def test_a_list_beside_the_stamp_leads_to_level_b_lt_and_a_stamp_over_all_to_b_lta(tmp_path: Path):
    desk = Stamping.made(tmp_path)
    desk.walk()
    values = ValidationData(revocation_lists=[new_list(desk)])

    with_list = desk.found(with_values(desk, values.revocation_lists))
    archived = later(desk, values).walk()

    assert verdict(with_list) is verdict(archived) is Standing.HOLDS
    assert (level(with_list), level(archived)) == ("b-lt", "b-lta")
    assert "time-stamped-package" in keys(archived)
    for told in archived:
        assert all(sentence(told, language) for language in LANGUAGES)
    parts = taken_apart(read(tmp_path / "archived.asice").signature)
    assert parts.message == read(desk.container).signature
    assert parts.values.lists == tuple(values.revocation_lists)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ocsp.OCSPCertStatus.GOOD, "b-lt"),
        (ocsp.OCSPCertStatus.UNKNOWN, "b-t"),
        (ocsp.OCSPCertStatus.REVOKED, ""),
    ],
)
def test_an_answer_says_as_much_as_a_list(tmp_path: Path, status: ocsp.OCSPCertStatus, expected: str):
    desk = Stamping.made(tmp_path)
    desk.walk()
    answer = answer_about(desk, status, stamp_time(desk))

    found = desk.found(with_values(desk, answers=[answer]))

    if expected:
        assert (verdict(found), level(found)) == (Standing.HOLDS, expected)
    else:
        assert "certificate-revoked" in keys(found)


def test_a_judge_whose_certificate_was_revoked_before_is_named(tmp_path: Path):
    desk = Stamping.made(tmp_path)
    listed = desk.office.revocations(desk.office.judge)

    found = replace(desk, data=ValidationData(revocation_lists=[listed])).walk()

    assert "certificate-revoked" in keys(found)
    assert verdict(found) is Standing.BROKEN
    assert not desk.target.exists()


@pytest.mark.parametrize("status", [None, ocsp.OCSPCertStatus.GOOD])
@pytest.mark.parametrize("is_last", [False, True])
def test_a_revocation_counts_beside_a_list_or_an_answer_without_it(
    tmp_path: Path, status: ocsp.OCSPCertStatus | None, is_last: bool
):
    desk = Stamping.made(tmp_path)
    lists = [desk.office.revocations(desk.office.judge)]
    if status is None:
        lists.insert(0 if is_last else 1, desk.office.revocations())
    answers = [] if status is None else [answer_about(desk, status)]
    der = desk.office.judge.certificate or b""
    store = RevocationStore.of(
        [der], lists, answers, roots=[x509.load_der_x509_certificate(desk.office.root)]
    )

    until = AT + timedelta(days=2)
    revoked, is_whole = store.said_of_path(der, since=AT, until=until, newest=until)

    assert [each.code for each in revoked] == ["certificate-revoked"]
    assert is_whole


def test_a_false_certificate_beside_a_stamp_is_on_no_path_of_the_signer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """No signature covers the certificates in the message of a stamp."""
    desk = Stamping.made(tmp_path)
    desk.walk()
    name, key = x509.load_der_x509_certificate(desk.office.root).subject, desk.office.root_key
    false = issued(name, key, STRANGER.key, named("Stranger"), is_authority=True)
    held = [false.public_bytes(Encoding.DER), STRANGER.der]
    monkeypatch.setattr(package_level, "raw_certificates", lambda _: held)

    found = desk.found(with_values(desk, [new_list(desk)]))

    assert (verdict(found), level(found)) == (Standing.HOLDS, "b-lt")


def test_a_list_of_another_office_is_told_and_raises_no_level(tmp_path: Path):
    desk = Stamping.made(tmp_path)
    listed = pdfs.make_office("Another office").revocations()

    found = replace(desk, data=ValidationData(revocation_lists=[listed])).walk()

    assert BESIDE in keys(found)
    assert (verdict(found), level(found)) == (Standing.UNKNOWN, "b-t")


def test_openssl_says_that_each_stamp_and_the_signature_hold(kept: Stamping, tmp_path: Path):
    subprocess.run(["unzip", "-q", kept.target, "-d", tmp_path / "un"], check=True)
    (tmp_path / "anchor.pem").write_bytes(kept.authority.root.certificate.public_bytes(Encoding.PEM))
    root = x509.load_der_x509_certificate(kept.office.root)
    (tmp_path / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))

    told = stamped_time(taken_apart(read(kept.target).signature).token or b"")
    assert told is not None
    stamp = subprocess.run(
        [
            *("openssl", "ts", "-verify", "-data", ARCHIVE_MANIFEST, "-token_in", "-in", ARCHIVE_STAMP),
            *("-CAfile", tmp_path / "anchor.pem"),
        ],
        cwd=tmp_path / "un",
        capture_output=True,
        text=True,
        check=False,
    )
    signed = subprocess.run(
        [
            *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"),
            *("-in", "META-INF/signature001.p7s", "-content", "META-INF/ASiCManifest001.xml"),
            *("-CAfile", tmp_path / "root.pem", "-crl_check", "-out", "/dev/null"),
            *("-attime", str(int(told.timestamp()) + 1)),
        ],
        cwd=tmp_path / "un",
        capture_output=True,
        text=True,
        check=False,
    )
    files = subprocess.run(
        ["sha256sum", "-c", "--strict", "manifest-sha256.txt"], cwd=tmp_path / "un", check=False
    )

    assert (stamp.returncode, "Verification: OK" in stamp.stdout) == (0, True), stamp.stderr
    assert "CAdES Verification successful" in signed.stderr
    assert files.returncode == 0


ATTACKS: dict[str, tuple[Callable[[Container, Container], bytes], str]] = {
    "the stamp of another package": (
        lambda own, other: written(own, own.signature, (own.archive[0], other.archive[1])),  # type: ignore[index]
        "content-changed.time-stamp",
    ),
    "the list and the stamp of another package": (
        lambda own, other: written(own, own.signature, other.archive or ()),
        "package-archive-other",
    ),
    "a list that was taken out": (
        lambda own, _: written(own, with_these(own, RevocationValues()), own.archive or ()),
        "package-archive-other",
    ),
    "a list that was exchanged": (
        lambda own, _: written(own, with_these(own, RevocationValues(lists=(OTHERS,))), own.archive or ()),
        "package-archive-other",
    ),
    "no stamp of the signature": (
        lambda own, _: written(own, taken_apart(own.signature).message, own.archive or ()),
        "package-archive-other",
    ),
    "a list of one file less": (
        lambda own, _: written(own, own.signature, (_shorter(own), (own.archive or (b"", b""))[1])),
        "package-archive-other",
    ),
    "no stamp beside the list": (
        lambda own, _: written(own, own.signature, (own.archive or (b"",))[:1]),
        "package-form.form",
    ),
}
OTHERS = pdfs.make_office("Another office").revocations()


def _shorter(own: Container) -> bytes:
    listed = (own.archive or (b"", b""))[0].splitlines(keepends=True)
    return b"".join([*listed[:3], *listed[4:]])


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("name", ATTACKS)
def test_an_archived_package_that_was_changed_is_broken(kept: Stamping, other: Path, name: str):
    attack, key = ATTACKS[name]

    found = kept.found(attack(read(kept.target), read(other)))

    assert key in keys(found)
    assert verdict(found) is Standing.BROKEN
    assert "package-level.b-lta" not in keys(found)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another package of the same office with both stamps."""
    folder = tmp_path_factory.mktemp("other")
    first = Stamping.made(folder)
    first.container.write_bytes(packed(first.office, b"another picture"))
    first.walk()
    second = later(first, ValidationData(revocation_lists=[new_list(first)]))
    second.walk()
    return second.target


@pytest.mark.requirement("SR-33")
def test_no_turned_bit_behind_the_signed_list_passes(kept: Stamping):
    own = read(kept.target)
    assert own.archive is not None
    texts = (own.signature, *own.archive)

    silent = []
    for part, text in enumerate(texts):
        for place in range(0, len(text), 19):
            changed = bytearray(text)
            changed[place] ^= 1 << (place % 8)
            signature, listed, token = (
                bytes(changed) if index == part else texts[index] for index in range(3)
            )
            if verdict(kept.found(written(own, signature, (listed, token)))) is Standing.HOLDS:
                silent.append((part, place))

    assert silent == []


def test_an_archive_stamp_of_an_authority_that_nobody_named_leads_to_no_higher_level(kept: Stamping):
    found = replace(kept, authority=foreign.authority("Ministry of Time of Borduria")).found(
        kept.target.read_bytes()
    )

    assert (verdict(found), level(found)) == (Standing.UNKNOWN, "b-b")


def test_what_cannot_be_added_is_refused(kept: Stamping, tmp_path: Path):
    seed = fixed_randomness("again")
    certificate, long = kept.office.root, bytes(5 << 20)

    for path, data, refusal in (
        (kept.target, ValidationData(), SigningError),
        (kept.container, ValidationData(certificates=[certificate]), TimeStampUnreadableError),
        (kept.container, ValidationData(revocation_lists=[long]), TimeStampUnreadableError),
        (kept.container, ValidationData(revocation_lists=many_values(21)), TimeStampUnreadableError),
    ):
        with pytest.raises(refusal):
            write_container_request(path, tmp_path / "no.tsq", data=data, randomness=seed)
    assert not (tmp_path / "no.tsq").exists()


def test_other_data_than_were_asked_with_are_refused(kept: Stamping, tmp_path: Path):
    again = replace(kept, target=tmp_path / "no.asice", data=ValidationData())

    with pytest.raises(TimeStampOtherError):
        again.add()
    assert not again.target.exists()


def test_the_command_carries_both_requests_out_and_both_stamps_in(tmp_path: Path, thb: CommandLine):
    desk = Stamping.made(tmp_path)
    names = ("root.der", "anchor.der", "list.crl")
    root, anchor, listed = (tmp_path / name for name in names)
    for path, content in (
        (root, desk.office.root),
        (anchor, desk.anchor),
        (listed, desk.office.revocations()),
    ):
        path.write_bytes(content)
    trusting = ("--root", root, "--anchor", anchor)
    for each in (desk, later(desk, ValidationData())):
        if desk.target.exists():
            listed.write_bytes(new_list(desk))
        assert thb("stamp", "ask", each.container, each.request, "--with", listed).code == 0
        answered(each.request, each.answer, desk.authority)
        files = (each.container, each.request, each.answer, each.target)
        added = thb("stamp", "add", *files, "--with", listed, *trusting)
        assert added.code == 0

    told = thb("verify", tmp_path / "archived.asice", *trusting)

    assert told.code == 0
    assert "B-LTA" in told.out
    assert "ETSI EN 319 122-1" in told.out
