"""A confined process, asked from inside: everything but reading and answering is refused, for ever."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.code import ROOT
from thb_desktop.inspect.confinement import Confinement, ask_machine
from thb_desktop.inspect.limits import Limits

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs Linux"),
    pytest.mark.skipif(not ask_machine().is_whole, reason="needs Landlock and seccomp"),
]

ATTEMPTS = """
import ctypes, json, mmap, os, socket, subprocess, sys, threading
from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits

place, outside = sys.argv[1], os.open(sys.argv[1], os.O_RDONLY)
library = ctypes.CDLL(None, use_errno=True)

def called(number, *given):
    if library.syscall(number, *given) < 0:
        raise OSError(ctypes.get_errno(), "refused")

def thread():
    one = threading.Thread(target=print)
    one.start()

attempts = {
    "read a file": lambda: open(place).read(),
    "read a file that was open": lambda: os.read(outside, 1),
    "list a folder": lambda: os.listdir("/"),
    "ask for a file": lambda: os.stat(place),
    "write a file": lambda: open(place + ".new", "w"),
    "change a file": lambda: os.truncate(place, 0),
    "change its mode": lambda: os.chmod(place, 0),
    "remove a file": lambda: os.unlink(place),
    "rename a file": lambda: os.rename(place, place + ".old"),
    "link a file": lambda: os.link(place, place + ".link"),
    "make a folder": lambda: os.mkdir(place + ".folder"),
    "make a file of memory": lambda: os.memfd_create("x"),
    "make a pipe": lambda: os.pipe(),
    "double what is open": lambda: os.dup(1),
    "reach the network": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "reach a program by a socket": lambda: socket.socket(socket.AF_UNIX),
    "reach the kernel by a socket": lambda: socket.socket(socket.AF_NETLINK),
    "start a program": lambda: os.execv("/bin/true", ["true"]),
    "start another process": lambda: os.fork(),
    "start a thread": thread,
    "look into a process": lambda: called(101, 16, os.getppid(), 0, 0),
    "read the memory of a process": lambda: called(310, os.getppid(), 0, 0, 0, 0, 0),
    "end a process": lambda: os.kill(os.getppid(), 0),
    "make memory that runs": lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC),
    "raise a limit": lambda: __import__("resource").setrlimit(4, (1, 1)),
    "load into the kernel": lambda: called(321, 0, 0, 0),
    "use a ring of calls": lambda: called(425, 1, 0),
    "mount": lambda: called(165, 0, 0, 0, 0, 0),
    "take another root": lambda: os.chroot("/"),
    "become another user": lambda: os.setuid(65534),
    "unshare": lambda: called(272, 0x10000000),
}
confine_this_process(Limits())
done = {}
for name, attempt in attempts.items():
    try:
        attempt()
    except OSError as refusal:
        done[name] = refusal.errno
    except (RuntimeError, ValueError):
        done[name] = 1
    else:
        done[name] = 0
sys.stdout.write(json.dumps(done))
sys.stdout.flush()
os._exit(0)
"""


def run(script: str, *arguments: str, **named: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-P", "-s", "-c", script, *arguments],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
        **named,  # type: ignore[call-overload]
    )


@pytest.mark.requirement("SR-27")
def test_from_inside_nothing_is_possible_but_to_read_and_to_answer(
    tmp_path: Path, figure: Callable[[str, str, object], None]
):
    place = tmp_path / "evidence"
    place.write_bytes(b"testimony")

    ran = run(ATTEMPTS, str(place))

    assert ran.returncode == 0, ran.stderr
    done = json.loads(ran.stdout)
    assert [name for name, number in done.items() if number == 0] == []
    assert {path.name for path in tmp_path.iterdir()} == {"evidence"}
    assert place.read_bytes() == b"testimony"
    figure("SR-27", "acts that a confined process tried, all refused", len(done))


WITHIN_A_FOLDER = """
import json, os, resource, signal, socket, sys, threading
from thb_desktop.inspect.confinement import confine_to_folder

folder, source = sys.argv[1:]

def thread():
    one = threading.Thread(target=int)
    one.start()
    one.join()

def stored():
    os.mkdir(folder + "/a")
    with open(folder + "/a/b.part", "xb") as file:
        file.write(b"bytes")
        os.fsync(file.fileno())
    os.replace(folder + "/a/b.part", folder + "/a/b")

