"""How the certificate of a user was bound to the person when they were admitted, as the office states it."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import IdentityBinding
from thb_desktop.errors import FieldMissingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """What is stated of a user. By default nothing, which is another answer than that it is not known.

    bound_by: who checked the document; bound_on: on which day; bound_document: which one.
    """

    bound_as: IdentityBinding | None = None
    bound_by: str = ""
    bound_on: date | None = None
    bound_document: str = ""


NOT_STATED = Binding()
USER_BINDING = Description(
    name="user_binding",
    entity=Binding,
    fields=(
        Field(
            name="bound_as",
            section="user_binding",
            editor=Editor.CODE,
            codes=IdentityBinding,
            until=Phase.ALWAYS,
        ),
        Field(name="bound_by", section="user_binding", editor=Editor.LINE, until=Phase.ALWAYS),
        Field(name="bound_on", section="user_binding", editor=Editor.DAY, until=Phase.ALWAYS),
        Field(name="bound_document", section="user_binding", editor=Editor.LINE, until=Phase.ALWAYS),
    ),
    internal=(),
)


def binding_of(user: User) -> Binding:
    return Binding(
        bound_as=user.bound_as,
        bound_by=user.bound_by,
        bound_on=user.bound_on,
        bound_document=user.bound_document,
    )


def verify_binding(binding: Binding) -> None:
    """Refuse details of nothing that is stated, and a check without who, when and of which document.

    Raises FieldMissingError.
    """
    is_checked = binding.bound_as is IdentityBinding.SELF_ISSUED_VOUCHED_BY
    details = {
        "bound_by": not is_blank(binding.bound_by),
        "bound_on": binding.bound_on is not None,
        "bound_document": not is_blank(binding.bound_document),
    }
    if binding.bound_as is None and any(details.values()):
        raise FieldMissingError("a required field is empty", "user_binding.bound_as")
    for name, is_told in details.items():
        if is_checked and not is_told:
            raise FieldMissingError("a required field is empty", f"user_binding.{name}")
