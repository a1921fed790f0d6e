"""Protocols of an interview, as steps in the order in which they are gone through."""

from enum import StrEnum

from ui.text import QT_TRANSLATE_NOOP, translate


class Protocol(StrEnum):
    """PEACE for adults; the standard protocol of NICHD for children."""

    PEACE = "PEACE"
    NICHD = "NICHD"


_STEPS = {
    Protocol.PEACE: (
        QT_TRANSLATE_NOOP("guide", "Engage: who is here, and what for"),
        QT_TRANSLATE_NOOP("guide", "Explain: rights, breaks, the interpreter, the recording"),
        QT_TRANSLATE_NOOP("guide", "Account: an open invitation, without interruption"),
        QT_TRANSLATE_NOOP("guide", "Account: open questions on each subject named"),
        QT_TRANSLATE_NOOP("guide", "Clarify: who, where, when, how; dates and names"),
        QT_TRANSLATE_NOOP("guide", "Challenge: what differs from other evidence, without reproach"),
        QT_TRANSLATE_NOOP("guide", "Closure: anything to add; needs, safety, what comes next"),
        QT_TRANSLATE_NOOP("guide", "Evaluate afterwards: what is still to be asked, and of whom"),
    ),
    Protocol.NICHD: (
        QT_TRANSLATE_NOOP("guide", "Introduction: who is here, and what for"),
        QT_TRANSLATE_NOOP("guide", "Ground rules: “I don't know”, “I don't understand”, correct me"),
        QT_TRANSLATE_NOOP("guide", "Truth and lie, by an example"),
        QT_TRANSLATE_NOOP("guide", "Rapport: something the child likes"),
        QT_TRANSLATE_NOOP("guide", "Practice: tell a neutral event from beginning to end"),
        QT_TRANSLATE_NOOP("guide", "Transition: “Tell me why you came today”"),
        QT_TRANSLATE_NOOP("guide", "Open invitations: “Tell me everything that happened”"),
        QT_TRANSLATE_NOOP("guide", "The last time, then the first, then the one best remembered"),
        QT_TRANSLATE_NOOP("guide", "A direct question only after that, then “tell me more about it”"),
        QT_TRANSLATE_NOOP("guide", "A break before closing; support where the child is reluctant"),
        QT_TRANSLATE_NOOP("guide", "Closing: thanks, anything to add, a neutral subject"),
    ),
}


def steps_of(protocol: Protocol) -> tuple[str, ...]:
    """Return the steps of a protocol in the language of the window."""
    return tuple(translate("guide", step) for step in _STEPS[protocol])
