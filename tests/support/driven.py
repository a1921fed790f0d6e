"""Vaults from which a drive begins: a small case with a record in French and Romanian."""

from contextlib import closing
from pathlib import Path

from tests.support.controllers import new_session
from tests.support.offices import small_case
from tests.support.records import held, outcome, sign, turn
from tests.support.testimony import SIGNED_BY_ALL
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.testimony import read_back
from thb_desktop.services.testimony.segments import NewRendering

NUMBER = "I-01"
TURNS = (
    ("Comprenez-vous l'interprète ?", "Înțelegeți interpretul?", "Da, înțeleg.", "Oui, je comprends."),
    (
        "Où dormiez-vous ?",
        "Unde dormeați?",
        "Într-o cameră deasupra restaurantului.",
        "Dans une chambre au-dessus du restaurant.",
    ),
)
"""Question, its rendition, answer, and its rendition."""


def office_with_record(folder: Path, *, is_signed: bool) -> None:
    """A vault whose judge has a record that was read back, or one that is signed too; it is closed."""
    with closing(new_session(folder)) as session:
        small = small_case(session)
        record = held(session, small, number=NUMBER)

        def said(language: str, text: str) -> tuple[NewRendering, ...]:
            return (
                NewRendering(
                    language=language,
                    text=text,
                    kind=v.RenderingKind.RENDITION,
                    author_id=small.interpreter.id,
                ),
            )

        for question, asked, answer, told in TURNS:
            turn(
                session,
                record,
                question,
                speaker=v.SpeakerRole.INTERVIEWER,
                kind=v.UtteranceKind.QUESTION,
                language="fr",
                renderings=said("ro", asked),
            )
            turn(session, record, answer, renderings=said("fr", told))
        read_back.read_back(session, record.id, outcome(), SIGNED_BY_ALL if is_signed else ())
        if is_signed:
            sign(session, record.id)
