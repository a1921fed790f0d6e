"""Who wrote down, typed and rendered the turns of a record: once for all turns that agree."""

from collections import Counter

from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.segment import Rendering
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.names import interpreter_name
from thb_desktop.report.parts.setting import Setting


def author_of(setting: Setting, full: InterviewInFull, rendering: Rendering) -> str:
    """Return the name of who made a rendering, or that it is not recorded."""
    interpreter = full.interpreter(rendering.author_id)
    if interpreter is None:
        return setting.words.interview.author_not_recorded
    return interpreter_name(interpreter)


def voice_of(setting: Setting, each: SegmentInFull) -> str:
    """Return who spoke: the function, and the person if they are named."""
    named = setting.names.get(each.segment.speaker_id, "") if each.segment.speaker_id else ""
    return ", ".join(filter(None, (setting.words.label(each.segment.speaker), named)))


def makers_block(setting: Setting, full: InterviewInFull) -> Block:
    """Return how originals were transcribed; who made and typed the renderings, of which kind and state."""
    words, label, noun = setting.words.interview, setting.words.label, setting.words.noun
    told: dict[str, Counter[str]] = {}
    for each in full.segments:
        language = setting.words.language_name(each.segment.language)
        said = f"{noun(words.original)}, {label(each.segment.capture)}"
        told.setdefault(said, Counter())[language] += 1
        for one in each.renderings:
            language, typed = setting.words.language_name(one.language), setting.names.get(one.typed_by, "")
            made = [f"{label(one.kind)}, {label(one.state)}"]
            made.append(setting.named(words.made_by.lower(), author_of(setting, full, one)))
            if typed and one.typed_by != _user_of(full, one) and full.certified_by(one) is None:
                made.append(words.as_entered.format(name=typed))
            elif typed:
                made.append(setting.named(words.typed_by, typed))
            told.setdefault(setting.apart(made), Counter())[language] += 1
    lines = [_counted(setting, said, counts) for said, counts in told.items()]
    return Block(heading=words.states, facts=[(line, "") for line in lines])


def _user_of(full: InterviewInFull, rendering: Rendering) -> AgentId | None:
    """The user of who made a rendering; None where they have none."""
    author = full.interpreter(rendering.author_id)
    return author.user_id if author else None


def _counted(setting: Setting, said: str, counts: Counter[str]) -> str:
    """Return what is said of turns after their languages, with the number of turns in each."""
    turns = setting.words.interview.segments
    if len(counts) == 1:
        ((language, count),) = counts.items()
        return f"{setting.named(language, said)} ({turns.format(count=count)})"
    languages = (f"{language} ({turns.format(count=count)})" for language, count in counts.items())
    return setting.named(", ".join(languages), said)
