"""A file that is looked into is read by a confined process from the encrypted store, and written nowhere."""

import os
import shutil
import sys
import textwrap
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.security.conftest import Run
from tests.support.looking import file_in_vault
from tests.support.offices import copy_of, new_office, unlock
from tests.ui.test_traces import writes
from thb_desktop.inspect.confinement import ask_machine

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
SECRET = os.urandom(4096).hex().encode()
TEXT = b"statement of account\n" + SECRET + b"\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looked") / "office.thbvault"
    new_office(folder)
    with closing(unlock(folder)) as session:
        file_in_vault(session, TEXT, "note.txt")
    return folder


SEE = """
    import sys
    from contextlib import closing
    from pathlib import Path
    from tests.support.offices import unlock
    from thb_desktop.services.evidence import looks
    from thb_desktop.vault.tables import registry

    with closing(unlock(Path(sys.argv[1]))) as session:
        (file,) = registry.EXHIBIT_FILE.all(session.read)
        look = looks.look_at(session, file.id)
        words = looks.text_of(session, file.id, 100_000)
        print("seen", sum(map(len, look.lines)), len(words))
"""


@pytest.mark.requirement("SR-1", "SR-27")
@pytest.mark.skipif(shutil.which("strace") is None, reason="looks on by strace")
def test_sr_01_a_file_that_is_looked_at_is_written_nowhere_in_clear(
    run_python: Run, office: Path, tmp_path: Path, figure: Callable[[str, str, object], None]
):
    vault, trace = copy_of(office, tmp_path / "office.thbvault"), tmp_path / "trace"
    looking = ["strace", "-f", "-qq", "-xx", "-y", "-s", "1100000", "-o", trace]
    looking += ["-e", "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,memfd_create"]

    run = run_python(textwrap.dedent(SEE), vault, behind=looking)

    assert run.stdout.strip() == f"seen {len(TEXT) - 2} {len(TEXT)}", run.stderr
    needles = [SECRET[at : at + 32] for at in range(0, len(SECRET) - 32, 512)]
    piped, elsewhere, count = 0, [], 0
    for where, data in writes(trace):
        count += 1
        found = sum(needle in data for needle in needles)
        piped += found if where.startswith("pipe:") else 0
        elsewhere += [where] if found and not where.startswith("pipe:") else []
    assert elsewhere == []
    assert piped >= 4 * len(needles)  # to the process and back, twice
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path != trace]
    assert [path for path in left if any(needle in path.read_bytes() for needle in needles)] == []
    figure("SR-1", "writes looked at while a file was looked at", count)
