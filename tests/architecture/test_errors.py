"""Every refusal has its code, its exit code and its sentence: scripts and people can tell them apart."""

import re
from collections import Counter
from collections.abc import Iterator

from thb_desktop import errors

GROUPS = {
    errors.UsageError: range(2, 3),
    errors.CancelledError: range(3, 4),
    errors.UnlockError: range(10, 20),
    errors.DamageError: range(20, 30),
    errors.StorageError: range(30, 40),
    errors.VerificationError: range(40, 50),
}


def tree(root: type[errors.ThbError] = errors.ThbError) -> Iterator[type[errors.ThbError]]:
    yield root
    for child in root.__subclasses__():
        yield from tree(child)


ALL = list(tree())


def test_every_error_says_in_its_docstring_what_it_refuses():
    silent = [
        error.__name__ for error in ALL if not (error.__dict__.get("__doc__") or "").strip().endswith(".")
    ]

    assert len(ALL) > 100
    assert silent == []


def test_every_error_has_a_code_of_its_own_in_small_words():
    without = [
        error.__name__
        for error in ALL
        if "code" not in error.__dict__ or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", error.code)
    ]

    assert without == []


def test_every_error_lives_in_the_one_tree_and_is_named_as_one():
    strays = [
        error.__name__
        for error in ALL
        if not error.__module__.startswith("thb_desktop.errors.")
        or getattr(errors, error.__name__, None) is not error
        or not error.__name__.endswith("Error")
    ]

    assert strays == []


def test_no_two_errors_share_a_code():
    shared = [code for code, times in Counter(error.code for error in tree()).items() if times > 1]

    assert shared == []


def test_exit_codes_stay_in_the_range_of_their_group():
    strays = [
        (group.__name__, error.__name__)
        for group, exit_codes in GROUPS.items()
        for error in tree(group)
        if error.exit_code not in exit_codes
    ]

    assert strays == []


def test_beyond_the_groups_no_error_stands_alone():
    assert set(errors.ThbError.__subclasses__()) == set(GROUPS)
