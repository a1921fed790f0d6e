"""CMS signatures beside a file and around it, as OpenSSL makes them."""

from base64 import b64encode

import pytest
from asn1crypto import cms

from tests.support import foreign
from thb_desktop.verify.foreign.answer import Format, Verdict

LETTER = b"Dear colleague,\r\nthe record is attached.\r\n"


def keys(answer):
    return [note.key for each in answer.signatures for note in each.notes] + [
        note.key for note in answer.notes
    ]


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(LETTER)
    return path


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_a_signature_beside_its_file_is_judged_with_it(judge, tmp_path, letter, kind):
    whole = foreign.authority(f"Beside {kind}", kind)
    signature = foreign.cms_sign(tmp_path, letter, whole.clerk)

    answer = judge(signature, whole.root, content=LETTER)

    assert (answer.format, answer.verdict) == (Format.CMS_DETACHED, Verdict.REMARKS)
    assert answer.signatures[0].covers == ("letter.txt",)


def test_without_its_file_nothing_is_said_of_it(judge, authority, tmp_path, letter):
    signature = foreign.cms_sign(tmp_path, letter, authority.clerk)

    answer = judge(signature, authority.root)

    assert (answer.verdict, keys(answer)) == (Verdict.UNDECIDED, ["foreign-content-missing"])


@pytest.mark.requirement("SR-33")
def test_a_file_that_is_not_the_signed_one_is_proven(judge, authority, tmp_path, letter):
    signature = foreign.cms_sign(tmp_path, letter, authority.clerk)

    answer = judge(signature, authority.root, content=LETTER.replace(b"record", b"recorD"))

    assert answer.verdict is Verdict.NOT_VALID
    assert answer.signatures[0].sub_indication == "HASH_FAILURE"


def test_a_signature_around_its_content_is_judged_alone(judge, authority, tmp_path, letter):
    around = foreign.cms_sign(tmp_path, letter, authority.clerk, "-nodetach")

    assert judge(around, authority.root).verdict is Verdict.REMARKS
    assert judge(around.replace(b"record", b"recorD"), authority.root).verdict is Verdict.NOT_VALID


def test_each_signer_is_judged_for_themselves(judge, authority, tmp_path, letter):
    stranger = foreign.authority("Nobody knows").judge
    certificate, key = stranger.write(tmp_path, "second")
    both = foreign.cms_sign(
        tmp_path, letter, authority.clerk, "-signer", str(certificate), "-inkey", str(key)
    )

    answer = judge(both, authority.root, content=LETTER)

    found = {each.signer: each.verdict for each in answer.signatures}
    assert found == {"Ottokar Clerk": Verdict.REMARKS, "Alma Judge": Verdict.UNDECIDED}
    assert answer.verdict is Verdict.UNDECIDED


def test_it_may_stand_as_text(judge, authority, tmp_path, letter):
    signature = foreign.cms_sign(tmp_path, letter, authority.clerk)
    lines = b64encode(signature)
    armoured = b"-----BEGIN CMS-----\n" + lines + b"\n-----END CMS-----\n"

    assert judge(armoured, authority.root, content=LETTER).verdict is Verdict.REMARKS
    assert judge(lines + b"\n", authority.root, content=LETTER).verdict is Verdict.REMARKS


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_no_changed_byte_of_the_message_makes_it_valid_for_another_file(
    judge, authority, tmp_path, letter, at
):
    signature = bytearray(foreign.cms_sign(tmp_path, letter, authority.clerk))
    signature[len(signature) * at // 100] ^= 1

    answer = judge(bytes(signature), authority.root, content=LETTER + b"!")

    assert answer.verdict in {Verdict.UNDECIDED, Verdict.NOT_VALID}


def test_attributes_that_were_signed_in_another_order_than_they_stand_are_no_forgery(
    judge, authority, tmp_path, letter
):
    """Some signers sign in the order of DER and store in another; OpenSSL then says that they are valid."""
    message = cms.ContentInfo.load(foreign.cms_sign(tmp_path, letter, authority.clerk))
    info = message["content"]["signer_infos"][0]
    attributes = [each.dump() for each in info["signed_attrs"]]
    stored = b"".join(reversed(attributes))
    assert len(stored) > 127
    ordered = b"".join(attributes)

    data = message.dump().replace(ordered, stored)

    answer = judge(data, authority.root, content=LETTER)

    assert data != message.dump()
    assert answer.verdict is Verdict.REMARKS


def test_a_key_that_is_not_of_the_certificate_is_proven(judge, authority, tmp_path, letter):
    signature = foreign.cms_sign(tmp_path, letter, authority.clerk)
    info = cms.ContentInfo.load(signature)["content"]["signer_infos"][0]
    value = info["signature"].native
    other = value[:-1] + bytes([value[-1] ^ 1])

    answer = judge(signature.replace(value, other), authority.root, content=LETTER)

    assert answer.verdict is Verdict.NOT_VALID
    assert answer.signatures[0].sub_indication == "SIG_CRYPTO_FAILURE"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "foreign-not-known"),
        (b"hello", "foreign-not-known"),
        (b"\x30\x80" * 5000, "foreign-not-known"),
        (b"<asic:XAdESSignatures><ds:Signature/>", "foreign-xades"),
        (b"<html>", "foreign-not-known"),
        (bytes.fromhex("300b06092a864886f70d010703"), "foreign-cms-kind"),
    ],
)
def test_what_is_no_signed_message_is_named(judge, data, key):
    answer = judge(data)

    assert (answer.verdict, keys(answer)) == (Verdict.UNDECIDED, [key])


def test_a_certificate_is_no_signed_file(judge, authority):
    """It can be read as the answer of a time-stamp authority that has nothing in it."""
    answer = judge(authority.root.der)

    assert (answer.verdict, keys(answer)) == (Verdict.UNDECIDED, ["foreign-not-known"])
