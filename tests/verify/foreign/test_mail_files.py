"""E-mails that their author signed (S/MIME), as OpenSSL makes them: as they are, kept otherwise, changed."""

import subprocess
from pathlib import Path

import pytest

from tests.support import foreign
from thb_desktop.verify.foreign.answer import Format, Verdict

TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nDear colleague,\r\nthe record is attached.\r\n"
HEADED = ("-from", "clerk@example.org", "-to", "judge@example.net", "-subject", "The record")


def keys(answer):
    return [note.key for each in answer.signatures for note in each.notes] + [
        note.key for note in answer.notes
    ]


def signed_mail(folder: Path, by: foreign.Person, *more: str) -> bytes:
    certificate, key = by.write(folder, "by")
    source, target = folder / "text", folder / "letter.eml"
    source.write_bytes(TEXT)
    command = ["openssl", "cms", "-sign", "-md", "sha256", "-signer", str(certificate), "-inkey", str(key)]
    files = ["-in", str(source), "-out", str(target)]
    subprocess.run([*command, *files, *HEADED, *more], check=True, capture_output=True)
    return target.read_bytes()


@pytest.mark.parametrize("more", [(), ("-cades",), ("-crlfeol",), ("-binary",), ("-nodetach",)], ids=str)
def test_a_signed_mail_is_judged_and_its_header_is_not_covered(judge, authority, tmp_path, more):
    mail = signed_mail(tmp_path, authority.clerk, *more)

    answer = judge(mail, authority.root)

    assert (answer.format, answer.verdict) == (Format.MAIL, Verdict.REMARKS)
    assert {"foreign-holds", "foreign-mail-covers"} <= set(keys(answer))
    assert answer.signatures[0].signer.startswith("Ottokar Clerk")


@pytest.mark.parametrize(
    "kept",
    [
        lambda mail: mail.replace(b"\r\n", b"\n"),
        lambda mail: mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
        lambda mail: b"From clerk@example.org Mon Mar  2 10:00:00 2026\n" + mail,
        lambda mail: mail.replace(b"Subject: The record", b"Subject: Another"),
    ],
    ids=["lines of Unix", "lines of mail", "from a mailbox", "another subject"],
)
def test_how_a_mail_is_kept_does_not_matter(judge, authority, tmp_path, kept):
    mail = kept(signed_mail(tmp_path, authority.clerk))

    assert judge(mail, authority.root).verdict is Verdict.REMARKS


def test_a_text_that_is_not_the_signed_one_is_a_doubt_that_says_so(judge, authority, tmp_path):
    mail = signed_mail(tmp_path, authority.clerk)

    answer = judge(mail.replace(b"the record is", b"the record was"), authority.root)

    assert answer.verdict is Verdict.UNDECIDED
    assert "foreign-mail-changed" in keys(answer)
    assert not {"foreign-holds", "foreign-intact", "foreign-because.hash-failure"} & set(keys(answer))


def test_a_mail_that_nobody_signed_says_so(judge):
    mail = b"From: a@example.org\nTo: b@example.net\nDKIM-Signature: v=1; a=rsa-sha256\n\nDear colleague\n"

    answer = judge(mail)

    assert (answer.format, answer.verdict) == (Format.MAIL, Verdict.UNDECIDED)
    assert keys(answer) == ["foreign-mail-unsigned"]


@pytest.mark.parametrize(
    "damaged",
    [
        lambda mail: mail.replace(b"MII", b"???"),
        lambda mail: mail[: len(mail) // 2],
        lambda mail: mail.replace(b"boundary=", b"boundry="),
        lambda mail: mail.replace(b"application/pkcs7-signature", b"application/pgp-signature"),
    ],
    ids=["no base 64", "cut", "no boundary", "another kind"],
)
def test_a_mail_that_cannot_be_read_proves_nothing(judge, authority, tmp_path, damaged):
    answer = judge(damaged(signed_mail(tmp_path, authority.clerk)), authority.root)

    assert answer.verdict is Verdict.UNDECIDED


def test_an_encrypted_mail_is_to_be_opened_first(judge, authority, tmp_path):
    certificate, _ = foreign.authority("Envelopes", "rsa").clerk.write(tmp_path, "for")
    (tmp_path / "text").write_bytes(TEXT)
    command = ["openssl", "cms", "-encrypt", "-aes256", "-in", tmp_path / "text", *HEADED, certificate]
    mail = subprocess.run(command, check=True, capture_output=True).stdout

    answer = judge(mail)

    assert (answer.format, keys(answer)) == (Format.MAIL, ["foreign-cms-kind"])
