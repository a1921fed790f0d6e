"""Whether the chain had a state is read from the kept nodes, and proved against the signed head."""

from collections.abc import Iterator

import pytest

from tests.support.offices import Small, by_hand, registered
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.ledger.tree import root_of
from thb_desktop.services.core.seen_states import has_state
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain

FOREIGN = "ab" * 32


@pytest.fixture
def roots(session: Session, small: Small) -> list[str]:
    """The root of the chain at each size, from 0."""
    for number in range(3):
        registered(session, small, number=f"E-{number}")
    leaves = [each.leaf_hash for each in chain.entries(session.read)]
    return [root_of(leaves[:size]).hex() for size in range(len(leaves) + 1)]


def answers(session: Session, roots: list[str]) -> None:
    for size, root in enumerate(roots[1:], 1):
        assert has_state(session.read, size, root), size
        assert not has_state(session.read, size, FOREIGN), size
        assert not has_state(session.read, size, roots[size - 1]), size
    assert not has_state(session.read, len(roots), roots[-1])
    assert not has_state(session.read, len(roots) + 1000, FOREIGN)


def test_each_state_that_the_chain_had_is_known_and_no_other(session: Session, roots: list[str]):
    answers(session, roots)


def test_no_answer_about_a_state_within_the_chain_reads_every_entry(
    session: Session, roots: list[str], monkeypatch: pytest.MonkeyPatch
):
    def unread(connection: Connection) -> Iterator[SignedEntry]:
        raise AssertionError("every entry is read")

    monkeypatch.setattr(chain, "entries", unread)

    for size, root in enumerate(roots[1:], 1):
        assert has_state(session.read, size, root)
        assert not has_state(session.read, size, FOREIGN)


@pytest.mark.requirement("SR-16")
@pytest.mark.parametrize(
    ("trigger", "change"),
    [
        ("chain_node_is_kept", "DELETE FROM chain_node"),
        ("chain_node_stays", "UPDATE chain_node SET hash = zeroblob(32)"),
    ],
)
def test_kept_nodes_that_are_others_are_not_believed(
    session: Session, roots: list[str], trigger: str, change: str
):
    with by_hand(session) as connection:
        connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(change)

    answers(session, roots)
