"""The text of a notice of another office, as it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.times import from_text
from thb_desktop.domain.vocabulary import NoticeKind
from thb_desktop.errors import FormatError, MessageNotSoundError
from thb_desktop.ledger.canonical import Value
from thb_desktop.verify.package_sheet import object_of, text_of

NOTICE, FORM = "notice.json", "thb-notice/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNotice:
    """What a notice says. package, sha256: of the package; subject, number: of what it is about, there."""

    id: str
    kind: NoticeKind
    package: str
    sha256: str
    subject: str
    number: str
    text: str
    made_at: datetime


def told_notice(told: Mapping[str, Value]) -> ToldNotice:
    """Read a notice. Raises MessageNotSoundError for one in another form."""
    try:
        package, subject = object_of(told["package"]), object_of(told["subject"])
        return ToldNotice(
            id=text_of(told["id"]),
            kind=NoticeKind(text_of(told["kind"])),
            package=text_of(package["id"]),
            sha256=text_of(package["sha256"]),
            subject=text_of(subject["id"]),
            number=text_of(subject["number"]),
            text=text_of(told["text"]),
            made_at=from_text(text_of(told["at"])),
        )
    except (FormatError, KeyError, ValueError):
        raise MessageNotSoundError("the notice has a form that this version does not know") from None
