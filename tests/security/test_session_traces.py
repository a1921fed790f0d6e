"""A session without a window that does what moves whole vaults and keys, killed while it is unlocked."""

import re
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.security.conftest import Run
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE
from tests.ui.test_traces import encodings, writes

WORK = """
import contextlib, io, os, signal, sys
from dataclasses import replace
from pathlib import Path
from tests.drills.acts.file_changes import _ASSESSMENT
from tests.support.command_line import descriptor_with
from tests.support.offices import (
    BEGIN, LATER, NEXT_DAY, act, case_file, environment, exhibit, new_office, small_case, unlock,
)
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.cli.main import main
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.keeping import backups, health, rekeying, restoring
from thb_desktop.services.office import recovery, vaults

place, fears, seed, wishes = Path(sys.argv[1]), *sys.argv[2:]
folder = place / "office.thbvault"

def fill(session):
    small = small_case(session)
    sealed.add_assessment(session, small.person.id, replace(_ASSESSMENT, circumstances=fears, wishes=wishes))
    paper = exhibit(small, number="E-9", kind=ExhibitKind.SECRET_KEY_MATERIAL)
    paper = exhibits.register_exhibit(session, paper, act(occurred_at=BEGIN))
    sealed.add_key_material(session, paper.id, bytearray(seed.encode()), second=ALONE)

new_office(folder, fill)
session = unlock(folder)
holders = [recovery.Holder(name=name, passphrase=passphrase(OTHER_PASSPHRASE)) for name in "ABC"]
shares = recovery.make_recovery_shares(
    session, needed=2, holders=holders, own_passphrase=passphrase()
)
code = recovery.renew_recovery_code(session, own_passphrase=passphrase())
backups.make_backup(session, place / "stick")
renewed = rekeying.renew_master_key(
    session, own_passphrase=passphrase(), others={}, reason="Stolen", second=ALONE
)
restored = restoring.restore_vault(
    place / "stick", place / "restored.thbvault",
    passphrase=passphrase(), reason="The disk failed", environment=environment(NEXT_DAY),
)
health.check_vault(restored.session)
restored.session.close()
for words in (["cases"], ["consultations"], ["check"]):
    with descriptor_with(PASSPHRASE + "\\n") as typed, contextlib.redirect_stdout(io.StringIO()) as said:
        answered = main(
            [words[0], str(folder), "--passphrase-fd", str(typed)], environment(NEXT_DAY)
        )
    print("command", answered, len(said.getvalue()) > 0, flush=True)
session = unlock(folder, start=NEXT_DAY)
(case,) = cases.list_cases(session)
(person,) = people.list_persons(session, case.case.id)
assert sealed.reveal_assessment(session, person.id, justification="Summons").wishes == wishes
printed = [code, renewed.recovery_code, *(share.text for share in shares)]
print("secrets", "|".join(printed).split(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
CANARIES = {
    "assessment": "Fears the cousin of the driver, who knows her village",
    "key material": "legal winner thank year wave sausage worth useful",
    "wishes": "No contact with the embassy of Borduria",
    "protected name": "Ioana Crețu-Exemplu",
    "contact": "+40 700 000 099",
    "official": "Sarah Moreau",
    "passphrase": PASSPHRASE,
    "holders passphrase": OTHER_PASSPHRASE,
}


@pytest.mark.requirement("SR-1")
@pytest.mark.skipif(sys.platform != "linux" or shutil.which("strace") is None, reason="looks on by strace")
def test_sr_01_what_moves_vaults_and_keys_writes_nothing_in_clear_and_a_kill_while_unlocked_leaves_nothing(
    run_python: Run, tmp_path: Path, figure: Callable[[str, str, object], None]
):
    place, home, temporary = (tmp_path / name for name in ("place", "home", "temporary"))
    for folder in (place, home, temporary):
        folder.mkdir()
    trace = tmp_path / "trace"
    looking = ["strace", "-f", "-qq", "-xx", "-y", "-s", "1100000", "-o", trace]
    looking += ["-e", "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,memfd_create"]
    others_before = set(Path("/var/tmp").rglob("*"))  # noqa: S108 - what SQLite would use

    run = run_python(
        WORK,
        place,
        *(CANARIES[name] for name in ("assessment", "key material", "wishes")),
        behind=looking,
        variables={"HOME": str(home), "TMPDIR": str(temporary)},
        timeout=500,
    )

    assert run.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), run.stderr
    assert run.stdout.count("command 0 True") == 3, run.stdout
    secrets = dict(enumerate(re.findall(r"[0-9A-Z]{4,}(?:-[0-9A-Z]+)+", run.stdout)))
    needles = {
        (name, encoding): needle
        for name, text in {
            **CANARIES,
            **{f"secret {number}": text for number, text in secrets.items()},
        }.items()
        for encoding, needle in encodings(text).items()
    }
    hits, count = set(), 0
    for where, data in writes(trace):
        count += 1
        told = where.startswith(("pipe:", "/dev/null")) or "/proc/" in where
        hits |= set() if told else {(where, *what) for what, needle in needles.items() if needle in data}
    left = [path for root in (place, home, temporary) for path in root.rglob("*") if path.is_file()]
    left += [path for path in set(Path("/var/tmp").rglob("*")) - others_before if path.is_file()]  # noqa: S108
    hits |= {
        (path.name, *what) for path in left for what, needle in needles.items() if needle in path.read_bytes()
    }
    assert secrets
    assert count > 500
    assert hits == set()
    assert list(temporary.iterdir()) == []
    figure("SR-1", "writes looked at in a session without a window that was killed while unlocked", count)
    figure("SR-1", "hits in it", len(hits))
