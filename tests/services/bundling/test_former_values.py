"""What a correction keeps back leaves with no bundle and no extract; what leaves is warned of."""

from dataclasses import replace

import pytest

from tests.services.bundling.test_what_stays import broken, prepared, registered, told
from tests.support.leaks import leaks
from tests.support.offices import IDENTITY, Small
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.findings import Standing
from thb_desktop.services.bundling.bundle_checks import check_bundle
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.verify.pdf import check_pdf

NAME, PHONE, PASSPORT, REASON = "Ioana Cretu", "0700 000 099", "AB123456ZQ", "Ana told us in the shelter"
FORMER = (NAME, PHONE, PASSPORT, REASON)


def corrected(session: Session, small: Small, *, keep_back: bool) -> Exhibit:
    """An exhibit whose title was corrected twice: the name stood in it between."""
    kept = registered(session, small, description=f"Number {PHONE}", details=(("Passport", PASSPORT),))
    named = corrections.correct(session, replace(kept, titles=(("fr", f"Téléphone de {NAME}"),)), "Misread")
    right = replace(named, titles=(("fr", "Téléphone de V-01"),), description="Number", details=())
    return corrections.correct(session, right, REASON, keep_back=keep_back)


def test_what_a_correction_of_an_exhibit_keeps_back_is_in_no_byte_of_a_bundle(session: Session, small: Small):
    kept = corrected(session, small, keep_back=True)

    bundle = prepared(session, small, kept)

    assert told(bundle, *FORMER) == []
    assert {word for word, _ in told(bundle, "conservé au cabinet")} == {"conservé au cabinet"}
    assert broken(session, bundle) == []
    found = check_pdf(bundle.pdf, trusted_roots=[root_certificate(session.office_record)])
    assert "content-absent" not in {each.code for each in found}
    inside = {each.before for each in corrections.list_corrections(session, kept.id)}
    assert f"Number {PHONE}" in inside


def test_nothing_is_kept_back_unless_somebody_says_so(session: Session, small: Small):
    kept = corrected(session, small, keep_back=False)

    bundle = prepared(session, small, kept)

    assert {word for word, _ in told(bundle, *FORMER)} == set(FORMER)
    assert [each.event.reason for each in exhibits.get_exhibit(session, kept.id).custody][-1] == REASON


def test_what_a_correction_of_the_case_keeps_back_is_in_neither_bundle_nor_extract(
    session: Session, small: Small
):
    kept = registered(session, small)
    case = cases.get_case(session, small.case.id)
    named = corrections.correct(session, replace(case, titles=(("fr", f"Dossier {NAME}"),)), "Misread")
    corrections.correct(session, replace(named, titles=(("fr", "Dossier V-01"),)), REASON, keep_back=True)

    bundle, extract = prepared(session, small, kept), extract_of(session, [small.case.id])

    assert told(bundle, NAME, REASON) == []
    assert leaks([NAME, REASON], {"text: extract": extract.data}) == []
    assert b"Dossier V-01" in extract.data


def test_later_events_of_an_exhibit_tell_its_present_entry(session: Session, small: Small):
    kept = corrected(session, small, keep_back=True)
    last = corrections.correct(session, replace(kept, source="Cellar"), "Wrong room")

    bundle = prepared(session, small, last)

    assert {word for word, _ in told(bundle, "Cellar", "Wrong room", *FORMER)} == {"Cellar", "Wrong room"}
    assert broken(session, bundle) == []
    assert [each.action for each in custody.list_events(session, kept.id)] == [
        v.CustodyAction.SEIZED,
        *[v.CustodyAction.EXHIBIT_CORRECTED] * 3,
    ]


@pytest.mark.parametrize(
    ("wrong", "reason", "warned"),
    [
        (f"Phone of {IDENTITY.name}", "Misread", True),
        ("Phone", f"not of {IDENTITY.name}", True),
        ("Phone", "Misread", False),
    ],
)
def test_a_former_value_or_reason_that_names_a_protected_person_is_warned_of(
    session: Session, small: Small, wrong: str, reason: str, warned: bool
):
    kept = registered(session, small, description=wrong)
    for keep_back, description in ((True, "Telephone"), (False, "Mobile")):
        other = registered(session, small, number=f"E-{description}", description=wrong)
        corrections.correct(session, replace(other, description=description), reason, keep_back=keep_back)
        options = BundleOptions(
            identities_because="Needed there",
            languages=(),
            purpose="P",
            recipient="R",
            interview_ids=(),
            exhibit_ids=(other.id, kept.id),
            transfer=AT_HOME,
        )

        found = {each.code: each for each in check_bundle(session, small.case.id, options)}

        says = "former-value-of-identity" in found
        assert says == (warned and not keep_back)
        assert not says or found["former-value-of-identity"].standing is Standing.UNKNOWN
