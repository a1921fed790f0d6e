"""What is told of the persons beside their records: other numbers, who is treated as a child, used claims."""

from collections.abc import Iterator, Sequence

from thb_desktop import words as catalogue
from thb_desktop.domain.packs import LawKey
from thb_desktop.domain.person_claims_fields import PERSON_CLAIM
from thb_desktop.domain.persons_told import ClaimTold, PersonTold
from thb_desktop.report.parts.described import draw_columns, label
from thb_desktop.report.parts.setting import Setting

_BEGINNING = 80
"""The note, the head of the table and two rows."""


def draw_persons_told(setting: Setting) -> None:
    """Draw them after the table of persons; nothing if there is nothing."""
    told, words, flow = setting.content.frame.told, setting.words.legal, setting.flow
    if not told:
        return
    lines = [(_code(setting, each), "\n".join(_lines(setting, each))) for each in told]
    if any(text for _, text in lines):
        flow.heading(words.told, 2)
        setting.facts(lines)
    claims = _grouped(setting, told)
    if not claims:
        return
    flow.heading(words.claims, 3 if any(text for _, text in lines) else 2)
    flow.need(_BEGINNING)
    flow.text(words.claims_note)
    draw_columns(
        setting,
        [
            (label(setting, PERSON_CLAIM, PERSON_CLAIM["person_id"]), [code for code, *_ in claims]),
            (words.claim, list(map(setting.apart, claims.values()))),
            (_name(setting, "basis"), [basis for _, basis, *_ in claims]),
            (words.claim_source, [source for *_, source, _ in claims]),
            (_name(setting, "said_on"), [day for *_, day in claims]),
        ],
    )


def _grouped(setting: Setting, told: Sequence[PersonTold]) -> dict[tuple[str, str, str, str], list[str]]:
    """Return what is claimed by person, basis, source and day, each kind with its words: what one source said
    of a person stands together.
    """
    found: dict[tuple[str, str, str, str], dict[str, list[str]]] = {}
    for person in told:
        for each in person.claims:
            basis, kind = setting.words.label(each.basis), setting.words.label(each.kind)
            key = (_code(setting, person), basis, each.source, setting.day(each.said_on))
            found.setdefault(key, {}).setdefault(kind, []).append(_said(setting, each))
    return {
        key: [setting.named(kind, ", ".join(said)) for kind, said in kinds.items()]
        for key, kinds in found.items()
    }


def _code(setting: Setting, person: PersonTold) -> str:
    return setting.names.get(person.person_id, "")


def _lines(setting: Setting, person: PersonTold) -> Iterator[str]:
    words = setting.words.legal
    if person.also:
        yield words.also_recorded.format(numbers=", ".join(person.also))
    if person.child is not None:
        told = setting.with_law(words.treated_as_child, LawKey.CHILD_PRESUMED)
        yield told.replace("{ground}", setting.words.label(person.child))
    if person.disputed:
        yield words.age_disputed


def _name(setting: Setting, field: str) -> str:
    return catalogue.capital(catalogue.field_name(f"{PERSON_CLAIM.name}.{field}", setting.words.language))


def _said(setting: Setting, claim: ClaimTold) -> str:
    """What is claimed, in the order: kinship, other person, words, birth, nationality."""
    parts = (
        setting.words.label(claim.relation) if claim.relation else "",
        claim.other,
        claim.words,
        setting.day(claim.born),
        claim.nationality,
    )
    return ", ".join(each for each in parts if each)
