"""Namesakes: whether a name that is typed, and so linked with nobody, is that of an entry which can be chosen
at its field; and whether two entries are linked with one user. A person is chosen by their pseudonym: names
that are claimed or sealed are not compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from thb_desktop.domain.folding import folded
from thb_desktop.domain.people import Interpreter, Official
from thb_desktop.findings import Finding, unknown

LINKED: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "custody_event": {"actor": ("actor_id",)},
        "presence": {"name": ("official_id", "interpreter_id", "person_id")},
        "hand_over": {"payer": ("payer_id",), "receiver": ("receiver_id",)},
        "attribution": {"holder": ("person_id",)},
    }
)
"""By the name of an entity: the fields in which a name is typed, and those that say who of the case it is."""


def check_namesake(field: str, typed: str, known: Iterable[tuple[str, ...]]) -> Iterator[Finding]:
    """Ask about a typed name that an entry of the case has. field: as "hand_over.payer". known: of each
    entry its code, and its name.

    Capitals, accents and blanks are no difference.
    """
    wanted = _compared(typed)
    if wanted and (codes := [each[0] for each in known if wanted in map(_compared, each)]):
        yield unknown("name-known", field=field, name=typed, known=tuple(dict.fromkeys(codes)))


def check_user(entry: Official | Interpreter, others: Iterable[Official | Interpreter]) -> Iterator[Finding]:
    """Ask about an entry that is linked with a user with whom another one of its kind is linked: of a user
    the program takes all that was done for that of one person.
    """
    same = [
        each
        for each in others
        if entry.user_id is not None
        and each.user_id == entry.user_id
        and each.id != entry.id
        and type(each) is type(entry)
        and not each.struck
    ]
    if same:
        entity = "official" if isinstance(entry, Official) else "interpreter"
        yield unknown("user-linked-twice", field=f"{entity}.user_id", known=tuple(each.code for each in same))


def _compared(name: str) -> str:
    return " ".join(folded(name).split())
