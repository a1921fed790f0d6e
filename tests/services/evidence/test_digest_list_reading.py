"""Lists of digests that others made: each form is read, and any other is refused."""

from hashlib import md5, sha256

import pytest

from thb_desktop.errors import DigestListError
from thb_desktop.services.evidence.digest_list_reading import read_list

A, B = sha256(b"a").hexdigest(), sha256(b"b").hexdigest()
WEAK = md5(b"a", usedforsecurity=False).hexdigest()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("SHA256SUMS", f"{A}  DCIM/1.jpg\n{B} *2.jpg\n", {"DCIM/1.jpg": A, "2.jpg": B}),
        ("list.txt", f"# made by the laboratory\r\n{A.upper()}  ./1.jpg\r\n\r\n", {"1.jpg": A}),
        ("list", f"SHA256 (a (1).jpg) = {A}\n", {"a (1).jpg": A}),
        ("list", f"\\{A}  a\\\\b\\n.jpg\n", {"a\\b\ufffd.jpg": A}),
        ("manifest-sha256.txt", f"{A} data/100%25%0A.jpg\n", {"data/100%\ufffd.jpg": A}),
        ("list.txt", f"{A}  100%25.jpg\n", {"100%25.jpg": A}),
        ("datapackage.json", f'{{"resources": [{{"path": "a", "hash": "sha256:{A}"}}]}}', {"a": A}),
    ],
)
def test_each_form_of_a_list_is_read(name: str, text: str, found: dict[str, str]):
    assert read_list(name, text.encode()) == {path: {"sha256": digest} for path, digest in found.items()}


def test_kinds_of_digests_are_told_apart_and_stand_beside_one_another():
    read = read_list("list", f"{WEAK}  1.jpg\n{A}  1.jpg\n{'0' * 40}  2.jpg\n{'0' * 128}  2.jpg\n".encode())

    assert read == {"1.jpg": {"md5": WEAK, "sha256": A}, "2.jpg": {"sha1": "0" * 40, "sha512": "0" * 128}}


def test_a_list_in_the_coding_of_windows_is_read():
    assert read_list("list", f"{A}  é.jpg\r\n".encode("utf-16")) == {"é.jpg": {"sha256": A}}
    assert read_list("list", f"{A}  é.jpg\r\n".encode("utf-8-sig")) == {"é.jpg": {"sha256": A}}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"# nothing\n",
        b"\xff not text",
        b"a letter that somebody wrote\n",
        f"{A}\n".encode(),
        f"{A[:-1]}  odd.jpg\n".encode(),
        f"SHA1 (a) = {A}\n".encode(),
        f"WHIRLPOOL (a) = {'0' * 128}\n".encode(),
        f"{A}  1.jpg\n{B}  1.jpg\n".encode(),
        b'{"resources": [{"path": "a"}]}',
        b'{"resources": [{"path": "a", "hash": "sha256:00"}]}',
        b'{"resources": {}}',
        f'{{"resources": [{{"path": "a", "path": "b", "hash": "sha256:{A}"}}]}}'.encode(),
        b"{" + b'"a":{' * 100_000,
    ],
)
def test_what_is_no_list_is_refused_as_a_whole(data: bytes):
    with pytest.raises(DigestListError):
        read_list("list", data)
