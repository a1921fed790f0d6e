"""A test of the installed program without a screen: make a vault, export, show the pages, verify."""

import hashlib
import json
import os
import secrets
import struct
import sys
import tempfile
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thb_desktop.services.core.environment import Environment

PASSPHRASE = "five words for the self test"  # noqa: S105 - of a vault that lives for some seconds


def run() -> int:
    """Run it in a temporary folder, and print the result as JSON; 0 if everything is valid."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="thb-self-test-") as place:
        found = _use_everything(Path(place))
    json.dump(found, sys.stdout, indent=2)
    print()
    whole = found["verdict"] == "holds" and found["pages shown"] == found["pages"]
    return 0 if whole and found["case shown"] and found["milliseconds heard"] in (1000, None) else 1


def _use_everything(folder: Path) -> dict[str, object]:
    from thb_desktop.crypto.passphrases import prepare
    from thb_desktop.domain.cooperation_codes import PartyKind
    from thb_desktop.domain.second_person import Alone
    from thb_desktop.domain.transfer import Transfer
    from thb_desktop.domain.vocabulary import UserRole
    from thb_desktop.findings import verdict
    from thb_desktop.services import samples
    from thb_desktop.services.bundling import bundles
    from thb_desktop.services.office import vaults
    from thb_desktop.verify.run import Request, check_file

    environment = _environment()
    made = vaults.create_vault(
        folder / "vault",
        office="Self-test",
        user_name="Self-test",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=prepare(PASSPHRASE),
        environment=environment,
    )
    case = samples.load_sample_case(made.session, "schelde")
    alone = Alone(reason="Self-test")
    options = bundles.BundleOptions(
        languages=(case.language,),
        purpose="Self-test",
        recipient="Self-test",
        released_with=alone,
        transfer=Transfer(state=case.country, party=PartyKind.AUTHORITY, special=False),
        identities_because="Self-test",
    )
    prepared = bundles.prepare_bundle(made.session, case.id, options)
    target = folder / "bundle.pdf"
    bundles.sign_bundle(made.session, prepared, target, second=alone)
    root = b64decode(made.session.office_record.root_certificate)
    trusted = (hashlib.sha256(root).hexdigest(),)
    standing = verdict(check_file(Request(file=target, fingerprints=trusted)))
    made.session.close()
    shown = _show(folder / "vault", environment, prepared.pdf)
    return {"pages": prepared.pages, "verdict": standing.value, "milliseconds heard": _hear(), **shown}


class _Silence:
    """A recording of a second in which nothing is heard: WAV, 8,000 samples of 16 bits."""

    def __init__(self) -> None:
        form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8_000, 16_000, 2, 16)
        data = struct.pack("<4sI", b"data", 16_000) + bytes(16_000)
        self.content = struct.pack("<4sI4s", b"RIFF", 4 + len(form) + len(data), b"WAVE") + form + data

    def read_at(self, offset: int, length: int) -> bytes:
        return self.content[offset : offset + length]

    def close(self) -> None:
        self.content = b""


def _hear() -> int | None:
    """Decode a recording in its own process; return its milliseconds; None where nothing confines it."""
    from thb_desktop.errors import SandboxMissingError
    from thb_desktop.inspect.media.decoder import Decoder
    from thb_desktop.inspect.media.talk import FRAME, RATE
    from ui.media.sources import decoder_folder

    silence = _Silence()
    try:
        decoder = Decoder(decoder_folder(), silence, len(silence.content))
    except SandboxMissingError:
        return None
    decoder.go(0)
    heard, ends = 0, False
    while not ends:
        piece = decoder.more()
        heard, ends = heard + len(piece.sound), piece.ends
    decoder.end()
    return heard * 1000 // (FRAME * RATE)


def _show(vault: Path, environment: "Environment", pdf: bytes) -> dict[str, object]:
    """Unlock the vault, open the main window on it and the pages in the preview, without a screen."""
    import PySide6
    from PySide6.QtCore import QDeadlineTimer

    from thb_desktop.crypto.passphrases import prepare
    from thb_desktop.services.office import vaults
    from ui import theme
    from ui.application import make_application
    from ui.export.preview import Preview
    from ui.jobs import VaultJobs
    from ui.main_window import MainWindow

    application = make_application(["thb-desktop"])
    theme.apply(application, dark=False)
    theme.load_all_fonts()
    jobs = VaultJobs(lambda: environment)
    jobs.call(
        jobs,
        lambda: vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment),
        then=jobs.adopt,
    )
    deadline = QDeadlineTimer(20_000)
    while not jobs.is_open and not deadline.hasExpired():
        application.processEvents()
    window = MainWindow(jobs)
    window.show()
    while not window.top.case_label.text() and not deadline.hasExpired():
        application.processEvents()
    pages = Preview().show_pages(pdf)
    case_shown = bool(window.top.case_label.text()) and not window.grab().isNull()
    jobs.close()
    return {"pages shown": pages, "case shown": case_shown, "Qt": PySide6.__version__}


def _environment() -> "Environment":
    from thb_desktop.crypto.derivation import FLOOR
    from thb_desktop.services.core.clock import SystemClock
    from thb_desktop.services.core.environment import Environment

    return Environment(clock=SystemClock(), randomness=secrets.token_bytes, kdf=FLOOR)
