"""XLIFF that came back and is not what was sent, or is not what it should be (V-T-05)."""

import re
from collections.abc import Callable

import pytest

from tests.support.exchange import ARABIC, FRENCH, JOB, exchange, unit
from thb_desktop import errors
from thb_desktop.exchange.returned import accept
from thb_desktop.exchange.units import ExchangeFile, ExchangeState
from thb_desktop.exchange.untrusted import limits
from thb_desktop.exchange.xliff.reading import read_xliff
from thb_desktop.exchange.xliff.writing import write_xliff

SENT = exchange()
WRITTEN = write_xliff(SENT).decode()
SECOND = SENT.units[1].id
DRAFT = 'state="initial" subState="thb:draft"'
SEGMENT = '<segment id="g1" state="translated" subState="thb:selfChecked">'


def swap(old: str, new: str) -> Callable[[str], str]:
    def done(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return done


def without_second(text: str) -> str:
    start = text.index(f'<unit id="{JOB}.{SECOND}"')
    return text[:start] + text[text.index("</unit>\n", start) + 8 :]


def doubled(text: str) -> str:
    start = text.index(f'<unit id="{JOB}.{SECOND}"')
    end = text.index("</unit>\n", start) + 8
    return text[:end] + text[start:end] + text[end:]


@pytest.mark.parametrize(
    ("harm", "refusal", "unit_named"),
    [
        (swap("البيت", "السوق"), errors.UnitSourceChangedError, "1"),
        (swap("سؤال؟", "سؤال؟ "), errors.UnitSourceChangedError, "2"),
        (without_second, errors.UnitsMissingError, "2"),
        (doubled, errors.UnitsDoubledError, "2"),
        (swap(SECOND, "new"), errors.UnitsUnknownError, "2"),
        (swap(SENT.units[0].source_digest, "0" * 64), errors.UnitSourceOutdatedError, "1"),
        (swap(DRAFT, 'state="done"'), errors.WorkStateUnknownError, "2"),
        (swap('"thb:draft"', '"thb:finished"'), errors.WorkStateUnknownError, "2"),
        (swap(DRAFT, 'state="final" subState="thb:draft"'), errors.WorkStateUnknownError, "2"),
        (swap(DRAFT, 'subState="thb:draft"'), errors.WorkStateUnknownError, "2"),
        (swap('"thb:draft"', '"draft"'), errors.WorkStateUnknownError, "2"),
        (swap('"initial" subState="thb:untouched"', '"translated"'), errors.TargetMissingError, "3"),
        (swap("Une question ?</target>", "</target>"), None, ""),
    ],
)  # fmt: skip
@pytest.mark.requirement("SR-28")
def test_a_unit_that_is_not_as_it_was_sent_is_refused_by_its_number(
    harm: Callable[[str], str], refusal: type[errors.OfOneUnitError] | None, unit_named: str
):
    returned = read_xliff(harm(WRITTEN).encode())

    if refusal is None:  # a draft may be emptied
        assert accept(returned, SENT).units[1].unit.target == ""
        return
    with pytest.raises(refusal) as refused:
        accept(returned, SENT)

    assert refused.value.named == {"unit": unit_named}


@pytest.mark.parametrize(
    ("old", "new"), [('srcLang="ar"', 'srcLang="fa"'), ('trgLang="fr-BE"', 'trgLang="fr"')]
)
def test_other_languages_are_refused_and_other_letters_of_the_same_are_not(old: str, new: str):
    with pytest.raises(errors.ExchangeLanguagesError):
        accept(read_xliff(swap(old, new)(WRITTEN).encode()), SENT)

    assert accept(read_xliff(swap('"fr-BE"', '"fr-be"')(WRITTEN).encode()), SENT).changed == ()


def test_a_text_that_changed_here_since_it_was_sent_out_is_refused():
    later = ExchangeFile(
        reference="Job 1", job_id=JOB, units=(unit(1, source=f"{ARABIC} نعم"), *SENT.units[1:])
    )

    with pytest.raises(errors.UnitSourceOutdatedError):
        accept(read_xliff(WRITTEN.encode()), later)


def test_a_program_that_drops_what_is_not_of_the_standard_is_accepted():
    bare = re.sub(r' thb:sourceDigest="[0-9a-f]{64}"', "", WRITTEN)

    assert accept(read_xliff(bare.encode()), SENT).changed == ()


@pytest.mark.parametrize(
    ("harm", "refusal"),
    [
        (swap('version="2.1"', 'version="2.2"'), errors.ExchangeVersionError),
        (swap("xliff:document:2.0", "xliff:document:1.2"), errors.ExchangeVersionError),
        (swap(' version="2.1"', ""), errors.ExchangeVersionError),
        (swap("xliff", "xlif"), errors.ExchangeFormatError),
        (swap("</file>", '</file><file id="f2"/>'), errors.ExchangeLayoutError),
        (swap(SEGMENT, f"{SEGMENT}<source>x</source></segment>{SEGMENT}"), errors.ExchangeLayoutError),
        (swap(SEGMENT, f"<ignorable><source> </source></ignorable>{SEGMENT}"), errors.ExchangeLayoutError),
        (swap("</target>", "</target><target>x</target>"), errors.ExchangeLayoutError),
        (swap("<target>", '<target xml:lang="de">'), errors.ExchangeLayoutError),
        (swap("J'", '<ph id="1"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<pc id="1">x</pc>'), errors.ExchangeLayoutError),
        (swap("J'", '<sm id="q" type="comment" value="x"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<em startRef="q"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<sm id="q"/><sm id="q"/><em startRef="q"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<cp hex="0041"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<cp hex="D83D"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<cp hex="x"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<cp hex="FFFFFFFF"/>'), errors.ExchangeLayoutError),
        (swap("J'", '<html:b xmlns:html="x">x</html:b>'), errors.ExchangeLayoutError),
        (swap("J'", "&x;"), errors.XmlEntityError),
        (swap("J'", "\x01"), errors.XmlMalformedError),
        (swap("<xliff", "<!DOCTYPE xliff><xliff"), errors.XmlDocumentTypeError),
        (swap("<notes>", "<notes>" + '<note id="x">y</note>' * 1001), errors.ExchangeLayoutError),
    ],
)
def test_a_file_of_another_form_is_refused(harm: Callable[[str], str], refusal: type[errors.ThbError]):
    with pytest.raises(refusal):
        read_xliff(harm(WRITTEN).encode())


def test_more_units_than_a_file_may_have_are_refused():
    one = WRITTEN[WRITTEN.index("<unit") : WRITTEN.index("</unit>") + 7]
    many = WRITTEN.replace(one, one * (limits.UNITS + 1), 1)

    with pytest.raises(errors.ExchangeOverLimitError):
        read_xliff(many.encode())


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "a b"},
        {"id": ""},
        {"source_language": "ar_EG"},
        {"state": ExchangeState.REVISED, "target": " "},
        {"state": ExchangeState.UNTOUCHED, "target": FRENCH},
    ],
)
def test_a_unit_that_no_file_could_hold_is_not_made(wrong: dict[str, object]):
    with pytest.raises(ValueError, match="unit"):
        unit(**wrong)
