"""The columns of an account: in which one an original stands: in the window, in a search and on paper."""

from collections.abc import Sequence

from thb_desktop.domain.searching import primary_language


def column_of(language: str, columns: Sequence[str]) -> str:
    """Return the column in which words said in a language stand: that of the language, else the first one of
    its varieties ("ar" for "ar-MA"), else the first of all, that of the person heard. columns: by language,
    that of the person first.
    """
    if language in columns or not columns:
        return language
    primary = primary_language(language)
    return next((each for each in columns if primary_language(each) == primary), columns[0])
