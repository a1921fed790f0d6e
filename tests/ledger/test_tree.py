"""The tree of RFC 9162: published hashes, published vectors, and proofs over trees of every small size."""

import base64
import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import sample
from thb_desktop.errors import NotFoundError, ProofError
from thb_desktop.ledger.tree import (
    EMPTY_ROOT,
    Frontier,
    KeptTree,
    Tree,
    leaf_hash,
    place_of,
    places_up_to,
    root_of,
    verify_consistency,
    verify_inclusion,
)

# The reference inputs and roots that implementations of RFC 6962 share.
INPUTS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [leaf_hash(data) for data in INPUTS]
MANY = [leaf_hash(str(number).encode()) for number in range(70)]


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert EMPTY_ROOT == Tree().root == Frontier().root == root_of([]) == sha256(b"").digest()


@pytest.mark.requirement("SR-18")
@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots_come_out_in_each_way(size: int) -> None:
    frontier, growing = Frontier(), Tree()
    for leaf in LEAVES[:size]:
        frontier = frontier.appended(leaf)
        growing.append(leaf)

    assert {
        root_of(LEAVES[:size]).hex(),
        Tree(LEAVES[:size]).root.hex(),
        growing.root.hex(),
        frontier.root.hex(),
    } == {ROOTS[size - 1]}


def test_the_published_proofs_come_out() -> None:
    """The paths and proofs that the same reference names for eight leaves."""
    tree = Tree(LEAVES)

    assert [node.hex()[:8] for node in tree.inclusion_proof(0)] == ["96a296d2", "5f083f0a", "6b47aaf2"]
    assert [node.hex()[:8] for node in tree.inclusion_proof(5)] == ["bc1a0643", "ca854ea1", "d37ee418"]
    assert [node.hex()[:8] for node in tree.consistency_proof(6)] == ["0ebc5d34", "ca854ea1", "d37ee418"]


@pytest.mark.requirement("SR-18")
@pytest.mark.parametrize("size", range(1, 70))
def test_each_leaf_of_each_size_is_proven_and_nothing_else(size: int) -> None:
    tree = Tree(MANY[:size])
    for index in range(size):
        proof = tree.inclusion_proof(index)

        verify_inclusion(leaf=MANY[index], index=index, size=size, proof=proof, root=tree.root)
        with pytest.raises(ProofError):
            verify_inclusion(leaf=MANY[-1], index=index, size=size, proof=proof, root=tree.root)
        with pytest.raises(ProofError):
            verify_inclusion(leaf=MANY[index], index=size, size=size, proof=proof, root=tree.root)
        with pytest.raises(ProofError):
            verify_inclusion(
                leaf=MANY[index], index=index, size=size, proof=(*proof, MANY[0]), root=tree.root
            )


@pytest.mark.requirement("SR-18")
@pytest.mark.parametrize("size", range(1, 40))
def test_each_older_tree_is_proven_to_be_the_beginning(size: int) -> None:
    tree = Tree(MANY[:size])
    for old_size in range(1, size + 1):
        old_root = root_of(MANY[:old_size])
        proof = tree.consistency_proof(old_size)

        verify_consistency(old_size=old_size, old_root=old_root, size=size, root=tree.root, proof=proof)
        with pytest.raises(ProofError):
            verify_consistency(old_size=old_size, old_root=bytes(32), size=size, root=tree.root, proof=proof)
        with pytest.raises(ProofError):
            verify_consistency(old_size=old_size, old_root=old_root, size=size, root=bytes(32), proof=proof)
        with pytest.raises(ProofError):
            verify_consistency(
                old_size=old_size, old_root=old_root, size=size, root=tree.root, proof=(*proof, MANY[0])
            )


@given(st.integers(1, 69), st.data())
def test_a_proof_with_one_changed_bit_leads_elsewhere(size: int, data: st.DataObject) -> None:
    tree = Tree(MANY[:size])
    index = data.draw(st.integers(0, size - 1))
    proof = list(tree.inclusion_proof(index))
    if not proof:
        return
    place, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
    proof[place] = (int.from_bytes(proof[place], "big") ^ 1 << bit).to_bytes(32, "big")

    with pytest.raises(ProofError):
        verify_inclusion(leaf=MANY[index], index=index, size=size, proof=proof, root=tree.root)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 10**6)), max_size=60))
