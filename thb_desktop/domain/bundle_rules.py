"""Rules for the content of a bundle."""

from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.bundle import CaseFrame
from thb_desktop.domain.case import Authority
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.vocabulary import AuthorityPart
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn


def without_category(frame: CaseFrame) -> tuple[str, ...]:
    """Return the pseudonyms of persons without a role, or with a role without a category of data subject.

    Source: LED, Article 6; V-P-01.
    """
    known = {each.person_id for each in frame.roles}
    known -= {each.person_id for each in frame.roles if each.led_category is None}
    return tuple(person.code for person in frame.persons if person.id not in known)


def check_categories(frame: CaseFrame) -> Iterator[Finding]:
    """Return a finding that names the persons without a category of data subject."""
    if lacking := without_category(frame):
        yield refuse("led-category-missing", persons=lacking, field="person_role.led_category")


def check_leading(authorities: Iterable[Authority]) -> Iterator[Finding]:
    """Warn of a case that names more than one lead authority."""
    leading = tuple(each.name for each in authorities if each.part is AuthorityPart.LEAD and not each.struck)
    if len(leading) > 1:
        yield warn("authorities-leading", authorities=leading, field="authority.part")


def check_former_values(corrections: Sequence[Correction], sealed: Sequence[str] | None) -> Iterator[Finding]:
    """Warn of corrections that tell a text of a sealed identity. sealed: None if they cannot be opened."""
    told = [each for each in corrections if not each.is_kept_back]
    if told and sealed is None:
        yield warn("former-values-not-compared")
    for each in told:
        if any(mentions(text or "", sealed or ()) for text in (each.before, each.after, each.reason)):
            yield warn("former-value-of-identity", about=each.subject_id, field=f"{each.entity}.{each.field}")


def check_persons_told(
    frame: CaseFrame, protected: Sequence[str] | None, sealed: Sequence[str] | None
) -> Iterator[Finding]:
    """Warn of a chosen claim, or of the reason of a printed merge, that says who somebody else is.

    protected: the sealed texts of protected persons. sealed: those and the words of claims, which the reason
    of a merge has no cause to repeat. None of both if they cannot be opened.
    """
    claims = [(each.person_id, claim.words) for each in frame.told for claim in each.claims if claim.words]
    if (claims or frame.merges) and (protected is None or sealed is None):
        yield warn("persons-told-not-compared")
        return
    for person_id, words in claims:
        if mentions(words, protected or ()):
            yield warn("identity-told.claim", about=person_id)
    for merge in frame.merges:
        if mentions(merge.reason, sealed or ()):
            yield warn("identity-told.merge", about=merge.id)
