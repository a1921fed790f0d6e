"""Seccomp: Linux lets one process make a few calls of the system, and refuses all others.

See the manual page seccomp(2). The filter is a list: what is not in it fails with "operation not permitted",
so that a call that a later kernel adds is refused too.
"""

import ctypes
import errno
import platform
import struct
import sys

from thb_desktop.inspect.landlock import forbid_new_privileges

_SET_SECCOMP, _GET_SECCOMP, _FILTER = 22, 21, 2
_ALLOW, _REFUSE, _KILL = 0x7FFF_0000, 0x0005_0000 | errno.EPERM, 0x8000_0000
_LOAD, _IF_EQUAL, _IF_LEAST, _IF_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _PROCESSOR, _FIRST, _SECOND, _THIRD = 0, 4, 16, 24, 32
"""Offsets in what the kernel shows to the filter: the call, the kind of processor, the arguments."""
_EXECUTABLE = 4
_OF_DESCRIPTORS = (0, 1, 2, 3, 1030)
"""What fcntl may do: double a descriptor, read and set whether it is closed by another program, read how it
was opened.
"""
_OF_ITSELF = (0,)
"""The process for which prlimit64 reads or sets limits: the one that calls."""

_CALLS = {
    "x86_64": (
        0xC000_003E,
        {
            "read": 0,
            "write": 1,
            "close": 3,
            "fstat": 5,
            "poll": 7,
            "lseek": 8,
            "munmap": 11,
            "brk": 12,
            "rt_sigaction": 13,
            "rt_sigprocmask": 14,
            "rt_sigreturn": 15,
            "readv": 19,
            "writev": 20,
            "sched_yield": 24,
            "mremap": 25,
            "madvise": 28,
            "getpid": 39,
            "exit": 60,
            "sigaltstack": 131,
            "gettid": 186,
            "futex": 202,
            "restart_syscall": 219,
            "clock_gettime": 228,
            "exit_group": 231,
            "getrandom": 318,
            "rseq": 334,
        },
        {"mmap": 9, "mprotect": 10},
    ),
    "aarch64": (
        0xC000_00B7,
        {
            "close": 57,
            "lseek": 62,
            "read": 63,
            "write": 64,
            "readv": 65,
            "writev": 66,
            "ppoll": 73,
            "fstat": 80,
            "exit": 93,
            "exit_group": 94,
            "futex": 98,
            "clock_gettime": 113,
            "sched_yield": 124,
            "restart_syscall": 128,
            "sigaltstack": 132,
            "rt_sigaction": 134,
            "rt_sigprocmask": 135,
            "rt_sigreturn": 139,
            "getpid": 172,
            "gettid": 178,
            "brk": 214,
            "munmap": 215,
            "mremap": 216,
            "madvise": 233,
            "getrandom": 278,
            "rseq": 293,
        },
        {"mmap": 222, "mprotect": 226},
    ),
}
"""By processor: what the kernel calls it, the calls that stay, and those that stay for memory that is not
run.
"""
_TO_BEGIN = {
    "x86_64": {
        "ioctl": 16,
        "pread64": 17,
        "access": 21,
        "execve": 59,
        "uname": 63,
        "getcwd": 79,
        "readlink": 89,
        "gettimeofday": 96,
        "getrusage": 98,
        "sysinfo": 99,
        "getuid": 102,
        "getgid": 104,
        "geteuid": 107,
        "getegid": 108,
        "arch_prctl": 158,
        "sched_getaffinity": 204,
        "getdents64": 217,
        "set_tid_address": 218,
        "openat": 257,
        "newfstatat": 262,
        "readlinkat": 267,
        "faccessat": 269,
        "set_robust_list": 273,
        "statx": 332,
        "faccessat2": 439,
    },
    "aarch64": {
        "ioctl": 29,
        "faccessat": 48,
        "openat": 56,
        "getdents64": 61,
        "pread64": 67,
        "readlinkat": 78,
        "newfstatat": 79,
        "set_tid_address": 96,
        "set_robust_list": 99,
        "sched_getaffinity": 123,
        "uname": 160,
        "getrusage": 165,
        "gettimeofday": 169,
        "getuid": 174,
        "geteuid": 175,
        "getgid": 176,
        "getegid": 177,
        "sysinfo": 179,
        "execve": 221,
        "statx": 291,
        "faccessat2": 439,
    },
}
"""By processor: what another program needs besides, to be loaded with its libraries and to read its files."""
_BOUND = {
    "x86_64": {72: (_SECOND, _OF_DESCRIPTORS), 302: (_FIRST, _OF_ITSELF)},
    "aarch64": {25: (_SECOND, _OF_DESCRIPTORS), 261: (_FIRST, _OF_ITSELF)},
}
"""By processor: calls of which one argument has a closed list: fcntl, and prlimit64. With others, fcntl lets
the kernel send any signal to another process of the user, and prlimit64 changes what that process may use.
"""

