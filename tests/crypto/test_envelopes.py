"""Envelopes: OpenSSL opens ours, we open OpenSSL's, and a changed byte gives nothing away."""

import io
import secrets
import shutil
import subprocess
from datetime import timedelta

import pytest
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from tests.support.pdfs import fixed_randomness
from tests.support.recipients import NOW, Holder, certificate_of, holder, usage
from thb_desktop.crypto.envelopes import openers, reading
from thb_desktop.crypto.envelopes.openers import KeyOpener, PassphraseOpener
from thb_desktop.crypto.envelopes.reading import open_envelope, open_in_place
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient, PassphraseRecipient
from thb_desktop.crypto.envelopes.volumes import VOLUME_LENGTH, VolumeWriter
from thb_desktop.crypto.envelopes.writing import EnvelopeWriter
from thb_desktop.errors import (
    EnvelopeAlgorithmError,
    EnvelopeDamagedError,
    EnvelopeError,
    EnvelopeMalformedError,
    NotARecipientError,
    RecipientError,
    RecipientMissingError,
)

CONTENT = fixed_randomness("content")(2_500_001)
WORDS = b"seven words that nobody else knows"
KINDS = ("rsa", "p256", "p384", "p521")

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.fixture(scope="module")
def holders(tmp_path_factory) -> dict[str, Holder]:
    folder = tmp_path_factory.mktemp("holders")
    keys = {
        "rsa": rsa.generate_private_key(65537, 3072),
        "p256": ec.generate_private_key(ec.SECP256R1()),
        "p384": ec.generate_private_key(ec.SECP384R1()),
        "p521": ec.generate_private_key(ec.SECP521R1()),
    }
    return {name: holder(key, folder, name) for name, key in keys.items()}


def recipient(held: Holder) -> CertificateRecipient:
    return CertificateRecipient.of(held.certificate, at=NOW)


def opener(held: Holder) -> KeyOpener:
    return KeyOpener(certificate=held.certificate, private_key=held.private_key)


def words(text: bytes = WORDS) -> PassphraseOpener:
    return PassphraseOpener(passphrase=bytearray(text))


def enveloped(content: bytes, *recipients) -> bytes:
    target = io.BytesIO()
    envelope = EnvelopeWriter(target, recipients, randomness=secrets.token_bytes)
    for at in range(0, len(content), 1_000_000):
        envelope.write(content[at : at + 1_000_000])
    envelope.close()
    return target.getvalue()


def opened(data: bytes, *openers) -> bytes:
    """The content of an envelope, or its refusal: the same in memory as from a file."""
    told = []
    for way in (in_memory, from_file):
        try:
            told.append(way(data, openers))
        except EnvelopeError as refusal:
            told.append(refusal)
    held, streamed = told
    if isinstance(streamed, EnvelopeError):
        assert (type(held), held.named) == (type(streamed), streamed.named)
        raise streamed
    assert held == streamed
    return streamed


def in_memory(data: bytes, openers) -> bytes:
    return bytes(open_in_place(memoryview(bytearray(data)), openers))


def from_file(data: bytes, openers) -> bytes:
    return b"".join(open_envelope(io.BytesIO(data), openers))


@pytest.fixture(scope="module")
def envelope(holders) -> bytes:
    passphrase = PassphraseRecipient(passphrase=bytearray(WORDS))
    return enveloped(CONTENT, *map(recipient, holders.values()), passphrase)


def openssl(*arguments, check: bool = True) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["openssl", "cms", *map(str, arguments)], check=check, capture_output=True)


@pytest.mark.parametrize("kind", KINDS)
def test_each_recipient_opens_it_with_nothing_but_their_own_key(envelope, holders, kind):
    assert opened(envelope, opener(holders[kind])) == CONTENT


def test_whoever_knows_the_passphrase_opens_it(envelope):
    assert opened(envelope, words()) == CONTENT


@needs_openssl
@pytest.mark.parametrize("kind", KINDS)
def test_openssl_alone_opens_it_for_each_recipient(envelope, holders, kind, tmp_path):
    (tmp_path / "e.p7m").write_bytes(envelope)
    held = holders[kind]

    openssl(
        *("-decrypt", "-binary", "-inform", "DER", "-in", tmp_path / "e.p7m", "-out", tmp_path / "content"),
        *("-recip", held.certificate_file, "-inkey", held.key_file),
    )

    assert (tmp_path / "content").read_bytes() == CONTENT


@needs_openssl
def test_openssl_alone_opens_it_with_the_passphrase(envelope, tmp_path):
    (tmp_path / "e.p7m").write_bytes(envelope)

    openssl(
        *("-decrypt", "-binary", "-inform", "DER", "-in", tmp_path / "e.p7m", "-out", tmp_path / "content"),
        *("-pwri_password", WORDS.decode()),
    )

    assert (tmp_path / "content").read_bytes() == CONTENT


