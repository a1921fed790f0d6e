"""In which language a bundle has its headings if nobody chose one."""

import pytest

from thb_desktop.services.bundling.bundle_options import language_for
from thb_desktop.services.core.packs import shipped_pack


@pytest.mark.parametrize(
    ("state", "own", "language"),
    [
        ("RO", "fr", "ro"),  # an official language of the State
        ("BE", "fr", "fr"),  # that of the case is one of them
        ("LU", "nl", "fr"),  # the first that bundles have
        ("BG", "fr", "fr"),  # bundles have none of them
        ("BR", "nl", "nl"),  # the pack says nothing of the State
        ("", "fr", "fr"),
    ],
)
def test_headings_are_in_an_official_language_of_the_state_by_the_data_pack(
    state: str, own: str, language: str
):
    assert language_for(shipped_pack().official_of(state), own) == language


def test_every_statement_on_official_languages_has_a_source_and_says_whether_it_is_certain():
    official = shipped_pack().official

    assert len({each.state for each in official}) == len(official)
    assert all(each.source for each in official)
    assert not any(each.certain for each in official)
