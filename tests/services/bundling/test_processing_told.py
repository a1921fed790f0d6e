"""Who answers for the processing of the data in a bundle, and how long they are expected to be kept."""

import io
from dataclasses import replace

import pytest

from tests.services.bundling.test_decided_records import pages_of
from tests.services.bundling.test_transfers import options, to
from tests.support.offices import Small, registered
from thb_desktop.domain.packs import LawKey
from thb_desktop.report.bundle import compose_bundle
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.packs import shipped_pack
from thb_desktop.services.core.session import Session


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bundle_tells_the_sender_as_entered_and_how_long_it_is_kept(
    session: Session, small: Small, language: str
):
    exhibit, law, words = registered(session, small), shipped_pack().law, words_in(language)
    assert law is not None

    def printed(retention: str) -> str:
        asked = options(exhibit, to("BE", retention=retention), language=language)
        return pages_of(bundles.prepare_bundle(session, small.case.id, asked).pdf)

    unsaid, said = printed(""), printed("Ten years after the judgment")

    name = f"{small.authority.name} ({small.authority.country})"
    cite = law.cited(LawKey.CONTROLLER, language)
    controller = " ".join(words.legal.controller_told.format(name=name, law=cite).split())
    for pages in (unsaid, said):
        assert controller in pages
        assert words.legal.controller in pages
    assert "Ten years after the judgment" in said
    assert unsaid.count(words.common.not_recorded) == said.count(words.common.not_recorded) + 1


def test_without_an_authority_nobody_is_said_to_answer_for_the_processing(session: Session, small: Small):
    asked = options(registered(session, small), to("BE"), language="en")
    content = bundles.prepare_bundle(session, small.case.id, asked).content
    release = replace(content.release, sender_id=None)

    target = io.BytesIO()
    compose_bundle(replace(content, release=release), target)
    told = pages_of(target.getvalue())

    words, sent = words_in("en").legal, f"{small.authority.name} ({small.authority.country})"
    assert sent in told
    assert f"{sent}, which sends this bundle" not in told
    assert words.controller in told