@needs_openssl
@pytest.mark.parametrize(
    ("kind", "option", "cipher"),
    [
        *((kind, option, "-aes-256-gcm") for kind in KINDS for option in ("-binary", "-stream", "-keyid")),
        ("rsa", "rsa_padding_mode:oaep", "-aes-192-gcm"),
        ("p256", "ecdh_kdf_md:sha384", "-aes-128-gcm"),
    ],
)
def test_what_openssl_closes_for_us_is_opened(holders, kind, option, cipher, tmp_path):
    (tmp_path / "content").write_bytes(CONTENT)
    chosen = ("-keyopt", option) if ":" in option else (option,)
    before, after = ((), chosen) if ":" in option else (chosen, ())
    openssl(
        *("-encrypt", "-binary", "-outform", "DER", cipher, *before, "-in", tmp_path / "content"),
        *("-out", tmp_path / "e.p7m", "-recip", holders[kind].certificate_file, *after),
    )

    assert opened((tmp_path / "e.p7m").read_bytes(), words(), opener(holders[kind])) == CONTENT


def test_an_empty_content_is_content(holders):
    assert opened(enveloped(b"", recipient(holders["p256"])), opener(holders["p256"])) == b""


def test_somebody_else_is_told_so(envelope, tmp_path):
    stranger = holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, "stranger")

    with pytest.raises(NotARecipientError):
        opened(envelope, opener(stranger), words(b"other words"))


def test_a_changed_bit_anywhere_gives_nothing_of_the_content_away(holders):
    small = enveloped(b"what nobody may change" * 50, recipient(holders["p256"]), recipient(holders["rsa"]))
    unseen = []

    for _ in range(1500):
        place, bit = secrets.randbelow(len(small)), 1 << secrets.randbelow(8)
        changed = bytearray(small)
        changed[place] ^= bit
        try:
            given = opened(bytes(changed), opener(holders["p256"]))
        except EnvelopeError:
            continue
        assert given == b"what nobody may change" * 50
        unseen.append(place)

    # What is not the opener's is not looked at: the version, the other recipient's entry.
    assert all(place < small.index(bytes.fromhex("06092a864886f70d010701")) for place in unseen)


@pytest.mark.parametrize("length", [0, 1, 30, 200, -1, -17, -40])
def test_a_cut_envelope_gives_nothing(envelope, length, holders):
    with pytest.raises(EnvelopeMalformedError):
        opened(envelope[:length], opener(holders["p256"]))


def test_a_file_that_changes_while_it_is_read_ends_in_the_refusal(envelope, holders):
    file = io.BytesIO(envelope)
    pieces = open_envelope(file, [opener(holders["p256"])])
    next(pieces)
    file.getbuffer()[-2_000] ^= 1

    with pytest.raises(EnvelopeDamagedError):
        list(pieces)


@needs_openssl
def test_an_envelope_without_a_tag_is_refused_by_the_name_of_its_kind(holders, tmp_path):
    (tmp_path / "content").write_bytes(b"content")
    openssl(
        *("-encrypt", "-binary", "-outform", "DER", "-aes-256-cbc", "-in", tmp_path / "content"),
        *("-out", tmp_path / "e.p7m", "-recip", holders["p256"].certificate_file),
    )

    with pytest.raises(EnvelopeAlgorithmError) as refusal:
        opened((tmp_path / "e.p7m").read_bytes(), opener(holders["p256"]))

    assert refusal.value.named["algorithm"] == "1.2.840.113549.1.7.3"
    assert str(refusal.value) == "the envelope has a form that the program does not take"


def test_an_envelope_that_would_keep_the_reader_busy_for_minutes_is_refused(envelope, monkeypatch):
    monkeypatch.setattr(openers, "MOST_ROUNDS", 599_999)

    with pytest.raises(EnvelopeMalformedError, match="rounds"):
        opened(envelope, words())


def test_the_rounds_of_all_passphrases_of_an_envelope_count_together(monkeypatch):
    several = [PassphraseRecipient(passphrase=bytearray(b"other")) for _ in range(3)]
    data = enveloped(b"content", *several)
    monkeypatch.setattr(openers, "MOST_ROUNDS", 1_000_000)

    with pytest.raises(EnvelopeMalformedError, match="rounds"):
        opened(data, words())


def in_pieces(holders, length: int, count: int) -> bytes:
    target = io.BytesIO()
    envelope = EnvelopeWriter(target, [recipient(holders["p256"])], randomness=secrets.token_bytes)
    for _ in range(count):
        envelope.write(b"a" * length)
    envelope.close()
    return target.getvalue()