_AWAY = {
    "x86_64": {
        "socket": 41,
        "connect": 42,
        "bind": 49,
        "socketpair": 53,
        "fork": 57,
        "vfork": 58,
        "execve": 59,
        "kill": 62,
        "ptrace": 101,
        "rt_sigqueueinfo": 129,
        "tkill": 200,
        "tgkill": 234,
        "rt_tgsigqueueinfo": 297,
        "prlimit64": 302,
        "process_vm_readv": 310,
        "process_vm_writev": 311,
        "execveat": 322,
        "pidfd_send_signal": 424,
        "io_uring_setup": 425,
        "pidfd_getfd": 438,
    },
    "aarch64": {
        "ptrace": 117,
        "kill": 129,
        "tkill": 130,
        "tgkill": 131,
        "rt_sigqueueinfo": 138,
        "socket": 198,
        "socketpair": 199,
        "bind": 200,
        "connect": 203,
        "execve": 221,
        "rt_tgsigqueueinfo": 240,
        "prlimit64": 261,
        "process_vm_readv": 270,
        "process_vm_writev": 271,
        "execveat": 281,
        "pidfd_send_signal": 424,
        "io_uring_setup": 425,
        "pidfd_getfd": 438,
    },
}
"""By processor: the network, other programs, and signals to, limits and memory of other processes."""
_OTHER_FORM = 0x4000_0000
"""From here on x86-64 numbers the same calls once more, for programs of another form."""


def has_seccomp() -> bool:
    """Whether this kernel filters calls, and this program knows their numbers on this processor."""
    found = False
    if sys.platform == "linux":
        answer = int(ctypes.CDLL(None, use_errno=True).prctl(_GET_SECCOMP, 0, 0, 0, 0))
        found = answer >= 0 and platform.machine() in _CALLS
    return found


def take_calls_away(*, becomes_program: bool = False) -> None:
    """Leave this process the calls to read and write what is open, and to end. Raises OSError.

    becomes_program: also those with which it becomes another program and loads its libraries. What that one
    can open is for Landlock to say; network and further processes stay refused.
    """
    _set(_program(becomes_program=becomes_program))


def take_others_away() -> None:
    """Leave this process all calls but those for the network, other programs and the processes of others.

    For a process that reads files of everybody, and nothing in them. Raises OSError.
    """
    processor, refused = _CALLS[platform.machine()][0], _AWAY[platform.machine()]
    lines = [(_LOAD, 0, 0, _PROCESSOR), (_IF_EQUAL, 1, 0, processor), (_RETURN, 0, 0, _KILL)]
    lines += [(_LOAD, 0, 0, _NUMBER), (_IF_LEAST, 0, 1, _OTHER_FORM), (_RETURN, 0, 0, _REFUSE)]
    for number in sorted(refused.values()):
        lines += [(_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    lines.append((_RETURN, 0, 0, _ALLOW))
    _set(b"".join(struct.pack("HBBI", *line) for line in lines))


def _set(program: bytes) -> None:
    size = struct.calcsize("HBBI")
    code = ctypes.create_string_buffer(program, len(program))
    told = _Program(length=len(program) // size, code=ctypes.cast(code, ctypes.c_void_p))
    forbid_new_privileges()
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(told), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the calls of this process cannot be filtered")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))

    def __init__(self, *, length: int, code: ctypes.c_void_p) -> None:
        super().__init__(length, code)


def _program(*, becomes_program: bool) -> bytes:
    processor, calls, mapping = _CALLS[platform.machine()]
    if becomes_program:
        calls, mapping = calls | _TO_BEGIN[platform.machine()] | mapping, {}
    lines = [(_LOAD, 0, 0, _PROCESSOR), (_IF_EQUAL, 1, 0, processor), (_RETURN, 0, 0, _KILL)]
    lines.append((_LOAD, 0, 0, _NUMBER))
    for number in sorted(calls.values()):
        lines += [(_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    for number, (offset, values) in sorted((_BOUND[platform.machine()] if becomes_program else {}).items()):
        lines += [(_IF_EQUAL, 0, 2 + 2 * len(values), number), (_LOAD, 0, 0, offset)]
        for value in values:
            lines += [(_IF_EQUAL, 0, 1, value), (_RETURN, 0, 0, _ALLOW)]
        lines.append((_RETURN, 0, 0, _REFUSE))
    for number in sorted(mapping.values()):
        lines += [(_IF_EQUAL, 0, 4, number), (_LOAD, 0, 0, _THIRD), (_IF_BIT, 0, 1, _EXECUTABLE)]
        lines += [(_RETURN, 0, 0, _REFUSE), (_RETURN, 0, 0, _ALLOW)]
    lines.append((_RETURN, 0, 0, _REFUSE))
    return b"".join(struct.pack("HBBI", *line) for line in lines)
