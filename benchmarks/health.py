"""The whole health check of a vault, against `sha256sum` on the same files as they were taken in.

`sha256sum` reads and digests. The check reads, decrypts, digests, and looks at everything else. Both find
their files in memory. Where THB_FIGURES names a file, the ratio is kept for the security matrix.
"""

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _table import Series, in_turn, show

from tests.support.figures import record_figure
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId, OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import people

MIB = 1 << 20
PASSPHRASE = "amber canal lantern orchard violet"
NOW = SystemClock().read().at


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--size", type=int, default=1024, help="MiB of each of two files")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thb-health-") as folder:
        sources = [Path(folder, name) for name in ("one", "two")]
        for source in sources:
            write_noise(source, options.size * MIB)
        session = filled(Path(folder, "office.thbvault"), sources)
        total = 2 * options.size

        def check() -> float:
            begin = time.perf_counter()
            health.check_vault(session)
            return total / (time.perf_counter() - begin)

        def digest() -> float:
            begin = time.perf_counter()
            subprocess.run(["sha256sum", *map(str, sources)], check=True, stdout=subprocess.DEVNULL)
            return total / (time.perf_counter() - begin)

        ours, theirs = in_turn(options.runs, check, digest)
        session.close()
    peer = Series(name="sha256sum", unit="MiB/s", values=theirs)
    checked = Series(name="health check", unit="MiB/s", values=ours)
    show(f"Two files of {options.size} MiB", peer, checked, goal="0.8 of sha256sum")
    if file := os.environ.get("THB_FIGURES"):
        record_figure(Path(file), "SR-45", "MiB checked a second", round(checked.median))
        record_figure(Path(file), "SR-45", "of sha256sum", round(checked.median / peer.median, 2))


def filled(folder: Path, sources: list[Path]) -> Session:
    """A vault whose two exhibits hold the files."""
    session = vaults.create_vault(
        folder,
        office="Court",
        user_name="Judge",
        role=v.UserRole.INVESTIGATING_JUDGE,
        passphrase=prepare(PASSPHRASE),
        environment=Environment(clock=SystemClock(), randomness=secrets.token_bytes, kdf=FLOOR),
    ).session
    case = cases.open_case(
        session,
        CaseFile(
            id=CaseId(""),
            reference="1",
            titles=(("en", "One"),),
            language="en",
            country="BE",
            notice_number="",
            opened_on=date(2026, 1, 1),
            status=v.CaseStatus.OPEN,
        ),
    )
    official = people.add_official(
        session,
        Official(
            id=OfficialId(""),
            case_id=case.id,
            code="P-1",
            role=v.OfficialRole.CLERK,
            name="A clerk",
            country="BE",
        ),
    )
    for number, source in enumerate(sources):
        exhibit = exhibits.register_exhibit(
            session,
            Exhibit(
                id=ExhibitId(""),
                case_id=case.id,
                number=f"E-{number}",
                kind=v.ExhibitKind.FILE,
                originality=v.Originality.ORIGINAL,
                titles=(("en", "A file"),),
                source="",
                collected_at=NOW,
                collected_by=official.id,
                parent_id=None,
                root_id=ExhibitId(""),
                instrument_id=None,
                seal="",
            ),
            Act(action=v.CustodyAction.SEIZED, occurred_at=NOW, actor="An officer", reason="Search"),
        )
        exhibit_files.add_file(
            session, exhibit.id, source=source, name=source.name, media_type="application/octet-stream"
        )
    return session


def write_noise(path: Path, size: int) -> None:
    with path.open("wb") as file:
        for start in range(0, size, 16 * MIB):
            file.write(secrets.token_bytes(min(16 * MIB, size - start)))


if __name__ == "__main__":
    main()
