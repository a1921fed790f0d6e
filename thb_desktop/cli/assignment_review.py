"""What the commands of assignments print of a return, and of what its interpreter declared."""

from thb_desktop.cli.arguments import so_many
from thb_desktop.cli.console import Answer
from thb_desktop.domain.assignment import Declaration
from thb_desktop.domain.language_work import LanguageCertificate
from thb_desktop.services.assignments import returning
from thb_desktop.services.assignments.returning import Review


def declaration_line(declaration: Declaration) -> str:
    named = ", ".join(each.value.lower().replace("_", "-") for each in declaration.conflicts)
    said = f" ({declaration.note})" if declaration.note else ""
    if declaration.is_accepted:
        return f"Declared{said}: the record was open to them."
    return f"Declined{said}: the record did not open. Against their independence: {named or 'nothing'}."


def declaration_told(declaration: Declaration) -> Answer:
    return {
        "accepted": declaration.is_accepted,
        "confidential": declaration.confidential,
        "alone": declaration.alone,
        "no_copies": declaration.no_copies,
        "destroys": declaration.destroys,
        "conflicts": [each.value for each in declaration.conflicts],
        "note": declaration.note,
        "at": declaration.at.isoformat(),
    }


def review_lines(review: Review) -> list[str]:
    counts = ", ".join(f"{kind.value.lower()}: {count}" for kind, count in _doubts(review).items())
    at = review.handback.at.isoformat(sep=" ", timespec="seconds")
    kinds = ", ".join(f"{name}: {count}" for name, count in _kinds(review).items() if count)
    new = f"{so_many(len(review.rows), 'new row', 'new rows')}{f' ({kinds})' if kinds else ''}"
    changed = [f"Turns that changed in the vault since: {counts}."] if counts else []
    kept = [f"Entries of the glossary that stay as they stand in the vault: {len(review.kept)}."]
    changed += kept if review.kept else []
    declared = [] if review.declaration is None else [declaration_line(review.declaration)]
    return [f"Handed back {at}: {new}.", *declared, *changed]


def review_told(review: Review) -> Answer:
    return {
        "handed_back_at": review.handback.at.isoformat(),
        "rows": len(review.rows),
        **_kinds(review),
        "declaration": None if review.declaration is None else declaration_told(review.declaration),
        "doubts": {kind.value: count for kind, count in _doubts(review).items()},
        "glossary_kept": len(review.kept),
    }


def _kinds(review: Review) -> dict[str, int]:
    return {
        "versions": len(review.versions),
        "certificates": len(review.of(LanguageCertificate)),
        "agreed": review.agreed,
        "disputed": review.disputed,
        "questions": len(review.questions),
    }


def _doubts(review: Review) -> dict[returning.Doubt, int]:
    kinds = [each.doubt for each in review.doubts]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
