"""Shamir's scheme as it is used here, against shares of the tool `ssss`: published, and made by it."""

import ast
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import combinations, islice
from pathlib import Path

import pytest
from Cryptodome.Protocol.SecretSharing import Shamir


def published() -> Iterator[tuple[int, bytes, list[tuple[int, bytes]]]]:
    """Threshold, secret and shares that `ssss` made, from the library's own tests where they are there."""
    spec = find_spec("Cryptodome.SelfTest.Protocol.test_SecretSharing")
    if spec is None or spec.origin is None:
        pytest.skip("the library was installed without its own tests")
    for node in ast.walk(ast.parse(Path(spec.origin).read_text("utf-8"))):
        if not isinstance(node, ast.Assign) or getattr(node.targets[0], "id", "") != "test_vectors":
            continue
        for needed, secret, *lines in ast.literal_eval(node.value):
            pairs = [line.partition("-") for line in lines]
            yield needed, bytes.fromhex(secret), [(int(n), bytes.fromhex(part)) for n, _, part in pairs]


@pytest.mark.requirement("SR-14")
def test_published_shares_give_their_secret(figure: Callable[[str, str, object], None]):
    vectors = [vector for vector in published() if len(vector[2][0][1]) == 16]

    for needed, secret, shares in vectors:
        for chosen in islice(combinations(shares, needed), 20):
            assert Shamir.combine(list(chosen), ssss=True) == secret

    figure("SR-14", "Shamir's scheme, vectors of ssss", len(vectors))
    assert len(vectors) >= 8


@pytest.mark.requirement("SR-14")
@pytest.mark.parametrize(("needed", "total"), [(2, 3), (3, 5), (16, 16)])
def test_the_tool_combines_what_is_split_here_and_the_reverse(needed: int, total: int):
    combiner, splitter = shutil.which("ssss-combine"), shutil.which("ssss-split")
    if combiner is None or splitter is None:
        pytest.skip("the Debian package ssss is not here")
    secret = bytes(range(0xE0, 0xF0))

    split = Shamir.split(needed, total, secret, ssss=True)
    typed = "".join(f"{number}-{part.hex()}\n" for number, part in split[-needed:])
    combined = subprocess.run(
        [combiner, "-t", str(needed), "-x", "-D", "-q"],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
    )
    made = subprocess.run(
        [splitter, "-t", str(needed), "-n", str(total), "-x", "-D", "-Q", "-s", "128"],
        input=secret.hex() + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    lines = re.findall(r"^(\d+)-([0-9a-f]{32})$", made.stdout, re.MULTILINE)
    shares = [(int(number), bytes.fromhex(part)) for number, part in lines]

    assert combined.stderr.split()[-1] == secret.hex()
    assert len(shares) == total
    assert Shamir.combine(shares[:needed], ssss=True) == secret
