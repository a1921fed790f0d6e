"""The bundle's own words by language: headings, fixed sentences. The catalogue has the words of codes."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import resources.texts
from thb_desktop import words as catalogue
from thb_desktop.report.word_sections import (
    CommonWords,
    CoverWords,
    CustodyWords,
    ExhibitWords,
    LegalWords,
    PrintedWords,
    VersionWords,
)
from thb_desktop.report.word_sections_annex import AnnexWords, IdentityAnnexWords
from thb_desktop.report.word_sections_money import FinanceWords, PayWords
from thb_desktop.report.word_sections_records import (
    InterpreterWords,
    InterviewWords,
    LanguageWorkWords,
    MinutesWords,
    SignatureWords,
    SigningWords,
)

_DECIMAL = re.compile(r"(-?)(\d+)(?:\.(\d+))?", re.ASCII)
LANGUAGES = ("en", "fr", "nl", "de", "es", "ro")
"""Languages of bundles; another file language falls back to English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All words of one language; the bundle prints no other sentence of its own. doubts: what a rule
    warns of, by its key.
    """

    language: str
    common: CommonWords
    cover: CoverWords
    legal: LegalWords
    interview: InterviewWords
    minutes: MinutesWords
    signing: SigningWords
    interpreter: InterpreterWords
    language_work: LanguageWorkWords
    doubts: Mapping[str, str]
    exhibit: ExhibitWords
    signatures: SignatureWords
    printed: PrintedWords
    custody: CustodyWords
    finance: FinanceWords
    pay: PayWords
    version: VersionWords
    identity_annex: IdentityAnnexWords
    annex: AnnexWords

    def label(self, code: StrEnum | None) -> str:
        """Return the word of a code in this language; "not recorded" if there is none."""
        return self.common.not_recorded if code is None else catalogue.word(code, self.language)

    def noun(self, heading: str) -> str:
        """A noun of a heading as it stands within a sentence: small, but in German with its capital."""
        return heading if self.language == "de" else heading.lower()

    def language_name(self, tag: str) -> str:
        """The name of a language by its BCP 47 tag; of an unknown one, the tag itself."""
        return catalogue.language_name(tag, self.language)

    def amount(self, text: str) -> str:
        """Return decimal text (`1234.50`) as this language writes it (CLDR); any other text as it is."""
        found = _DECIMAL.fullmatch(text)
        if found is None:
            return text
        sign, whole, decimals = found.groups("")
        if len(whole) >= int(self.common.grouped_from):
            whole = f"{int(whole):,}".replace(",", self.common.group)
        return f"{sign}{whole}{self.common.decimal}{decimals}" if decimals else f"{sign}{whole}"


def language_of(tag: str) -> str:
    """Return the language of the bundle for a file in this language."""
    primary = tag.split("-", maxsplit=1)[0].lower()
    return primary if primary in LANGUAGES else "en"


@cache
def words_in(language: str) -> Words:
    """Read a language's catalogue; a missing or unknown entry is an error, so that no bundle has a gap."""
    file = files(resources.texts).joinpath("bundle", f"{language}.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))

    def section[T](name: str, kind: type[T]) -> T:
        return kind(**{key: tuple(one) if isinstance(one, list) else one for key, one in data[name].items()})

    return Words(
        language=language,
        common=section("common", CommonWords),
        cover=section("cover", CoverWords),
        legal=section("legal", LegalWords),
        interview=section("interview", InterviewWords),
        minutes=section("minutes", MinutesWords),
        signing=section("signing", SigningWords),
        interpreter=section("interpreter", InterpreterWords),
        language_work=section("language_work", LanguageWorkWords),
        doubts=data["doubts"],
        exhibit=section("exhibit", ExhibitWords),
        signatures=section("signatures", SignatureWords),
        printed=section("printed", PrintedWords),
        custody=section("custody", CustodyWords),
        finance=section("finance", FinanceWords),
        pay=section("pay", PayWords),
        version=section("version", VersionWords),
        identity_annex=section("identity_annex", IdentityAnnexWords),
        annex=section("annex", AnnexWords),
    )
