"""A container whose signature gets a time stamp: by OpenSSL's authority, checked by us and by OpenSSL."""

import io
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign
from tests.support.command_line import CommandLine
from tests.support.container_stamping import Stamping, keys, packed
from tests.support.pdfs import fixed_randomness
from tests.support.stamps import answered, token_by
from thb_desktop.crypto.signature_stamps import signature_value, stamped, taken_apart
from thb_desktop.errors import (
    AlreadyExistsError,
    TimeStampOtherError,
    TimeStampRefusedError,
    TimeStampUnreadableError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.package.packing import write_signed_again
from thb_desktop.package.unpacking import open_container
from thb_desktop.report.stamping import NOTHING
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.packaging.container_stamps import write_container_request
from thb_desktop.words import LANGUAGES, sentence


@pytest.fixture
def desk(tmp_path: Path) -> Stamping:
    return Stamping.made(tmp_path)


def test_a_stamp_of_a_trusted_authority_leads_to_level_b_t(desk: Stamping):
    before = desk.container.read_bytes()

    found = desk.walk()

    assert verdict(found) is Standing.HOLDS
    assert {"time-stamped-signature", "package-level.b-t"} <= keys(found)
    assert desk.container.read_bytes() == before
    assert desk.found(desk.target.read_bytes()) == found
    parts = taken_apart(open_container(io.BytesIO(desk.target.read_bytes())).signature)
    assert parts.message == open_container(io.BytesIO(before)).signature
    assert parts.token is not None
    assert not list(desk.target.parent.glob("*.part"))


def test_a_stamp_older_than_the_time_that_the_signer_claims_is_told_and_proves_nothing_broken(desk: Stamping):
    claimed = SystemClock().read().at.replace(microsecond=0) + timedelta(days=1)
    desk.container.write_bytes(packed(desk.office, at=claimed))

    found = desk.walk()

    (told,) = (each for each in found if each.code == "time-stamp-older")
    assert (told.standing, told.values["claimed"]) == (Standing.UNKNOWN, claimed)
    assert told.values["at"] < claimed  # type: ignore[operator]  # a time
    assert verdict(found) is Standing.UNKNOWN
    assert all("2" in sentence(told, language) for language in LANGUAGES)


def test_a_clock_that_is_minutes_apart_is_told_and_proves_nothing_wrong(desk: Stamping):
    claimed = SystemClock().read().at.replace(microsecond=0) + timedelta(minutes=4)
    desk.container.write_bytes(packed(desk.office, at=claimed))

    found = desk.walk()

    (told,) = (each for each in found if each.code == "time-stamp-near")
    assert told.standing is verdict(found) is Standing.HOLDS
    assert told.values["claimed"] == claimed


def test_openssl_alone_says_that_the_stamp_is_of_the_signature_and_the_signature_of_the_list(
    desk: Stamping, tmp_path: Path
):
    desk.walk()
    subprocess.run(["unzip", "-q", desk.target, "-d", tmp_path / "un"], check=True)
    signature = (tmp_path / "un/META-INF/signature001.p7s").read_bytes()
    (tmp_path / "value").write_bytes(signature_value(signature))
    (tmp_path / "token").write_bytes(taken_apart(signature).token or b"")
    (tmp_path / "root.pem").write_bytes(
        subprocess.run(
            ["openssl", "x509", "-inform", "DER"], input=desk.office.root, capture_output=True, check=True
        ).stdout
    )
    (tmp_path / "anchor.pem").write_bytes(desk.authority.root.certificate.public_bytes(Encoding.PEM))

    stamp = subprocess.run(
        [
            *("openssl", "ts", "-verify", "-data", tmp_path / "value", "-token_in"),
            *("-in", tmp_path / "token", "-CAfile", tmp_path / "anchor.pem"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    signed = subprocess.run(
        [
            *("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any"),
            *("-in", "META-INF/signature001.p7s", "-content", "META-INF/ASiCManifest001.xml"),
            *("-CAfile", tmp_path / "root.pem", "-out", "/dev/null"),
        ],
        cwd=tmp_path / "un",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (stamp.returncode, "Verification: OK" in stamp.stdout) == (0, True), stamp.stderr
    assert "CAdES Verification successful" in signed.stderr


def test_a_stamp_of_an_authority_that_nobody_named_leads_to_no_higher_level(desk: Stamping):
    found = desk.walk(anchors=False)

    assert verdict(found) is Standing.UNKNOWN
    assert "package-level.b-b" in keys(found)
    assert "package-level.b-t" not in keys(found)


def test_an_answer_for_another_container_is_refused(desk: Stamping, tmp_path: Path):
    desk.ask()
    answered(desk.request, desk.answer, desk.authority)
    desk.container.write_bytes(packed(desk.office, b"another picture"))

    with pytest.raises(TimeStampOtherError):
        desk.add()
    assert not desk.target.exists()
    assert not list(tmp_path.glob("*.part"))


def test_an_answer_to_an_earlier_request_is_refused(desk: Stamping):
    desk.ask()
    answered(desk.request, desk.answer, desk.authority)
    desk.request.unlink()
    write_container_request(
        desk.container, desk.request, data=NOTHING, randomness=fixed_randomness("another nonce")
    )

    with pytest.raises(TimeStampOtherError):
        desk.add()


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"no answer", TimeStampUnreadableError),
        (b"", TimeStampUnreadableError),
        (bytes.fromhex("30053003020102"), TimeStampRefusedError),
    ],
)
def test_what_is_no_answer_or_a_refusal_is_refused(desk: Stamping, content: bytes, refusal: type[Exception]):
    desk.ask()
    desk.answer.write_bytes(content)

    with pytest.raises(refusal):
        desk.add()


def test_a_stamp_by_somebody_who_may_not_stamp_is_broken_and_nothing_is_written(desk: Stamping):
    desk.ask()
    stranger = foreign.authority(kind="rsa").clerk
    desk.answer.write_bytes(token_by(stranger, desk.request.read_bytes()))

    found = desk.add()

    assert "certificate-not-for-stamps" in keys(found)
    assert verdict(found) is Standing.BROKEN
    assert not desk.target.exists()


def test_a_file_that_is_there_is_not_written_over(desk: Stamping):
    desk.walk()

    with pytest.raises(AlreadyExistsError):
        desk.add()


def test_the_token_stays_byte_for_byte_as_it_came(desk: Stamping):
    desk.walk()
    signature = open_container(io.BytesIO(desk.target.read_bytes())).signature
    token = taken_apart(signature).token

    assert token is not None
    assert token in signature
    assert token in desk.answer.read_bytes()


def test_the_stamp_of_another_signature_does_not_hold(desk: Stamping):
    desk.walk()
    token = taken_apart(open_container(io.BytesIO(desk.target.read_bytes())).signature).token or b""
    other = io.BytesIO(packed(desk.office, b"another picture"))
    container, moved = open_container(other), io.BytesIO()
    write_signed_again(moved, other, container.members, stamped(container.signature, token))

    found = desk.found(moved.getvalue())

    assert "content-changed.time-stamp" in keys(found)
    assert "package-level.b-t" not in keys(found)


def test_no_turned_bit_of_the_stamped_signature_passes(desk: Stamping):
    desk.walk()
    data = desk.target.read_bytes()
    read = open_container(io.BytesIO(data))
    source = io.BytesIO(data)

    silent = []
    for place in range(0, len(read.signature), 5):
        changed = bytearray(read.signature)
        changed[place] ^= 1 << (place % 8)
        target = io.BytesIO()
        write_signed_again(target, source, read.members, bytes(changed))
        found = desk.found(target.getvalue())
        if verdict(found) is Standing.HOLDS and "package-level.b-t" in keys(found):
            silent.append(place)

    assert len(read.signature) > 3000
    assert silent == []


def test_the_command_carries_a_request_out_and_the_stamp_in(desk: Stamping, thb: CommandLine, tmp_path: Path):
    (tmp_path / "root.der").write_bytes(desk.office.root)
    anchor = tmp_path / "anchor.pem"
    anchor.write_bytes(desk.authority.root.certificate.public_bytes(Encoding.PEM))
    assert thb("stamp", "ask", desk.container, desk.request).code == 0
    answered(desk.request, desk.answer, desk.authority)
    files = (desk.container, desk.request, desk.answer, desk.target)

    with_certificate = thb("stamp", "add", *files, "--with", anchor)
    added = thb("stamp", "add", *files, "--root", tmp_path / "root.der", "--anchor", anchor)
    told = thb("verify", desk.target, "--root", tmp_path / "root.der", "--anchor", anchor)

    assert (with_certificate.code, added.code, told.code) == (45, 0, 0)
    assert "the signature existed before" in told.out
    assert "B-T" in told.out
