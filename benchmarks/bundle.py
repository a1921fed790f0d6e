"""Signing and publishing a bundle of 500 exhibits, with the complete check before it, against its pages.

Each run has a copy of the vault of its own, so that each bundle has the same pages. The signing library is
loaded before, as the window does while somebody reads the pages.
"""

import argparse
import resource
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import BUNDLE_CASE, PASSPHRASE, environment_of, vault_of
from large import ALONE, TO_A_COURT, let_sign

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.office import vaults

EXHIBITS = 1000
"""Of the vault; half of them are in the bundle."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The clock and the time of the processors so far, in seconds."""

    wall: float
    processor: float

    @classmethod
    def now(cls) -> "Moment":
        used = resource.getrusage(resource.RUSAGE_SELF)
        return cls(time.perf_counter(), used.ru_utime + used.ru_stime)


@dataclass(frozen=True, slots=True)
class Run:
    """What one bundle took: its pages, and the whole."""

    begin: Moment
    laid_out: Moment
    published: Moment

    def share(self, clock: str) -> float:
        """How many times the pages' own time the whole takes."""
        begin, pages, whole = (getattr(each, clock) for each in (self.begin, self.laid_out, self.published))
        return float((whole - begin) / (pages - begin))


def make_one(made: Path, place: Path) -> Run:
    place.mkdir()
    vault = place / made.name
    shutil.copytree(made, vault)
    environment = environment_of(2)
    with closing(
        vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment)
    ) as session:
        session.settle()
        case = next(each.case for each in cases.list_cases(session) if each.case.reference == BUNDLE_CASE)
        let_sign(session, case)
        content = bundles.gather_bundle(session, case.id, TO_A_COURT)
        register = bundles.register_for(session, case.id)
        begin = Moment.now()
        prepared = bundles.lay_out(content, TO_A_COURT, register)
        laid_out = Moment.now()
        bundles.sign_bundle(session, prepared, place / "bundle.pdf", second=ALONE)
        return Run(begin, laid_out, Moment.now())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where to work, if not in the system's temporary folder")
    options = parser.parse_args()
    bundles.load_signing()
    with tempfile.TemporaryDirectory(prefix="thb-bundle-", dir=options.folder) as name:
        made = vault_of(Path(name), 0.01, seed=1, exhibits=EXHIBITS)
        runs = [make_one(made, Path(name, str(number))) for number in range(options.runs + 1)][1:]
    print(f"{'':<34}{'least':>8}{'median':>8}{'most':>8}  goal")
    for title, clock in (("by the clock", "wall"), ("of the processors", "processor")):
        shares = [each.share(clock) for each in runs]
        told = f"{min(shares):>8.2f}{statistics.median(shares):>8.2f}{max(shares):>8.2f}"
        print(f"{'times its pages, ' + title:<34}{told}  at most 1.3")
    pages = statistics.median(each.laid_out.processor - each.begin.processor for each in runs)
    print(f"The pages alone take {pages:.1f} s of the processors. The first bundle, which loads fonts,")
    print("is left out.")


if __name__ == "__main__":
    main()
