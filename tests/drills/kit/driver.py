"""A process that does one operation between two marks, and is hit in between by whoever holds on to it.

The child prepares, says that it is ready, waits to be held and sent off, does the one thing, and answers over
a pair of sockets, which no fault touches. Forked from a process that has imported everything, it costs
milliseconds.
"""

import json
import os
import signal
import socket  # noqa: TID251 - two ends within this machine
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.drills.acts.office import Template
from tests.drills.acts.operation import Act, Operation
from thb_desktop.errors import ThbError

_PATIENCE = 120.0


class Tool(Protocol):
    """What holds on to a process and hits it."""

    def attach(self, pid: int) -> None: ...

    def follow(self) -> None:
        """Called once the process is sent off, until it is hit or over."""

    def release(self) -> None: ...


class NoTool:
    """Nothing holds on to the process."""

    def attach(self, pid: int) -> None: ...

    def follow(self) -> None: ...

    def release(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How an operation ended: DONE (acknowledged), REFUSED (by one of our errors), RAISED (another), DIED."""

    kind: str
    said: str = ""

    @property
    def is_done(self) -> bool:
        return self.kind == "DONE"


def drive(
    operation: Operation,
    folder: Path,
    template: Template,
    tool: Tool,
    *,
    after: Callable[[], None] = lambda: None,
) -> Reply:
    """Do one operation in a process of its own. after: called while it idles, having answered."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        _obey(operation, folder, template, theirs)
    theirs.close()
    ours.settimeout(_PATIENCE)
    try:
        if (ready := ours.recv(65536)) != b"ready":
            raise RuntimeError(f"{operation.name} cannot begin: {ready.decode(errors='replace')}")
        tool.attach(pid)
        ours.send(b"go")
        tool.follow()
        answer = ours.recv(65536)
        after()
    except TimeoutError:
        answer = b""
        raise RuntimeError(f"{operation.name} hangs") from None
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        tool.release()
        ours.close()
    if not answer:
        return Reply(kind="DIED")
    kind, said = json.loads(answer)
    return Reply(kind=kind, said=said)


def _obey(operation: Operation, folder: Path, template: Template, line: socket.socket) -> None:
    """The child's whole life; it never returns."""
    try:
        try:
            act = operation.begin(folder, template)
            line.send(b"ready")
        except BaseException as error:  # noqa: BLE001 - told to the parent
            line.send(repr(error).encode())
            os._exit(1)
        line.recv(16)
        reply = done_by(act)
        line.send(json.dumps([reply.kind, reply.said]).encode())
        line.recv(16)
    finally:
        os._exit(0)


def done_by(act: Act) -> Reply:
    """Do it here, and say how it ended."""
    try:
        return Reply(kind="DONE", said=act())
    except ThbError as refusal:
        return Reply(kind="REFUSED", said=f"{refusal.code}: {refusal}")
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        return Reply(kind="RAISED", said=f"{type(error).__name__}: {error}"[:500])


def apart[Answer](work: Callable[[], Answer]) -> Answer:
    """Run something in a process of its own, so that nothing of it stays; its answer travels as JSON."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            try:
                answer: dict[str, Any] = {"answer": work()}
            except BaseException as error:  # noqa: BLE001 - told to the parent
                answer = {"error": f"{type(error).__name__}: {error}"}
            with os.fdopen(writing, "w") as pipe:
                json.dump(answer, pipe)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    told = json.loads(text) if text else {"error": "it died"}
    if "error" in told:
        raise RuntimeError(told["error"])
    answer_value: Answer = told["answer"]
    return answer_value
