"""Links: what is recorded of one thing together with others, and numbers that stand in several places."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.services.case_file.test_ways_in import SEIZED
from tests.support import money
from tests.support.offices import Small, exhibit, held_interview
from tests.support.testimony import lined_up
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.charts import place
from thb_desktop.domain.finance import Account
from thb_desktop.domain.ids import CaseObjectId, PersonId
from thb_desktop.domain.links import IDENTIFIER, Link, LinkKind, Thing, box_key, link_chart, thing_of
from thb_desktop.errors import NotFoundError, ValueRefusedError
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.money import finance
from thb_desktop.services.persons import merges, people
from thb_desktop.services.searching.links import links_of
from thb_desktop.services.searching.links_sheet import links_sheet
from thb_desktop.services.testimony import formalities

PHONE = "+32 476 12 34 56"
SAID = {kind: kind.value for kind in LinkKind}


@pytest.fixture
def account(session: Session, small: Small) -> Account:
    return finance.add_account(session, money.account(small.case.id))


@pytest.fixture
def links(session: Session, small: Small) -> Callable[[Thing], tuple[Link, ...]]:
    return lambda start: links_of(session, small.case.id, start).links


def add_object(session: Session, small: Small, number: str, label: str) -> CaseObject:
    return cases.add_object(
        session,
        CaseObject(
            id=CaseObjectId(""),
            case_id=small.case.id,
            kind=v.CaseObjectKind.PHONE,
            number=number,
            label=label,
        ),
    )


def test_a_person_is_linked_with_the_record_the_account_and_the_figures_that_name_them(
    session: Session, small: Small, account: Account, links: Callable[[Thing], tuple[Link, ...]]
):
    interview = held_interview(session, small)
    person = Thing("person", small.person.id)
    finance.add_attribution(session, money.attribution(small.case.id, account.id, person_id=small.person.id))

    found = {each.kind: each for each in links(person)}

    assert found[LinkKind.HEARD].other == Thing("interview", interview.id)
    assert found[LinkKind.ATTRIBUTION].other == Thing("account", account.id)
    assert found[LinkKind.ATTRIBUTION].source == "attribution"


def test_what_a_line_up_shows_is_linked_with_its_record(
    session: Session, small: Small, links: Callable[[Thing], tuple[Link, ...]]
):
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    interview = held_interview(session, small)
    formalities.add_formality(session, interview.id, lined_up(exhibit_id=kept.id))

    (found,) = links(Thing("exhibit", kept.id))

    assert (found.kind, found.other) == (LinkKind.SHOWN, Thing("interview", interview.id))


def test_entries_of_one_kind_between_the_same_two_are_one_link_with_their_number(
    session: Session, small: Small, links: Callable[[Thing], tuple[Link, ...]]
):
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    for _ in range(3):
        finance.add_pay_figure(session, money.pay_figure(small.case.id, small.person.id, exhibit_id=kept.id))

    (found,) = links(Thing("exhibit", kept.id))

    assert (found.kind, found.count, found.other) == (LinkKind.PAY, 3, Thing("person", small.person.id))


def test_a_number_that_is_written_in_two_places_links_them_whatever_its_writing(
    session: Session, small: Small, links: Callable[[Thing], tuple[Link, ...]]
):
    first = add_object(session, small, "PH-1", f"Telephone {PHONE}")
    second = add_object(session, small, "PH-2", "Called by 0476/12.34.56")
    add_object(session, small, "PH-3", "Telephone +32 476 99 99 99")

    written, elsewhere = links(Thing("case_object", first.id))

    assert written.other == Thing(IDENTIFIER, PHONE)
    assert (elsewhere.one, elsewhere.other) == (written.other, Thing("case_object", second.id))
    assert elsewhere.kind is LinkKind.WRITTEN


def test_one_can_begin_with_a_number(
    session: Session, small: Small, links: Callable[[Thing], tuple[Link, ...]]
):
    first = add_object(session, small, "PH-1", f"Telephone {PHONE}")

    (found,) = links(Thing(IDENTIFIER, "0476123456"))

    assert found.other == Thing("case_object", first.id)


def test_what_was_struck_out_links_nothing(
    session: Session, small: Small, account: Account, links: Callable[[Thing], tuple[Link, ...]]
):
    entry = finance.add_attribution(
        session, money.attribution(small.case.id, account.id, person_id=small.person.id)
    )
    corrections.strike_out(session, "attribution", entry.id, "entered twice")

    assert LinkKind.ATTRIBUTION not in {each.kind for each in links(Thing("account", account.id))}


def test_of_too_many_links_the_rest_is_counted(session: Session, small: Small, account: Account):
    for number in range(45):
        finance.add_statement(session, money.statement(small.case.id, account.id, number=f"ST-{number}"))
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    for number in range(50):
        told = money.statement(small.case.id, account.id, number=f"SU-{number}", exhibit_id=kept.id)
        finance.add_statement(session, told)

    found = links_of(session, small.case.id, Thing("exhibit", kept.id))

    assert [each.count for each in found.links] == [40]
    assert found.more == 10


def test_a_thing_of_another_case_is_refused(session: Session, small: Small):
    other = cases.open_case(session, replace(small.case, id="", reference="OTHER"))  # type: ignore[arg-type]

    for thing in (Thing("person", small.person.id), Thing("person", "none"), Thing("office", "x")):
        with pytest.raises(NotFoundError):
            links_of(session, other.id, thing)


def test_the_drawing_begins_with_the_thing_and_each_box_leads_on(session: Session, small: Small):
    first = add_object(session, small, "PH-1", f"Telephone {PHONE}")
    second = add_object(session, small, "PH-2", "Called by 0476/12.34.56")

    found = links_of(session, small.case.id, Thing("case_object", first.id))
    chart = link_chart(found, SAID)
    placed = place(chart)

    columns = {thing_of(key): spot.column for key, spot in placed.spots.items()}
    assert columns == {found.start: 0, Thing(IDENTIFIER, PHONE): 1, Thing("case_object", second.id): 2}
    assert [each.label for each in chart.lines] == ["1: WRITTEN", "2: WRITTEN"]
    assert thing_of(box_key(found.start)) == found.start
    assert found.names[found.start] == ("PH-1", f"Telephone {PHONE}")


def test_only_a_merge_that_stands_says_that_two_records_are_of_one_person(
    session: Session, small: Small, links: Callable[[Thing], tuple[Link, ...]]
):
    other = people.add_person(session, replace(small.person, id=PersonId(""), code="V-09"), None)
    one, two = Thing("person", small.person.id), Thing("person", other.id)
    proposal = merges.propose_merge(session, small.person.id, other.id, "Same name")

    proposed = links(one)
    merges.decline_merge(session, proposal.id, "Another date of birth")
    declined = links(two)
    merge = merges.merge_persons(session, small.person.id, other.id, "Same prints", printed=False)
    merged = links(two)
    merges.split_persons(session, merge.id, "The prints were confused")

    assert (proposed, declined, links(one), links(two)) == ((), (), (), ())
    assert [(each.kind, each.other, each.count) for each in merged] == [(LinkKind.SAME_PERSON, one, 1)]


def test_words_that_are_no_identifier_are_refused(session: Session, small: Small):
    for words in ("Popescu", "the house", "12"):
        with pytest.raises(ValueRefusedError):
            links_of(session, small.case.id, Thing(IDENTIFIER, words))


def test_of_too_many_places_of_a_number_the_rest_is_counted(session: Session, small: Small):
    for number in range(15):
        add_object(session, small, f"PH-{number}", f"Telephone {PHONE}")

    found = links_of(session, small.case.id, Thing(IDENTIFIER, PHONE))

    assert (len(found.links), found.more) == (12, 3)


def test_numbers_that_are_too_many_to_be_looked_for_are_told(session: Session, small: Small):
    numbers = ", ".join(f"+32 476 00 00 {number:02}" for number in range(23))
    account = finance.add_account(session, money.account(small.case.id, number="A-9", note=numbers))

    found = links_of(session, small.case.id, Thing("account", account.id))
    sheet = links_sheet(session, small.case.id, Thing("account", account.id))

    assert found.not_followed == 24 - 20
    assert sheet.parts[0].text.endswith("\u00a0: 4.")
