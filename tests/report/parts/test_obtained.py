"""Under which authority items were obtained: of a masked copy it stands with its original alone."""

from dataclasses import replace

import pytest

from tests.report.parts.test_said_once import version_of
from tests.report.parts.test_what_readers_take_it_for import setting_of, texts_of
from tests.support.bundles import case_content
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.report.parts.obtained import draw_obtained
from thb_desktop.report.words import words_in


def test_of_a_masked_copy_it_is_not_said_that_no_authority_was_entered(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    bare = replace(content.exhibits[0].exhibit, legal_authority="", instrument_id=None)
    told = replace(content, interviews=(), exhibits=(replace(content.exhibits[0], exhibit=bare),))
    version = version_of(RedactionReason.THIRD_PARTY)
    mark = replace(version.redactions[0], kind="exhibit", record=bare.number, copy=bare.number)
    masked = replace(told, version=replace(version, redactions=(mark,)))
    words = words_in("en").legal

    own, copied = (
        texts_of(lambda shown=each: draw_obtained(setting_of(shown)), monkeypatch) for each in (told, masked)
    )

    assert words.obtained_none in own
    assert words.obtained_copy not in own
    assert words.obtained_none not in copied
    assert words.obtained_copy in copied
