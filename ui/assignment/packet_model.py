"""What an interpreter does with a packet on their own laptop: opens it, declares, and sends it back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.domain.assignment import Declaration
    from thb_desktop.services.assignments.declaring import Answers
    from thb_desktop.services.core.environment import Environment
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ToOpen:
    """A packet, the place where it is put, and what opens it. key: a key file, or none."""

    packet: Path
    place: Path
    root: str
    key: Path | None
    typed: str = field(repr=False)


class PacketModel(ViewModel):
    """taken_in: the place of an opened packet. declared: what was declared. sent: the packet for the office
    is written; the short code of the office's state when the work left, empty if its packet named none.
    """

    taken_in = Signal(object)
    declared = Signal(object)
    sent = Signal(str)

    def take_in(self, wanted: ToOpen) -> None:
        def done(_: object) -> None:
            self.taken_in.emit(wanted.place)

        work = partial(_take_in, wanted, self.jobs.environment)
        self.jobs.call(self, work, then=done, refused=self.refuse)

    def declare(self, answers: "Answers") -> None:
        def work(session: "Session") -> "Declaration":
            from thb_desktop.services.assignments.declaring import declare

            return declare(session, answers)

        self.read(work, self.declared.emit)

    def send_back(self, folder: Path) -> None:
        def work(session: "Session") -> str:
            from thb_desktop.services.packets.sending_back import send_back

            seen = send_back(session, folder).seen
            return seen.code if seen else ""

        self.read(work, self.sent.emit)


def _take_in(wanted: ToOpen, environment: "Callable[[], Environment]") -> None:
    from thb_desktop.crypto import passphrases
    from thb_desktop.crypto.envelopes.keyfiles import read_opener
    from thb_desktop.crypto.envelopes.openers import Opener, PassphraseOpener
    from thb_desktop.services.packets.accepting import accept_packet
    from thb_desktop.verify.pdf import read_file

    typed = passphrases.prepare(wanted.typed)
    opener: Opener = (
        PassphraseOpener(passphrase=typed)
        if wanted.key is None
        else read_opener(read_file(wanted.key), typed)
    )
    accept_packet(wanted.packet, wanted.place, [opener], root=wanted.root, environment=environment())
