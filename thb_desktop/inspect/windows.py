"""Windows: a process in an AppContainer without any capability, in a job that bounds it. Untested.

An AppContainer reads no file of its user, reaches no network and no other process. It needs to read the
program itself: Windows gives "all application packages" this for what is installed in the folder of programs.
The job ends the process with this one, gives it no second process, and bounds memory and processor.
"""

import os
import subprocess
import sys
from typing import BinaryIO

from thb_desktop.inspect.limits import Limits

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _NAME = "THBDesktop.Inspect"
    _SECURITY_CAPABILITIES, _HANDLE_LIST = 0x0002_0009, 0x0002_0002
    _SUSPENDED, _UNICODE_ENVIRONMENT, _EXTENDED, _NO_WINDOW = 0x4, 0x400, 0x8_0000, 0x0800_0000
    _USE_HANDLES = 0x100
    _PROCESS_TIME, _ONE_PROCESS, _PROCESS_MEMORY, _NO_BOX, _WITH_US = 0x2, 0x8, 0x100, 0x400, 0x2000
    _EXTENDED_LIMITS, _SCREEN_LIMITS, _ALL_OF_THE_SCREEN = 9, 4, 0xFF
    _EXISTS = -2147024713
    """HRESULT of ERROR_ALREADY_EXISTS."""
    _TICKS = 10_000_000
    """Of 100 ns, in a second."""

    class _Capabilities(ctypes.Structure):
        _fields_ = (
            ("sid", ctypes.c_void_p),
            ("capabilities", ctypes.c_void_p),
            ("count", wintypes.DWORD),
            ("reserved", wintypes.DWORD),
        )

    class _StartupInfo(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("reserved", wintypes.LPWSTR),
            ("desktop", wintypes.LPWSTR),
            ("title", wintypes.LPWSTR),
            ("place", wintypes.DWORD * 7),
            ("flags", wintypes.DWORD),
            ("show", wintypes.WORD),
            ("cb_reserved", wintypes.WORD),
            ("reserved_2", ctypes.c_void_p),
            ("stdin", wintypes.HANDLE),
            ("stdout", wintypes.HANDLE),
            ("stderr", wintypes.HANDLE),
            ("attributes", ctypes.c_void_p),
        )

    class _ProcessInformation(ctypes.Structure):
        _fields_ = (
            ("process", wintypes.HANDLE),
            ("thread", wintypes.HANDLE),
            ("process_id", wintypes.DWORD),
            ("thread_id", wintypes.DWORD),
        )

    class _JobLimits(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peaks", ctypes.c_size_t * 2),
        )

    class Contained:
        """A process in the container, with its two pipes."""

        def __init__(
            self, process: wintypes.HANDLE, job: wintypes.HANDLE, stdin: BinaryIO, stdout: BinaryIO
        ) -> None:
            self._process = process
            self._job = job
            self.stdin = stdin
            self.stdout = stdout

        def kill(self) -> None:
            ctypes.windll.kernel32.TerminateJobObject(self._job, 1)

        def wait(self) -> int:
            if not self.stdin.closed:
                self.stdin.close()
            code = wintypes.DWORD()
            kernel = ctypes.windll.kernel32
            kernel.WaitForSingleObject(self._process, 0xFFFF_FFFF)
            kernel.GetExitCodeProcess(self._process, ctypes.byref(code))
            kernel.CloseHandle(self._process)
            kernel.CloseHandle(self._job)
            return int(code.value)

    def start_in_container(command: list[str], environment: dict[str, str], limits: Limits) -> Contained:
        """Start a command in the container, with pipes as its standard input and output. Raises OSError."""
        child_in, ours_in = os.pipe()
        ours_out, child_out = os.pipe()
        nothing = os.open(os.devnull, os.O_WRONLY)
        theirs = [child_in, child_out, nothing]
        try:
            handles = [msvcrt.get_osfhandle(each) for each in theirs]
            for handle in handles:
                os.set_handle_inheritable(handle, True)
            job = _job(limits)
            made = _created(command, environment, handles)
            kernel = ctypes.windll.kernel32
            _must(kernel.AssignProcessToJobObject(job, made.process))
            _must(kernel.ResumeThread(made.thread) != 0xFFFF_FFFF)
            kernel.CloseHandle(made.thread)
        except BaseException:
            os.close(ours_in)
            os.close(ours_out)
            raise
        finally:
            for each in theirs:
                os.close(each)
        return Contained(made.process, job, os.fdopen(ours_in, "wb"), os.fdopen(ours_out, "rb"))

    def _created(command: list[str], environment: dict[str, str], handles: list[int]) -> _ProcessInformation:
        """Create the process, held before its first instruction."""
        kernel = ctypes.windll.kernel32
        capabilities = _Capabilities(_container(), None, 0, 0)
        listed = (wintypes.HANDLE * len(handles))(*handles)
        size = ctypes.c_size_t()
        kernel.InitializeProcThreadAttributeList(None, 2, 0, ctypes.byref(size))
        attributes = ctypes.create_string_buffer(size.value)
        _must(kernel.InitializeProcThreadAttributeList(attributes, 2, 0, ctypes.byref(size)))
        for kind, value in ((_SECURITY_CAPABILITIES, capabilities), (_HANDLE_LIST, listed)):
            _must(
                kernel.UpdateProcThreadAttribute(
                    attributes,
                    0,
                    ctypes.c_size_t(kind),
                    ctypes.byref(value),
                    ctypes.c_size_t(ctypes.sizeof(value)),
                    None,
                    None,
                )
            )
        start = _StartupInfo(cb=ctypes.sizeof(_StartupInfo), flags=_USE_HANDLES)
        start.stdin, start.stdout, start.stderr = handles
        start.attributes = ctypes.addressof(attributes)
        block = "".join(f"{name}={value}\0" for name, value in sorted(environment.items())) + "\0"
        found = _ProcessInformation()
        flags = _SUSPENDED | _UNICODE_ENVIRONMENT | _EXTENDED | _NO_WINDOW
        line = ctypes.create_unicode_buffer(subprocess.list2cmdline(command))
        _must(
            kernel.CreateProcessW(
                None,
                line,
                None,
                None,
                True,
                flags,
                ctypes.create_unicode_buffer(block, len(block)),
                None,
                ctypes.byref(start),
                ctypes.byref(found),
            )
        )
        kernel.DeleteProcThreadAttributeList(attributes)
        return found

    def _container() -> int:
        """Return the id (SID) of the container, made when it is first asked for."""
        sid = ctypes.c_void_p()
        environment = ctypes.windll.userenv
        result = environment.CreateAppContainerProfile(_NAME, _NAME, _NAME, None, 0, ctypes.byref(sid))
        if result == _EXISTS:
            result = environment.DeriveAppContainerSidFromAppContainerName(_NAME, ctypes.byref(sid))
        if result != 0 or sid.value is None:
            raise OSError(result, "no container can be made")
        return sid.value

    def _job(limits: Limits) -> wintypes.HANDLE:
        kernel = ctypes.windll.kernel32
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        told = _JobLimits(
            process_time=limits.processor * _TICKS,
            flags=_PROCESS_TIME | _ONE_PROCESS | _PROCESS_MEMORY | _NO_BOX | _WITH_US,
            processes=1,
            process_memory=limits.memory,
        )
        size = ctypes.sizeof(told)
        _must(kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(told), size))
        screen = wintypes.DWORD(_ALL_OF_THE_SCREEN)
        _must(kernel.SetInformationJobObject(job, _SCREEN_LIMITS, ctypes.byref(screen), 4))
        return job

    def _must(result: object) -> None:
        if not result:
            raise ctypes.WinError(ctypes.get_last_error())
