"""The text of a notice of an office: what was received has changed since."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.times import from_text
from thb_desktop.domain.vocabulary import NoticeKind, SentKind
from thb_desktop.errors import FormatError, MessageNotSoundError, PdfBeyondBoundsError
from thb_desktop.findings import Finding, broken, holds
from thb_desktop.ledger.canonical import Value
from thb_desktop.package.members import PAYLOAD
from thb_desktop.package.unpacking import Container
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.package_sheet import list_of, message_text, object_of, text_of

NOTICE, FORM, FORM_OTHERWISE = "notice.json", "thb-notice/1", "thb-notice/2"
FORMS = (FORM, FORM_OTHERWISE)
"""Of a notice about a package, and about what was received otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a notice is about: id, number and digest of what was received, in the office that sent it.

    number: of a single file, that of its exhibit.
    """

    kind: SentKind
    id: str
    number: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """What was received, of which a notice tells an entry that was not: its id and number there."""

    id: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNotice:
    """What a notice says. subject, number: of what has changed, there. of: what was received of which that is
    told; empty if it was received itself, and in a notice of an earlier version.
    """

    id: str
    kind: NoticeKind
    sent: Sent
    subject: str
    number: str
    text: str
    made_at: datetime
    of: tuple[Theirs, ...] = ()


def check_notice(container: Container, changed: Collection[str]) -> Iterator[Finding]:
    """Tell what a container that is a notice says. changed: files that are not as listed, told already."""
    name = PAYLOAD + NOTICE
    if name not in container.by_name or name in changed:
        return
    try:
        told = told_notice(message_text(container, name))
    except (FormatError, MessageNotSoundError, PdfBeyondBoundsError):
        yield broken("notice-form")
        return
    yield holds(
        "notice-told",
        sent=told.sent.kind,
        of=shown(told.sent.number),
        sha256=shown(told.sent.sha256),
        number=shown(told.number),
        kind=told.kind,
    )


def form_of(sent: Sent) -> str:
    """Return the form of a notice about this."""
    return FORM if sent.kind is SentKind.PACKAGE else FORM_OTHERWISE


def written(sent: Sent) -> dict[str, Value]:
    """Return what a notice says of that which was received."""
    named: dict[str, Value] = {"id": sent.id, "number": sent.number, "sha256": sent.sha256}
    return {"package": named} if form_of(sent) == FORM else {"sent": {"kind": sent.kind.value, **named}}


def written_subject(subject: str, number: str, of: Sequence[Theirs]) -> dict[str, Value]:
    """Return what a notice says of that which has changed."""
    theirs: list[Value] = [{"id": each.id, "number": each.number} for each in of]
    return {"id": subject, "number": number, **({"of": theirs} if theirs else {})}


def told_notice(told: Mapping[str, Value]) -> ToldNotice:
    """Read a notice. Raises MessageNotSoundError for one in another form."""
    try:
        subject = object_of(told["subject"])
        return ToldNotice(
            id=text_of(told["id"]),
            kind=NoticeKind(text_of(told["kind"])),
            sent=_sent(told),
            subject=text_of(subject["id"]),
            number=text_of(subject["number"]),
            text=text_of(told["text"]),
            made_at=from_text(text_of(told["at"])),
            of=tuple(map(_theirs, list_of(subject.get("of", [])))),
        )
    except (FormatError, KeyError, ValueError):
        raise MessageNotSoundError("the notice has a form that this version does not know") from None


def _theirs(told: Value) -> Theirs:
    named = object_of(told)
    return Theirs(id=text_of(named["id"]), number=text_of(named["number"]))


def _sent(told: Mapping[str, Value]) -> Sent:
    """Each form names what was received in its own way, and in no other."""
    if told["format"] not in FORMS:
        raise FormatError("no form of a notice")
    is_first = told["format"] == FORM
    named = object_of(told["package" if is_first else "sent"])
    kind = SentKind.PACKAGE if is_first else SentKind(text_of(named["kind"]))
    if not is_first and kind is SentKind.PACKAGE:
        raise FormatError("a package is named in the first form")
    number, sha256 = text_of(named["number"]), text_of(named["sha256"])
    return Sent(kind=kind, id=text_of(named["id"]), number=number, sha256=sha256)
