"""A sentence in the language of the window for every refusal, found by its code in the one catalogue."""

from enum import StrEnum

from thb_desktop import words
from thb_desktop.errors import (
    AlreadyExistsError,
    DateImpossibleError,
    FutureEventError,
    IdentityInBundleError,
    InterviewTimesError,
    LeavingUnansweredError,
    RecoveryCodeTypoError,
    ThbError,
    TransferRefusedError,
    ValueRefusedError,
)
from thb_desktop.report.words import LANGUAGES
from ui import language
from ui.text import isolate, isolate_words, listed, with_name


def sentence(error: ThbError) -> str:
    """Return the sentence of a refusal, with the field that it is about where it does not say so itself."""
    said = _sentence(error)
    field = getattr(error, "field", "")
    if not isinstance(error, _OF_A_FIELD) or not field:
        return said
    name = words.find_field_name(field, language.current())
    return with_name(isolate_words(words.capital(name)), said) if name else said


_OF_A_FIELD = (
    AlreadyExistsError,
    DateImpossibleError,
    FutureEventError,
    IdentityInBundleError,
    InterviewTimesError,
    ValueRefusedError,
)


def _sentence(error: ThbError) -> str:
    if isinstance(error, RecoveryCodeTypoError) and error.groups:
        said = words.refusal("recovery-code-typo-groups", language.current())
        return said.format(groups=listed(str(group) for group in error.groups))
    if isinstance(error, TransferRefusedError):
        return words.sentence(error.finding, language.current(), isolate)
    if isinstance(error, LeavingUnansweredError):
        rule = words.sentence(error.finding, language.current(), isolate)
        return words.refusal(_asking(error), language.current()).format(rule=rule)
    if isinstance(error, IdentityInBundleError):
        places = words.places(error.places, language.current(), isolate)
        return words.refusal(error.code, language.current()).format(places=places)
    named = {name: isolate(_in_words(value)) for name, value in error.named.items()}
    return words.refusal(error.code, language.current()).format(**named)


def _asking(error: LeavingUnansweredError) -> str:
    """Return the key of the sentence that asks for a reason; where a choice of the form would resolve it, it
    says so.
    """
    accepted = error.finding.values.get("accepted", ())
    may_choose = isinstance(accepted, tuple) and not set(LANGUAGES).isdisjoint(accepted)
    return f"{error.code}-language" if may_choose else error.code


def _in_words(value: str) -> str:
    return words.word(value, language.current()) if isinstance(value, StrEnum) else value
