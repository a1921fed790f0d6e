"""A sealed package of some gigabytes made, opened and verified: time, and the most memory that it holds.

`python benchmarks/packaging.py [MEBIBYTES]`; 6,144 in files of 512 unless said. The files are nearly empty
(sparse): what is written of them, encrypted twice, is not.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY))

from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate

from tests.support.offices import BEGIN, act, exhibit, new_office, small_case, unlock
from tests.support.packages import bundled, opened, prepared_of, recorded
from tests.support.recipients import Holder
from tests.support.second_person import ALONE
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.packaging import packages
from thb_desktop.verify.run import Request, check_file

MEMORY = 300.0
"""MiB that a process may hold, Python and the program with it."""
FILE = 512
"""MiB of a file; the last is shorter."""


def make_office(place: Path, mebibytes: int) -> None:
    """An office with one exhibit of so many mebibytes, two recipients and a bundle."""

    def fill(session: Session) -> None:
        small = small_case(session)
        taken = exhibits.register_exhibit(session, exhibit(small), act(occurred_at=BEGIN))
        for number in range(0, mebibytes, FILE):
            source = place / f"{number}.bin"
            with source.open("wb") as file:
                file.write(number.to_bytes(4, "big"))
                file.truncate(min(FILE, mebibytes - number) << 20)
            exhibit_files.add_file(
                session, taken.id, source=source, name=source.name, media_type="application/octet-stream"
            )
            source.unlink()
        recorded(session, place)
        bundled(session, small.case.id, [taken.id], place / "bundle.pdf")

    new_office(place / "office.thbvault", fill)


def make(place: Path) -> None:
    session = unlock(place / "office.thbvault")
    packages.make_package(session, prepared_of(session, place / "bundle.pdf"), place / "sent", second=ALONE)
    session.close()


def open_and_verify(place: Path) -> None:
    files = place / "judge.pem", place / "judge.key"
    certificate = load_pem_x509_certificate(files[0].read_bytes())
    key = load_pem_private_key(files[1].read_bytes(), None)
    der = certificate.public_bytes(Encoding.DER)
    held = Holder(private_key=key, certificate=der, certificate_file=files[0], key_file=files[1])  # type: ignore[arg-type]  # made above: P-256
    got = opened(place / "sent", place / "got", held)
    findings = check_file(Request(file=got / "package.asice"))
    print(sum(each.standing == "broken" for each in findings), "broken findings", file=sys.stderr)


STEPS: dict[str, Callable[[Path], None]] = {"make": make, "open and verify": open_and_verify}


def step(name: str, place: Path) -> None:
    """One step in a process of its own; tells its seconds and MiB."""
    begin = time.perf_counter()
    STEPS[name](place)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": time.perf_counter() - begin, "mebibytes": held}))


def main() -> int:
    if len(sys.argv) > 2 and sys.argv[1] == "--step":
        step(sys.argv[2], Path(sys.argv[3]))
        return 0
    mebibytes = int(sys.argv[1]) if len(sys.argv) > 1 else 6144
    worst = 0.0
    with tempfile.TemporaryDirectory(dir=REPOSITORY / "build") as folder:
        place = Path(folder)
        make_office(place, mebibytes)
        for name in STEPS:
            command = [sys.executable, __file__, "--step", name, folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            told = json.loads(done.stdout.splitlines()[-1])
            worst = max(worst, told["mebibytes"])
            rate = mebibytes / told["seconds"]
            print(f"{name}: {told['seconds']:.1f} s, {rate:.0f} MiB/s, {told['mebibytes']:.0f} MiB held")
    print(f"most held: {worst:.0f} MiB, bound {MEMORY:.0f}: {'kept' if worst <= MEMORY else 'MISSED'}")
    return 0 if worst <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
