"""Orders and requests by real keys: every field of one, an answer with its grounds, and links."""

from contextlib import closing
from datetime import date
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.instruments import added
from tests.support.offices import registered, small_case
from tests.support.orders import complete_order
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import (
    InstrumentLink,
    InstrumentStatus,
    InstrumentType,
    MeasureKind,
    PostponementGround,
    ProceedingsKind,
    RefusalGround,
    UrgencyGround,
)
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation

NEW = "Register an order, request or agreement"
AUTHORITY = "Juge d'instruction"
FIELDS = {
    "Number in the file": "EIO-2",
    "Kind": "Supplementary European Investigation Order",
    "Treaty or act": "Directive 2014/41/EU",
    "Reference": "LI-2/EIO",
    "Reference of the other side": "RO-77/2026",
    "From": "BE",
    "To": "RO",
    "Issuing authority": AUTHORITY,
    "Validating authority": AUTHORITY,
    "Executing authority": AUTHORITY,
    "Central authority": AUTHORITY,
    "Status": "Received",
    "Status since": "21.3.2026",
    "Ne bis in idem": "",
    "Grounds of the refusal: Another ground": "",
    "Refusal in the words of the answer": "Judged in Cluj",
    "Issued on": "20.3.2026",
    "Transmitted on": "20.3.2026",
    "Received on": "21.3.2026",
    "Acknowledged on": "22.3.2026",
    "Recognised on": "23.3.2026",
    "Executed on": "24.3.2026",
    "Deadline asked for": "1.7.2026",
    "Extended because": "Two hearings",
    "Postponed because of": "An ongoing investigation or prosecution",
    "Postponed until": "1.9.2026",
    "Measures": "Hearing of a witness",
    "Place of the measures": "Cluj",
    "Valid from": "20.3.2026",
    "Valid until": "30.6.2026",
    "Text or clause relied on": "Section C, 2",
    "File of the order (exhibit)": "E-1",
    "Languages": "ro",
    "Confidential": "Yes",
    "Urgent": "Yes",
    "Ground of urgency": "The trial is near",
    "Translation of the form": "Romanian, P-INT",
    "What": "Audiovisual recording",
    "Text": "Met",
    "Evidence to be returned": "Yes",
    "To be returned when": "After the decision",
    "Remedy pending": "No",
    "Earlier order to which it belongs": "EIO-1",
    "What it does to the earlier order": "Supplements",
    "Other orders that belong to it": "EIO-3",
    "Wave of requests": "2",
    "Working note, not printed": "Called on Monday",
    "Hearing of a witness": "",
    "Information on accounts at banks and other financial institutions": "",
    "Form D: supplements an earlier order": "Yes",
    "Form E: persons concerned, by pseudonym": "V-01",
    "Form F: kind of proceedings": "Criminal proceedings",
    "Form G: facts and grounds": "Work without pay",
    "Form G: nature and legal classification of the offence": "Article 433quinquies",
    "Form G: listed offence, three years or more": "Yes",
    "H4, accounts: banks that may be involved, if known": "Banca Transilvania",
    "Form I: formalities and procedures asked for": "Recording",
    "Form J: remedies sought, and who informs of them": "None",
    "Form K: post and contact of who issues it": "Judge, Liege",
    "Form L: validated on": "19.3.2026",
    "Certified: necessary and proportionate": "Yes",
    "Certified: available in a similar domestic case": "Yes",
}
"""Every field of the form, in its order."""


