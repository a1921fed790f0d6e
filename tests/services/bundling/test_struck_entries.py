"""What was struck out as made in error goes into no bundle by itself, and speaks for no authority."""

from dataclasses import replace

import pytest

from tests.support.offices import BEGIN, Small, exhibit
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.services.bundling.bundle_content import choose
from thb_desktop.services.bundling.bundle_options import BundleOptions, with_whole_case
from thb_desktop.services.bundling.scoping import offered_entries, scope_of
from thb_desktop.services.bundling.senders import acts_for, sender_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.custody_acts import Act


def test_an_exhibit_that_was_struck_out_is_not_taken(session: Session, small: Small):
    seized = Act(
        action=v.CustodyAction.SEIZED, occurred_at=BEGIN, actor="A", reason="R", late_entry_reason="L"
    )
    kept = exhibits.register_exhibit(session, exhibit(small), seized)
    wrong = exhibits.register_exhibit(session, exhibit(small, number="E-2"), seized)
    corrections.strike_out(session, "exhibit", wrong.id, "Registered twice")

    _, taken = choose(
        session,
        small.case.id,
        BundleOptions(
            identities_because="Needed there",
            languages=("fr",),
            purpose="P",
            recipient="R",
            released_with=ALONE,
            transfer=AT_HOME,
        ),
    )

    assert [each.exhibit.id for each in taken] == [kept.id]


def test_who_was_struck_out_acts_for_no_authority(session: Session, small: Small):
    joined = replace(small.official, user_id=session.user.id, authority_id=small.authority.id)
    corrections.correct(session, joined, "Is a user of this vault")
    before = acts_for(session, small.case.id, small.authority)

    corrections.strike_out(session, "official", small.official.id, "Of another case")

    assert before
    assert not acts_for(session, small.case.id, small.authority)


def test_an_authority_that_was_struck_out_sends_nothing(session: Session, small: Small):
    corrections.strike_out(session, "authority", small.authority.id, "Of another case")

    assert sender_of(session, small.case.id, None) is None
    with pytest.raises(errors.NotFoundError):
        sender_of(session, small.case.id, small.authority.id)


def test_an_entry_that_was_struck_out_is_neither_offered_nor_counted_as_withheld(
    session: Session, small: Small
):
    seized = Act(
        action=v.CustodyAction.SEIZED, occurred_at=BEGIN, actor="A", reason="R", late_entry_reason="L"
    )
    wrong = exhibits.register_exhibit(session, exhibit(small), seized)
    exhibits.register_exhibit(session, exhibit(small, number="E-2"), seized)
    before = withheld(session, small)
    corrections.strike_out(session, "exhibit", wrong.id, "Registered twice")
    corrections.strike_out(session, "interpreter", small.interpreter.id, "Of another case")
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="P",
        recipient="R",
        released_with=ALONE,
        transfer=AT_HOME,
    )

    offered = offered_entries(session, small.case.id)
    whole = with_whole_case(session, small.case.id, options).further

    assert small.interpreter.id not in offered
    assert small.person.id in offered
    assert whole == tuple(offered)
    assert (before[WithheldKind.EXHIBITS], before[WithheldKind.INTERPRETERS]) == (2, 1)
    counted = withheld(session, small)
    assert counted[WithheldKind.EXHIBITS] == 1
    assert WithheldKind.INTERPRETERS not in counted
    assert counted[WithheldKind.PERSONS] == before[WithheldKind.PERSONS]


def withheld(session: Session, small: Small) -> dict[WithheldKind, int]:
    """What a bundle of nothing but its sender withholds."""
    return dict(
        scope_of(session, small.case.id, further=(), held=(), taken=(), sender=small.authority).withheld
    )
