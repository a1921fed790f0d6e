"""What the register tells of an order and of an authority stands in the bundle, as it was corrected."""

import subprocess
from dataclasses import replace
from pathlib import Path

from tests.support.instruments import added
from tests.support.offices import Small, registered
from tests.support.packages import bundled
from tests.support.pdfs import pages_of
from thb_desktop.domain.cooperation_codes import (
    InstrumentLink,
    InstrumentStatus,
    InstrumentType,
    RefusalGround,
)
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session

MET = (("Audiovisual recording", "Met, both cameras"), ("Lawyer present", "Not met: asked too late"))


def test_refusal_relations_return_translation_formalities_and_contact_are_printed(
    session: Session, small: Small, tmp_path: Path
):
    order = added(
        session,
        small,
        status=InstrumentStatus.REFUSED,
        also_related=("EIO-3", "RO-78/2026"),
        return_when="After the decision of Liège",
        form_translation="Romanian, P-INT, 19 March",
        formalities_met=MET,
    )
    corrections.correct(
        session,
        replace(
            order,
            refused_because="Article 11(1)(d): ne bis in idem",
            refusal_grounds=(RefusalGround.NE_BIS_IN_IDEM, RefusalGround.FUNDAMENTAL_RIGHTS),
        ),
        "The letter names it",
    )
    request = added(
        session,
        small,
        number="MLA-2",
        type=InstrumentType.MLA_REQUEST_2000,
        related_id=order.id,
        related_as=InstrumentLink.FOLLOWS,
    )
    contact = "Rue du Palais 1, Liège\n+32 4 000 00 00\njuge@example.be"
    corrections.correct(session, replace(small.authority, contact=contact), "As on the letterhead")
    exhibit = registered(session, small, instrument_id=order.id)

    later = registered(session, small, number="E-2", instrument_id=request.id)
    target = bundled(session, small.case.id, [exhibit.id, later.id], tmp_path / "bundle.pdf")

    read = subprocess.run(["pdftotext", "-raw", str(target), "-"], capture_output=True, check=True)
    told = " ".join(word for page in pages_of(read.stdout.decode()) for word in page)
    for each in (
        *("Article 11(1)(d): ne bis in idem", "EIO-3", "RO-78/2026", "After the decision of Liège"),
        *("Romanian, P-INT, 19 March", "Audiovisual recording", "Not met: asked too late"),
        *("Rue du Palais 1, Liège", "juge@example.be"),
        *("Motifs du refus", "ne bis in idem, droits fondamentaux", "Suivi de MLA-2", "fait suite à"),
        "Un exposé des faits, des chefs et des éléments d'une infraction n'est pas transmis",
        *("Accusé de réception", "renvoyez à Juge d'instruction", "SHA-256 du fichier"),
    ):
        assert each in told, each
