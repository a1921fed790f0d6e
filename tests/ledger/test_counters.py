"""The counters of the subjects: "event n of N" is proven, and nothing else is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.chains import some_id
from thb_desktop.errors import NotFoundError, ProofError
from thb_desktop.ledger.counters import Counters, verify_counter

SUBJECTS = [some_id(f"subject {number}") for number in range(12)]


@given(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=60))
def test_counting_one_by_one_is_the_tree_over_the_final_numbers(events: list[str]) -> None:
    counters = Counters()
    for subject in events:
        counters.advance(subject)

    again = Counters({subject: events.count(subject) for subject in dict.fromkeys(events)}.items())

    assert (again.root, again.size) == (counters.root, counters.size)
    for subject in events:
        proof = counters.prove(subject)
        verify_counter(proof, subjects=counters.size, root=counters.root)
        assert proof.n == events.count(subject)
        for lie in (
            replace(proof, n=proof.n - 1),
            replace(proof, n=proof.n + 1),
            replace(proof, subject=some_id("other")),
            replace(proof, index=proof.index + 1),
        ):
            with pytest.raises(ProofError):
                verify_counter(lie, subjects=counters.size, root=counters.root)


@given(st.lists(st.sampled_from(SUBJECTS), max_size=30), st.lists(st.sampled_from(SUBJECTS), max_size=30))
def test_what_was_counted_since_a_mark_is_taken_back(kept: list[str], dropped: list[str]) -> None:
    counters, again = Counters(), Counters()
    for subject in kept:
        counters.advance(subject)
        again.advance(subject)
    counters.mark()
    for subject in dropped:
        counters.advance(subject)

    counters.roll_back()

    assert (counters.root, counters.size) == (again.root, again.size)
    for each in (counters, again):
        each.advance(SUBJECTS[0])
    assert counters.root == again.root
    assert counters.of(SUBJECTS[0]) == kept.count(SUBJECTS[0]) + 1


def test_a_subject_without_events_stands_at_nothing_and_has_no_proof() -> None:
    counters = Counters()

    assert counters.of(SUBJECTS[0]) == 0
    with pytest.raises(NotFoundError):
        counters.prove(SUBJECTS[0])


def test_a_subject_named_twice_at_the_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        Counters([(SUBJECTS[0], 1), (SUBJECTS[0], 2)])
