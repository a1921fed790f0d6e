"""Words for the codes of interviews and their formalities."""

from enum import StrEnum

from thb_desktop.domain import vocabulary as v
from ui.text import QT_TRANSLATE_NOOP

WORDS: dict[type[StrEnum], dict[str, str]] = {
    v.RecordKind: {
        v.RecordKind.VERBATIM_QA: QT_TRANSLATE_NOOP("codes", "Questions and answers"),
        v.RecordKind.NARRATIVE_FIRST_PERSON: QT_TRANSLATE_NOOP("codes", "Narrative in the first person"),
        v.RecordKind.SUMMARY_MINUTES: QT_TRANSLATE_NOOP("codes", "Summary minutes"),
        v.RecordKind.AV_RECORDING_WITH_MINUTES: QT_TRANSLATE_NOOP("codes", "Recording with minutes"),
        v.RecordKind.AV_TRANSCRIPT: QT_TRANSLATE_NOOP("codes", "Transcript of a recording"),
    },
    v.AuthoritativeText: {
        v.AuthoritativeText.SOURCE_LANGUAGE: QT_TRANSLATE_NOOP("codes", "The language spoken"),
        v.AuthoritativeText.PROCEDURE_LANGUAGE: QT_TRANSLATE_NOOP("codes", "The language of the procedure"),
        v.AuthoritativeText.AV_RECORDING: QT_TRANSLATE_NOOP("codes", "The recording"),
    },
    v.Medium: {
        v.Medium.IN_PERSON: QT_TRANSLATE_NOOP("codes", "In person"),
        v.Medium.VIDEO_LINK: QT_TRANSLATE_NOOP("codes", "Video link"),
        v.Medium.TELEPHONE: QT_TRANSLATE_NOOP("codes", "Telephone"),
        v.Medium.WRITTEN_STATEMENT: QT_TRANSLATE_NOOP("codes", "Written statement"),
        v.Medium.MIXED: QT_TRANSLATE_NOOP("codes", "Mixed"),
    },
    v.InterviewState: {
        v.InterviewState.DRAFT: QT_TRANSLATE_NOOP("codes", "Draft"),
        v.InterviewState.READ_BACK: QT_TRANSLATE_NOOP("codes", "Read back"),
        v.InterviewState.SIGNED: QT_TRANSLATE_NOOP("codes", "Closed"),
        v.InterviewState.SUPPLEMENTED: QT_TRANSLATE_NOOP("codes", "Supplemented"),
        v.InterviewState.ANNULLED_BY_DECISION: QT_TRANSLATE_NOOP("codes", "Annulled by decision"),
    },
    v.DefenceParticipation: {
        v.DefenceParticipation.PRESENT: QT_TRANSLATE_NOOP("codes", "Present"),
        v.DefenceParticipation.INVITED_ABSENT: QT_TRANSLATE_NOOP("codes", "Invited, absent"),
        v.DefenceParticipation.NOT_INVITED_LEGAL_REASON: QT_TRANSLATE_NOOP(
            "codes", "Not invited, for a legal reason"
        ),
        v.DefenceParticipation.QUESTIONS_SUBMITTED_IN_WRITING: QT_TRANSLATE_NOOP(
            "codes", "Questions sent in writing"
        ),
        v.DefenceParticipation.NO_SUSPECT_IDENTIFIED: QT_TRANSLATE_NOOP("codes", "No suspect identified"),
        v.DefenceParticipation.NOT_APPLICABLE: QT_TRANSLATE_NOOP("codes", "Not applicable"),
    },
    v.ReadbackMode: {
        v.ReadbackMode.READ_BY_PERSON: QT_TRANSLATE_NOOP("codes", "Read by the person"),
        v.ReadbackMode.READ_ALOUD_PROCEDURE_LANG_THEN_INTERPRETED: QT_TRANSLATE_NOOP(
            "codes", "Read aloud, then interpreted"
        ),
        v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER: QT_TRANSLATE_NOOP(
            "codes", "Sight-translated by the interpreter"
        ),
        v.ReadbackMode.AV_PLAYBACK: QT_TRANSLATE_NOOP("codes", "Recording played back"),
        v.ReadbackMode.WAIVED_BY_PERSON: QT_TRANSLATE_NOOP("codes", "Waived by the person"),
        v.ReadbackMode.NOT_POSSIBLE: QT_TRANSLATE_NOOP("codes", "Not possible"),
    },
    v.PersonConfirmation: {
        v.PersonConfirmation.CONFIRMED_UNCHANGED: QT_TRANSLATE_NOOP("codes", "Confirmed without change"),
        v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS: QT_TRANSLATE_NOOP(
            "codes", "Confirmed with corrections"
        ),
        v.PersonConfirmation.CONTESTED: QT_TRANSLATE_NOOP("codes", "Contested"),
        v.PersonConfirmation.REFUSED_TO_CONFIRM: QT_TRANSLATE_NOOP("codes", "Refused to confirm"),
        v.PersonConfirmation.UNABLE: QT_TRANSLATE_NOOP("codes", "Unable"),
    },
    v.CopyGiven: {
        v.CopyGiven.YES: QT_TRANSLATE_NOOP("codes", "Yes"),
        v.CopyGiven.NO_REQUESTED_NOT: QT_TRANSLATE_NOOP("codes", "No, not asked for"),
        v.CopyGiven.NO_DEFERRED_REASON: QT_TRANSLATE_NOOP("codes", "No, deferred for a reason"),
        v.CopyGiven.NO_SAFETY_REASON: QT_TRANSLATE_NOOP("codes", "No, for safety"),
    },
    v.PresenceRole: {
        v.PresenceRole.INVESTIGATING_JUDGE: QT_TRANSLATE_NOOP("codes", "Investigating judge"),
        v.PresenceRole.PROSECUTOR: QT_TRANSLATE_NOOP("codes", "Prosecutor"),
        v.PresenceRole.POLICE_INTERVIEWER: QT_TRANSLATE_NOOP("codes", "Police interviewer"),
        v.PresenceRole.INSPECTOR: QT_TRANSLATE_NOOP("codes", "Inspector"),
        v.PresenceRole.CLERK: QT_TRANSLATE_NOOP("codes", "Clerk"),
        v.PresenceRole.INTERPRETER: QT_TRANSLATE_NOOP("codes", "Interpreter"),
        v.PresenceRole.RELAY_INTERPRETER: QT_TRANSLATE_NOOP("codes", "Relay interpreter"),
        v.PresenceRole.VICTIM_LAWYER: QT_TRANSLATE_NOOP("codes", "Victim's lawyer"),
        v.PresenceRole.DEFENCE_LAWYER: QT_TRANSLATE_NOOP("codes", "Defence lawyer"),
        v.PresenceRole.GUARDIAN: QT_TRANSLATE_NOOP("codes", "Guardian"),
        v.PresenceRole.SUPPORT_PERSON: QT_TRANSLATE_NOOP("codes", "Support person"),
        v.PresenceRole.PSYCHOLOGIST: QT_TRANSLATE_NOOP("codes", "Psychologist"),
        v.PresenceRole.TECHNICIAN: QT_TRANSLATE_NOOP("codes", "Technician"),
        v.PresenceRole.OBSERVER_REMOTE: QT_TRANSLATE_NOOP("codes", "Observer by link"),
        v.PresenceRole.FOREIGN_AUTHORITY: QT_TRANSLATE_NOOP("codes", "Foreign authority"),
        v.PresenceRole.OTHER: QT_TRANSLATE_NOOP("codes", "Other"),
    },
    v.PresencePlace: {
        v.PresencePlace.ROOM: QT_TRANSLATE_NOOP("codes", "In the room"),
        v.PresencePlace.OBSERVATION_ROOM: QT_TRANSLATE_NOOP("codes", "Observation room"),
        v.PresencePlace.REMOTE: QT_TRANSLATE_NOOP("codes", "By link"),
    },
    v.CautionCode: {
        v.CautionCode.ROLE_AND_PURPOSE: QT_TRANSLATE_NOOP("codes", "Role and purpose of the interview"),
        v.CautionCode.RECORDING_NOTICE: QT_TRANSLATE_NOOP("codes", "Recording notice"),
        v.CautionCode.INTERPRETER_ROLE: QT_TRANSLATE_NOOP("codes", "Role of the interpreter"),
        v.CautionCode.RIGHT_TO_CHALLENGE_INTERPRETER: QT_TRANSLATE_NOOP(
            "codes", "Right to challenge the interpreter"
        ),
        v.CautionCode.TRUTH_DUTY: QT_TRANSLATE_NOOP("codes", "Duty to tell the truth"),
        v.CautionCode.OATH_TAKEN: QT_TRANSLATE_NOOP("codes", "Oath taken"),
        v.CautionCode.AFFIRMATION_TAKEN: QT_TRANSLATE_NOOP("codes", "Affirmation taken"),
        v.CautionCode.NO_OATH_LEGAL_REASON: QT_TRANSLATE_NOOP("codes", "No oath, for a legal reason"),
        v.CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION: QT_TRANSLATE_NOOP(
            "codes", "Right not to incriminate oneself"
        ),
        v.CautionCode.RIGHT_TO_LAWYER: QT_TRANSLATE_NOOP("codes", "Right to lawyer"),
        v.CautionCode.RIGHT_TO_COMPANION: QT_TRANSLATE_NOOP("codes", "Right to companion"),
        v.CautionCode.RIGHT_TO_BREAKS: QT_TRANSLATE_NOOP("codes", "Right to breaks"),
        v.CautionCode.RIGHT_TO_READ_AND_CORRECT: QT_TRANSLATE_NOOP("codes", "Right to read and correct"),
        v.CautionCode.DATA_PROTECTION_NOTICE: QT_TRANSLATE_NOOP("codes", "Data protection notice"),
        v.CautionCode.CROSS_BORDER_USE_NOTICE: QT_TRANSLATE_NOOP("codes", "Notice of use across borders"),
        v.CautionCode.VICTIM_RIGHTS_INFORMATION: QT_TRANSLATE_NOOP("codes", "Information on victims' rights"),
        v.CautionCode.REFLECTION_PERIOD: QT_TRANSLATE_NOOP("codes", "Reflection period"),
        v.CautionCode.NON_PUNISHMENT_INFORMATION: QT_TRANSLATE_NOOP("codes", "Information on non-punishment"),
        v.CautionCode.SUPPORT_SERVICES_REFERRAL: QT_TRANSLATE_NOOP("codes", "Referral to support services"),
    },
    v.CautionMode: {
        v.CautionMode.ORAL: QT_TRANSLATE_NOOP("codes", "Orally"),
        v.CautionMode.WRITTEN: QT_TRANSLATE_NOOP("codes", "In writing"),
        v.CautionMode.BOTH: QT_TRANSLATE_NOOP("codes", "Orally and in writing"),
    },
    v.TimelineKind: {
        v.TimelineKind.START: QT_TRANSLATE_NOOP("codes", "Start"),
        v.TimelineKind.BREAK_START: QT_TRANSLATE_NOOP("codes", "Break begins"),
        v.TimelineKind.BREAK_END: QT_TRANSLATE_NOOP("codes", "Break ends"),
        v.TimelineKind.RECORDING_START: QT_TRANSLATE_NOOP("codes", "Recording begins"),
        v.TimelineKind.RECORDING_STOP: QT_TRANSLATE_NOOP("codes", "Recording stops"),
        v.TimelineKind.PERSON_ENTERS: QT_TRANSLATE_NOOP("codes", "Person enters"),
        v.TimelineKind.PERSON_LEAVES: QT_TRANSLATE_NOOP("codes", "Person leaves"),
        v.TimelineKind.EXHIBIT_SHOWN: QT_TRANSLATE_NOOP("codes", "Exhibit shown"),
        v.TimelineKind.OBJECTION: QT_TRANSLATE_NOOP("codes", "Objection"),
        v.TimelineKind.INTERPRETER_CHANGE: QT_TRANSLATE_NOOP("codes", "Interpreter change"),
        v.TimelineKind.LINK_INTERRUPTED: QT_TRANSLATE_NOOP("codes", "Link interrupted"),
        v.TimelineKind.LINK_RESTORED: QT_TRANSLATE_NOOP("codes", "Link restored"),
        v.TimelineKind.END: QT_TRANSLATE_NOOP("codes", "End"),
    },
    v.SignerRole: {
        v.SignerRole.PERSON_HEARD: QT_TRANSLATE_NOOP("codes", "Person heard"),
        v.SignerRole.INTERPRETER: QT_TRANSLATE_NOOP("codes", "Interpreter"),
        v.SignerRole.INTERVIEWER: QT_TRANSLATE_NOOP("codes", "Interviewer"),
        v.SignerRole.CLERK: QT_TRANSLATE_NOOP("codes", "Clerk"),
        v.SignerRole.JUDGE: QT_TRANSLATE_NOOP("codes", "Judge"),
        v.SignerRole.LAWYER: QT_TRANSLATE_NOOP("codes", "Lawyer"),
    },
    v.SignatureMethod: {
        v.SignatureMethod.HANDWRITTEN_ON_PAPER: QT_TRANSLATE_NOOP("codes", "By hand on paper"),
        v.SignatureMethod.ADVANCED_ES: QT_TRANSLATE_NOOP("codes", "Electronic signature"),
        v.SignatureMethod.THUMBPRINT: QT_TRANSLATE_NOOP("codes", "Thumbprint"),
        v.SignatureMethod.MARK_WITNESSED: QT_TRANSLATE_NOOP("codes", "Witnessed mark"),
        v.SignatureMethod.REFUSED: QT_TRANSLATE_NOOP("codes", "Refused to sign"),
        v.SignatureMethod.UNABLE: QT_TRANSLATE_NOOP("codes", "Unable to sign"),
    },
}
