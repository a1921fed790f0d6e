"""Words for the special measures of an interview."""

from ui.text import QT_TRANSLATE_NOOP

MEASURES = {
    "ADAPTED_PREMISES": QT_TRANSLATE_NOOP("codes", "Adapted premises"),
    "TRAINED_INTERVIEWER": QT_TRANSLATE_NOOP("codes", "Trained interviewer"),
    "SAME_INTERVIEWER": QT_TRANSLATE_NOOP("codes", "Same interviewer"),
    "SAME_SEX_INTERVIEWER_REQUESTED_GRANTED": QT_TRANSLATE_NOOP(
        "codes", "Interviewer of the same sex, granted"
    ),
    "SAME_SEX_INTERVIEWER_REQUESTED_REFUSED": QT_TRANSLATE_NOOP(
        "codes", "Interviewer of the same sex, refused"
    ),
    "AV_RECORDING": QT_TRANSLATE_NOOP("codes", "Audiovisual recording"),
    "VIDEO_LINK": QT_TRANSLATE_NOOP("codes", "Video link"),
    "NO_VISUAL_CONTACT": QT_TRANSLATE_NOOP("codes", "No visual contact"),
    "SCREEN": QT_TRANSLATE_NOOP("codes", "Screen"),
    "VOICE_DISTORTION": QT_TRANSLATE_NOOP("codes", "Voice distortion"),
    "CLOSED_SESSION": QT_TRANSLATE_NOOP("codes", "Closed session"),
    "SUPPORT_PERSON": QT_TRANSLATE_NOOP("codes", "Support person"),
    "PSYCHOLOGIST_PRESENT": QT_TRANSLATE_NOOP("codes", "Psychologist present"),
    "INTERMEDIARY": QT_TRANSLATE_NOOP("codes", "Intermediary"),
    "LIMITED_PRIVATE_LIFE_QUESTIONS": QT_TRANSLATE_NOOP("codes", "Few questions on private life"),
    "FREQUENT_BREAKS": QT_TRANSLATE_NOOP("codes", "Frequent breaks"),
    "CHILD_PROTOCOL": QT_TRANSLATE_NOOP("codes", "Protocol for children"),
    "PROTECTED_ADDRESS": QT_TRANSLATE_NOOP("codes", "Protected address"),
    "NONE_DECIDED": QT_TRANSLATE_NOOP("codes", "None decided"),
}
