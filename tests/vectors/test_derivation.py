"""Argon2id against the vectors of RFC 9106 and of its reference program."""

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.support.vectors import nist
from thb_desktop.crypto.derivation import FLOOR, derive


@pytest.mark.requirement("SR-14")
def test_argon2id_gives_the_answers_of_the_standard(figure: Callable[[str, str, object], None]):
    """The costs of the vectors are below our floor, so they go to the library that we derive with."""
    results = []
    for vector in (each for each in nist("KDF/argon2id.txt") if "salt" in each):
        derived = Argon2id(
            salt=bytes.fromhex(vector["salt"]),
            length=int(vector["length"]),
            iterations=int(vector["iter"]),
            lanes=int(vector["lanes"]),
            memory_cost=int(vector["memcost"]),
            ad=bytes.fromhex(vector["ad"]) if "ad" in vector else None,
            secret=bytes.fromhex(vector["secret"]) if "secret" in vector else None,
        ).derive(bytes.fromhex(vector["pass"]))
        results.append(derived.hex() == vector["output"])

    assert len(results) >= 3
    assert all(results)
    figure("SR-14", "Argon2id, RFC 9106", len(results))


@pytest.mark.requirement("SR-14")
def test_a_key_of_a_keyslot_is_what_argon2id_gives_at_its_costs():
    salt = bytes(range(32))
    plain = Argon2id(
        salt=salt, length=32, iterations=FLOOR.passes, lanes=FLOOR.lanes, memory_cost=FLOOR.memory
    ).derive(b"amber canal")

    assert derive(bytearray(b"amber canal"), salt, FLOOR) == plain