def test_every_field_of_an_order_is_entered_by_keys_corrected_and_listed(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        first, exhibit = added(session, small), registered(session, small)
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Orders and requests")
    clerk.presses("Add")
    clerk.sees_dialog(NEW)
    clerk.screen.picture("form")
    clerk.fills(FIELDS)
    clerk.screen.picture("filled")
    clerk.takes(NEW)
    clerk.waits_for_choice("Orders and requests", "list item")
    clerk.presses("Correct")
    correcting = "Correct an order, request or agreement: EIO-2  LI-2/EIO"
    clerk.sees_dialog(correcting)
    clerk.fills({"Place of the measures": "Cluj-Napoca", "Why it is corrected": "The letter says so"})
    clerk.takes(correcting)
    clerk.screen.picture("listed")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        made = next(each for each in cooperation.list_instruments(session, case.id) if each.id != first.id)
        (corrected,) = corrections.list_corrections(session, made.id)
    assert made == Instrument(
        id=made.id,
        case_id=case.id,
        number="EIO-2",
        type=InstrumentType.EIO_SUPPLEMENTARY,
        basis="Directive 2014/41/EU",
        reference="LI-2/EIO",
        foreign_reference="RO-77/2026",
        from_country="BE",
        to_country="RO",
        issuing_authority_id=small.authority.id,
        validating_authority_id=small.authority.id,
        executing_authority_id=small.authority.id,
        central_authority_id=small.authority.id,
        status=InstrumentStatus.RECEIVED,
        status_on=date(2026, 3, 21),
        refusal_grounds=(RefusalGround.NE_BIS_IN_IDEM, RefusalGround.OTHER),
        refused_because="Judged in Cluj",
        issued_on=date(2026, 3, 20),
        transmitted_on=date(2026, 3, 20),
        received_on=date(2026, 3, 21),
        acknowledged_on=date(2026, 3, 22),
        recognised_on=date(2026, 3, 23),
        executed_on=date(2026, 3, 24),
        due_on=date(2026, 7, 1),
        extended_because="Two hearings",
        postponed_because=PostponementGround.ONGOING_INVESTIGATION,
        postponed_until=date(2026, 9, 1),
        measures=("Hearing of a witness",),
        measure_kinds=(MeasureKind.HEARING_WITNESS, MeasureKind.BANK_ACCOUNTS),
        territory="Cluj-Napoca",
        valid_from=date(2026, 3, 20),
        valid_until=date(2026, 6, 30),
        order_text="Section C, 2",
        order_exhibit_id=exhibit.id,
        languages=("ro",),
        confidential=True,
        urgent=True,
        urgency=UrgencyGround.IMMINENT_TRIAL_DATE,
        form_translation="Romanian, P-INT",
        formalities_met=(("Audiovisual recording", "Met"),),
        return_required=True,
        return_when="After the decision",
        remedy_pending=False,
        related_id=first.id,
        related_as=InstrumentLink.SUPPLEMENTS,
        also_related=("EIO-3",),
        wave=2,
        note="Called on Monday",
        supplements_earlier=True,
        persons_concerned=("V-01",),
        proceedings_kind=ProceedingsKind.CRIMINAL,
        facts="Work without pay",
        offence_in_law="Article 433quinquies",
        listed_offence=True,
        part_answers=(("H4_BANKS", "Banca Transilvania"),),
        formalities="Recording",
        remedies="None",
        issuer_contact="Judge, Liege",
        validated_on=date(2026, 3, 19),
        proportionate=True,
        available_at_home=True,
    )
    empty = [each.name for each in INSTRUMENT.fields if getattr(made, each.name) in (None, "", ())]
    assert empty == ["further_states"], "which an agreement alone has"
    assert corrected.field == "territory"
    assert clerk.screen.errors() == ""


def test_a_refusal_is_answered_for_with_its_ground_and_followed_by_a_request(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        order = complete_order(session, small, measure_kinds=(MeasureKind.HEARING_WITNESS,))
    correcting = "Correct an order, request or agreement: EIO-1  LI-1/EIO"
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Orders and requests")
    clerk.waits_for_button("Correct")
    clerk.presses("Correct")
    clerk.sees_dialog(correcting)
    clerk.fills(
        {"Status": "Refused", "Status since": "4.6.2026", "Grounds of the refusal: Another ground": ""}
    )
    clerk.fills({"Why it is corrected": "The letter of 4 June"})
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Refusal in the words of the answer")  # another ground is told in words
    clerk.screen.picture("refused")
    clerk.fills({"Refusal in the words of the answer": "Judged in Cluj on 3 May"})
    clerk.takes(correcting)
    clerk.presses("Correct")
    clerk.sees_dialog(correcting)
    clerk.fills({"Ne bis in idem": "", "The measure is kept for other offences there": ""})
    clerk.reaches("Grounds of the refusal: Another ground")
    clerk.screen.keys("space")
    clerk.fills({"Why it is corrected": "It has a ground of its own"})
    clerk.takes(correcting)
    clerk.enters(
        NEW,
        {
            "Number in the file": "MLA-2",
            "Kind": "Request for mutual legal assistance (2000 Convention)",
            "Reference": "LI-2",
            "From": "BE",
            "To": "RO",
            "Earlier order to which it belongs": "EIO-1",
            "What it does to the earlier order": "Follows",
        },
    )
    clerk.presses("Board")
    clerk.sees_dialog("Board of requests")
    clerk.reads("Followed by MLA-2")
    clerk.reads("Directive 2014/41/EU, Article 11(1)(d)")
    clerk.reads("each measure that is ticked is one: hearing of a witness")
    clerk.screen.picture("board")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        one, two = cooperation.list_instruments(session, order.case_id)
    assert (one.status, one.refusal_grounds) == (
        InstrumentStatus.REFUSED,
        (RefusalGround.NE_BIS_IN_IDEM, RefusalGround.OFFENCE_THRESHOLD),
    )
    assert one.refused_because == "Judged in Cluj on 3 May"
    assert (two.related_id, two.related_as) == (order.id, InstrumentLink.FOLLOWS)
    assert clerk.screen.errors() == ""


def test_a_link_that_leads_back_is_refused_at_its_field(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        first = added(session, small)
        added(session, small, number="EIO-2", reference="LI-2/EIO", related_id=first.id)
    correcting = "Correct an order, request or agreement: EIO-1  LI-1/EIO"
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Orders and requests")
    clerk.waits_for_button("Correct")
    clerk.presses("Correct")
    clerk.sees_dialog(correcting)
    clerk.fills({"Earlier order to which it belongs": "EIO-2", "Why it is corrected": "The letter"})
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Earlier order to which it belongs")
    clerk.reads("This link would lead back to")
    clerk.screen.picture("circle")
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        assert cooperation.list_instruments(session, small.case.id)[0].related_id is None
