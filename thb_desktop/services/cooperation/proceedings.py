"""The proceedings of a case side by side: periods, authorities, persons, and which of them overlap."""

from collections.abc import Mapping
from dataclasses import dataclass

from thb_desktop.domain.case import Proceeding
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, ProceedingId
from thb_desktop.domain.parallel import Pair, TextsNamed, persons_of, side_by_side, texts_about
from thb_desktop.domain.rights import Right
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import merges, people


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """persons: the pseudonyms of those with a role in each. authorities: the name of each one's. codes: the
    pseudonym of each person of the case. texts: what the data pack names for proceedings in several States.
    """

    proceedings: tuple[Proceeding, ...]
    persons: Mapping[ProceedingId, tuple[str, ...]]
    authorities: Mapping[str, str]
    codes: Mapping[str, str]
    pairs: tuple[Pair, ...]
    texts: TextsNamed | None


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def proceedings_of(session: Session, case_id: CaseId) -> SideBySide:
    """Return the proceedings that stand, and each two of them."""
    standing = tuple(each for each in cases.list_proceedings(session, case_id) if not each.struck)
    roles = people.list_roles(session, case_id)
    codes = {str(each.id): each.code for each in people.list_persons(session, case_id)}
    pairs = side_by_side(standing, roles, merges.list_links(session, case_id))
    return SideBySide(
        proceedings=standing,
        persons={key: tuple(codes[each] for each in named) for key, named in persons_of(roles).items()},
        authorities={str(each.id): each.name for each in cases.list_authorities(session, case_id)},
        codes=codes,
        pairs=pairs,
        texts=texts_about(pack_in_use(session.read), pairs),
    )
