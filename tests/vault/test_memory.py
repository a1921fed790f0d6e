"""Memory: closed to other programs of the same user, in no core, and an unencrypted swap is seen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.code import ROOT
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.vault.memory import MemoryRisk, find_memory_risks

CANARY = "she said that he beat her"
NOBODY = 65534
HOLD = """
import os, sys
sys.path.insert(0, {root!r})
said = "she said that " + "he beat her"
if {protected}:
    from thb_desktop.vault.memory import protect_memory
    protect_memory()
print("ready", flush=True)
{then}
"""
READ = """
import os, sys
for name in ("mem", "maps", "environ"):
    try:
        with open(f"/proc/{sys.argv[1]}/{name}", "rb", buffering=0) as file:
            if name != "mem":
                file.read(1)
        print(name, "open")
    except PermissionError:
        print(name, "closed")
"""

as_nobody = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="becomes another user by setpriv",
)


def as_another_user(program: str, *arguments: str, folder: Path | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
            *(sys.executable, "-c", program, *arguments),
        ],
        cwd=folder or "/",
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


CONFINED = """
import os, sys
sys.path.insert(0, {root!r})
from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits
confine_this_process(Limits())
os.write(1, b"ready\\n")
os.read(0, 1)
os._exit(0)
"""


def doors_of(*, protected: bool) -> list[str]:
    """What another program of the same user, who is not root, may open of a process."""
    return doors_of_program(HOLD.format(root=str(ROOT), protected=protected, then="sys.stdin.readline()"))


def doors_of_program(holding: str) -> list[str]:
    with as_another_user(holding) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        with as_another_user(READ, str(running.pid)) as reader:
            told, _ = reader.communicate()
        running.communicate("\n")
    return told.splitlines()


@as_nobody
@pytest.mark.requirement("SR-49")
def test_another_program_of_the_same_user_reads_neither_memory_nor_environment():
    assert doors_of(protected=False) == ["mem open", "maps open", "environ open"]

    assert doors_of(protected=True) == ["mem closed", "maps closed", "environ closed"]


@as_nobody
@pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp")
@pytest.mark.requirement("SR-27", "SR-49")
def test_another_program_of_the_same_user_reads_no_memory_of_a_confined_reader():
    """It holds what was decrypted of a file, and a program that the window starts begins unprotected."""
    doors = doors_of_program(CONFINED.format(root=str(ROOT)))

    assert doors == ["mem closed", "maps closed", "environ closed"]


@as_nobody
@pytest.mark.requirement("SR-49")
@pytest.mark.parametrize("protected", [False, True])
def test_a_crash_leaves_no_core(tmp_path: Path, protected: bool):
    if Path("/proc/sys/kernel/core_pattern").read_text("ascii").strip() != "core":
        pytest.skip("cores of this machine do not lie beside the program")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o711)
    tmp_path.chmod(0o777)
    dies = "import resource; " * (not protected)
    dies += "resource.setrlimit(resource.RLIMIT_CORE, (2**28, 2**28)); " * (not protected) + "os.abort()"

    with as_another_user(
        HOLD.format(root=str(ROOT), protected=protected, then=dies), folder=tmp_path
    ) as running:
        running.communicate()

    cores = [path for path in tmp_path.iterdir() if path.name.startswith("core")]
    assert running.returncode != 0
    if protected:
        assert cores == []
    elif cores:
        assert CANARY.encode() in cores[0].read_bytes()
    else:
        pytest.skip("this machine dumps no core, also of a program that nothing protects")


def machine(
    root: Path,
    *,
    swaps: tuple[str, ...] = (),
    blocks: dict[str, str] | None = None,
    slaves: dict[str, str] | None = None,
    mounts: tuple[tuple[str, str], ...] = (),
    power: str = "freeze mem",
    resume: str = "0:0",
) -> Path:
    """What Linux tells of a machine. blocks: name and dm uuid. slaves: what a block lies on."""
    for folder in ("proc/self", "sys/power", "sys/class/block", "sys/dev/block"):
        (root / folder).mkdir(parents=True)
    lines = ["Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority"]
    (root / "proc/swaps").write_text("\n".join([*lines, *(f"{area} file 1 0 -2" for area in swaps)]), "ascii")
    (root / "sys/power/state").write_text(power, "ascii")
    (root / "sys/power/resume").write_text(resume, "ascii")
    for name, uuid in (blocks or {}).items():
        (root / "sys/class/block" / name / "dm").mkdir(parents=True)
        (root / "sys/class/block" / name / "dm/uuid").write_text(uuid, "ascii")
    for name, below in (slaves or {}).items():
        (root / "sys/class/block" / name / "slaves" / below).mkdir(parents=True)
    told = [f"1 0 8:1 / {point} rw - ext4 {device} rw" for point, device in mounts]
    (root / "proc/self/mountinfo").write_text("\n".join(told), "ascii")
    return root


SWAP, HIBERNATION = MemoryRisk.SWAP, MemoryRisk.HIBERNATION
LUKS = "CRYPT-LUKS2-0123456789abcdef-swap"
MACHINES = {
    "no swap": ({}, set()),
    "an area on a bare disk": ({"swaps": ("/dev/sda2",), "blocks": {"sda2": ""}}, {SWAP}),
    "an area that is dm-crypt": ({"swaps": ("/dev/dm-0",), "blocks": {"dm-0": LUKS}}, set()),
    "a volume upon dm-crypt": (
        {
            "swaps": ("/dev/dm-1",),
            "blocks": {"dm-1": "LVM-x", "dm-0": LUKS},
            "slaves": {"dm-1": "dm-0"},
        },
        set(),
    ),
    "a volume upon a bare disk": (
        {"swaps": ("/dev/dm-1",), "blocks": {"dm-1": "LVM-x", "sda3": ""}, "slaves": {"dm-1": "sda3"}},
        {SWAP},
    ),
    "compressed in memory": ({"swaps": ("/dev/zram0",), "blocks": {"zram0": ""}}, set()),
    "one safe, one not": (
        {"swaps": ("/dev/dm-0", "/dev/sda2"), "blocks": {"dm-0": LUKS, "sda2": ""}},
        {SWAP},
    ),
    "a file on an encrypted file system": (
        {
            "swaps": ("/var/swap",),
            "blocks": {"dm-0": LUKS, "sda1": ""},
            "mounts": (("/", "/dev/sda1"), ("/var", "/dev/dm-0"), ("/variety", "/dev/sda1")),
        },
        set(),
    ),
    "a file on a bare file system": (
        {
            "swaps": ("/var/my\\040swap",),
            "blocks": {"dm-0": LUKS, "sda1": ""},
            "mounts": (("/", "/dev/sda1"), ("/variety", "/dev/dm-0")),
        },
        {SWAP},
    ),
    "a file on what cannot be told": ({"swaps": ("/swap",), "mounts": (("/", "overlay"),)}, {SWAP}),
    "hibernation into a bare area": (
        {"swaps": ("/dev/sda2",), "blocks": {"sda2": ""}, "power": "freeze mem disk"},
        {SWAP, HIBERNATION},
    ),
    "hibernation into dm-crypt": (
        {
            "swaps": ("/dev/dm-0",),
            "blocks": {"dm-0": LUKS},
            "power": "freeze mem disk",
            "resume": "254:0",
        },
        {HIBERNATION},
    ),
    "hibernation is possible, but there is nowhere to": ({"power": "freeze mem disk"}, set()),
}


@pytest.mark.requirement("SR-50")
@pytest.mark.parametrize("name", MACHINES)
def test_a_swap_that_is_not_encrypted_is_seen(tmp_path: Path, name: str):
    told, expected = MACHINES[name]

    assert find_memory_risks(machine(tmp_path, **told)) == expected


@pytest.mark.requirement("SR-50")
def test_hibernation_into_a_device_that_is_found_encrypted_is_no_risk(tmp_path: Path):
    root = machine(tmp_path, blocks={"dm-0": LUKS}, power="disk", resume="254:0")
    (root / "sys/dev/block/254:0").symlink_to(root / "sys/class/block/dm-0")

    assert find_memory_risks(root) == frozenset()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_this_machine_is_looked_at_without_a_fault():
    areas = Path("/proc/swaps").read_text("ascii").splitlines()[1:]

    risks = find_memory_risks()

    assert (SWAP in risks) <= bool(areas)
