"""A package of a version: masked copies travel in the place of their originals, and say so."""

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.hiding import FACE, jpeg_that_tells, png_that_tells
from tests.support.leaks import leaks, readable
from tests.support.offices import copy_of, unlock
from tests.support.packages import ORDERED, Sending, opened, sending
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.disclosure import Disclosure, Redaction
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, Originality, RedactionReason
from thb_desktop.errors import ExhibitMaskedError
from thb_desktop.findings import Standing
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.bundling import bundles, disclosures, masked_copies, redactions
from thb_desktop.services.bundling.copy_making import lay_out_copy
from thb_desktop.services.bundling.disclosures import DisclosureDraft
from thb_desktop.services.bundling.redactions import Order
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.packaging import packages
from thb_desktop.vault.tables import registry
from thb_desktop.verify.run import Request, check_file

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
ORDER = Order(reason=RedactionReason.THIRD_PARTY, ordered_by="Investigating judge")
NAME = "Zenobia"


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """An exhibit with a picture that is masked and one that is not, in a version."""

    desk: Sending
    whole: Exhibit
    masked: ExhibitFile
    plain: ExhibitFile
    version: Disclosure
    place: Path

    @property
    def session(self) -> Session:
        return self.desk.session

    def mask(self, rectangle: tuple[int, ...] = FACE) -> Redaction:
        anchor = Anchor.of_page(self.masked.id, self.masked.sha256, 1, rectangle=rectangle)
        return redactions.redact_content(self.session, self.version.id, anchor, ORDER)

    def copy(self) -> Exhibit:
        making = masked_copies.gather_copy(self.session, self.version.id, self.masked.id)
        made = masked_copies.keep_copy(self.session, lay_out_copy(making))
        derived = registry.EXHIBIT.find(self.session.read, made.exhibit_id)
        assert derived is not None
        return derived

    def printed(self, name: str = "version.pdf") -> Sending:
        options = bundles.BundleOptions(
            languages=("fr",),
            purpose="",
            recipient="",
            released_with=ALONE,
            disclosure_id=self.version.id,
            transfer=AT_HOME,
        )
        prepared = bundles.prepare_bundle(self.session, self.whole.case_id, options)
        bundles.sign_bundle(self.session, prepared, self.place / name, second=ALONE)
        return replace(self.desk, bundle=self.place / name)


@pytest.fixture
def desk(sample_office: Path, tmp_path: Path) -> Iterator[Masked]:
    session = unlock(copy_of(sample_office, tmp_path / "office.thbvault"))
    sending_desk = sending(session, tmp_path)
    one = registry.EXHIBIT.find(session.read, sending_desk.exhibit("E-01"))
    assert one is not None
    whole = exhibits.register_exhibit(
        session,
        replace(
            one,
            id=ExhibitId(""),
            number="E-99",
            kind=ExhibitKind.FILE,
            originality=Originality.ORIGINAL,
            parent_id=None,
            seal="",
        ),
        Act(
            action=CustodyAction.SEIZED,
            occurred_at=session.clock.read().at,
            actor="An officer",
            reason="Search",
        ),
    )
    files = [
        exhibit_files.add_file(session, whole.id, source=io.BytesIO(data), name=name, media_type="image/png")
        for name, data in (("a.png", png_that_tells(NAME)), ("b.jpg", jpeg_that_tells("Nobody")))
    ]
    draft = DisclosureDraft(
        recipient="Borduria",
        purpose="Execution",
        basis="Spontaneous information",
        interview_ids=(),
        exhibit_ids=(whole.id,),
    )
    version = disclosures.draw_up(session, whole.case_id, draft)
    yield Masked(
        desk=sending_desk, whole=whole, masked=files[0], plain=files[1], version=version, place=tmp_path
    )
    session.close()


@pytest.mark.requirement("SR-36")
def test_the_copy_travels_in_the_place_of_the_original_and_everybody_says_so(desk: Masked):
    desk.mask()
    derived = desk.copy()

    printed = desk.printed()
    prepared = printed.prepared(identities_because=ORDERED)
    made = printed.made(desk.place / "sent", identities_because=ORDERED)

    assert "package-masked-copies" in {each.code for each in prepared.findings}
    container = opened(desk.place / "sent", desk.place / "package.asice", printed.addressee)
    with zipfile.ZipFile(container) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    sheet = json.loads(inside["data/package.json"])
    assert {each["number"]: each.get("masked_copy_of", "") for each in sheet["exhibits"]} == {
        "E-99": "",
        derived.number: "E-99",
    }
    assert sheet["left_out"] == [{"number": "E-99", "files": 1}]
    (own,) = registry.EXHIBIT_FILE.where(desk.session.read, "exhibit_id", derived.id)
    assert set(made.package.files) == {own.id, desk.plain.id}
    assert not any(NAME.encode() in data for name, data in inside.items() if "/exhibits/" in name)
    root = desk.place / "root.pem"
    root.write_text(root_pem(desk.session.office_record))
    told = check_file(Request(file=container, roots=(root,)))
    assert all(each.standing is not Standing.BROKEN for each in told)
    (copies,) = (each for each in told if each.code == "package-copies")
    assert derived.number in str(copies)


