"""The party copy of generated variants: nothing sealed is in any byte, and what resembles a name stays.

THB_VARIANTS says how many are made, THB_SEED with which seed.
"""

import io
import os
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.drills.kit.chance import Chance
from tests.support.hiding import FACE
from tests.support.leaks import leaks
from tests.support.offices import ROLE, Small, registered
from tests.support.packages import LOOKED_AT, Sending, opened, recorded
from tests.support.party_variants import (
    Hidden,
    HidingFile,
    Place,
    cases,
    files,
    opened_wide,
    persons,
    staying,
    without,
)
from tests.support.records import held, outcome, rendition, sign, turn
from tests.support.sampled import IS_WHOLE
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import Identity
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import ExhibitMaskedError, IdentityInBundleError, IdentityInFileError
from thb_desktop.findings import Standing
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.bundling import bundles, disclosures, masked_copies, redactions
from thb_desktop.services.bundling.copy_making import lay_out_copy
from thb_desktop.services.bundling.disclosures import DisclosureDraft
from thb_desktop.services.bundling.redactions import Order
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import read_back
from thb_desktop.verify.pdf import check_pdf

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
VARIANTS = int(os.environ.get("THB_VARIANTS", "2" if IS_WHOLE else "1"))
SEED = int(os.environ.get("THB_SEED", "1"))
ORDER = Order(reason=RedactionReason.VICTIM_PRIVACY, ordered_by="Investigating judge")
DRAWN = (Place.PNG_TEXT, Place.EXIF, Place.PDF_TITLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A case with its people and, by exhibit number, the file that hides somebody."""

    people: tuple[Hidden, ...]
    hiding: dict[str, HidingFile]
    stored: dict[str, ExhibitFile]

    def at(self, *places: Place) -> list[str]:
        return [number for number, each in self.hiding.items() if each.place in places]


def entered(session: Session, small: Small, chance: Chance) -> Variant:
    """Seal the identities, hear a person who names all of them, and register a file for each hiding place."""
    named = persons(chance)
    for each in named:
        identity = Identity(
            person_id=PersonId(""), name=each.name, name_latin=each.latin, contacts=(each.contact,)
        )
        people.add_person(session, replace(small.person, id=PersonId(""), code=each.code), identity, (ROLE,))
    record = held(session, small)
    for each in named:
        said = f"{each.name} was there, and {' '.join(each.like)}. She has {each.contact}."
        turn(session, record, said, renderings=(rendition(f"{each.latin or each.name} était là."),))
    read_back.read_back(session, record.id, outcome(), SIGNED_BY_ALL)
    sign(session, record.id)
    hiding: dict[str, HidingFile] = {}
    stored: dict[str, ExhibitFile] = {}
    for at, file in enumerate(files(chance, named), 1):
        number = f"E-{at}"
        exhibit = registered(session, small, number=number, description=f"Found with {file.who.name}")
        hiding[number] = file
        stored[number] = exhibit_files.add_file(
            session,
            exhibit.id,
            source=io.BytesIO(file.data),
            name=file.name,
            media_type="application/octet-stream",
        )
    return Variant(people=named, hiding=hiding, stored=stored)


def masked_by_hand(session: Session, version: Disclosure, variant: Variant) -> Counter[Place]:
    """Mask what the program cannot know: a place on a page, a name of a file whose text may leave."""
    done = Counter[Place]()
    for number in variant.at(*DRAWN):
        file = variant.stored[number]
        anchor = Anchor.of_page(file.id, file.sha256, 1, rectangle=FACE)
        redactions.redact_content(session, version.id, anchor, ORDER)
        done[variant.hiding[number].place] += 1
    for number in variant.at(Place.FILE_NAME):
        redactions.redact_metadata(session, version.id, variant.stored[number].id, ORDER)
        done[Place.FILE_NAME] += 1
    return done


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("count", range(VARIANTS))
def test_a_party_copy_of_a_variant_has_nothing_that_is_sealed_in_any_byte(
    session: Session, small: Small, tmp_path: Path, count: int
):
    variant = entered(session, small, Chance(seed=SEED + count))
    addressee, office = recorded(session, tmp_path)
    draft = DisclosureDraft(recipient="Counsel", purpose="Defence", basis="Access to the file")
    version = disclosures.draw_up(session, small.case.id, draft)
    asked = bundles.BundleOptions(
        languages=("fr",),
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=version.id,
        transfer=AT_HOME,
        unsearched_because=LOOKED_AT,
    )
    with pytest.raises(IdentityInBundleError):
        bundles.prepare_bundle(session, small.case.id, asked)

    redactions.redact_identities(session, version.id, ORDER)
    by_hand = masked_by_hand(session, version, variant)
    for file in masked_copies.list_files(session, version.id):
        if file.redactions:
            making = masked_copies.gather_copy(session, version.id, file.file.id)
            masked_copies.keep_copy(session, lay_out_copy(making))
    prepared = bundles.prepare_bundle(session, small.case.id, asked)
    bundles.sign_bundle(session, prepared, tmp_path / "bundle.pdf", second=ALONE)
    desk = Sending(
        session=session, addressee=addressee, office=office, bundle=tmp_path / "bundle.pdf", place=tmp_path
    )
    out = variant.at(Place.SHEET)
    with pytest.raises((IdentityInFileError, ExhibitMaskedError)) as refusal:
        desk.prepared()
    desk.made(tmp_path / "sent", without=frozenset(map(desk.exhibit, out)))

    assert refusal.value.named["numbers"].split(", ") == out
    assert by_hand == Counter([*DRAWN, Place.FILE_NAME])
    container = opened(tmp_path / "sent", tmp_path / "package.asice", addressee).read_bytes()
    told = opened_wide("package", container)
    like = {word for each in variant.people for word in each.like}
    sealed = {word for each in variant.people for word in each.sealed}
    assert leaks(cases(sealed), without(like, told)) == []
    assert staying(like, told) == like
    broken = [each for each in check_pdf(prepared.pdf) if each.standing is Standing.BROKEN]
    assert broken == []


def test_the_search_finds_a_name_in_each_hiding_place():
    chance = Chance(seed=SEED)

    for each in files(chance, persons(chance)):
        told = opened_wide(each.name, each.data)
        assert leaks(cases(each.who.sealed), told), each.place
