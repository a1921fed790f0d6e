"""Unlocking a vault beyond the key derivation, against the derivation alone."""

import secrets
import tempfile
import time
from pathlib import Path

from _table import Series, in_turn, show

from thb_desktop.crypto.derivation import FLOOR, KdfParameters, derive
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import vaults

RUNS = 15
PASSPHRASE = "amber canal lantern orchard violet"


def measure(name: str, parameters: KdfParameters) -> None:
    environment = Environment(clock=SystemClock(), randomness=secrets.token_bytes, kdf=parameters)
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder, "v")
        vaults.create_vault(
            vault,
            office="Court",
            user_name="Judge",
            role=UserRole.INVESTIGATING_JUDGE,
            passphrase=prepare(PASSPHRASE),
            environment=environment,
        ).session.close()

        def unlock() -> float:
            begin = time.perf_counter()
            session = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment)
            taken = time.perf_counter() - begin
            session.close()
            return taken * 1000

        def derive_alone() -> float:
            begin = time.perf_counter()
            derive(prepare(PASSPHRASE), bytes(32), parameters)
            return (time.perf_counter() - begin) * 1000

        unlocked, derived = in_turn(RUNS, unlock, derive_alone)
    beyond = [whole - alone for whole, alone in zip(sorted(unlocked), sorted(derived), strict=True)]
    show(
        f"Unlocking an empty vault, {name}: {parameters.memory // 1024} MiB, {parameters.passes} passes",
        Series(name="key derivation alone", unit="ms", values=derived),
        Series(name="unlock", unit="ms", values=unlocked),
        Series(name="unlock beyond the derivation", unit="ms", values=beyond),
        goal="150 ms beyond the derivation",
    )


measure("the least derivation", FLOOR)
