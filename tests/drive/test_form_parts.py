"""What certain measures of an EIO need besides, by real keys: asked where ticked, corrected and printed."""

import subprocess
from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.orders import complete_order
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation_codes import MeasureKind
from thb_desktop.domain.order_questions import FormQuestion
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation
from thb_desktop.words import capital, word

CORRECTING = "Correct an order, request or agreement: EIO-1  LI-1/EIO"
VIDEO, TAPPED = MeasureKind.VIDEO_HEARING_WITNESS, MeasureKind.INTERCEPTION


def called(code: MeasureKind | FormQuestion) -> str:
    return capital(word(code, "en"))


def test_two_parts_of_section_h_are_entered_by_keys_one_is_corrected_and_both_are_printed(
    clerk: Clerk, tmp_path: Path
):
    vault, sheet = tmp_path / "office.thbvault", tmp_path / "data.pdf"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        order = complete_order(session, small)
    reasons, duration = called(FormQuestion.H2_REASONS), called(FormQuestion.H7_DURATION)
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Orders and requests")
    clerk.waits_for_button("Correct")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECTING)
    assert not clerk.reader.find(reasons, "text"), "nothing is ticked that asks it"
    clerk.fills({called(VIDEO): "", called(TAPPED): ""})
    clerk.fills(
        {
            reasons: "She lives in Cluj",
            called(FormQuestion.H2_CONDUCTED_BY): "The judge of Liege, in French",
            called(FormQuestion.H7_REASONS): "They speak of her by telephone",
            duration: "Three months",
        }
    )
    assert not clerk.reader.find(called(FormQuestion.H6_REASONS), "text")
    clerk.screen.picture("parts")
    clerk.fills({"Why it is corrected": "The form asks it"})
    clerk.takes(CORRECTING)
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({duration: "One month", "Why it is corrected": "The judge shortened it"})
    clerk.takes(CORRECTING)
    clerk.presses("Board")
    clerk.sees_dialog("Board of requests")
    clerk.waits_for_button("Data for the form…")
    clerk.presses("Data for the form…")
    clerk.chooses_files("Where the sheet is written", str(sheet))
    clerk.reads("written: \u2066data.pdf")
    clerk.escapes()
    clerk.leaves()

    printed = subprocess.run(["pdftotext", "-layout", sheet, "-"], check=True, capture_output=True).stdout
    told = " ".join(printed.decode().split())
    for text in (
        "H2, H7",
        "She lives in Cluj",
        "The judge of Liege, in French",
        "They speak of her",
        "One month",
    ):
        assert text in told, text
    assert "Three months" not in told
    with closing(reopen(vault)) as session:
        (kept,) = cooperation.list_instruments(session, order.case_id)
        (_, _, shorter) = corrections.list_corrections(session, order.id)
    assert kept.measure_kinds == (VIDEO, TAPPED)
    assert dict(kept.part_answers)["H7_DURATION"] == "One month"
    assert shorter.field == "part_answers"
    assert shorter.reason == "The judge shortened it"
    assert "Three months" in (shorter.before or "")
    assert clerk.screen.errors() == ""
