"""What a forged bundle states of itself, beside its records, is compared with the signed events.

Those who release can attach any data, with the judge's own key and a true approval of these very pages.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.support.forged_bundles import Forged, broken, by_script, honest, with_cover
from tests.support.offices import copy_of, unlock
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.record import Record
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.report import attachments
from thb_desktop.report.document.archive import Attachment
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session

type Told = dict[str, Any]
type Change = Callable[[Told], None]


@pytest.fixture(scope="module")
def judge(staffed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The judge, who writes nothing into the vault here: what is forged is the bundle."""
    opened = unlock(copy_of(staffed, tmp_path_factory.mktemp("stated") / "judge.thbvault"))
    written = opened.journal.size
    yield opened
    assert opened.journal.size == written
    opened.close()


@pytest.fixture(scope="module")
def content(judge: Session) -> BundleContent:
    return with_cover(judge, judge.keys.signer, function=UserRole.INVESTIGATING_JUDGE)


def nothing(_: Told) -> None:
    """Change nothing."""


def head(told: Told) -> None:
    told["head"] = told["head"] | {"root": "ab" * 32, "size": 7}


def short_code(told: Told) -> None:
    told["head"] = told["head"] | {"short_code": "AAAA-BBBB-CCCC-DDDD"}


def root(told: Told) -> None:
    told["root_certificate_sha256"] = "cd" * 32


def recipient(told: Told) -> None:
    told["bundle"] = told["bundle"] | {"recipient": "Somebody Else"}


def case(told: Told) -> None:
    told["case"] = "OTHER CASE"


def record_digest(told: Told) -> None:
    interview = told["interviews"][0]["interview"]
    interview["record_digest"] = "ef" * 32


def annulled(told: Told) -> None:
    told["interviews"][0]["state"] = "ANNULLED_BY_DECISION"


def row_as_draft(told: Told) -> None:
    told["interviews"][0]["interview"]["state"] = "DRAFT"


def number_of_entry(told: Told) -> None:
    told["exhibits"][0]["custody"][0]["entry"] += 1


def leaf(told: Told) -> None:
    told["exhibits"][0]["custody"][0]["leaf"] = "ef" * 32


def count(told: Told) -> None:
    told["exhibits"][0]["custody"][0]["count"] += 1


def officials(told: Told) -> None:
    told["officials"] = []


IN_LIST: dict[Change, str] = {
    head: "list-head-not-as-extract",
    short_code: "list-head-not-as-extract",
    root: "list-head-not-as-extract",
    recipient: "list-not-as-data",
    case: "list-not-as-data",
}
IN_DATA: dict[Change, str] = {
    record_digest: "record-not-as-data",
    row_as_draft: "record-not-as-data",
    annulled: "record-decisions-not-as-chain",
    number_of_entry: "places-not-as-chain",
    leaf: "places-not-as-chain",
    count: "places-not-as-chain",
    officials: "entries-left-out",
}


@pytest.fixture
def forged(judge: Session, content: BundleContent, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    return partial(_forged, judge, content, monkeypatch)


def _forged(
    judge: Session,
    content: BundleContent,
    monkeypatch: pytest.MonkeyPatch,
    *,
    in_list: Change = nothing,
    in_data: Change = nothing,
) -> bytes:
    of_list, of_data = attachments._manifest, attachments.case_data

    def listed(of: BundleContent, attached: list[Attachment]) -> Record:
        told = of_list(of, attached)
        in_list(told)
        return told

    def data(of: BundleContent) -> Record:
        told = of_data(of)
        in_data(told)
        return told

    monkeypatch.setattr(attachments, "_manifest", listed)
    monkeypatch.setattr(attachments, "case_data", data)
    own = judge.keys.signer
    made = Forged(content=content, signer=own, release=lambda pages: honest(judge, pages))
    return made.file(root_certificate(judge.office_record))


@pytest.mark.parametrize("change", [nothing, *IN_LIST], ids=lambda each: each.__name__)
def test_a_list_that_names_another_head_root_recipient_or_case_is_broken_for_both_checks(
    judge: Session, forged: Callable[..., bytes], tmp_path: Path, change: Change
):
    file = forged(in_list=change)

    code, _ = by_script(file, judge, tmp_path)
    assert broken(file, judge) == ({IN_LIST[change]} if change in IN_LIST else set())
    assert code == (40 if change in IN_LIST else 0)


@pytest.mark.parametrize("change", IN_DATA, ids=lambda each: each.__name__)
def test_data_that_derive_something_else_from_the_events_are_broken_for_both_checks(
    judge: Session, forged: Callable[..., bytes], tmp_path: Path, change: Change
):
    file = forged(in_data=change)

    code, _ = by_script(file, judge, tmp_path)
    assert broken(file, judge) == {IN_DATA[change]}
    assert code == 40
