"""Proofs before a second verifier, written from RFC 9162 line by line: it shares no code with the program."""

import base64
import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from tests.ledger.test_tree import LEAVES, MANY, ROOTS
from tests.support.chains import Office, extract_of, some_id
from tests.support.figures import Value
from tests.support.samples import sample
from thb_desktop.ledger.entry import Opening
from thb_desktop.ledger.tree import Tree

Figure = Callable[[str, str, Value], None]


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def includes(*, leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """RFC 9162, 2.1.3.2."""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = _node(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = _node(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def begins(*, first: int, second: int, first_root: bytes, second_root: bytes, path: Sequence[bytes]) -> bool:
    """RFC 9162, 2.1.4.2; two trees of one size are told apart by their roots (2.1.4.1 gives them no path)."""
    if first == second:
        return first > 0 and first_root == second_root and not path
    if not 0 < first < second or not path:
        return False
    if first & (first - 1) == 0:
        path = [first_root, *path]
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = _node(c, fr), _node(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = _node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return (fr, sr, sn) == (first_root, second_root, 0)


@pytest.mark.requirement("SR-18")
def test_each_proof_of_ours_holds_before_the_second_verifier_and_at_no_other_place(figure: Figure) -> None:
    inclusions = consistencies = 0
    for size in range(1, len(MANY) + 1):
        tree = Tree(MANY[:size])
        for index in range(size):
            path = tree.inclusion_proof(index)
            places = [
                at
                for at in {0, index - 1, index, index + 1, size - 1, size} - {-1}
                if includes(leaf=MANY[index], index=at, size=size, path=path, root=tree.root)
            ]
            assert places == [index]
            inclusions += 1
        for older in range(1, size + 1):
            old = Tree(MANY[:older]).root
            path = tree.consistency_proof(older)
            assert begins(first=older, second=size, first_root=old, second_root=tree.root, path=path)
            assert not begins(
                first=older, second=size, first_root=bytes(32), second_root=tree.root, path=path
            )
            consistencies += 1

    figure("SR-18", "inclusion proofs before a second verifier", inclusions)
    figure("SR-18", "consistency proofs before a second verifier", consistencies)


@pytest.mark.requirement("SR-18")
def test_the_published_roots_hold_before_the_second_verifier() -> None:
    tree = Tree(LEAVES)

    for size in range(1, len(LEAVES) + 1):
        root = bytes.fromhex(ROOTS[size - 1])
        assert begins(
            first=size,
            second=len(LEAVES),
            first_root=root,
            second_root=bytes.fromhex(ROOTS[-1]),
            path=tree.consistency_proof(size),
        )


@pytest.mark.requirement("SR-18")
@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_the_second_verifier_agrees_with_the_published_vectors(kind: str) -> None:
    """It would be worth nothing if it accepted what must be refused."""
    for file in sorted(sample(f"04-vectors/merkle-rfc6962/{kind}").rglob("*.json")):
        vector = json.loads(file.read_text("utf-8"))
        path = [base64.b64decode(node) for node in vector["proof"] or []]
        if kind == "inclusion":
            holds = includes(
                leaf=base64.b64decode(vector["leafHash"]),
                index=vector["leafIdx"],
                size=vector["treeSize"],
                path=path,
                root=base64.b64decode(vector["root"]),
            )
        else:
            holds = begins(
                first=vector["size1"],
                second=vector["size2"],
                first_root=base64.b64decode(vector["root1"]),
                second_root=base64.b64decode(vector["root2"]),
                path=path,
            )

        assert holds is not vector["wantErr"], Path(file).name


@pytest.mark.requirement("SR-18")
def test_the_extract_of_one_entry_tells_no_word_and_no_key_to_a_word_of_the_others(figure: Figure) -> None:
    office = Office()
    judge = office.log_in(office.enrol("Judge A. Example", "INVESTIGATING_JUDGE"))
    subjects = [some_id(f"thing {number}") for number in range(24)]
    for number, subject in enumerate(subjects):
        office.record(
            judge, "SEIZED", subject, {"canary": f"Kanarienvogel {number:02}", "place": "Ruritania"}
        )

    told = 0
    for number, subject in enumerate(subjects):
        written = extract_of(office, subject).to_bytes()
        assert f"Kanarienvogel {number:02}".encode() in written
        others = [opening for seq, opening in office.stored.openings.items() if seq != number + 1]
        told += sum(trace in written for opening in others for trace in traces(opening))

    assert told == 0
    figure("SR-18", "words and digests of other entries in an extract", told)


def traces(opening: Opening) -> list[bytes]:
    """What would tell an entry's content or let a guess at it be tried."""
    digest = sha256(opening.payload).digest()
    return [
        opening.payload,
        base64.b64encode(opening.payload).rstrip(b"="),
        opening.payload.hex().encode(),
        opening.nonce.hex().encode(),
        opening.commitment.hex().encode(),
        digest.hex().encode(),
        base64.b64encode(digest),
    ]
