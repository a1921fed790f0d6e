"""What is sealed of a protected person is masked in each form for which a bundle is refused."""

from dataclasses import replace

import pytest

from tests.services.bundling.test_certified_renderings import closed
from tests.services.bundling.test_masked_translations import options
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.services.language.test_versions import noted
from tests.support import language_jobs
from tests.support.offices import Small, registered
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop import words
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.errors import IdentityInBundleError
from thb_desktop.findings import Where
from thb_desktop.services.bundling import bundles, redactions
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations
from thb_desktop.services.testimony import segments
from thb_desktop.services.testimony.records import require_interview

OTHERWISE = "Letters of CRETU EXEMPLU, Ioana, of Creţu and of Иоана; call 0040 700-000-099."
"""Of *Ioana Crețu-Exemplu*, +40 700 000 099: in capitals, turned round, with another sign, with a prefix."""


def without_reason(disclosure: DisclosureId) -> BundleOptions:
    return BundleOptions(
        languages=("fr",),
        purpose="Execution",
        recipient="Somebody",
        exhibit_ids=(),
        released_with=ALONE,
        disclosure_id=disclosure,
        transfer=AT_HOME,
    )


@pytest.mark.requirement("SR-36")
def test_each_form_of_a_sealed_name_that_stops_a_bundle_is_masked_at_once(session: Session, small: Small):
    registered(session, small, description=OTHERWISE)
    version = drawn_up(session, small)
    with pytest.raises(IdentityInBundleError):
        bundles.prepare_bundle(session, small.case.id, without_reason(version.id))

    made = redactions.redact_identities(session, version.id, ORDER)

    quoted = {each.anchor.quoted for each in made}
    assert quoted >= {"CRETU EXEMPLU, Ioana", "Creţu", "Иоана", "0040 700-000-099"}
    assert redactions.redact_identities(session, version.id, ORDER) == ()
    prepared = bundles.prepare_bundle(session, small.case.id, without_reason(version.id))
    assert prepared.scan.hits == ()


@pytest.mark.requirement("SR-36")
def test_beside_a_mask_that_somebody_set_the_rest_of_a_sealed_name_is_masked(session: Session, small: Small):
    registered(session, small, description="A letter of Ioana Crețu-Exemplu.")
    version = drawn_up(session, small)
    redactions.redact_everywhere(session, version.id, "Crețu", ORDER)

    made = redactions.redact_identities(session, version.id, ORDER)

    assert {each.anchor.quoted for each in made} == {"Ioana", "Exemplu"}
    assert bundles.prepare_bundle(session, small.case.id, without_reason(version.id)).scan.hits == ()


def test_a_linguist_who_has_a_name_like_a_sealed_one_is_named_in_the_refusal_before_the_pages(
    session: Session, small: Small
):
    """A note quotes the sealed name. It is withheld; the linguist is called Ioana, as the witness is."""
    with language_jobs.desk(session, small) as desk:
        turn, said = desk.turns[1].id, "Ioana Crețu-Exemplu a venit."
        segments.set_source(session, turn, said)
        desk.write("Do you understand?")
        desk.write("Ioana Crețu-Exemplu came.", at=1)
        place = Anchor.of_text(turn, said, 0, len("Ioana Crețu-Exemplu"))
        note = noted(desk, segment_id=turn, text="A short form.", anchor=place)
        annotations.annotate(session, desk.job.id, note, signer=desk.first.signer)
        segments.set_source(session, turn, "Ea a venit.")
        desk.write("She came.", at=1)
        closed(session, require_interview(session, desk.job.interview_id))
        version = drawn_up(session, small)
        redactions.redact_identities(session, version.id, ORDER)
        asked = replace(options(desk, version.id), identities_because="")

        with pytest.raises(IdentityInBundleError) as refused:
            bundles.prepare_bundle(session, small.case.id, asked)

        code = desk.first.interpreter.code
    places = refused.value.places
    assert places[0] == (Where(kind="linguist-name", names=(code,)), "V-01")
    assert [each.first for each, _ in places[1:] if isinstance(each, Where) and each.kind == "page"] == [
        3,
        5,
        7,
    ]
    told = words.refusal(refused.value.code, "en").format(places=words.places(places, "en"))
    assert f"name of the interpreter or linguist {code} (V-01); page 3 (V-01)" in told
    assert "the name of somebody else" in told
    assert "Ioana" not in told
