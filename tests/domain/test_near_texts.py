"""Texts that are alike: as the literature defines it, and found as often as it says."""

from hashlib import sha256

from thb_desktop.domain.near_texts import BANDS, ROWS, alike, bands, least, plain_text, shingles, signature


def test_the_signatures_are_those_of_the_book():
    # Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, example 3.8: x + 1 mod 5, and 3x + 1 mod 5.
    values = [((x + 1) % 5, (3 * x + 1) % 5) for x in range(5)]
    sets = ({0, 3}, {2}, {1, 3, 4}, {0, 2, 3})

    found = [least(values[x] for x in each) for each in sets]

    assert found == [(1, 0), (3, 2), (0, 0), (1, 0)]


def test_the_similarity_is_that_of_jaccard():
    # The same book, example 3.1: three elements in both sets, eight in either.
    assert alike(frozenset({1, 2, 3, 4, 5}), frozenset({3, 4, 5, 6, 7, 8})) == 37
    assert alike(frozenset({1}), frozenset({1})) == 100
    assert alike(frozenset(), frozenset({1})) == 0


def test_capitals_accents_and_signs_do_not_make_another_text():
    assert plain_text("Éléonore — 20 ans, à Liège!") == plain_text("eleonore 20 ANS a liege")
    assert shingles("") == frozenset()
    assert len(shingles("one two")) == 1
    assert len(shingles("one two three four")) == 2


def test_texts_that_agree_are_found_as_often_as_the_bands_say():
    def share_found(percent: int) -> float:
        found = 0
        for turn in range(300):
            numbers = [_drawn(f"{turn} {place}") for place in range(200)]
            both = frozenset(numbers[: 2 * percent])
            rest = numbers[2 * percent :]
            one, other = both | set(rest[::2]), both | set(rest[1::2])
            found += not set(bands(signature(one))).isdisjoint(bands(signature(other)))
        return found / 300

    for percent in (30, 70, 85):
        expected = 1 - (1 - (percent / 100) ** ROWS) ** BANDS
        assert abs(share_found(percent) - expected) < 0.07


def _drawn(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:6], "big")
