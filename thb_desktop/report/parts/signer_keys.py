"""The keys of those who signed: who holds each, how long its certificate is valid, and what it signed."""

from collections import Counter
from collections.abc import Iterator, Mapping

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_proof import KeyCertificate, SignerKey
from thb_desktop.domain.identity_binding_fields import Binding
from thb_desktop.domain.vocabulary import InterpreterKind, UserRole
from thb_desktop.report.parts.setting import Setting, clock_within, in_groups, instant

_SHOWN = 16
"""So many digits of a key are told; the certificate in the extract has the whole key."""


def draw_signer_keys(setting: Setting) -> None:
    """Draw one row for each key that signed something here; nothing where none did."""
    words, content = setting.words.annex, setting.content
    language, attested = _language(content), _attested(content)
    told = ((each, [*_signed(setting, each, language, attested)]) for each in content.proof.keys)
    signed = [(each, lines) for each, lines in told if lines]
    if not signed:
        return
    keys = [each for each, _ in signed]
    kinds = {str(each.user_id): each.kind for each in content.frame.interpreters if each.user_id}
    setting.flow.heading(words.keys, 2)
    setting.flow.note(words.keys_note)
    if any(each.binding.bound_as is None for each in keys):
        setting.flow.note(words.key_unbound)
    setting.rows(
        [
            (words.key_holder, [_holders(setting, each, kinds) for each in keys]),
            (words.key_id, [in_groups(each.key[:_SHOWN]) for each in keys]),
            (words.key_valid, [_valid(setting, each) for each in keys]),
            (words.key_signed, ["\n".join(lines) for _, lines in signed]),
        ]
    )


def _holders(setting: Setting, key: SignerKey, kinds: Mapping[str, InterpreterKind | None]) -> str:
    """The holder as each certificate says them, once where they say the same. kinds: by the users of
    linguists.
    """
    kind = kinds.get(str(key.user_id))
    told = (*(_holder(setting, each, kind) for each in key.certificates), _bound(setting, key.binding))
    return "\n".join(dict.fromkeys(filter(None, told)))


def _bound(setting: Setting, binding: Binding) -> str:
    """How the office says that it identified the holder; nothing where nobody stated it."""
    if binding.bound_as is None:
        return ""
    day = setting.day(binding.bound_on) if binding.bound_on else ""
    details = ", ".join(filter(None, (binding.bound_by, day, binding.bound_document)))
    told = setting.words.label(binding.bound_as)
    return setting.named(setting.words.annex.key_bound, f"{told} ({details})" if details else told)


def _holder(setting: Setting, one: KeyCertificate, kind: InterpreterKind | None) -> str:
    """Name and function. The certificates of translators have the function of interpreters too: which of
    both they are is told as the case has it, or left open.
    """
    function = one.function
    if function == UserRole.INTERPRETER:
        function = setting.words.label(kind) if kind else setting.words.annex.key_linguist
    elif function in set(UserRole):
        function = setting.words.label(UserRole(function))
    return ", ".join(filter(None, (one.name, function)))


def _valid(setting: Setting, key: SignerKey) -> str:
    """One line for each certificate: a time between two is not said to be valid."""
    spans = ((setting.here(each.since), setting.here(each.until)) for each in key.certificates)
    return "\n".join(dict.fromkeys(f"{since:%Y-%m-%d} – {until:%Y-%m-%d}" for since, until in spans))


def _signed(
    setting: Setting, key: SignerKey, language: Counter[str], attested: Counter[str]
) -> Iterator[str]:
    """Return what a key signed: entries of the chain by its sessions, words of others by itself."""
    words = setting.words.annex
    if key.begun and key.ended:
        begun = setting.here(key.begun)
        yield words.key_entries.format(
            count=key.entries,
            first=key.first,
            last=key.last,
            since=instant(begun),
            until=clock_within(setting.here(key.ended), begun),
        )
    for name, counted in ((words.key_language, language), (words.key_attested, attested)):
        if counted[key.user_id]:
            yield setting.named(name, counted[key.user_id])
    for each in setting.content.release.signatures:
        if each.user_id == key.user_id:
            yield setting.named(words.key_field, each.field)


def _language(content: BundleContent) -> Counter[str]:
    return Counter(str(one.user_id) for each in content.language for one in each.signed)


def _attested(content: BundleContent) -> Counter[str]:
    made = (one for each in content.interviews for one in each.certifications if one.signature)
    return Counter(str(one.user_id) for one in made)
