"""Memory: settings of the system that keep our memory away from other programs and the disk."""

import os
import sys
from enum import StrEnum
from pathlib import Path


class MemoryRisk(StrEnum):
    """How memory may be written to a disk unencrypted."""

    SWAP = "SWAP"
    HIBERNATION = "HIBERNATION"


def protect_memory() -> None:
    """Keep other programs of the same user, and crash reports, out of this process. Call it first."""
    if sys.platform == "win32":
        _protect_on_windows()
    else:
        _protect_on_posix()


def find_memory_risks(root: Path = Path("/")) -> frozenset[MemoryRisk]:
    """Find how memory may reach the disk of this machine; what cannot be determined counts as a risk.

    root: where the system's own files are. macOS encrypts its swap itself.
    """
    found: frozenset[MemoryRisk] = frozenset()
    if sys.platform == "win32":
        found = _look_on_windows()
    elif sys.platform == "linux":
        found = _look_on_linux(root)
    return found


def _look_on_linux(root: Path) -> frozenset[MemoryRisk]:
    areas = [
        line.split()[0].replace("\\040", " ") for line in _lines(root / "proc/swaps")[1:] if line.split()
    ]
    found = {MemoryRisk.SWAP for area in areas if not _is_safe(root, area)}
    can_hibernate = "disk" in _word(root / "sys/power/state").split()
    forbidden = "[disabled]" in _word(root / "sys/power/disk")
    target = _word(root / "sys/power/resume")
    into = _block_of_number(root, target) if target not in ("", "0:0") else ""
    if can_hibernate and not forbidden and (found or (into and not _is_encrypted(root, into))):
        found.add(MemoryRisk.HIBERNATION)
    return frozenset(found)


def _is_safe(root: Path, area: str) -> bool:
    """Whether a swap area leaves nothing readable on a disk: compressed in memory, or encrypted."""
    if area.startswith("/dev/"):
        name = Path(os.path.realpath(area)).name
        if name.startswith("zram"):
            return _word(root / "sys/class/block" / name / "backing_dev") in ("", "none")
        return _is_encrypted(root, name)
    return _is_encrypted(root, _block_of_file(root, area))


def _is_encrypted(root: Path, block: str) -> bool:
    """Whether a block device is dm-crypt, or uses only such devices."""
    place = root / "sys/class/block" / block
    if not block or not place.exists():
        return False
    if _word(place / "dm/uuid").startswith("CRYPT-"):
        return True
    below = [each.name for each in (place / "slaves").glob("*")]
    if (place / "partition").exists():
        below.append(place.resolve().parent.name)
    return bool(below) and all(_is_encrypted(root, each) for each in below)


def _block_of_file(root: Path, path: str) -> str:
    """Return the block device of the file system of a file; empty if there is none."""
    best, device = "", ""
    for line in _lines(root / "proc/self/mountinfo"):
        before, _, after = line.partition(" - ")
        point = before.split()[4].replace("\\040", " ")
        within = point in ("/", path) or path.startswith(f"{point}/")
        if within and len(point) >= len(best):
            best, device = point, after.split()[1]
    return Path(os.path.realpath(device)).name if device.startswith("/dev/") else ""


def _block_of_number(root: Path, number: str) -> str:
    place = root / "sys/dev/block" / number
    return place.resolve().name if place.exists() else number


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []


def _word(path: Path) -> str:
    return " ".join(_lines(path)).strip()


def _protect_on_posix() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        set_dumpable = 4
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)


def _protect_on_windows() -> None:
    """No error box, no heap in reports; other processes may only wait for, query or end this process."""
    if sys.platform == "win32":
        import ctypes

        no_critical_box, no_fault_box, no_heap_in_reports, dacl = 0x1, 0x2, 0x1, 0x4
        kernel, security = ctypes.windll.kernel32, ctypes.windll.advapi32
        kernel.SetErrorMode(no_critical_box | no_fault_box)
        ctypes.windll.wer.WerSetFlags(no_heap_in_reports)
        descriptor = ctypes.c_void_p()
        rights = "D:P(A;;0x00101001;;;OW)(A;;0x00101001;;;WD)"
        made = security.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            rights, 1, ctypes.byref(descriptor), None
        )
        if made:
            kernel.GetCurrentProcess.restype = ctypes.c_void_p
            process = ctypes.c_void_p(kernel.GetCurrentProcess())
            security.SetKernelObjectSecurity(process, dacl, descriptor)
            kernel.LocalFree(descriptor)


def _look_on_windows() -> frozenset[MemoryRisk]:
    """The registry describes the page file and hibernation, but not whether the disk is encrypted."""
    found: set[MemoryRisk] = set()
    if sys.platform == "win32":
        import winreg

        def setting(key: str, name: str, otherwise: int) -> int:
            try:
                with winreg.OpenKey(
                    winreg.HKEY_LOCAL_MACHINE, rf"SYSTEM\CurrentControlSet\Control\{key}"
                ) as at:
                    return int(winreg.QueryValueEx(at, name)[0])
            except (OSError, TypeError, ValueError):
                return otherwise

        if setting("FileSystem", "NtfsEncryptPagingFile", 0) == 0:
            found.add(MemoryRisk.SWAP)
        if setting("Power", "HibernateEnabled", 1) != 0:
            found.add(MemoryRisk.HIBERNATION)
    return frozenset(found)