allowed = {
    "read a source": lambda: open(source, "rb").read(),
    "store": stored,
    "remove what is stored": lambda: (os.unlink(folder + "/a/b"), os.rmdir(folder + "/a")),
    "start a thread": thread,
}
refused = {
    "change a source": lambda: open(source, "ab"),
    "remove a source": lambda: os.unlink(source),
    "write elsewhere": lambda: open(source + ".new", "w"),
    "make a folder elsewhere": lambda: os.mkdir(source + ".folder"),
    "move out of the folder": lambda: os.rename(folder + "/kept", source + ".moved"),
    "reach the network": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "reach a program by a socket": lambda: socket.socket(socket.AF_UNIX),
    "start a program": lambda: os.execv("/bin/true", ["true"]),
    "end a process": lambda: os.kill(os.getppid(), 0),
    "end a process by its descriptor": lambda: signal.pidfd_send_signal(mine, 0),
    "change the limits of a process": lambda: resource.prlimit(
        os.getppid(), resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)
    ),
    "read the memory of a process": lambda: open(f"/proc/{os.getppid()}/mem", "r+b"),
}
mine = os.pidfd_open(os.getpid())  # Landlock lets a process signal itself: it is the filter that refuses
open(folder + "/kept", "w").close()
confine_to_folder(folder)
done = {}
for name, attempt in (allowed | refused).items():
    try:
        attempt()
        done[name] = True
    except OSError:
        done[name] = False
sys.stdout.write(json.dumps([done[name] for name in allowed] + [done[name] for name in refused]))
sys.stdout.flush()
os._exit(len(allowed))
"""


@pytest.mark.requirement("SR-27")
def test_the_process_that_stores_writes_in_its_folder_alone_and_reaches_nobody(tmp_path: Path):
    folder, source = tmp_path / "content", tmp_path / "evidence"
    folder.mkdir()
    source.write_bytes(b"testimony")

    ran = run(WITHIN_A_FOLDER, str(folder), str(source))

    done = json.loads(ran.stdout)
    assert done[: ran.returncode] == [True] * ran.returncode, ran.stderr
    assert done[ran.returncode :] == [False] * 12
    assert sorted(each.name for each in tmp_path.iterdir()) == ["content", "evidence"]
    assert source.read_bytes() == b"testimony"


@pytest.mark.requirement("SR-27")
@pytest.mark.parametrize("layer", ["landlock", "seccomp"])
def test_each_of_the_two_layers_alone_keeps_files_away(tmp_path: Path, layer: str):
    place = tmp_path / "evidence"
    place.write_bytes(b"testimony")
    taken = {"landlock": "landlock import take_files_away", "seccomp": "seccomp import take_calls_away"}[
        layer
    ]
    call = taken.rpartition(" ")[2]

    ran = run(
        f"from thb_desktop.inspect.{taken}\n{call}()\n"
        f"try: open({str(place)!r})\n"
        "except PermissionError: print('refused')\n"
    )

    assert ran.stdout == b"refused\n", ran.stderr


@pytest.mark.requirement("SR-27")
def test_what_a_process_gave_up_stays_given_up_in_what_it_would_start():
    ran = run(
        "import os\nfrom thb_desktop.inspect.landlock import take_files_away\ntake_files_away()\n"
        "print(open('/proc/self/status').read() if os.path.exists('/nowhere') else 'shut')\n"
        "try: os.execv('/bin/cat', ['cat', '/etc/passwd'])\n"
        "except PermissionError: print('refused')\n"
    )

    assert ran.stdout.split() == [b"shut", b"refused"]


ASKED = """
import sys
from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits
confine_this_process(Limits(memory={memory}, processor={processor}))
{act}
"""


@pytest.mark.requirement("SR-27")
def test_memory_beyond_the_limit_is_refused():
    ran = run(ASKED.format(memory=1 << 28, processor=20, act="bytearray(1 << 29)"))

    assert ran.returncode == 1
    assert b"MemoryError" in ran.stderr


@pytest.mark.requirement("SR-27")
def test_a_process_that_goes_on_for_ever_is_ended_by_its_processor_time():
    ran = run(ASKED.format(memory=1 << 30, processor=1, act="while True: pass"))

    assert ran.returncode in (-9, -24)


def test_a_machine_that_lacks_a_layer_is_not_enough():
    assert ask_machine().is_whole
    assert not Confinement(landlock=6).is_whole
    assert not Confinement(seccomp=True).is_whole
    assert not Confinement().is_whole
    assert Confinement(container=True).is_whole


def test_limits_travel_as_text():
    limits = Limits(memory=1, processor=2, seconds=3, answer=4)

    assert Limits.from_text(limits.to_text()) == limits


def test_asking_starts_nothing_and_takes_nothing_away(tmp_path: Path):
    ask_machine()

    (tmp_path / "file").write_bytes(b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
