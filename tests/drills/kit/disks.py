"""Real file systems for the drills: an ext4 whose power can be cut, and a small one that can be full."""

import fcntl
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EXT4_SHUTDOWN = 0x8004587D
_WITHOUT_FLUSHING_THE_LOG = 2
_TOOLS = ("mkfs.ext4", "mount", "umount", "losetup")


def why_no_disk(place: Path) -> str:
    """What is missing to make a disk here; nothing if one can be made."""
    if missing := [tool for tool in _TOOLS if not shutil.which(tool, path=_path())]:
        return f"needs {', '.join(missing)}"
    if os.geteuid() != 0:
        return "needs root, to mount a disk"
    try:
        with Disk(place / "trial").mounted():
            return ""
    except subprocess.CalledProcessError:
        return "needs loop devices with ext4"


class Disk:
    """An ext4 in a file. `mounted` gives its folder; what was not flushed when `cut` was called is lost."""

    def __init__(self, place: Path, size: str = "48M") -> None:
        place.mkdir(parents=True, exist_ok=True)
        self.folder = place / "disk"
        self._image = place / "image"
        self.folder.mkdir(exist_ok=True)
        run("truncate", "-s", size, str(self._image))
        run("mkfs.ext4", "-q", "-F", "-m", "0", str(self._image))

    def copied(self, place: Path) -> "Disk":
        """The same disk once more, as it is now; it must not be mounted."""
        copy = Disk.__new__(Disk)
        place.mkdir(parents=True, exist_ok=True)
        copy.folder, copy._image = place / "disk", place / "image"
        copy.folder.mkdir(exist_ok=True)
        run("cp", "--sparse=always", str(self._image), str(copy._image))
        return copy

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        run("mount", "-o", "loop", str(self._image), str(self.folder))
        try:
            yield self.folder
        finally:
            run("umount", str(self.folder))

    def cut(self) -> None:
        """Shut the file system down as a power cut does: nothing more reaches the medium."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _EXT4_SHUTDOWN, struct.pack("I", _WITHOUT_FLUSHING_THE_LOG))
        finally:
            os.close(descriptor)

    def delete(self) -> None:
        self._image.unlink()
        self.folder.rmdir()


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A file system of so many bytes in memory."""
    folder.mkdir(parents=True, exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        run("umount", str(folder))


def grow(folder: Path, size: int) -> None:
    run("mount", "-o", f"remount,size={size}", str(folder))


def fill(folder: Path, *, leave: int) -> None:
    """Write one file of ballast that leaves so many bytes."""
    with (folder / "ballast").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(65536)) == 65536:
                pass
        except OSError:
            pass
        file.truncate(max(0, file.tell() - leave))


def run(*command: str) -> None:
    subprocess.run(
        command,
        check=True,
        env={**os.environ, "PATH": _path()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _path() -> str:
    return f"{os.environ.get('PATH', '/usr/bin:/bin')}:/usr/sbin:/sbin"
