"""Judging: tells the kinds of signed files apart by their content, and hands each to what reads it."""

from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.validation.policy_decl import LocalKnowledge

from thb_desktop.verify.documents.beginning import begins_pdf
from thb_desktop.verify.foreign.answer import Answer, Format, Note, Weight
from thb_desktop.verify.foreign.asic_files import judge_asic
from thb_desktop.verify.foreign.cms_files import judge_cms
from thb_desktop.verify.foreign.mail_files import is_mail, judge_mail
from thb_desktop.verify.foreign.pdf_files import judge_pdf
from thb_desktop.verify.foreign.policy import Policy

_ZIP, _XML = b"PK\x03\x04", b"<"
_UTF_8 = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is judged. content: of the file beside a detached signature. name: of that file."""

    data: bytes
    content: bytes | None
    name: str
    anchors: tuple[bytes, ...]
    now: datetime


def judge(given: Given) -> Answer:
    """Judge a file. A fault of the reading is a doubt about the file, never a proof."""
    try:
        policy = Policy(
            anchors=[x509.Certificate.load(each) for each in given.anchors],
            now=given.now,
            known=LocalKnowledge(),
        )
        return _judged(given, policy)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile data reach all of the libraries, which have no root of their errors
        return Answer(format=Format.OTHER, notes=(Note(key="foreign-unreadable", weight=Weight.DOUBT),))


def _judged(given: Given, policy: Policy) -> Answer:
    data = given.data
    if begins_pdf(data):
        return judge_pdf(data, policy)
    if data.startswith(_ZIP):
        return judge_asic(data, policy)
    if data.removeprefix(_UTF_8).lstrip()[:1] == _XML:
        key = "foreign-xades" if b"Signature" in data else "foreign-not-known"
        return Answer(format=Format.OTHER, notes=(Note(key=key, weight=Weight.DOUBT),))
    if is_mail(data):
        return judge_mail(data, policy)
    return judge_cms(data, given.content, policy, name=given.name)
