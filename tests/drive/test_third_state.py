"""A bundle for a third State by real keys: what keeps it here, and how each of it is resolved.

The ground is missing, its reason, the competence of the recipient and the consent of the State from which
data came (V-P-05), then the consent to an onward transfer (V-X-02), how the rights of persons were weighed
(Article 38(2) of Directive (EU) 2016/680), and the category of a person (V-P-01).
"""

import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import office_with_record
from tests.support.exported import SPECIAL
from tests.support.instruments import added, conditioned
from tests.support.offices import act, exhibit
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation_codes import TransferGround
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

WEIGHED, WHY = (
    "How the rights of persons were weighed",
    "She is heard under protection there too",
)
COMPETENT = "The special prosecution office leads the proceedings there"
AGREED = "DIICOT, 2 April 2026, 77/2026"


def begin(vault: Path) -> None:
    """Who is in the record has a role without a category; an exhibit came from Romania, on a condition."""
    office_with_record(vault, is_signed=True)
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        like: Any = SimpleNamespace(case=case, official=people.list_officials(session, case.id)[0])
        (role,) = people.list_roles(session, case.id)
        corrections.correct(session, replace(role, led_category=None), "It was guessed")
        order = added(session, like)
        exhibits.register_exhibit(session, exhibit(like, instrument_id=order.id), act())
        conditioned(session, like, instrument_id=order.id)


def refused(clerk: Clerk, said: str, resolved: dict[str, str]) -> None:
    """Prepare the pages, read why nothing is laid out, and do what the sentence asks for, at its field."""
    clerk.presses("Prepare the pages")
    clerk.reads(said)
    for first in list(resolved)[:1]:
        clerk.waits_for_focus(first)
    clerk.fills(resolved)


def corrects(clerk: Clerk, section: str, form: str, fields: dict[str, str]) -> None:
    """Correct the one entry of a section of the case, and come back to the page *Export*."""
    clerk.goes_to("Cases", "ctrl+1")
    clerk.opens_section(section)
    if section == "Persons":
        clerk.waits_for_button("Roles")
        clerk.presses("Roles")
        clerk.sees_dialog("Roles of V-01")
    clerk.presses("Change" if section == "Persons" else "Correct")
    clerk.sees_dialog(form)
    clerk.fills(fields)
    clerk.takes(form)
    if section == "Persons":
        clerk.escapes()
    clerk.goes_to("Export", "ctrl+5")


def test_what_keeps_a_bundle_from_a_third_state_is_resolved_by_keys(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Export", "ctrl+5")
    clerk.reads("Téléphone")
    clerk.fills({"Purpose": "Hearing of V-01", "Recipient": "SPAK", "State of the recipient": "AL"})
    clerk.fills({"The recipient is": "Authority", SPECIAL: "No"})
    clerk.fills({"Without a request, on our own initiative": "Yes"})
    for each in ("Interviews", "Exhibits"):
        clerk.reaches(f"All or none: {each}")
        clerk.screen.keys("space")
    clerk.fills({"Reason for acting alone": "alone in the office"})

    adequate = {"Ground for a third State": "Adequate protection"}
    refused(clerk, "\u2066AL\u2069 is a third State: choose the ground of Chapter V", adequate)
    safeguards = {"Ground for a third State": "Safeguards of a binding"}
    refused(clerk, "has no decision that \u2066AL\u2069 protects data adequately (V-P-05)", safeguards)
    derogation = {"Ground for a third State": "Derogation: purposes"}
    refused(clerk, "The ground names safeguards of an instrument, and no instrument is chosen", {})
    clerk.fills(derogation)
    reason = {"Reason for the ground": "the traffickers are tried there"}
    refused(clerk, "holds only for a reason in this case: write it (V-P-05).", reason)
    refused(clerk, "is competent to prevent, investigate", {"Why the recipient is competent": COMPETENT})
    authorised = {"Consent of the State from which data came": AGREED}
    refused(clerk, "Data in the bundle came from \u2066RO\u2069: write how", authorised)
    refused(clerk, "under Conditions: add \u2066AL\u2069 or the name of the recipient to its consents", {})
    consent = {"What": "AL", "Text": AGREED, "Why it is corrected": "DIICOT agreed"}
    corrects(clerk, "Conditions", "Correct a condition of use: C-1", consent)
    refused(clerk, "override the public interest in the transfer (Article 38(2)", {WEIGHED: WHY})
    refused(clerk, "The category of data subject is not entered for: \u2066V-01\u2069 (rule V-P-01).", {})
    role = {"Category of data subject": "Victim", "Why it is corrected": "stated by the judge"}
    corrects(clerk, "Persons", "Correct a role: Victim", role)
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.fills({"Save as": str(bundle)})
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified.")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (made,) = registry.BUNDLE.all(session.read)
        (condition,) = registry.USE_CONDITION.all(session.read)
    assert (made.state, made.ground) == ("AL", TransferGround.ART38_D_INDIVIDUAL_CASE)
    assert (made.competence, made.authorised) == (COMPETENT, AGREED)
    assert made.warned == (("transfer.override-to-weigh", WHY),)
    assert condition.consents == (("AL", AGREED),)
    text = subprocess.run(
        ["pdftotext", "-raw", bundle, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert all(said in " ".join(text.split()) for said in (WHY, COMPETENT, AGREED))
    assert clerk.screen.errors() == ""
