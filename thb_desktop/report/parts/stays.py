"""Where persons were, as sources say: each stay with both ends beside each other, and its source."""

from thb_desktop.domain.stays import Stay
from thb_desktop.domain.stays_fields import STAY
from thb_desktop.report.parts.described import draw_corrections, name_of, struck
from thb_desktop.report.parts.setting import Setting


def draw_stays(setting: Setting) -> None:
    """Draw a table of the stays, with their corrections; nothing if there are none."""
    stays, words = setting.content.finance.stays, setting.words
    if not stays:
        return
    setting.flow.heading(words.finance.stays, 2)
    setting.rows(
        [
            (name_of(setting, STAY, "person_id"), [_person(setting, each) for each in stays]),
            (name_of(setting, STAY, "object_id"), [_named(setting, each.object_id) for each in stays]),
            (name_of(setting, STAY, "role"), [_code(setting, each, "role") for each in stays]),
            (name_of(setting, STAY, "place_kind"), [_code(setting, each, "place_kind") for each in stays]),
            (words.finance.stay_when, [_dates(setting, each) for each in stays]),
            (words.legal.claim_source, [_source(setting, each) for each in stays]),
        ]
    )
    draw_corrections(setting, STAY, stays)


def _named(setting: Setting, key: str | None) -> str:
    return setting.names.get(key, setting.words.common.elsewhere) if key else ""


def _person(setting: Setting, stay: Stay) -> str:
    return "\n".join(filter(None, (_named(setting, stay.person_id), struck(setting, stay))))


def _code(setting: Setting, stay: Stay, field: str) -> str:
    code = getattr(stay, field)
    return setting.words.label(code) if code else setting.words.common.not_recorded


def _dates(setting: Setting, stay: Stay) -> str:
    """Return both ends; of one that is known alone, which end it is."""
    since, until = (setting.day(each) if each else "" for each in (stay.since, stay.until))
    if since and until:
        return f"{since} \u2013\n{until}"
    if since or until:
        return setting.named(name_of(setting, STAY, "since" if since else "until"), since or until)
    return setting.words.common.not_recorded


def _source(setting: Setting, stay: Stay) -> str:
    """Return where it is said, and the words of the source in quotation marks."""
    told = (_named(setting, stay.said_in_id), _named(setting, stay.exhibit_id), stay.source)
    quoted = f"\u201c{stay.as_told}\u201d" if stay.as_told else ""
    return "\n".join(filter(None, (setting.apart(filter(None, told)), quoted)))
