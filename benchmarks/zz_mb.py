"""A bundle with very many transactions: what it takes to gather, lay out, sign and verify, and its pages.

The transactions are those of `seeing.py`: 40 accounts, 50 statements. Each step is told with the time by the
clock, that of the processors, and the most memory that the process had so far.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import BUNDLE_CASE, PASSPHRASE, environment_of, vault_of
from large import ALONE, TO_A_COURT, let_sign
from seeing import Filling

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.office import vaults
from thb_desktop.vault.tables import registry
from thb_desktop.verify.pdf import check_pdf, read_file


def told[Made](step: str, act: Callable[[], Made]) -> Made:
    begin, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    made = act()
    after = resource.getrusage(resource.RUSAGE_SELF)
    processor = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    wall, most = time.perf_counter() - begin, after.ru_maxrss / 1024
    print(f"{step:<20}{wall:>10.1f} s{processor:>10.1f} s{most:>10.0f} MiB", flush=True)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where to work, if not in the system's temporary folder")
    options = parser.parse_args()
    bundles.load_signing()
    with tempfile.TemporaryDirectory(prefix="thb-money-", dir=options.folder) as name:
        vault, target = vault_of(Path(name), 0.001, seed=1, exhibits=2), Path("/dev/shm/mb.pdf")
        unlocked = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment_of(2))
        with closing(unlocked) as session:
            session.settle()
            filled = Filling(session, BUNDLE_CASE)
            print(f"{options.rows:,} transactions{'clock':>8}{'processor':>13}{'most memory':>16}")
            told("entered", lambda: filled.fill_accounts(options.rows))
            let_sign(session, filled.case)
            rows = registry.MONEY_TRANSACTION.where(session.read, "case_id", filled.case.id)
            further = (*filled.accounts, *filled.statements, *(each.id for each in rows))
            chosen = replace(TO_A_COURT, further=further)
            content = told("gathered", lambda: bundles.gather_bundle(session, filled.case.id, chosen))
            register = bundles.register_for(session, filled.case.id)
            laid_out = told("laid out", lambda: bundles.lay_out(content, chosen, register))
            told("signed and published", lambda: bundles.sign_bundle(session, laid_out, target, second=ALONE))
        found = told("verified", lambda: check_pdf(read_file(target)))
        for each in found:
            if each.standing is not Standing.HOLDS:
                print(each.standing.value, each.key, each.values.get("detail", ""))
        print(f"{laid_out.pages} pages, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
