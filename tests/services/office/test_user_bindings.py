"""How the person of a user was identified: stated at the admission, corrected, and told with their key."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.services.office.test_users import is_sound, last_event
from tests.support.offices import JUDGE
from tests.support.second_person import asked
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.identity_binding_fields import Binding, binding_of
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import IdentityBinding, TwoPersonAct, UserRole
from thb_desktop.errors import FieldMissingError, NothingCorrectedError, ReasonMissingError, ValueRefusedError
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users

CHECKED = Binding(
    bound_as=IdentityBinding.SELF_ISSUED_VOUCHED_BY,
    bound_by=JUDGE,
    bound_on=date(2026, 3, 2),
    bound_document="Service card 17",
)


def admitted(session: Session, binding: Binding) -> User:
    return users.add_user(
        session,
        name="Simona Ardeleanu",
        role=UserRole.INTERPRETER,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=asked(session, TwoPersonAct.ADD_USER),
        binding=binding,
    )


def test_who_is_admitted_has_what_was_checked_and_it_is_corrected_for_a_reason(session: Session):
    user = admitted(session, CHECKED)
    told_at = last_event(session)[:2]
    other = Binding(bound_as=IdentityBinding.QTSP)

    corrected = users.state_binding(session, user.id, other, reason="The card was another's")

    assert (binding_of(user), told_at) == (CHECKED, ("BINDING_STATED", user.id))
    assert binding_of(corrected) == binding_of(users.get_user(session, user.id)) == other
    assert last_event(session)[:2] == ("BINDING_STATED", user.id)
    with pytest.raises(NothingCorrectedError):
        users.state_binding(session, user.id, other, reason="Again")
    with pytest.raises(ReasonMissingError):
        users.state_binding(session, user.id, CHECKED, reason=" ")
    with pytest.raises(ValueRefusedError), session.work() as work:
        work.save(replace(corrected, bound_as=IdentityBinding.SELF_ISSUED_VOUCHED_BY))
    assert is_sound(session)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"bound_as": None}, "bound_as"),
        ({"bound_by": "\u200b"}, "bound_by"),
        ({"bound_on": None}, "bound_on"),
        ({"bound_document": " "}, "bound_document"),
    ],
)
def test_a_check_without_who_when_or_which_document_admits_nobody(
    session: Session, changes: dict[str, Any], field: str
):
    with pytest.raises(FieldMissingError) as refused:
        admitted(session, replace(CHECKED, **changes))

    assert refused.value.field == f"user_binding.{field}"
    assert [each.name for each in users.list_users(session)] == [JUDGE]
