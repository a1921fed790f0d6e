"""`thb stamp`: a request is carried to a time-stamp authority, OpenSSL, and the answer carried back."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign, pdfs
from tests.support.command_line import PASSPHRASE, CommandLine
from tests.support.stamps import answered, bundle_to_stamp, token_by

LONG = timedelta(days=3650)
"""A revocation list is in force for so long: the stamp is of the day of the test."""


@pytest.fixture(scope="module")
def office() -> pdfs.Office:
    return pdfs.make_office()


@pytest.fixture(scope="module")
def signed(office: pdfs.Office) -> bytes:
    return bundle_to_stamp(office)


class Place:
    """The files of one walk: a bundle, its request, the answer, the stamped bundle, and who is trusted."""

    def __init__(self, folder: Path, thb: CommandLine, office: pdfs.Office, signed: bytes) -> None:
        self.thb = thb
        self.bundle, self.request, self.answer = (folder / f"bundle.{end}" for end in ("pdf", "tsq", "tsr"))
        self.stamped, self.root = folder / "stamped.pdf", folder / "root.der"
        self.bundle.write_bytes(signed)
        self.root.write_bytes(office.root)
        self.authority = foreign.authority()
        self.anchor = folder / "anchor.pem"
        self.anchor.write_bytes(self.authority.root.certificate.public_bytes(Encoding.PEM))

    def ask(self, *more: object) -> None:
        assert self.thb("stamp", "ask", self.bundle, self.request, *more).code == 0

    def add(self, *more: object):
        given = (self.bundle, self.request, self.answer, self.stamped)
        return self.thb("stamp", "add", *given, "--root", self.root, "--anchor", self.anchor, "--json", *more)

    def walk(self, *more: object):
        self.ask(*more)
        answered(self.request, self.answer, self.authority)
        return self.add(*more)

    def found(self, *more: object) -> set[str]:
        verified = self.thb("verify", self.stamped, "--root", self.root, "--json", *more).json
        return {finding["code"] for finding in verified["findings"]}


@pytest.fixture
def place(tmp_path: Path, thb: CommandLine, office: pdfs.Office, signed: bytes) -> Place:
    return Place(tmp_path, thb, office, signed)


def test_a_stamp_of_a_trusted_authority_leads_to_level_b_t(place: Place, signed: bytes):
    added = place.walk()

    assert (added.code, added.json["verdict"]) == (0, "holds")
    assert place.stamped.read_bytes().startswith(signed)
    assert {"time-stamped", "level"} <= place.found("--anchor", place.anchor)
    said = place.thb("verify", place.stamped, "--root", place.root, "--anchor", place.anchor).out
    assert "B-T, as a trusted time stamp covers them" in said
    assert "existed before 20" in said


def test_the_stamp_is_that_which_openssl_verifies(place: Place, tmp_path: Path):
    place.walk()
    whole = place.stamped.read_bytes()
    (tmp_path / "token").write_bytes(pdfs.message_of(whole))
    (tmp_path / "covered").write_bytes(pdfs.signed_part(whole))

    given = ["-data", tmp_path / "covered", "-in", tmp_path / "token", "-token_in", "-CAfile", place.anchor]
    said = subprocess.run(["openssl", "ts", "-verify", *given], capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout.strip()) == (0, "Verification: OK")


def test_without_the_authority_s_root_the_stamp_is_not_judged_as_trusted(place: Place):
    place.walk()

    verified = place.thb("verify", place.stamped, "--root", place.root, "--json")

    assert (verified.code, verified.json["verdict"]) == (41, "unknown")
    assert "root-unknown" in place.found()


def test_the_root_of_an_office_proves_no_time_and_that_of_an_authority_no_signer(place: Place):
    place.walk()

    exchanged = place.thb("verify", place.stamped, "--root", place.anchor, "--anchor", place.root, "--json")

    assert exchanged.code in (40, 41)
    assert "root-trusted" not in {finding["code"] for finding in exchanged.json["findings"]}


def test_with_a_revocation_list_of_later_the_level_is_b_lta(
    place: Place, office: pdfs.Office, tmp_path: Path
):
    """An office's own root publishes none: the list is written here by its key."""
    revocations = tmp_path / "office.crl"
    revocations.write_bytes(office.revocations(lasts=LONG))

    added = place.walk("--with", revocations, "--with", place.root)

    assert added.code == 0, added.out
    said = place.thb("verify", place.stamped, "--root", place.root, "--anchor", place.anchor).out
    assert "B-LTA" in said