def test_short_pieces_are_gathered_before_they_are_given_out(holders):
    pieces = [*open_envelope(io.BytesIO(in_pieces(holders, 1024, 3000)), [opener(holders["p256"])])]

    assert b"".join(pieces) == b"a" * 1024 * 3000
    assert len(pieces) <= 4
    assert max(map(len, pieces)) <= 1 << 20


def test_a_content_in_crumbs_is_refused_instead_of_read_for_hours(holders, monkeypatch):
    monkeypatch.setattr(reading, "_MOST_SHORT", 500)

    assert opened(in_pieces(holders, 1, 500), opener(holders["p256"])) == b"a" * 500
    with pytest.raises(EnvelopeMalformedError, match="pieces"):
        opened(in_pieces(holders, 1, 501), opener(holders["p256"]))


def test_an_envelope_for_nobody_is_not_closed():
    with pytest.raises(RecipientMissingError):
        enveloped(b"content")


@pytest.mark.parametrize(
    "certificate",
    [
        pytest.param(lambda: b"no certificate", id="no certificate"),
        pytest.param(lambda: certificate_of(rsa.generate_private_key(65537, 2048)), id="a short key"),
        pytest.param(lambda: certificate_of(ec.generate_private_key(ec.SECP256K1())), id="another curve"),
        pytest.param(
            lambda: certificate_of(
                ec.generate_private_key(ec.SECP256R1()),
                usage(digital_signature=True, content_commitment=True),
            ),
            id="a key that only signs",
        ),
        pytest.param(
            lambda: certificate_of(rsa.generate_private_key(65537, 3072), usage(key_agreement=True)),
            id="a key that transports nothing",
        ),
        pytest.param(
            lambda: certificate_of(ec.generate_private_key(ec.SECP256R1()), since=NOW - timedelta(days=99)),
            id="expired",
        ),
        pytest.param(
            lambda: certificate_of(ec.generate_private_key(ec.SECP256R1()), since=NOW + timedelta(days=99)),
            id="not valid yet",
        ),
    ],
)
def test_a_certificate_that_is_of_no_use_is_refused(certificate):
    with pytest.raises(RecipientError):
        CertificateRecipient.of(certificate(), at=NOW)


def test_a_certificate_whose_numbers_are_no_key_is_refused_and_no_error_escapes(holders):
    certificate = asn1.Certificate.load(holders["rsa"].certificate)
    told = certificate["tbs_certificate"]["subject_public_key_info"]["public_key"].parsed
    told["modulus"] = told["modulus"].native + 1
    certificate["tbs_certificate"]["subject_public_key_info"]["public_key"] = told

    with pytest.raises(RecipientError):
        enveloped(CONTENT, CertificateRecipient.of(certificate.dump(force=True), at=NOW))


def test_a_certificate_whose_stated_use_allows_it_is_taken():
    for key, stated in (
        (rsa.generate_private_key(65537, 3072), usage(key_encipherment=True)),
        (ec.generate_private_key(ec.SECP256R1()), usage(key_agreement=True)),
    ):
        CertificateRecipient.of(certificate_of(key, stated), at=NOW)


class Kept(io.BytesIO):
    """A file whose content stays when it is closed."""

    is_there = False

    def see(self, content: bytes | memoryview) -> None:
        """Nothing is compared."""

    def close(self) -> None:
        self.content = self.getvalue()
        super().close()


@pytest.mark.parametrize(
    ("length", "volumes"), [(0, 1), (1, 1), (999, 1), (1000, 1), (1001, 2), (3000, 3), (3500, 4)]
)
def test_a_stream_in_volumes_is_the_stream_again(holders, length, volumes):
    files: list[Kept] = []
    content = CONTENT[:length]

    def open_volume(number: int) -> Kept:
        assert number == len(files) + 1
        assert all(each.closed for each in files)
        files.append(Kept())
        return files[-1]

    writer = VolumeWriter(
        open_volume, [recipient(holders["p256"])], randomness=secrets.token_bytes, length=1000
    )
    for at in range(0, length, 700):
        writer.write(content[at : at + 700])
    writer.close()

    contents = [opened(each.content, opener(holders["p256"])) for each in files]
    assert writer.count == len(files) == volumes
    assert b"".join(contents) == content
    assert [len(each) for each in contents[:-1]] == [1000] * (volumes - 1)


def test_openssl_opens_a_volume_within_300_megabytes():
    """It holds some four times a volume: 831 MiB for one of 256, 254 MiB for one of 64 (OpenSSL 3.5.9)."""
    assert 4 * VOLUME_LENGTH <= 300_000_000
