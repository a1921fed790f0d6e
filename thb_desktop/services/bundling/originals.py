"""The custody of exhibits of which a version shows masked copies alone, as far as it can be told."""

from collections.abc import Sequence

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import Redaction
from thb_desktop.domain.ids import DisclosureId, ExhibitId
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.originals_told import OriginalTold, original_told
from thb_desktop.domain.rights import Right
from thb_desktop.domain.state_clocks import by_clock_of
from thb_desktop.services.bundling.file_texts import in_copies_alone
from thb_desktop.services.bundling.masked_copies import copies_in
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.vault.tables import registry


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def originals_of(
    session: Session, disclosure_id: DisclosureId, redactions: Sequence[Redaction]
) -> tuple[OriginalTold, ...]:
    """Return what is told of the exhibits from which the masked copies of a version were made, and which are
    not in it themselves. One without a copy is not told: nothing of it is in the version.

    redactions: all of the version.
    """
    unshown = in_copies_alone(session.read, redactions)
    made = copies_in(session.read, disclosure_id)
    files = registry.EXHIBIT_FILE.among(session.read, "id", [*made])
    copies = registry.EXHIBIT.among(session.read, "id", [each.exhibit_id for each in made.values()])
    numbers = {each.id: each.number for each in copies}
    copied: dict[ExhibitId, list[str]] = {}
    for file in files:
        if file.exhibit_id in unshown:
            copied.setdefault(file.exhibit_id, []).append(numbers[made[file.id].exhibit_id])
    told = [_told(session, original, tuple(sorted(copied[original], key=natural))) for original in copied]
    return tuple(sorted(told, key=lambda each: natural(each.number)))


def _told(session: Session, original: ExhibitId, copies: tuple[str, ...]) -> OriginalTold:
    full = exhibits.get_exhibit(session, original)
    country = get_case(session, full.exhibit.case_id).country
    return original_told(
        full.exhibit,
        [each.event for each in full.custody],
        full.files,
        full.lists,
        copies=copies,
        at=by_clock_of(session.clock.read().at, country),
    )
