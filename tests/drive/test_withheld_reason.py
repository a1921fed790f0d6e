"""A name is masked in a record by real keys; the reasons of a linguist say it again, and are withheld."""

from contextlib import closing
from pathlib import Path

from tests.drive.test_masked_text import MASKS
from tests.services.bundling.test_certified_renderings import closed
from tests.support import language_jobs, offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.driven import draws_up_version
from tests.support.exported import SPECIAL, verified
from tests.support.leaks import leaks, readable
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.services.bundling import disclosures, maskable
from thb_desktop.services.language import versions
from thb_desktop.services.testimony.records import require_interview

SAID = "Am plătit 3.600 de euro doamnei Ana."
WHY = "the figure was left out, says Ana"


def begin(vault: Path) -> tuple[int, int]:
    """A translation that was signed in spite of a rule, with why; return the places of the turn and of the
    signature in the list of texts.
    """
    with closing(new_session(vault)) as session:
        small = offices.small_case(session)
        with language_jobs.desk(session, small) as found:
            texts = ("Do you understand?", "I paid her.")
            made = [
                versions.write_version(session, found.job.id, turn.id, text, signer=found.first.signer)
                for turn, text in zip(found.turns, texts, strict=True)
            ]
            reasons = [(each, WHY) for each, _ in found.said(made)]
            signed_as = {"state": v.RenderingState.SELF_CHECKED, "signer": found.first.signer}
            versions.sign_versions(session, found.job.id, made, reasons, **signed_as)
            closed(session, require_interview(session, found.job.interview_id))
        draft = disclosures.DisclosureDraft(recipient="Nobody", purpose="To count", basis="None")
        counted: DisclosureId = disclosures.draw_up(session, small.case.id, draft).id
        listed = [each.text for each in maskable.list_maskable(session, counted)]
        return listed.index(SAID), listed.index(WHY)


def masks(clerk: Clerk, place: int, *keys: str, is_refused_first: bool = False) -> None:
    """Choose a text of the list, words in it, and mask them there alone."""
    clerk.waits_for_button("Mask words")
    clerk.reaches("Mask words…")
    clerk.screen.keys("space")
    clerk.sees_dialog(MASKS.replace("D-001", "D-002"))
    if is_refused_first:
        clerk.presses("Mask the chosen words")
        clerk.waits_for_focus("Text")
        clerk.reads("Please choose words in the text first.")
    ordered = {"Ordered by": "Judge Maes"}
    clerk.fills({"Reason": "Third party", **({} if is_refused_first else ordered)})
    clerk.reaches("Texts of the version")
    clerk.screen.keys("ctrl+Home", *["Down"] * place)
    clerk.reaches("Text")
    clerk.screen.keys(*keys)
    clerk.presses("Mask the chosen words")
    if is_refused_first:
        clerk.waits_for_focus("Ordered by")
        clerk.reads("Please write which authority ordered it.")
        clerk.fills(ordered)
        clerk.presses("Mask the chosen words")
    clerk.reads("1 place masked.")


def test_reasons_that_say_a_masked_name_are_withheld_from_the_refusal_to_the_bundle(
    clerk: Clerk, tmp_path: Path
):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    turn, signature = begin(vault)
    clerk.opens(vault, PASSPHRASE)
    draws_up_version(clerk, is_refused_first=True)
    masks(clerk, turn, "ctrl+End", "Left", "ctrl+shift+Left", is_refused_first=True)
    clerk.escapes()
    clerk.fills({"State of the recipient": "BE", "The recipient is": "Authority", SPECIAL: "No"})
    clerk.reaches("All or none: Translations beside them")
    clerk.screen.keys("space")
    clerk.fills({"Reason for acting alone": "alone in the office"})
    clerk.presses("Prepare the pages")
    clerk.reads("Masked words stand there again")

    masks(clerk, signature, "ctrl+End", "ctrl+shift+Left")
    clerk.reads("no check can confirm then that the linguist signed")
    clerk.escapes()
    clerk.presses("Prepare the pages")
    clerk.waits_for_focus("Why a sealed identity leaves")
    clerk.reads("name of the interpreter or linguist")
    clerk.fills({"Why a sealed identity leaves": "the linguist has this name, not the witness"})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.fills({"Save as": str(bundle)})
    clerk.takes("Sign and save the bundle")
    clerk.reads("Nothing is invalid, but not everything could be confirmed.")
    clerk.reads("the sender withholds the signature of the linguist on 2 versions")
    clerk.leaves()

    told = verified(bundle, vault)
    places = readable(bundle.read_bytes())
    assert "withholds the signature of the linguist on 2 versions" in told.stdout
    assert leaks(("Ana", "figure was left out"), places) == []
    text = " ".join(places["text: drawn -raw"].decode().split())
    assert text.count("⟦R-002 THIRD_PARTY⟧") == 2  # in its place, and in the list
    assert "Signature motivée" in text
