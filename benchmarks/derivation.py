"""What a guess of a passphrase costs here, as a keyslot of a new vault asks for it, against the floor."""

import os
import sys
import time
from pathlib import Path

from _table import Series, in_turn, show

from thb_desktop.crypto.derivation import FLOOR, KdfParameters, calibrate, derive
from thb_desktop.crypto.passphrases import prepare

sys.path.append(str(Path(__file__).resolve().parents[1]))
from tests.support.figures import record_figure

RUNS = 5


def seconds_of(parameters: KdfParameters) -> float:
    begin = time.perf_counter()
    derive(prepare("amber canal lantern orchard violet"), bytes(32), parameters)
    return time.perf_counter() - begin


found = calibrate()
measured, floor = in_turn(RUNS, lambda: seconds_of(found), lambda: seconds_of(FLOOR))
series = Series(
    name=f"{found.memory // 1024} MiB, {found.passes} passes, {found.lanes} lanes", unit="s", values=measured
)
show(
    "One derivation of a passphrase, calibrated",
    Series(name="the floor: 64 MiB, 3 passes, 1 lane", unit="s", values=floor),
    series,
    goal="at least 256 MiB and 1 s",
)
if file := os.environ.get("THB_FIGURES"):
    record_figure(Path(file), "SR-3", "MiB of a calibrated derivation", found.memory // 1024)
    record_figure(Path(file), "SR-3", "seconds of a calibrated derivation, median", round(series.median, 2))
