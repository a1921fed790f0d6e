"""A transcript that was made in ELAN becomes turns by real keys; what ELAN adds beside them is named."""

from contextlib import closing
from pathlib import Path

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.recorded import recorded
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.vault.tables import registry

SAID = (("1", "أين كنت؟", ""), ("2", "كنت في البيت مع أختي.", ""))
EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="Bureau" DATE="2026-06-02T10:00:00+02:00" FORMAT="3.0" VERSION="3.0"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
    <LICENSE LICENSE_URL=""/>
    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
        <MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/zaal.wav" MIME_TYPE="audio/x-wav"/>
        <PROPERTY NAME="lastUsedAnnotationId">5</PROPERTY>
    </HEADER>
    <TIME_ORDER>
        <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/>
        <TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2500"/>
        <TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="3000"/>
        <TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="4500"/>
        <TIME_SLOT TIME_SLOT_ID="ts5" TIME_VALUE="5000"/>
        <TIME_SLOT TIME_SLOT_ID="ts6"/>
    </TIME_ORDER>
    <TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="Juge" TIER_ID="J">
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
            <ANNOTATION_VALUE>Waar was u?</ANNOTATION_VALUE>
        </ALIGNABLE_ANNOTATION></ANNOTATION>
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts6">
            <ANNOTATION_VALUE></ANNOTATION_VALUE>
        </ALIGNABLE_ANNOTATION></ANNOTATION>
    </TIER>
    <TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="" TIER_ID="Getuige">
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4">
            <ANNOTATION_VALUE>Thuis, met mijn zus.</ANNOTATION_VALUE>
        </ALIGNABLE_ANNOTATION></ANNOTATION>
    </TIER>
    <TIER LINGUISTIC_TYPE_REF="gloss" PARENT_REF="Getuige" TIER_ID="Vertaling">
        <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a4" ANNOTATION_REF="a3">
            <ANNOTATION_VALUE>At home, with my sister.</ANNOTATION_VALUE>
        </REF_ANNOTATION></ANNOTATION>
    </TIER>
    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>
    <CONSTRAINT DESCRIPTION="1-1 association with a parent annotation" STEREOTYPE="Symbolic_Association"/>
</ANNOTATION_DOCUMENT>
"""
ASSIGNED = {
    "Juge: person": "Interviewer",
    "Juge: kind of turn": "Question",
    "Juge: spoken in": "Dutch",
    "Getuige: person": "Person heard",
    "Getuige: kind of turn": "Answer",
    "Getuige: spoken in": "Dutch",
    "The words are": "what was said",
    "Captured": "Transcribed",
    "Times are of": "E-92",
}


def chooses(clerk: Clerk, file: Path) -> None:
    clerk.waits_for_focus("File")
    clerk.screen.keys("space")
    clerk.chooses_files("Transcript", str(file))


def test_a_transcript_of_elan_becomes_turns_and_its_other_tiers_are_named(clerk: Clerk, tmp_path: Path):
    vault, eaf = tmp_path / "vault", clerk.screen.home / "talk.eaf"
    broken, other = clerk.screen.home / "broken.eaf", clerk.screen.home / "talk.trs"
    eaf.write_text(EAF, encoding="utf-8")
    broken.write_text("<Trans version='1'/>", encoding="utf-8")
    other.write_text(EAF, encoding="utf-8")
    office_with_record(vault, SAID)
    with closing(reopen(vault)) as session:
        draft = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        recorded(session, draft.id)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.screen.keys("ctrl+End")
    clerk.presses("Transcript")
    clerk.sees_dialog("Take over a transcript")

    chooses(clerk, other)
    clerk.reads("Read are files that end in")
    clerk.screen.picture("ending")
    chooses(clerk, broken)
    clerk.reads("The file is not what the ending of its name says")
    chooses(clerk, eaf)
    clerk.reads("2 turns, ")
    clerk.fills(ASSIGNED)
    clerk.screen.picture("tiers")
    clerk.takes("Take over a transcript")
    clerk.reads("2 turns were added from the transcript.")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        turns = [each for each in registry.SEGMENT.all(session.read) if each.interview_id == draft.id]
    asked, told = sorted(turns, key=lambda each: each.position)[-2:]
    assert (asked.source_text, told.source_text) == ("Waar was u?", "Thuis, met mijn zus.")
    assert (told.recording_from, told.recording_to) == ("E-92 00:00:03", "E-92 00:00:05")
    assert {asked.capture, told.capture} == {v.SourceCapture.TRANSCRIBED_FROM_RECORDING}
    assert clerk.screen.errors() == ""
