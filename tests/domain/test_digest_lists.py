"""What of the files of a run agrees with a list of digests that others made."""

from datetime import UTC, datetime, timedelta
from hashlib import md5, sha256

import pytest

from thb_desktop.domain.digest_lists import Comparison, DigestList, check_lists
from thb_desktop.domain.ids import AgentId, ExhibitId, RowId
from thb_desktop.domain.vocabulary import NotCompared

A = sha256(b"a").hexdigest()
WEAK = md5(b"a", usedforsecurity=False).hexdigest()


def compared(stated: dict[str, dict[str, str]]) -> Comparison:
    return Comparison(name="list", folder="/source", sha256="0" * 64, stated=stated)


def test_a_file_is_found_by_its_path_beside_the_list_or_from_what_was_given():
    beside, from_given, below = ({path: {"sha256": A}} for path in ("x/1", "phone/1", "1"))

    for stated in (beside, from_given, below):
        comparison = compared(stated)
        comparison.meet("phone/1", "x/1", {"sha256": A})
        assert (comparison.agree, comparison.missing, comparison.unnamed) == (1, (), [])


def test_what_differs_is_missing_or_is_not_named_is_told_apart():
    comparison = compared({"1": {"sha256": A, "md5": WEAK}, "2": {"sha256": A}, "3": {"md5": WEAK}})

    comparison.meet("phone/1", "", {"sha256": A, "md5": "0" * 32})
    comparison.meet("phone/3", "", {"sha256": A})
    comparison.meet("phone/4", "", {"sha256": A})

    assert comparison.agree == 0
    assert comparison.differ == [("phone/1", "md5", WEAK, "0" * 32)]
    assert comparison.missing == ("2",)
    assert (comparison.unnamed, comparison.not_compared) == (["phone/4"], ["phone/3"])


def test_a_named_file_agrees_once_and_only_if_both_files_that_it_may_be_do():
    comparison = compared({"1": {"sha256": A}, "2": {"sha256": A}})

    for folder in ("phone", "copy"):
        comparison.meet(f"{folder}/1", "", {"sha256": A})
    comparison.meet("phone/2", "", {"sha256": A})
    comparison.meet("copy/2", "", {"sha256": "0" * 64})

    assert (comparison.agree, [path for path, *_ in comparison.differ]) == (1, ["copy/2"])


def capture(after: int, because: NotCompared | None) -> DigestList:
    """A comparison of one capture. after: hours; because: None if something differs."""
    return DigestList(
        id=RowId(f"list {after}"),
        run_id=RowId("exhibit"),
        exhibit_id=ExhibitId("exhibit"),
        name="c.warc",
        sha256=A,
        named=0 if because else 1,
        agree=0,
        differ=() if because else (("1", "sha1", "a", "b"),),
        missing=(),
        unnamed=(),
        not_compared=(),
        by=AgentId("agent"),
        at=datetime(2026, 6, 1, tzinfo=UTC) + timedelta(hours=after),
        because=because,
    )


@pytest.mark.parametrize(
    ("becauses", "told"),
    [
        ([NotCompared.UNREADABLE, NotCompared.NO_DIGEST], [NotCompared.UNREADABLE]),
        ([NotCompared.NO_DIGEST, NotCompared.UNREADABLE], [NotCompared.UNREADABLE]),
        ([NotCompared.UNREADABLE, NotCompared.TOO_LARGE], [NotCompared.TOO_LARGE]),
        ([NotCompared.NO_DIGEST], []),
        ([None, NotCompared.NO_DIGEST], ["differs"]),
        ([NotCompared.UNREADABLE, None], ["differs"]),
    ],
)
def test_that_a_capture_states_no_digest_replaces_no_other_reason(
    becauses: list[NotCompared | None], told: list[object]
):
    lists = [capture(after, because) for after, because in enumerate(becauses)]

    found = list(check_lists(lists, ()))

    assert [each.values.get("because", "differs") for each in found] == told
