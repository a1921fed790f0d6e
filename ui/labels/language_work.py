"""Words for the codes of interpreting, segments and translations."""

from enum import StrEnum

from thb_desktop.domain import vocabulary as v
from ui.text import QT_TRANSLATE_NOOP

WORDS: dict[type[StrEnum], dict[str, str]] = {
    v.InterpreterOath: {
        v.InterpreterOath.GENERAL_OATH_ON_FILE: QT_TRANSLATE_NOOP("codes", "General oath on file"),
        v.InterpreterOath.OATH_TAKEN_TODAY: QT_TRANSLATE_NOOP("codes", "Oath taken that day"),
        v.InterpreterOath.AFFIRMATION: QT_TRANSLATE_NOOP("codes", "Affirmation"),
        v.InterpreterOath.NOT_REQUIRED_BY_LAW: QT_TRANSLATE_NOOP("codes", "Not required by law"),
    },
    v.DialectMatch: {
        v.DialectMatch.EXACT: QT_TRANSLATE_NOOP("codes", "Exact"),
        v.DialectMatch.CLOSE: QT_TRANSLATE_NOOP("codes", "Close"),
        v.DialectMatch.DISTANT_BUT_UNDERSTOOD: QT_TRANSLATE_NOOP("codes", "Distant but understood"),
        v.DialectMatch.DIFFICULTIES_NOTED: QT_TRANSLATE_NOOP("codes", "Difficulties noted"),
    },
    v.InterpretingMode: {
        v.InterpretingMode.CONSECUTIVE_SHORT: QT_TRANSLATE_NOOP("codes", "Consecutive, short passages"),
        v.InterpretingMode.CONSECUTIVE_LONG: QT_TRANSLATE_NOOP("codes", "Consecutive, long passages"),
        v.InterpretingMode.SIMULTANEOUS: QT_TRANSLATE_NOOP("codes", "Simultaneous"),
        v.InterpretingMode.WHISPERED: QT_TRANSLATE_NOOP("codes", "Whispered"),
        v.InterpretingMode.SIGHT_TRANSLATION: QT_TRANSLATE_NOOP("codes", "Sight translation"),
    },
    v.InterpretingChannel: {
        v.InterpretingChannel.ON_SITE: QT_TRANSLATE_NOOP("codes", "On site"),
        v.InterpretingChannel.VIDEO: QT_TRANSLATE_NOOP("codes", "By video"),
        v.InterpretingChannel.TELEPHONE: QT_TRANSLATE_NOOP("codes", "By telephone"),
    },
    v.ConflictDeclaration: {
        v.ConflictDeclaration.NONE_DECLARED: QT_TRANSLATE_NOOP("codes", "None declared"),
        v.ConflictDeclaration.DECLARED_ACCEPTED: QT_TRANSLATE_NOOP("codes", "Declared, accepted"),
        v.ConflictDeclaration.DECLARED_REPLACED: QT_TRANSLATE_NOOP("codes", "Declared, interpreter replaced"),
    },
    v.SpeakerRole: {
        v.SpeakerRole.INTERVIEWER: QT_TRANSLATE_NOOP("codes", "Interviewer"),
        v.SpeakerRole.PERSON_HEARD: QT_TRANSLATE_NOOP("codes", "Person heard"),
        v.SpeakerRole.INTERPRETER: QT_TRANSLATE_NOOP("codes", "Interpreter"),
        v.SpeakerRole.LAWYER: QT_TRANSLATE_NOOP("codes", "Lawyer"),
        v.SpeakerRole.OTHER: QT_TRANSLATE_NOOP("codes", "Other"),
    },
    v.UtteranceKind: {
        v.UtteranceKind.QUESTION: QT_TRANSLATE_NOOP("codes", "Question"),
        v.UtteranceKind.ANSWER: QT_TRANSLATE_NOOP("codes", "Answer"),
        v.UtteranceKind.SPONTANEOUS: QT_TRANSLATE_NOOP("codes", "Spontaneous"),
        v.UtteranceKind.READING: QT_TRANSLATE_NOOP("codes", "Reading"),
        v.UtteranceKind.INTERPRETER_INTERVENTION: QT_TRANSLATE_NOOP("codes", "Interpreter's own remark"),
        v.UtteranceKind.RULING: QT_TRANSLATE_NOOP("codes", "Ruling"),
        v.UtteranceKind.DESCRIPTION: QT_TRANSLATE_NOOP("codes", "Description"),
    },
    v.SourceCapture: {
        v.SourceCapture.TYPED_LIVE: QT_TRANSLATE_NOOP("codes", "Typed as it was said"),
        v.SourceCapture.TRANSCRIBED_FROM_RECORDING: QT_TRANSLATE_NOOP(
            "codes", "Transcribed from the recording"
        ),
        v.SourceCapture.NOT_CAPTURED: QT_TRANSLATE_NOOP("codes", "Not written down"),
    },
    v.RenderingKind: {
        v.RenderingKind.RENDITION: QT_TRANSLATE_NOOP("codes", "Rendition"),
        v.RenderingKind.TRANSLATION: QT_TRANSLATE_NOOP("codes", "Translation"),
    },
    v.RenderingState: {
        v.RenderingState.DRAFT: QT_TRANSLATE_NOOP("codes", "Draft"),
        v.RenderingState.SELF_CHECKED: QT_TRANSLATE_NOOP("codes", "Self-checked"),
        v.RenderingState.REVISED_BY_SECOND_LINGUIST: QT_TRANSLATE_NOOP("codes", "Revised"),
        v.RenderingState.CERTIFIED: QT_TRANSLATE_NOOP("codes", "Certified"),
        v.RenderingState.CONTESTED: QT_TRANSLATE_NOOP("codes", "Contested"),
        v.RenderingState.SUPERSEDED: QT_TRANSLATE_NOOP("codes", "Superseded"),
        v.RenderingState.WITHDRAWN: QT_TRANSLATE_NOOP("codes", "Withdrawn"),
    },
}
