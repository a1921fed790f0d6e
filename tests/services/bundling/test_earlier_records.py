"""A record into which an earlier version of the program put a translation is signed, printed and verified."""

from pathlib import Path

from tests.support import earlier
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.records import held, outcome, rendition, sign, turn
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import interviews, read_back, records
from thb_desktop.verify.pdf import check_pdf

ENGLISH = "Do you follow the interpreter?"


def test_an_old_translation_has_its_column_its_author_and_its_place_in_the_digest(
    session: Session, small: Small, tmp_path: Path
):
    interview = held(session, small)
    segment = turn(session, interview, renderings=(rendition(),))
    earlier.translation(session, segment, ENGLISH, author_id=small.interpreter.id)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    signed = sign(session, interview.id)
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr", "en"),
        purpose="Execution",
        recipient="Somebody",
        released_with=ALONE,
        transfer=AT_HOME,
    )

    prepared = bundles.prepare_bundle(session, small.case.id, options)
    bundles.sign_bundle(session, prepared, tmp_path / "bundle.pdf", second=ALONE)

    assert interviews.list_languages(session, small.case.id) == ("en", "fr")
    (full,) = records.get_interview(session, interview.id).segments
    assert full.side("en").rendering is not None
    assert full.side("en").rendering.kind is v.RenderingKind.TRANSLATION
    files = readable(prepared.pdf)
    assert len([name for name, data in files.items() if ENGLISH.encode() in data]) >= 3
    (record,) = prepared.content.proof.records
    assert record.sha256 == signed.record_digest
    findings = check_pdf(tmp_path / "bundle.pdf", trusted_roots=[root_certificate(session.office_record)])
    assert verdict(findings) is Standing.HOLDS
