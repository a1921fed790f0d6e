"""The fast search among bytes finds what the slow one finds, at the same places, and nothing else."""

import gzip
from hashlib import shake_256
from io import BytesIO
from random import Random  # noqa: TID251 - a seed for each run, told when a case fails

import pytest

from tests.drills.kit.chance import seed_of_the_tests
from tests.support import slow_search
from tests.support.placings import identities, placed
from tests.support.sampled import IS_WHOLE
from tests.support.slow_search import SlowSearch
from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.name_forms import forms_of
from thb_desktop.inspect.texts import codings, runs
from thb_desktop.inspect.texts.looking import texts_in
from thb_desktop.services.bundling import identity_scan
from thb_desktop.services.bundling.identity_register import Register
from thb_desktop.services.bundling.identity_scan import Scan, scan_file

FILM = b"\0\0\0\x20ftypisom"
OWNED = [(form, str(each.person_id)) for each in identities() for form in forms_of(each)]
FORMS = sorted({form for form, _ in OWNED}, key=lambda form: form.letters)
ROUNDS = 4_000 if IS_WHOLE else 150
FAST, SLOW = FormSearch(OWNED), SlowSearch(OWNED)


def drawn(name: str) -> Random:
    seed = f"{name} {seed_of_the_tests()}"
    print("seed:", seed)
    return Random(seed)  # noqa: S311 - no secret


def sizes(random: Random) -> int:
    return random.choice((random.randrange(100), random.randrange(1_000), random.randrange(6_000)))


def scanned(data: bytes, search: FormSearch) -> Scan:
    pieces = [data[at : at + 777] for at in range(0, len(data), 777)]
    return scan_file(Register(search=search, mark=""), "E-01", "001.mp4", lambda: pieces)


@pytest.mark.parametrize("block", [64, 1 << 18])
def test_bytes_are_read_as_the_same_texts(monkeypatch: pytest.MonkeyPatch, block: int):
    monkeypatch.setattr(runs, "_BLOCK", block)
    random = drawn("texts")

    for number in range(ROUNDS):
        data = placed(random, FORMS, sizes(random))
        assert [*codings.among_bytes(data)] == [*slow_search.among_bytes(data)], number
        assert [*codings.decoded(data)] == [*slow_search.decoded(data)], number


@pytest.mark.parametrize("piece", [300, 5_000])
def test_a_recording_has_the_same_hits(monkeypatch: pytest.MonkeyPatch, piece: int):
    """Over the borders of pieces and blocks: the whole of what is done with the bytes of a file."""
    monkeypatch.setattr(identity_scan, "_PIECE", piece)
    monkeypatch.setattr(identity_scan, "_OVERLAP", 128)
    monkeypatch.setattr(runs, "_BLOCK", 512)
    random, found = drawn("recording"), 0

    for number in range(ROUNDS):
        data = FILM + placed(random, FORMS, sizes(random))
        fast = scanned(data, FAST)
        with monkeypatch.context() as before:
            before.setattr(identity_scan, "decoded", slow_search.decoded)
            slow = scanned(data, SLOW)
        found += len(slow.hits)
        assert fast == slow, number
    assert found > ROUNDS / 4


def test_a_text_among_bytes_has_the_same_hits_word_by_word():
    """Each placing alone: no hit of another one hides that it was missed."""
    random, found = drawn("texts among bytes"), 0

    for number in range(ROUNDS * 4):
        for text in slow_search.among_bytes(placed(random, FORMS, 1 + random.randrange(200))):
            slow = SLOW.find(text)
            found += len(slow)
            assert FAST.find(text) == slow, (number, text)
    assert found > ROUNDS / 4


def test_streams_that_are_inflated_have_the_same_hits(monkeypatch: pytest.MonkeyPatch):
    random, found = drawn("inflated"), 0

    for number in range(ROUNDS // 5):
        data = gzip.compress(placed(random, FORMS, 2_000), mtime=0)
        fast = texts_in(BytesIO(data)).told()
        with monkeypatch.context() as before:
            before.setattr(codings, "among_bytes", slow_search.among_bytes)
            slow = texts_in(BytesIO(data)).told()
        assert fast == slow, number
        for text in str(slow["parts"]).split("\x1e"):
            found += len(SLOW.find(text))
            assert FAST.find(text) == SLOW.find(text), number
            assert FAST.find(text.partition("\x1f")[2]) == SLOW.find(text.partition("\x1f")[2]), number
    assert found > ROUNDS / 20


def test_of_noise_no_word_is_compared(monkeypatch: pytest.MonkeyPatch):
    """What makes it fast: a glance tells that nothing is there."""
    monkeypatch.delattr(FormSearch, "_hits")

    texts = [*codings.decoded(shake_256(b"noise").digest(1 << 20))]

    assert len(texts) == 4
    assert [FAST.find(text) for text in texts] == [()] * 4
