"""The columns of a person's claims, and of what was said of two records."""

from collections.abc import Callable
from typing import Any

from thb_desktop.domain.person_claims import PersonClaim
from thb_desktop.domain.person_claims_fields import PERSON_CLAIM
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.vocabulary import ClaimBasis, PersonLinkKind
from ui.cases.persons.model import PersonInFull
from ui.clock import when_here
from ui.forms.reading import in_words
from ui.labels import words
from ui.rows import Column
from ui.text import NONE, isolate, listed, listed_apart, translate
from ui.tones import Tone

Full = Callable[[], PersonInFull | None]


def claim_columns(full: Full) -> list[Column[Any]]:
    """Return the columns of claims: what, under which number, by whom, where, and how it stands."""
    return [
        Column(title=translate("claims", "About"), read=lambda row: words(row.kind), width=104),
        Column(title=translate("claims", "Claim"), read=lambda row: said(row, full())),
        Column(
            title=translate("claims", "Entered under"),
            read=lambda row: _code(row, full()),
            width=110,
            spare=2,
        ),
        Column(
            title=translate("claims", "Basis"), read=lambda row: basis_of(row, full()), width=190, spare=1
        ),
        Column(title=translate("claims", "Source"), read=lambda row: source_of(row, full()), width=180),
        Column(
            title=translate("claims", "State"),
            read=lambda row: _state(row, full())[0],
            width=148,
            tone=lambda row: _state(row, full())[1],
        ),
    ]


def link_columns(full: Full) -> list[Column[Any]]:
    """Return the columns of what was said of two records."""
    return [
        Column(title=translate("claims", "When"), read=lambda row: when_here(row.at), width=176, exact=True),
        Column(title=translate("claims", "Records"), read=lambda row: pair_of(row, full()), width=130),
        Column(
            title=translate("claims", "What was done"),
            read=lambda row: words(row.kind),
            width=236,
            tone=lambda row: _LINK_TONES.get(row.kind),
        ),
        Column(title=translate("claims", "Reason"), read=lambda row: row.reason),
        Column(title=translate("claims", "By"), read=lambda row: _name(row.by, full()), width=150, spare=1),
    ]


def said(claim: PersonClaim, full: PersonInFull | None) -> str:
    """Return what is claimed; of sealed words, that they are there."""
    names = full.names if full else {}
    parts = [
        in_words(PERSON_CLAIM[name], getattr(claim, name), names)
        for name in ("relation", "other_id", "born", "nationality")
        if getattr(claim, name)
    ]
    if full and claim.id in full.worded:
        parts.append(translate("claims", "words sealed"))
    return listed(parts) or NONE


def basis_of(claim: PersonClaim, full: PersonInFull | None) -> str:
    """Return on what it rests, and who said it if that was somebody else."""
    who = claim.said_by
    if full and claim.said_by_id:
        who = full.names.get(claim.said_by_id, who)
    if claim.basis is ClaimBasis.OTHER_PERSON and who:
        return translate("claims", "said by {who}").format(who=isolate(who))
    return words(claim.basis)


def source_of(claim: PersonClaim, full: PersonInFull | None) -> str:
    """Return record and turn, exhibit and page, or the statement."""
    source = full.sources.get(claim.id) if full else None
    parts = []
    if source and source.record:
        turn = translate("claims", "{record}, turn {turn}") if source.turn else "{record}"
        parts.append(turn.format(record=isolate(source.record), turn=source.turn))
    if source and source.exhibit:
        page = translate("claims", "{exhibit}, p. {page}") if claim.page else "{exhibit}"
        parts.append(page.format(exhibit=isolate(source.exhibit), page=claim.page))
    return listed_apart(parts) or claim.statement or NONE


def pair_of(link: PersonLink, full: PersonInFull | None) -> str:
    """Return the numbers of both records, the one that is kept first."""
    names = full.names if full else {}
    return " + ".join(isolate(names.get(each, NONE)) for each in (link.kept_id, link.other_id))


def _code(claim: PersonClaim, full: PersonInFull | None) -> str:
    return full.names.get(claim.person_id, NONE) if full else NONE


def _name(user: str, full: PersonInFull | None) -> str:
    return full.names.get(user, NONE) if full else NONE


def _state(claim: PersonClaim, full: PersonInFull | None) -> tuple[str, Tone | None]:
    if claim.struck:
        return translate("claims", "Withdrawn"), Tone.BAD
    if full is None:
        return "", None
    use, source = full.uses.get(claim.id), full.sources.get(claim.id)
    if source and source.changed:
        return translate("claims", "Turn was changed"), Tone.WARN
    if full.treated and claim.id in {each.id for each in full.treated.claims}:
        return translate("claims", "Child presumed"), Tone.WARN
    if use and use.used:
        return translate("claims", "In documents"), Tone.OK
    return "", None


_LINK_TONES = {
    PersonLinkKind.PROPOSED: Tone.INFO,
    PersonLinkKind.DECLINED: Tone.PLAIN,
    PersonLinkKind.MERGED: Tone.OK,
    PersonLinkKind.SPLIT: Tone.WARN,
}
