"""What the two files of a stranger cost: run in a child, with processor time and memory measured."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support.code import ROOT
from tests.support.strangers import lay_out

CHILD = """
import contextlib, io, json, os, resource, sys, time
beside = sys.argv[1]
sys.path[:0] = [beside, os.path.join(beside, "custody-check.pyz")]
from tests.support.memory import forget_peak, peak
import check
from thb_desktop.verify import attached

def spent():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

for kind, *given in json.loads(sys.argv[2]):
    forget_peak()
    begin = spent()
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        code = check.main(*given) if kind == "script" else attached.main(given)
    print(json.dumps([code, spent() - begin, peak()]), flush=True)
"""


class Price(NamedTuple):
    """The exit code, seconds of the processor (with OpenSSL's), and the peak of memory in KiB."""

    code: int
    seconds: float
    peak: int


def prices(place: Path, asked: Sequence[Sequence[str]], *, seconds: int) -> list[Price]:
    """Run each in one child, which the system ends after so many seconds of its processor time.

    asked: "script" with a document and a root, or "second" with the arguments of `custody-check.pyz`.
    """
    lay_out(place)
    limited = ["/bin/sh", "-c", f'ulimit -t {seconds}; exec "$@"', "sh"]
    ran = subprocess.run(
        [*limited, sys.executable, "-B", "-c", CHILD, str(place), json.dumps(asked)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [Price(*json.loads(line)) for line in ran.stdout.splitlines()]
    if len(found) < len(asked):
        raise AssertionError(f"stopped at {asked[len(found)]}: {ran.stderr[-2000:]}")
    return found


def root_beside(place: Path, root: bytes) -> str:
    """Write the root certificate (DER) as the script takes it; return its path."""
    path = place / "root.pem"
    path.write_bytes(x509.load_der_x509_certificate(root).public_bytes(Encoding.PEM))
    return str(path)
