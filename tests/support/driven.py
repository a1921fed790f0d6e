"""Where drives begin: a small case with a record in French and Romanian; and a way that several go."""

from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
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


def draws_up_version(clerk: Clerk, *, is_refused_first: bool = False) -> None:
    """Draw up a version for a recipient, on the page *Export*."""
    clerk.goes_to("Export", "ctrl+5")
    clerk.presses("Draw up")
    clerk.sees_dialog("Draw up a version for a recipient")
    if is_refused_first:
        clerk.screen.keys("ctrl+Return")
        clerk.waits_for_focus("Recipient")
        clerk.reads("Please write who receives it.")
        clerk.fills({"Recipient": "Tribunal de Lille", "Purpose": "Hearing"})
        clerk.screen.keys("ctrl+Return")
        clerk.waits_for_focus("Or rests on")
        clerk.reads("Please choose the request, or write on what else it rests.")
    clerk.fills(
        {
            "Recipient": "Tribunal de Lille",
            "Purpose": "Hearing",
            "Or rests on": "Art. 7",
            "Records and exhibits": "All that the choices below allow",
        }
    )
    clerk.takes("Draw up a version for a recipient")
