"""A private bus with a login manager that sends what a test tells it to send."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow own="*"/><allow receive_sender="*"/>
  </policy>
</busconfig>
"""

LOGIN_MANAGER = """
import os, sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor
from PySide6.QtDBus import QDBusVirtualObject

SESSION = "/org/freedesktop/login1/session/_31"
kept = []

def answer(message, connection, value):
    reply = message.createReply()
    reply.setArguments([value])
    connection.send(reply)

class Manager(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        if message.member() == "Inhibit":
            ours, theirs = os.pipe()
            os.set_blocking(ours, False)
            given = QDBusUnixFileDescriptor(theirs)
            os.close(theirs)
            answer(message, connection, given)
            kept.append(ours)
            print("inhibited", *message.arguments(), flush=True)
        elif message.member() == "GetSession":
            answer(message, connection, QDBusObjectPath(SESSION))
            print("asked", *message.arguments(), flush=True)
        return True

def tell(path, interface, name, *arguments):
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments(list(arguments))
    bus.send(signal)

def read():
    for word in os.read(0, 4096).decode().splitlines():
        obey(word)

def obey(word):
    if word == "sleep":
        tell("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True)
    elif word == "resume":
        tell("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", False)
    elif word == "lock":
        tell(SESSION, "org.freedesktop.login1.Session", "Lock")
    elif word == "lock another":
        tell("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock")
    elif word == "cover":
        tell("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)
    elif word == "wait":
        os.set_blocking(kept[-1], True)
        print("released", len(os.read(kept[-1], 1)), flush=True)
    else:
        application.quit()

application = QCoreApplication(sys.argv)
bus = QDBusConnection.connectToBus(sys.argv[1], "manager")
for name in ("org.freedesktop.login1", "org.freedesktop.ScreenSaver"):
    assert bus.registerService(name)
manager = Manager()
below = QDBusConnection.VirtualObjectRegisterOption.SubPath
assert bus.registerVirtualObject("/org/freedesktop/login1", manager, below)
heard = QSocketNotifier(0, QSocketNotifier.Type.Read)
heard.activated.connect(read)
print("ready", flush=True)
application.exec()
"""


class LoginManager:
    """The login manager of a private bus: it takes commands from `say` and answers with lines."""

    def __init__(self, address: str, running: subprocess.Popen[str]) -> None:
        self.address = address
        self._running = running

    def say(self, word: str) -> None:
        assert self._running.stdin is not None
        self._running.stdin.write(f"{word}\n")
        self._running.stdin.flush()

    def hear(self) -> str:
        assert self._running.stdout is not None
        return self._running.stdout.readline().strip()


@contextmanager
def private_bus(folder: Path) -> Iterator[LoginManager]:
    """Start a private bus with a login manager; skip the test if there is no dbus-daemon."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no dbus-daemon here")
    folder.mkdir(exist_ok=True)
    socket, configuration = folder / "bus", folder / "bus.conf"
    configuration.write_text(CONFIGURATION.format(socket=socket), "utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    address = f"unix:path={socket}"
    with subprocess.Popen(
        [daemon, f"--config-file={configuration}", "--nofork", "--nopidfile"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as bus:
        try:
            end = time.monotonic() + 120
            while not socket.exists():
                assert time.monotonic() < end
                time.sleep(0.02)
            with subprocess.Popen(
                [sys.executable, "-c", LOGIN_MANAGER, address],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            ) as running:
                manager = LoginManager(address, running)
                try:
                    assert manager.hear() == "ready"
                    yield manager
                finally:
                    running.kill()
        finally:
            with suppress(ProcessLookupError):
                bus.kill()
