"""A sentence in the language of the window for every refusal, found by its code in the one catalogue."""

from thb_desktop import words
from thb_desktop.errors import RecoveryCodeTypoError, ThbError
from ui import language
from ui.text import isolate


def sentence(error: ThbError) -> str:
    """Return the sentence of a refusal."""
    if isinstance(error, RecoveryCodeTypoError) and error.groups:
        said = words.refusal("recovery-code-typo-groups", language.current())
        return said.format(groups=", ".join(str(group) for group in error.groups))
    named = {name: isolate(value) for name, value in error.named.items()}
    return words.refusal(error.code, language.current()).format(**named)