def test_a_tree_that_grows_and_changes_is_the_tree_made_at_once(steps: list[tuple[bool, int]]) -> None:
    tree, leaves = Tree(), list[bytes]()
    for grows, number in steps:
        leaf = leaf_hash(str(number).encode())
        if grows or not leaves:
            tree.append(leaf)
            leaves.append(leaf)
        else:
            tree.replace(number % len(leaves), leaf)
            leaves[number % len(leaves)] = leaf

    assert tree.root == root_of(leaves)
    for index, leaf in enumerate(leaves):
        verify_inclusion(
            leaf=leaf, index=index, size=len(leaves), proof=tree.inclusion_proof(index), root=tree.root
        )


def test_a_leaf_that_is_not_there_is_refused() -> None:
    tree = Tree(LEAVES)

    for ask in (lambda: tree.inclusion_proof(8), lambda: tree.replace(-1, LEAVES[0])):
        with pytest.raises(NotFoundError):
            ask()
    for old_size in (0, 9):
        with pytest.raises(NotFoundError):
            tree.consistency_proof(old_size)


def test_an_edge_that_does_not_fit_its_size_is_refused() -> None:
    with pytest.raises(ProofError, match="edge"):
        Frontier(size=3, peaks=(LEAVES[0],))


@pytest.mark.requirement("SR-18")
@pytest.mark.parametrize(("kind", "count"), [("inclusion", 27), ("consistency", 25)])
def test_published_vectors(kind: str, count: int) -> None:
    """The vectors of transparency-dev/merkle: proofs that hold, and many that must be refused."""
    paths = sorted(sample(f"04-vectors/merkle-rfc6962/{kind}").rglob("*.json"))
    assert len(paths) == count

    for path in paths:
        vector = json.loads(path.read_text(encoding="utf-8"))
        proof = [base64.b64decode(node) for node in vector["proof"] or []]
        try:
            if kind == "inclusion":
                verify_inclusion(
                    leaf=base64.b64decode(vector["leafHash"]),
                    index=vector["leafIdx"],
                    size=vector["treeSize"],
                    proof=proof,
                    root=base64.b64decode(vector["root"]),
                )
            else:
                verify_consistency(
                    old_size=vector["size1"],
                    old_root=base64.b64decode(vector["root1"]),
                    size=vector["size2"],
                    root=base64.b64decode(vector["root2"]),
                    proof=proof,
                )
        except ProofError:
            assert vector["wantErr"], path
        else:
            assert not vector["wantErr"], path


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 13, 64, 100])
def test_a_tree_of_kept_nodes_gives_the_proofs_of_the_whole_one(size: int) -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(size)]
    frontier, kept = Frontier(), []
    for leaf in leaves:
        kept += frontier.completed_by(leaf)
        frontier = frontier.appended(leaf)
    whole = Tree(leaves)

    tree = KeptTree(
        size, lambda level, number: kept[place_of(level, number) - 1] if level else leaves[number]
    )

    assert len(kept) == places_up_to(size)
    assert tree.root == whole.root == frontier.root
    assert [tree.inclusion_proof(at) for at in range(size)] == [
        whole.inclusion_proof(at) for at in range(size)
    ]
    sizes = range(1, size + 1)
    assert [tree.consistency_proof(at) for at in sizes] == [whole.consistency_proof(at) for at in sizes]


@given(
    st.lists(
        st.tuples(st.sampled_from(("append", "replace", "drop", "ask")), st.integers(0, 99)), max_size=80
    )
)
def test_a_tree_that_is_asked_seldom_is_the_tree_over_its_leaves(acts: list[tuple[str, int]]) -> None:
    """Parents are computed when somebody asks: whatever happened since, none is an old one."""
    tree, leaves = Tree(), list[bytes]()
    for act, number in acts:
        leaf = MANY[number % len(MANY)]
        if act == "append":
            tree.append(leaf)
            leaves.append(leaf)
        elif act == "replace" and leaves:
            tree.replace(number % len(leaves), leaf)
            leaves[number % len(leaves)] = leaf
        elif act == "drop" and leaves:
            tree.drop()
            leaves.pop()
        elif act == "ask":
            assert tree.root == root_of(leaves)

    assert (tree.size, tree.root) == (len(leaves), root_of(leaves))
    for index, leaf in enumerate(leaves):
        verify_inclusion(
            leaf=leaf, index=index, size=len(leaves), proof=tree.inclusion_proof(index), root=tree.root
        )