def test_without_a_copy_the_exhibit_stays(desk: Masked):
    desk.mask()

    with pytest.raises(ExhibitMaskedError) as refusal:
        desk.printed().prepared(identities_because=ORDERED)

    assert refusal.value.named == {"numbers": "E-99"}


def test_a_copy_that_was_superseded_after_the_bundle_does_not_leave(desk: Masked):
    wrong = desk.mask((0, 0, 10, 10))
    desk.copy()
    printed = desk.printed()
    assert printed.prepared(identities_because=ORDERED)
    redactions.withdraw_redaction(desk.session, wrong.id, "The wrong place")
    desk.mask()
    desk.copy()

    with pytest.raises(ExhibitMaskedError) as refusal:
        printed.prepared(identities_because=ORDERED)

    assert refusal.value.named == {"numbers": "E-99, E-99-M1"}
    assert desk.printed("second.pdf").prepared(identities_because=ORDERED)


def test_a_bundle_is_told_that_a_copy_is_due(desk: Masked):
    options = bundles.BundleOptions(
        languages=("fr",),
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=desk.version.id,
        transfer=AT_HOME,
    )
    codes = {each.code for each in bundles.check_bundle(desk.session, desk.whole.case_id, options)}
    assert "masked-copy-due" not in codes
    desk.mask()

    found = {each.code: each for each in bundles.check_bundle(desk.session, desk.whole.case_id, options)}
    assert found["masked-copy-due"].values == {"numbers": ("E-99",)}
    desk.copy()
    assert "masked-copy-due" not in {
        each.code for each in bundles.check_bundle(desk.session, desk.whole.case_id, options)
    }


def test_files_of_a_package_are_those_that_were_recorded(desk: Masked):
    desk.mask()
    desk.copy()

    offered = packages.offered_by(desk.session, packages.read_bundle(desk.printed().bundle))

    assert offered.stays == ()
    assert [each.copy_of for each in offered.held] == ["", desk.whole.id]


@pytest.mark.requirement("SR-36")
def test_of_a_masked_text_the_copy_travels_and_the_digest_of_the_original_does_not(desk: Masked):
    text = f"{NAME} was there.\n"
    whole = desk.session.read
    chat = exhibit_files.add_file(
        desk.session,
        desk.whole.id,
        source=io.BytesIO(text.encode()),
        name="chat.txt",
        media_type="text/plain",
    )
    redactions.redact_everywhere(desk.session, desk.version.id, NAME, ORDER)
    made = masked_copies.keep_copy(
        desk.session, lay_out_copy(masked_copies.gather_copy(desk.session, desk.version.id, chat.id))
    )
    derived = registry.EXHIBIT.find(whole, made.exhibit_id)
    assert derived is not None

    printed = desk.printed()
    printed.made(desk.place / "sent", identities_because=ORDERED)

    container = opened(desk.place / "sent", desk.place / "package.asice", printed.addressee)
    with zipfile.ZipFile(container) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    sheet = json.loads(inside["data/package.json"])
    assert [(each["number"], each["masked_copy_of"]) for each in sheet["exhibits"]] == [
        (derived.number, "E-99")
    ]
    (copy,) = (data for name, data in inside.items() if "/exhibits/" in name)
    assert copy.decode() == text.replace(NAME, "⟦THIRD_PARTY⟧")
    told = {**inside, **readable(inside["data/bundle.pdf"])}
    assert leaks([NAME, chat.sha256], told) == []
    root = desk.place / "root.pem"
    root.write_text(root_pem(desk.session.office_record))
    found = check_file(Request(file=container, roots=(root,)))
    assert all(each.standing is not Standing.BROKEN for each in found)
    assert any(each.code == "package-copies" for each in found)


@pytest.mark.requirement("SR-36")
def test_masked_custody_of_an_exhibit_is_in_no_byte_of_the_package_with_its_files(desk: Masked):
    handler, reason = f"{NAME} Petrescu-Exemplu", "Brought by Kyrillos-Exemplu"
    now = desk.session.clock.read().at
    act = Act(action=CustodyAction.STORED, occurred_at=now, actor=handler, place="Store", reason=reason)
    custody.record_custody_event(desk.session, desk.whole.id, act)
    words = (handler, "Kyrillos-Exemplu")
    made = [
        one
        for each in words
        for one in redactions.redact_everywhere(desk.session, desk.version.id, each, ORDER)
    ]
    assert {each.entity for each in made} == {"custody_event"}
    printed = desk.printed()
    redactions.withdraw_redaction(desk.session, made[0].id, "Shown in the next version, not in this one")

    printed.made(desk.place / "sent", identities_because=ORDERED)

    container = opened(desk.place / "sent", desk.place / "package.asice", printed.addressee)
    with zipfile.ZipFile(container) as archive:
        inside = {f"text: {name}": archive.read(name) for name in archive.namelist()}
    assert any("/exhibits/" in name for name in inside)
    assert leaks(words, {**inside, **readable(inside["text: data/bundle.pdf"])}) == []
    root = desk.place / "root.pem"
    root.write_text(root_pem(desk.session.office_record))
    found = check_file(Request(file=container, roots=(root,)))
    assert all(each.standing is not Standing.BROKEN for each in found)