def test_a_revocation_list_that_ran_out_before_the_stamp_raises_no_level(
    place: Place, office: pdfs.Office, tmp_path: Path
):
    revocations = tmp_path / "office.crl"
    revocations.write_bytes(office.revocations(lasts=timedelta(hours=1)))

    added = place.walk("--with", revocations, "--with", place.root)

    assert added.code == 0, added.out
    said = place.thb("verify", place.stamped, "--root", place.root, "--anchor", place.anchor).out
    assert "B-T," in said
    assert "B-LT" not in said


def test_a_certificate_that_was_revoked_before_the_stamp_is_named(
    place: Place, office: pdfs.Office, tmp_path: Path
):
    revocations = tmp_path / "office.crl"
    revocations.write_bytes(office.revocations(office.judge))

    added = place.walk("--with", revocations)

    assert (added.code, added.json["file"]) == (40, None)
    assert "certificate-revoked" in {finding["code"] for finding in added.json["findings"]}
    assert not place.stamped.exists()


@pytest.mark.parametrize("is_last", [False, True])
def test_a_list_without_the_revocation_hides_none(
    place: Place, office: pdfs.Office, tmp_path: Path, is_last: bool
):
    lists = tmp_path / "clean.crl", tmp_path / "revoked.crl"
    lists[0].write_bytes(office.revocations())
    lists[1].write_bytes(office.revocations(office.judge))

    first, then = lists if is_last else reversed(lists)
    added = place.walk("--with", first, "--with", then)

    assert "certificate-revoked" in {each["code"] for each in added.json["findings"]}


def test_an_answer_to_another_request_is_refused(place: Place):
    place.ask()
    answered(place.request, place.answer, place.authority)
    place.request.unlink()
    place.ask()

    refused = place.add()

    assert (refused.code, refused.refusal) == (45, "time-stamp-other")
    assert not place.stamped.exists()


def test_other_validation_data_than_at_the_request_are_refused(place: Place):
    place.ask()
    answered(place.request, place.answer, place.authority)

    assert place.add("--with", place.anchor).refusal == "time-stamp-other"


@pytest.mark.parametrize("which", ["request", "answer"])
def test_what_is_no_request_and_no_answer_is_refused(place: Place, which: str):
    place.ask()
    answered(place.request, place.answer, place.authority)
    getattr(place, which).write_bytes(b"nothing of the kind")

    assert place.add().refusal == "time-stamp-unreadable"


def test_a_file_of_validation_data_that_is_none_is_refused(place: Place):
    refused = place.thb("stamp", "ask", place.bundle, place.request, "--with", place.bundle, "--json")

    assert refused.refusal == "time-stamp-unreadable"
    assert not place.request.exists()


def test_an_authority_that_does_not_grant_is_named(place: Place):
    place.ask()
    place.answer.write_bytes(
        bytes.fromhex("30053003020102")
    )  # TimeStampResp, status rejection (RFC 3161, 2.4.2)

    assert place.add().refusal == "time-stamp-refused"


def test_a_third_stamp_has_no_place(place: Place, tmp_path: Path):
    place.walk()
    place.bundle, place.stamped = place.stamped, tmp_path / "twice.pdf"
    place.request, place.answer = tmp_path / "second.tsq", tmp_path / "second.tsr"
    place.walk()

    refused = place.thb("stamp", "ask", place.stamped, tmp_path / "third.tsq", "--json")

    assert refused.refusal == "time-stamp-no-place"


def test_a_stamp_by_somebody_who_makes_none_is_not_valid(place: Place):
    """A certificate for signatures is none for time stamps, whatever made it a token."""
    place.ask()
    place.answer.write_bytes(token_by(foreign.authority(kind="rsa").clerk, place.request.read_bytes()))

    added = place.add()

    assert added.code == 40
    assert "certificate-not-for-stamps" in {finding["code"] for finding in added.json["findings"]}


def test_a_stamped_bundle_of_another_vault_is_not_recorded(place: Place, vault: Path):
    place.walk()

    refused = place.thb("stamp", "record", vault, place.stamped, "--json", passphrase=PASSPHRASE)

    assert refused.refusal == "bundle-foreign"
