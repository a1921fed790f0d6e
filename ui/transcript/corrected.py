"""What is told of the words of a turn: what a rendering is, and what was corrected at the reading back."""

from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_fields import CORRECTION
from thb_desktop.domain.segment import Rendering, Segment
from ui.labels import field_words, language_within, words
from ui.text import isolate, isolate_words, listed, translate


def told_correction(correction: ReadBackCorrection, *, is_shown: bool) -> str:
    """Return a correction in lines. is_shown: whether it stands on the side of its language; otherwise its
    language is named.
    """
    heading = translate("SegmentsModel", "Correction at the reading back")
    if not is_shown and correction.language:
        heading = translate("SegmentsModel", "Correction at the reading back, {language}").format(
            language=language_within(correction.language)
        )
    who = correction.requester or (words(correction.requested_by) if correction.requested_by else "")
    why = words(correction.reason).lower() if correction.reason else ""
    told = (
        ("before", correction.before),
        ("after", correction.after),
        ("requested_by", listed(part for part in (who, why) if part)),
    )
    lines = [
        translate("SegmentsModel", "{field}: {value}").format(
            field=field_words(CORRECTION.name, name), value=isolate_words(value)
        )
        for name, value in told
        if value
    ]
    return "\n".join((heading, *lines))


def told_rectified(number: str) -> str:
    """Return that a signed note, with this number, rectifies words of the turn."""
    return translate("SegmentsModel", "Rectified: see {number}").format(number=isolate(number))


def told_original(segment: Segment, in_own: bool) -> str:
    """Return that words are the original, and in which language where the column is of another one."""
    if in_own:
        return translate("SegmentsModel", "original")
    told = translate("SegmentsModel", "{language}, original")
    return told.format(language=language_within(segment.language))


def told_spoken(segment: Segment) -> str:
    """Return in which language a turn was said whose original has no column now."""
    told = translate("SegmentsModel", "said in {language}")
    return told.format(language=language_within(segment.language))


def told_beside(rendering: Rendering) -> str:
    """Return a rendition that has no column of its own, with its language."""
    told = translate("SegmentsModel", "{kind}, {language}: {words}")
    return told.format(
        kind=told_kind(rendering),
        language=language_within(rendering.language),
        words=isolate_words(rendering.text),
    )


def told_kind(rendering: Rendering) -> str:
    """Return what a rendering is, and how it was interpreted where that was said of the turn."""
    kind = words(rendering.kind)
    if rendering.mode is None:
        return kind
    told = translate("SegmentsModel", "{kind} ({mode})")
    return told.format(kind=kind, mode=words(rendering.mode).lower())


def told_missing(segment: Segment) -> str:
    """Return that the words spoken were not written down, and where they can be heard."""
    told = translate("SegmentsModel", "Original not transcribed")
    heard = isolate(" \u2013 ".join(part for part in (segment.recording_from, segment.recording_to) if part))
    # On a line of its own: in a column that runs from right to left the range would be torn in two.
    return f"{isolate_words(told)}\n{heard}" if heard else told
