"""Check the signatures of a bundle with nothing but Python's standard library and OpenSSL.

    python3 check_bundle.py BUNDLE.pdf ROOT.pem [FOLDER]

ROOT.pem: the root certificate of the office that sent it; compare its fingerprint in another way. FOLDER: the
attached files (`pdfdetach -saveall`), to recompute the digest of each record; compare it with the page.
Ends with 0 if every signature is of this root, the last one over the whole file, and every record whole; else
with 1 and the reason. What was changed between two signatures only `thb verify` compares.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
FILES = "-in message -content covered -out out -signer signer.pem -no-CApath -no-CAstore"
VERIFY = f"openssl cms -verify -cades -binary -inform DER -purpose any {FILES}"


class BrokenError(Exception):
    """What does not hold."""


def main(bundle: str, root: str, folder: str = "") -> int:
    data = Path(bundle).read_bytes()
    print("SHA-256 of the file:", hashlib.sha256(data).hexdigest())
    try:
        print("Root certificate:", shown(Path(root), "-subject", "-fingerprint", "-sha256"))
        signatures = RANGE.findall(data)
        if not signatures or len(signatures) != data.count(b"/ByteRange"):
            raise BrokenError("there is no signature, or one that cannot be read")
        end = 0
        for number, numbers in enumerate(signatures, start=1):
            covered, message, reached = parts(data, *map(int, numbers))
            if reached <= end:
                raise BrokenError(f"signature {number} covers no more than the one before it")
            signer = verified(covered, message, Path(root).resolve())
            print(f"Signature {number} of {len(signatures)}:", signer)
            end = reached
        if end != len(data):
            raise BrokenError(f"{len(data) - end} bytes at the end are covered by no signature")
        for path in sorted(Path(folder, "records").glob("*.jsonl")) if folder else ():
            print(f"Record records/{path.name}:", record(path))
    except BrokenError as broken:
        print("BROKEN:", broken)
        return 1
    print("HOLDS: every signature, over every byte. Compare the fingerprint of the root certificate.")
    return 0


def parts(data: bytes, start: int, first: int, second: int, length: int) -> tuple[bytes, bytes, int]:
    """What a signature covers, its message, and where its part of the file ends."""
    end, gap = second + length, re.fullmatch(rb"<((?:[0-9a-fA-F]{2})+)>", data[first:second])
    if start != 0 or not first < second < end <= len(data) or gap is None:
        raise BrokenError("a signature leaves out more than its own place")
    if not data[:end].rstrip().endswith(b"%%EOF"):
        raise BrokenError("a signature ends in the midst of a document")
    padded = bytes.fromhex(gap[1].decode("ascii"))
    size = length_of(padded)
    if any(padded[size:]):
        raise BrokenError("something stands behind a signature in its place")
    return data[:first] + data[second:end], padded[:size], end


def length_of(message: bytes) -> int:
    """The length of the DER value that stands first: one byte of kind, then its length."""
    if len(message) < 6 or message[0] != 0x30:
        raise BrokenError("a signature that is no message")
    long = message[1] & 127 if message[1] & 128 else 0
    return 2 + long + (int.from_bytes(message[2 : 2 + long], "big") if long else message[1])


def verified(covered: bytes, message: bytes, root: Path) -> str:
    """The signer's name, where OpenSSL says that the message holds under this root."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "covered").write_bytes(covered)
        Path(folder, "message").write_bytes(message)
        command = [*VERIFY.split(), "-CAfile", str(root)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise BrokenError(f"OpenSSL refuses a signature: {done.stderr.strip()[-200:]}")
        return shown(Path(folder, "signer.pem"), "-subject")


def record(path: Path) -> str:
    """The digest of a record, if every line after the first is one that the first lists; see bundle.md."""
    first, *lines = path.read_bytes().splitlines()
    if strange := {hashlib.sha256(line).hexdigest() for line in lines} - set(
        json.loads(first)["parts"].values()
    ):
        raise BrokenError(f"records/{path.name}: {len(strange)} parts are not of this record")
    return hashlib.sha256(first).hexdigest()


def shown(certificate: Path, *what: str) -> str:
    command = ["openssl", "x509", "-noout", "-in", str(certificate), *what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BrokenError(f"{certificate.name} is no certificate")
    return " ".join(done.stdout.split())


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
