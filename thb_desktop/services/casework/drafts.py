"""Drafts of forms: text typed in a window and not saved, sealed for the user who typed it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.crypto import sealing
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.record import Plain
from thb_desktop.domain.rights import Right
from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.consultation_log import name_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import form_drafts

Fields = Mapping[str, Plain]
"""The values of a form's fields, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedForm:
    """A form with a saved draft. subject: what the form is about, or empty.

    name: the number, reference or pseudonym of the subject; never a person's name.
    """

    form: str
    subject: str
    name: str
    saved_at: datetime


@permitted(Right.OWN_KEYS)
def save_form(session: Session, form: str, subject: str, fields: Fields) -> None:
    """Save a draft outside the event chain; it replaces the former draft of this form.

    It is sealed under the user's own key, so that no other user can read a name before it is saved in its
    compartment.
    """
    sealed = sealing.seal(
        session.vault.user_key,
        canonical.encode(dict(fields)),
        context=_context(session, form, subject),
        randomness=session.environment.randomness,
    )
    with session.drafting() as connection:
        form_drafts.save(
            connection, form, subject, session.user.id, sealed=sealed, at=session.clock.read().at
        )


@permitted(Right.OWN_KEYS)
def find_form(session: Session, form: str, subject: str) -> Fields | None:
    """Return the user's draft of a form; None if there is none.

    Raises SealedValueDamagedError if it was changed or moved.
    """
    sealed = form_drafts.find(session.read, form, subject, session.user.id)
    if sealed is None:
        return None
    opened = sealing.unseal(session.vault.user_key, sealed, context=_context(session, form, subject))
    try:
        fields = canonical.parse(bytes(opened))
    finally:
        wipe(opened)
    if not isinstance(fields, dict):
        raise FormatError("a draft is not in the form this program writes")
    return fields


@permitted(Right.OWN_KEYS)
def list_forms(session: Session) -> tuple[SavedForm, ...]:
    """List the forms with a draft of this user, the newest first."""
    return tuple(
        SavedForm(form=form, subject=subject, name=name_of(session.read, subject), saved_at=at)
        for form, subject, at in form_drafts.of_user(session.read, session.user.id)
    )


@permitted(Right.OWN_KEYS)
def discard_form(session: Session, form: str, subject: str) -> None:
    with session.drafting() as connection:
        form_drafts.discard(connection, form, subject, session.user.id)


def _context(session: Session, form: str, subject: str) -> bytes:
    return sealing.bind(
        "thb-form-draft/1",
        session.vault.vault_id,
        session.user.id.encode(),
        form.encode(),
        subject.encode(),
    )
