import itertools
import secrets
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support import derivations
from tests.support.derivations import begin_test, fresh_draws, remembered_derivations
from thb_desktop.crypto import derivation, keyslots, recovery
from thb_desktop.crypto.derivation import FLOOR, MIB, KdfParameters, calibrate, derive
from thb_desktop.errors import KdfAboveCeilingError, KdfBelowFloorError

SALT = bytes(range(32))
OFFICE = Path(__file__).parents[1] / "services" / "office" / "test_users.py"
"""A file whose tests draw the same codes again."""


def costs(*, memory: int = 64 * MIB, passes: int = 3, lanes: int = 1) -> KdfParameters:
    return KdfParameters(memory=memory, passes=passes, lanes=lanes)


def test_the_derivation_is_argon2id_and_stays_what_it_is():
    key = derive(bytearray(b"amber canal lantern orchard violet"), SALT, FLOOR)

    assert sha256(key).hexdigest() == "a84fc85c2338ea8326bec874b54a96ac00749b30796f78d80deca0716b62723c"


def test_another_salt_or_another_passphrase_gives_another_key():
    key = derive(bytearray(b"one"), SALT, FLOOR)

    assert derive(bytearray(b"two"), SALT, FLOOR) != key
    assert derive(bytearray(b"one"), bytes(32), FLOOR) != key


@pytest.mark.requirement("SR-4")
@pytest.mark.parametrize(
    "cheap", [costs(memory=64 * MIB - 1), costs(memory=0), costs(passes=2), costs(passes=0), costs(lanes=0)]
)
def test_what_is_cheaper_than_the_floor_is_refused(cheap):
    with pytest.raises(KdfBelowFloorError, match="64 MiB or 3 passes"):
        derive(bytearray(b"x"), SALT, cheap)


@pytest.mark.requirement("SR-4")
@pytest.mark.parametrize("dear", [costs(memory=2048 * MIB + 1), costs(passes=65), costs(lanes=9)])
def test_what_is_dearer_than_the_ceiling_is_refused_before_anything_is_allocated(dear):
    with pytest.raises(KdfAboveCeilingError, match="2 GiB, 64 passes or 8 lanes"):
        derive(bytearray(b"x"), SALT, dear)


@pytest.mark.requirement("SR-3")
def test_calibration_reaches_the_wanted_time_and_never_goes_under_256_mib():
    readings = iter([0.0, 0.4, 10.0, 10.9, 20.0, 21.1, 30.0, 31.0])

    found = calibrate(now=lambda: next(readings), cores=4, least_memory=64 * MIB)

    assert (found.lanes, found.passes) == (4, 3)
    assert 64 * MIB * 1.0 / 0.4 <= found.memory <= 64 * MIB * 4
    assert calibrate(now=iter([0.0, 5.0, 5.0, 9.0]).__next__, cores=1).memory == 256 * MIB


@pytest.mark.requirement("SR-3")
def test_other_work_at_the_same_time_does_not_make_the_derivation_cheaper():
    readings = iter([0.0, 1.2, 2.0, 2.5, 3.0, 4.3, 5.0, 6.2])

    found = calibrate(now=lambda: next(readings), cores=1, least_memory=64 * MIB)

    assert found.memory >= 2 * 64 * MIB


@pytest.mark.requirement("SR-3")
def test_a_machine_too_fast_for_the_memory_allowed_gets_more_passes():
    readings = iter([0.0, 0.5, 1.0, 1.9, 2.0, 3.5, 4.0, 5.5])

    found = calibrate(now=lambda: next(readings), cores=1, least_memory=64 * MIB, most_memory=64 * MIB)

    assert found.memory == 64 * MIB
    assert found.passes > 3


def test_what_the_tests_remember_of_a_derivation_is_what_it_gives_and_never_what_is_measured():
    salt = secrets.token_bytes(32)

    with remembered_derivations():
        first, again = (keyslots.derive(bytearray(b"amber canal"), salt, FLOOR) for _ in range(2))
        assert derivation.derive is derive, "calibration would measure how fast a memory answers"

    assert first == again == derive(bytearray(b"amber canal"), salt, FLOOR)
    assert first is not again, "who takes a key may wipe it"


def test_what_one_process_derived_the_others_of_a_run_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    salt, secret = secrets.token_bytes(32), bytearray(b"amber canal")
    with remembered_derivations(tmp_path):
        first = keyslots.derive(secret, salt, FLOOR)

    monkeypatch.setattr(derivations, "_KNOWN", {})
    monkeypatch.setattr(derivations, "derive", None)
    with remembered_derivations(tmp_path):
        again = keyslots.derive(secret, salt, FLOOR)

    assert first == again
    assert secret not in b"".join(each.name.encode() + each.read_bytes() for each in tmp_path.iterdir())


@pytest.fixture(scope="module")
def kept() -> tuple[bytes, ...]:
    with pytest.MonkeyPatch.context() as patch, remembered_derivations():
        patch.setattr(derivations._DRAWS, "is_code_fresh", False)
        return tuple(bytes(recovery.generate(secrets.token_bytes)) for _ in range(3))


def test_a_fixture_that_outlives_a_test_draws_codes_of_its_own_the_same_in_each_process(
    kept: tuple[bytes, ...],
):
    with remembered_derivations():
        begin_test(OFFICE)
        here = {bytes(recovery.generate(secrets.token_bytes)) for _ in range(3)}
        with derivations._DRAWS.of_fixture("tests/crypto/test_derivation.py::kept"):
            again = tuple(bytes(recovery.generate(secrets.token_bytes)) for _ in range(3))
        begin_test(Path(__file__))

    assert kept == again
    assert not here & set(kept)


def test_a_test_draws_the_codes_again_of_the_one_before_but_never_what_outlives_a_test():
    def drawn() -> set[bytes]:
        begin_test(OFFICE)
        return {bytes(recovery.generate(secrets.token_bytes)) for _ in range(5)}

    with remembered_derivations():
        here = {bytes(recovery.generate(secrets.token_bytes)) for _ in range(5)}
        first, again = drawn(), drawn()
        with fresh_draws():
            kept = {bytes(recovery.generate(secrets.token_bytes)) for _ in range(5)}
        begin_test(Path(__file__))

    assert first == again
    assert len(here | first | kept) == 15


@pytest.mark.requirement("SR-3")
@pytest.mark.parametrize("step", [0.0, 1e-6, -1.0], ids=["stands still", "is far too slow", "runs backwards"])
def test_a_clock_that_measures_nothing_does_not_lead_to_the_ceiling(step: float):
    readings = itertools.count(0.0, step)

    found = calibrate(now=lambda: next(readings), cores=1, least_memory=64 * MIB, most_memory=96 * MIB)

    assert found == costs(memory=96 * MIB, passes=3)


@pytest.mark.requirement("SR-3")
def test_calibration_ends_after_six_measurements_whatever_the_clock_says():
    readings: list[float] = []

    def slow() -> float:
        """Each derivation seems to take 30 milliseconds, however dear it was."""
        readings.append(len(readings) * 0.03)
        return readings[-1]

    found = calibrate(now=slow, least_seconds=0.033, cores=1, least_memory=64 * MIB, most_memory=64 * MIB)

    assert len(readings) == 12
    assert found.memory == 64 * MIB
