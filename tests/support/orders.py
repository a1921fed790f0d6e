"""An order that has everything that its official form needs."""

from typing import Any

from tests.support.instruments import added
from tests.support.offices import Small
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import ProceedingsKind
from thb_desktop.services.core.session import Session


def complete(small: Small) -> dict[str, Any]:
    """The fields of sections A to G, I, J and K. The authority of the small office is a judge."""
    return {
        "from_country": small.case.country,
        "urgent": False,
        "measures": ("Hearing of a witness",),
        "supplements_earlier": False,
        "persons_concerned": ("V-01, victim, understands Romanian",),
        "proceedings_kind": ProceedingsKind.CRIMINAL,
        "facts": "Recruited in Cluj, put to work in Li\u00e8ge.",
        "offence_in_law": "Trafficking in human beings, Article 433quinquies of the Criminal Code",
        "listed_offence": True,
        "formalities": "None beyond the law of the executing State",
        "remedies": "None sought; the registry of the court informs",
        "issuing_authority_id": small.authority.id,
        "issuer_contact": "Investigating judge, Palais de justice",
        "proportionate": True,
        "available_at_home": True,
    }


def complete_order(session: Session, small: Small, **changes: Any) -> Instrument:
    return added(session, small, **{**complete(small), **changes})
