"""What decisions about a record mean for a bundle: a reason, the word on each page, and who is to be told."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.services.bundling.test_what_stays import broken
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.records import signed
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.findings import Standing
from thb_desktop.report.parts.setting import in_groups
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import decisions

BECAUSE = "Asked for by the court that restricted it."


def options(interview: Interview, **changes: Any) -> BundleOptions:
    fields: dict[str, Any] = {
        "languages": ("fr",),
        "purpose": "Execution",
        "recipient": "Parchetul",
        "interview_ids": (interview.id,),
        "exhibit_ids": (),
        "released_with": ALONE,
    }
    return BundleOptions(identities_because="Needed there", **{**fields, **changes}, transfer=AT_HOME)


def decided(session: Session, interview: Interview, kind: v.RecordDecisionKind) -> None:
    decisions.decide(
        session,
        interview.id,
        kind,
        reference="KI 2026/12",
        decided_by="Indictment chamber",
        decided_on=PartialDate("2026-05-04"),
        reason="The defence had not been summoned.",
    )


def pages_of(pdf: bytes) -> str:
    return " ".join(readable(pdf)["text: drawn -raw"].decode().split())


def test_a_restricted_record_goes_into_a_bundle_only_with_a_reason_which_the_cover_tells(
    session: Session, small: Small
):
    interview, _ = signed(session, small)
    decided(session, interview, v.RecordDecisionKind.RESTRICTED)

    for reason in ("", "  "):
        silent = options(interview, restricted_because=reason)
        found = bundles.check_bundle(session, small.case.id, silent)
        assert [each.key for each in found if each.standing is Standing.BROKEN] == [
            "record-restricted.without-reason"
        ]
        with pytest.raises(errors.RecordRestrictedError):
            bundles.prepare_bundle(session, small.case.id, silent)
    reasoned = options(interview, restricted_because=BECAUSE)
    bundle = bundles.prepare_bundle(session, small.case.id, reasoned)

    text = pages_of(bundle.pdf)
    assert BECAUSE in text
    assert "USAGE LIMITÉ PAR DÉCISION" in text
    assert "KI 2026/12" in text
    assert bundle.content.release.restricted_because == BECAUSE
    found = bundles.check_bundle(session, small.case.id, reasoned)
    assert "record-restricted.included" in {each.key for each in found}
    assert broken(session, bundle) == []


def test_a_reason_without_a_restricted_record_is_not_printed(session: Session, small: Small):
    interview, _ = signed(session, small)

    bundle = bundles.prepare_bundle(
        session, small.case.id, options(interview, restricted_because="Left from before")
    )

    assert "Left from before" not in pages_of(bundle.pdf)


def test_an_annulled_record_is_never_printed_without_the_word(session: Session, small: Small):
    interview, _ = signed(session, small)
    before = bundles.prepare_bundle(session, small.case.id, options(interview))
    decided(session, interview, v.RecordDecisionKind.ANNULLED)

    bundle = bundles.prepare_bundle(session, small.case.id, options(interview))

    foot = in_groups(interview.record_digest[:16])
    of_record = [page for page in drawn(bundle.pdf) if foot in page]
    assert len(of_record) >= 2
    assert [page for page in of_record if "ANNULÉ PAR DÉCISION" not in page] == []
    assert "ANNULÉ" not in pages_of(before.pdf)
    assert "record-annulled" in {
        each.key for each in bundles.check_bundle(session, small.case.id, options(interview))
    }


def drawn(pdf: bytes) -> list[str]:
    """The text of each page."""
    pages = readable(pdf)["text: drawn -raw"].decode().split("\f")
    return [re.sub(r"\s+", " ", page) for page in pages]


def test_who_received_a_record_is_known_when_it_is_decided_about(
    session: Session, small: Small, tmp_path: Path
):
    """V-P-06."""
    interview, _ = signed(session, small)
    prepared = bundles.prepare_bundle(session, small.case.id, options(interview))
    made = bundles.sign_bundle(session, prepared, tmp_path / "bundle.pdf", second=ALONE)
    other, _ = signed(session, small, number="I-02")

    decided(session, interview, v.RecordDecisionKind.ANNULLED)

    assert made.records == (interview.id,)
    assert decisions.list_recipients(session, interview.id) == (made,)
    assert decisions.list_recipients(session, other.id) == ()
