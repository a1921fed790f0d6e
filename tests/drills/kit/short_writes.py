"""A write that takes half of what it is given and says so: the one fault that strace cannot make honestly.

strace can only invent the answer of a call that is not made. So the process is stopped at the call, its third
argument halved, and the call made. For Linux on x86-64; elsewhere this fault is skipped by name.
"""

import ctypes
import os
import platform
import signal
import sys

_CONT, _GETREGS, _SETREGS, _DETACH, _SYSCALL = 7, 12, 13, 17, 24
_SEIZE, _INTERRUPT, _CALL_INFO = 0x4206, 0x4207, 0x420E
_SYSCALLS_MARKED, _KILL_ON_EXIT = 1, 0x100000
_ENTRY = 1
_RDX = 12
_NUMBERS = {"write": 1, "pwrite64": 18}
_Registers = ctypes.c_ulonglong * 27


def short_writes_are_possible() -> bool:
    return sys.platform == "linux" and platform.machine() == "x86_64"


class ShortWrite:
    """Halves the length of one call to write."""

    def __init__(self, call: str, index: int) -> None:
        self.hit = False
        self._number, self._left = _NUMBERS[call], index
        self._pid = 0
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
        self._libc.ptrace.restype = ctypes.c_long

    def attach(self, pid: int) -> None:
        self._pid = pid
        self._trace(_SEIZE, data=_SYSCALLS_MARKED | _KILL_ON_EXIT)
        self._trace(_INTERRUPT)
        os.waitpid(pid, 0)
        self._trace(_SYSCALL)

    def follow(self) -> None:
        """Let the process go from call to call, shorten the one that is meant, and let it go for good."""
        while True:
            _, status = os.waitpid(self._pid, 0)
            if not os.WIFSTOPPED(status):
                raise RuntimeError("the process ended before its answer was read")
            stopped = os.WSTOPSIG(status)
            if stopped != signal.SIGTRAP | 0x80:
                self._trace(_SYSCALL, data=0 if stopped == signal.SIGTRAP else stopped)
            elif self._is_meant():
                self._shorten()
                return
            elif self._is_answer():
                self._trace(_DETACH)
                return
            else:
                self._trace(_SYSCALL)

    def release(self) -> None: ...

    def _info(self) -> tuple[bool, int]:
        """Whether the process stands before a call, and which."""
        info = (ctypes.c_ubyte * 88)()
        self._trace(_CALL_INFO, at=ctypes.sizeof(info), data=ctypes.addressof(info))
        return info[0] == _ENTRY, int.from_bytes(bytes(info[24:32]), "little")

    def _is_meant(self) -> bool:
        entry, number = self._info()
        if entry and number == self._number:
            self._left -= 1
            return self._left == 0
        return False

    def _is_answer(self) -> bool:
        entry, number = self._info()
        return entry and number == 44  # sendto: the acknowledgement

    def _shorten(self) -> None:
        registers = _Registers()
        self._trace(_GETREGS, data=ctypes.addressof(registers))
        length = registers[_RDX]
        registers[_RDX] = length // 2
        self._trace(_SETREGS, data=ctypes.addressof(registers))
        self._trace(_SYSCALL)
        os.waitpid(self._pid, 0)
        self._trace(_GETREGS, data=ctypes.addressof(registers))
        registers[_RDX] = length
        self._trace(_SETREGS, data=ctypes.addressof(registers))
        self._trace(_DETACH)
        self.hit = True

    def _trace(self, request: int, *, at: int = 0, data: int = 0) -> None:
        if self._libc.ptrace(request, self._pid, at, data) == -1:
            code = ctypes.get_errno()
            raise OSError(code, f"ptrace {request}: {os.strerror(code)}")
