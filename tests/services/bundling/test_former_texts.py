"""Former texts: no event that a version is told says a masked word that the version shows nowhere."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import get_type_hints

import pytest

from tests.services.bundling.test_language_jobs import options
from tests.services.bundling.test_masked_remarks import NAME, desk, withheld
from tests.services.bundling.test_masked_translations import pdf
from tests.services.bundling.test_versions import ORDER, drawn_up, mask, printed
from tests.support.language_jobs import JobSetup
from tests.support.leaks import leaks, readable
from tests.support.offices import BEGIN, IDENTITY, Small, registered
from tests.support.records import held, outcome, rendition, sign, turn
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.disclosure import CONTENT, REDACTABLE, Disclosure, Redaction
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import AgentId, DisclosureId, RowId
from thb_desktop.domain.remarks import GOES_WHOLE
from thb_desktop.domain.segment import Segment
from thb_desktop.errors import IdentityInBundleError, ToldWholeError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.entry import Opening
from thb_desktop.services.bundling import bundles, extracts, redactions
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.testimony import read_back
from thb_desktop.vault.tables.registry import TABLES, table_named

SAID = "Kyrillos era acolo."
assert desk  # the fixture

NEVER = frozenset({"interview", "exhibit", "exhibit_file", "custody_event", "signature_check"})
"""No event says words that are masked in these, whatever else is shown."""
UNLESS_SHOWN = frozenset(
    {
        *("segment", "rendering", "rendering_version", "presence", "caution", "victim_information"),
        *("interpreter_engagement", "recording", "special_measure", "earlier_interview", "lineup"),
        *("timeline_event", "intervention", "record_signature", "read_back_correction"),
        *("annotation", "annotation_answer", "revision_verdict", "language_certificate"),
        *("version_signature", "certification"),
    }
)
"""None says these unless the version shows the words openly elsewhere."""


def masked_in(table: str, field: str = "") -> Redaction:
    return Redaction(
        id=RowId("r"),
        disclosure_id=DisclosureId("d"),
        entity=table,
        field=field or next(iter(REDACTABLE.get(table, ("words",)))),
        anchors=(Anchor.of_text("row", f"Of {NAME}", 3, 3 + len(NAME)),),
        reason=ORDER.reason,
        ordered_by=ORDER.ordered_by,
        by=AgentId("a"),
        at=BEGIN,
    )


def test_of_each_table_it_is_decided_whether_words_of_it_can_be_masked():
    """A table of which words can be masked is named above; of any other, none can."""
    assert REDACTABLE.keys() | GOES_WHOLE == NEVER | UNLESS_SHOWN
    assert {each.name for each in TABLES} >= NEVER | UNLESS_SHOWN


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("table", sorted(REDACTABLE.keys() | GOES_WHOLE))
def test_words_that_are_masked_in_a_row_of_any_table_are_looked_for_in_every_event(table: str):
    made = masked_in(table)

    assert redactions.untold_words([made], ["Something else", f"Not{NAME}"]) == {NAME}
    shown = redactions.untold_words([made], ["Other words", f"Of {NAME.lower()}."])
    assert shown == ({NAME} if table in NEVER else set())


def test_words_that_are_masked_in_the_text_of_a_file_are_looked_for_too():
    made = masked_in("exhibit_file", CONTENT)

    assert redactions.untold_words([made], ["Something else"]) == {NAME}
    assert redactions.untold_words([made], [f"Of {NAME}."]) == set()


def says(table: str, record: dict[str, canonical.Value], words: str) -> bool:
    """Whether an event with this record is refused for these words."""
    content: canonical.Value = {
        "action": "SOMETHING",
        "reason": "",
        "states": [{"entity": table, "record": record}],
    }
    opening = Opening(payload=canonical.encode(content), nonce=bytes(32))
    told = extracts._Told(entries=None, masked=frozenset(), is_version=False)
    try:
        extracts._verify_untold([opening], told, [words])
    except ToldWholeError:
        return True
    return False


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize("table", [each.name for each in TABLES])
def test_each_text_of_a_row_of_each_table_is_looked_at_also_in_capitals_and_digits(table: str):
    """A name in capitals looks like a code, and a telephone number like a time."""
    entity = table_named(table).entity
    hints = get_type_hints(entity)
    texts = [each.name for each in fields(entity) if hints[each.name] is str]  # type: ignore[arg-type]

    for name in texts:
        for words in (NAME, NAME.upper(), "0470112233", "beefcafe"):
            assert says(table, {"id": "row", name: words}, words), (name, words)
            corrected: dict[str, canonical.Value] = {"entity": table, "field": name, "before": words}
            assert says("correction", {"id": "row", "after": None, **corrected}, words), (name, words)


def test_a_code_is_no_word_that_is_masked():
    action: dict[str, canonical.Value] = {"id": "row", "action": "SEIZED", "agent": "beefcafe"}

    assert not says("custody_event", action, "seized")
    assert not says("correction", {"entity": "exhibit", "field": "kind", "before": "SIM_CARD"}, "SIM card")


def exhibit_that_said(session: Session, small: Small, words: str) -> Exhibit:
    """Its description said words, and was corrected: nothing that is shown has them but the correction."""
    made = registered(session, small, number="E-77", description=f"Of {words}")
    own = exhibits.get_exhibit(session, made.id).exhibit
    return corrections.correct(session, replace(own, description="A thing"), "Misread")


def case_that_said(session: Session, small: Small, words: str) -> None:
    case = cases.get_case(session, small.case.id)
    named = corrections.correct(session, replace(case, titles=(("fr", f"Dossier {words}"),)), "Misread")
    corrections.correct(session, replace(named, titles=(("fr", "Dossier V-01"),)), "Misread")


def authority_that_said(session: Session, small: Small, words: str) -> None:
    named = corrections.correct(session, replace(small.authority, name=words.upper()), "Misread")
    corrections.correct(session, replace(named, name="Juge d'instruction"), "Misread")


def reason_that_says(session: Session, small: Small, words: str) -> None:
    corrections.correct(session, replace(small.authority, name="Juge"), f"{words} said so")


Carrier = Callable[[Session, Small, str], object]


@pytest.mark.requirement("SR-36")
@pytest.mark.parametrize(
    "carrier", [exhibit_that_said, case_that_said, authority_that_said, reason_that_says]
)
def test_a_name_that_is_withheld_with_remarks_stops_the_version_where_a_former_text_says_it(
    desk: JobSetup, carrier: Carrier
):
    carrier(desk.session, desk.small, NAME)
    version = withheld(desk)

    with pytest.raises(ToldWholeError):
        pdf(desk, version)


@pytest.mark.requirement("SR-36")
def test_a_word_of_a_translation_that_is_left_out_stops_the_version_too(desk: JobSetup):
    exhibit_that_said(desk.session, desk.small, NAME)
    chosen = options(desk, job_ids=(), disclosure_id=withheld(desk).id)

    with pytest.raises(ToldWholeError):
        bundles.gather_bundle(desk.session, desk.small.case.id, chosen)


def said_in_a_turn(session: Session, small: Small) -> tuple[Disclosure, Segment]:
    interview = held(session, small)
    said = turn(session, interview, SAID, renderings=(rendition("Oui."),))
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    sign(session, interview.id)
    return drawn_up(session, small), said


@pytest.mark.requirement("SR-36")
def test_a_word_of_a_turn_that_a_former_text_alone_says_stops_the_version(session: Session, small: Small):
    exhibit_that_said(session, small, "Kyrillos")
    version, said = said_in_a_turn(session, small)
    made = mask(session, version, ("segment", said.id, "source_text"), "Kyrillos", SAID)

    with pytest.raises(ToldWholeError):
        printed(session, small, version)

    redactions.withdraw_redaction(session, made.id, "Ordered otherwise")
    assert printed(session, small, version)


def test_a_former_text_that_is_kept_in_the_office_stops_nothing(session: Session, small: Small):
    """What the refusal proposes: another correction, which keeps the former words."""
    told = exhibit_that_said(session, small, "Kyrillos")
    version, said = said_in_a_turn(session, small)
    mask(session, version, ("segment", said.id, "source_text"), "Kyrillos", SAID)
    with pytest.raises(ToldWholeError):
        printed(session, small, version)

    corrections.correct(session, replace(told, description="This thing"), "Said better", keep_back=True)

    assert leaks(["Kyrillos"], readable(printed(session, small, version))) == []


def test_a_word_of_a_turn_that_the_version_shows_elsewhere_stops_nothing(session: Session, small: Small):
    """Who masks it in one place alone sees where else it stands (`masked-words-elsewhere`)."""
    exhibit_that_said(session, small, "Kyrillos")
    registered(session, small, number="E-78", source="The house of Kyrillos")
    version, said = said_in_a_turn(session, small)
    mask(session, version, ("segment", said.id, "source_text"), "Kyrillos", SAID)

    assert leaks(["Kyrillos"], readable(printed(session, small, version)))


@pytest.mark.requirement("SR-36")
def test_a_former_text_that_names_a_protected_person_stops_a_bundle(session: Session, small: Small):
    made = exhibit_that_said(session, small, IDENTITY.name)
    asked = BundleOptions(
        languages=(),
        purpose="Execution",
        recipient="Somebody",
        interview_ids=(),
        exhibit_ids=(made.id,),
        released_with=ALONE,
        transfer=AT_HOME,
    )

    with pytest.raises(IdentityInBundleError):
        bundles.prepare_bundle(session, small.case.id, asked)
