"""Check the signatures of a bundle with nothing but Python's standard library and OpenSSL.

    python3 check_bundle.py BUNDLE.pdf ROOT.pem [FOLDER]

ROOT.pem: the office's root certificate; compare its fingerprint in another way. FOLDER: the attached files
(`pdfdetach -saveall`); compare their records' digests with the pages. Ends with 0, or with 1 and the reason.
What was changed between two signatures only `thb verify` compares.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
FILES = "-in message -content covered -out out -signer signer.pem -no-CApath -no-CAstore"
VERIFY = f"openssl cms -verify -cades -binary -inform DER -purpose any {FILES}"
run = partial(subprocess.run, capture_output=True, text=True, check=False)


class BrokenError(Exception):
    """The bundle is not valid; the message says why."""


def main(bundle: str, root: str, folder: str = "") -> int:
    data, end = Path(bundle).read_bytes(), 0
    print("SHA-256 of the file:", hashlib.sha256(data).hexdigest())
    try:
        print("Root certificate:", shown(Path(root), "-subject", "-fingerprint", "-sha256"))
        signatures = RANGE.findall(data)
        if not signatures or len(signatures) != data.count(b"/ByteRange"):
            raise BrokenError("there is no signature, or one that cannot be read")
        for number, numbers in enumerate(signatures, start=1):
            covered, message, reached = parts(data, *map(int, numbers))
            if reached <= end:
                raise BrokenError(f"signature {number} covers no more than the one before it")
            print(
                f"Signature {number} of {len(signatures)}:", verified(covered, message, Path(root).resolve())
            )
            end = reached
        if end != len(data):
            raise BrokenError(f"{len(data) - end} bytes at the end are covered by no signature")
        for path in sorted(Path(folder).glob("records/*.jsonl")) if folder else ():
            print(f"Record records/{path.name}:", record(path.name, path.read_bytes()))
    except BrokenError as broken:
        print("NOT VALID:", broken)
        return 1
    print("VALID: every signature, over every byte. Compare the fingerprint of the root certificate.")
    return 0


def parts(data: bytes, start: int, first: int, second: int, length: int) -> tuple[bytes, bytes, int]:
    """Return the bytes that a signature covers, its message, and the end of its part of the file."""
    end, gap = second + length, re.fullmatch(rb"<((?:[0-9a-fA-F]{2})+)>", data[first:second])
    if start != 0 or not first < second < end <= len(data) or gap is None:
        raise BrokenError("a signature leaves out more than its own place")
    if not data[:end].rstrip().endswith(b"%%EOF"):
        raise BrokenError("a signature ends in the midst of a document")
    if any((padded := bytes.fromhex(gap[1].decode()))[(size := length_of(padded)) :]):
        raise BrokenError("something stands behind a signature in its place")
    return data[:first] + data[second:end], padded[:size], end


def length_of(message: bytes) -> int:
    """Return the total length in bytes of the DER value at the start of the data."""
    if len(message) < 6 or message[0] != 0x30:
        raise BrokenError("a signature that is no message")
    long = message[1] & 127 if message[1] & 128 else 0
    return 2 + long + (int.from_bytes(message[2 : 2 + long]) if long else message[1])


def verified(covered: bytes, message: bytes, root: Path) -> str:
    """Verify a message under this root with OpenSSL and return the signer's name."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "covered").write_bytes(covered)
        Path(folder, "message").write_bytes(message)
        if (done := run([*VERIFY.split(), "-CAfile", str(root)], cwd=folder)).returncode != 0:
            raise BrokenError(f"OpenSSL refuses a signature: {done.stderr.strip()[-200:]}")
        return shown(Path(folder, "signer.pem"), "-subject")


def record(name: str, data: bytes) -> str:
    """Return the digest of a record: of its first line, which lists the digests of the other lines."""
    first, *lines = [hashlib.sha256(line).hexdigest() for line in data.splitlines()]
    if any(line.encode() not in data.splitlines()[0] for line in lines):
        raise BrokenError(f"records/{name} holds what is no part of this record")
    return first


def shown(certificate: Path, *what: str) -> str:
    if (done := run(["openssl", "x509", "-noout", "-in", str(certificate), *what])).returncode != 0:
        raise BrokenError(f"{certificate.name} is no certificate")
    return " ".join(done.stdout.split())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (3, 4) else __doc__)
