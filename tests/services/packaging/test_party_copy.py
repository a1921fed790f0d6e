"""The party copy of the sample cases: nothing sealed is in any byte of it, and little is masked by hand."""

import io
import json
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.leaks import leaks, readable
from tests.support.offices import copy_of, unlock
from tests.support.packages import LOOKED_AT, Sending, opened, recorded
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import IdentityInFileError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.texts.looking import texts_in
from thb_desktop.services.bundling import bundles, disclosures, masked_copies, redactions
from thb_desktop.services.bundling.copy_making import lay_out_copy
from thb_desktop.services.bundling.disclosures import DisclosureDraft
from thb_desktop.services.bundling.redactions import Order
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.page_reading import read_text
from thb_desktop.services.persons.people import protected_texts

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
ORDER = Order(reason=RedactionReason.VICTIM_PRIVACY, ordered_by="Investigating judge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sample case. places: on how many lines of pages a person masks, besides what the program does; out:
    exhibits whose files stay.
    """

    reference: str
    language: str
    places: int = 0
    out: tuple[str, ...] = ()


CASES = (
    Case(reference="DEMO-A-PERLA", language="fr"),
    Case(reference="DEMO-B-SCHELDE", language="nl", places=4, out=("E-03",)),
)


def draw(session: Session, version: Disclosure, sealed: Sequence[str]) -> int:
    """Mask the lines of PDF pages that tell somebody, as a person does with a rectangle; return how many."""
    made = 0
    for each in masked_copies.list_files(session, version.id):
        if not each.file.name.endswith(".pdf"):
            continue
        source = masked_copies.verify_drawable(session, version.id, each.file.id)
        for page in read_text(source.pieces()).pages:
            for told in page.lines:
                if told.rectangle and mentions(told.text, sealed):
                    anchor = Anchor.of_page(
                        each.file.id, each.file.sha256, page.number, rectangle=told.rectangle
                    )
                    redactions.redact_content(session, version.id, anchor, ORDER)
                    made += 1
    return made


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("case", CASES, ids=lambda each: each.reference)
def test_a_party_copy_of_a_sample_case_has_nothing_that_is_sealed_in_any_byte(
    sample_office: Path, tmp_path: Path, case: Case
):
    session = unlock(copy_of(sample_office, tmp_path / "office.thbvault"))
    own = next(each.case for each in cases.list_cases(session) if each.case.reference == case.reference)
    addressee, office = recorded(session, tmp_path)
    draft = DisclosureDraft(recipient="Counsel", purpose="Defence", basis="Access to the file")
    version = disclosures.draw_up(session, own.id, draft)
    sealed = protected_texts(session, own.id)
    assert sealed
    asked = bundles.BundleOptions(
        languages=(case.language,),
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=version.id,
        transfer=AT_HOME,
        unsearched_because=LOOKED_AT,
    )

    redactions.redact_identities(session, version.id, ORDER)
    assert draw(session, version, sealed) == case.places
    for file in masked_copies.list_files(session, version.id):
        if file.redactions:
            making = masked_copies.gather_copy(session, version.id, file.file.id)
            masked_copies.keep_copy(session, lay_out_copy(making))
    prepared = bundles.prepare_bundle(session, own.id, asked)
    bundles.sign_bundle(session, prepared, tmp_path / "bundle.pdf", second=ALONE)
    desk = Sending(
        session=session, addressee=addressee, office=office, bundle=tmp_path / "bundle.pdf", place=tmp_path
    )
    without = frozenset(desk.exhibit(number) for number in case.out)
    if case.out:
        with pytest.raises(IdentityInFileError) as refusal:
            desk.prepared()
        assert set(refusal.value.named["numbers"].split(", ")) == set(case.out)
    desk.made(tmp_path / "sent", without=without)

    container = opened(tmp_path / "sent", tmp_path / "package.asice", addressee)
    with zipfile.ZipFile(container) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    bundle = inside.pop("data/bundle.pdf")
    read = {
        f"text: read in {name}": json.dumps(texts_in(io.BytesIO(data)).told(), ensure_ascii=False).encode()
        for name, data in inside.items()
    }
    told = {**{f"text: {name}": data for name, data in inside.items()}, **read, **readable(bundle)}
    session.close()
    assert sum("/exhibits/" in name for name in inside) > len(case.out)
    assert leaks(sealed, told) == []
