"""ELAN files as texts in which words are masked: which are plain enough, and what their copies keep.

Such a file is XML. It is a plain text if every letter in it stands for itself: no comment, no part as it is
written (CDATA), no document type, and of references only the five of XML, none of which is a letter.
"""

import re

_DECLARED = re.compile(
    r"""<\?xml\s+version=["']1\.[01]["'](?:\s+encoding=["']utf-8["'])?(?:\s+standalone=["']\w{2,3}["'])?\s*\?>""",
    re.IGNORECASE,
)
_ROOT = re.compile(r"\s*<ANNOTATION_DOCUMENT[\s>]")
_HIDING = re.compile(r"<[!?]|&(?!(?:amp|lt|gt|quot|apos);)")
_QUOTED = r""""[^"<]*+"|'[^'<]*+'"""
_TAG = re.compile(rf"<(?:[^<>\"']|{_QUOTED})*+>")
_VALUE = re.compile(_QUOTED)
_TIER = re.compile(rf"(\s(TIER_ID|PARENT_REF)\s*=\s*)({_QUOTED})")

TOLD_VALUE = re.compile(
    r"(?P<before>\s(?:(?P<file>MEDIA_FILE|(?:RELATIVE_)?(?:MEDIA|LINK)_URL|EXTRACTED_FROM)"
    rf"|AUTHOR|PARTICIPANT|ANNOTATOR|TIER_ID|PARENT_REF)\s*=\s*)(?P<value>{_QUOTED})"
)
"""A value that can be masked as a whole: a name, or (`file`) where a file is."""


def is_plain_elan(text: str) -> bool:
    """Whether a text is an ELAN file of which each letter stands for itself."""
    declared = _DECLARED.match(text)
    begins = declared.end() if declared else 0
    return _ROOT.match(text, begins) is not None and _HIDING.search(text, begins) is None


def has_same_markup(text: str, copy: str) -> bool:
    """Whether a copy has the elements and attributes of the text: masks replaced words and values alone."""
    return _markup(text) == _markup(copy) and text.count("<") == copy.count("<")


def without_names(text: str) -> str:
    """Return contents and values, each on its line, without the names of elements and attributes."""
    return _TAG.sub(lambda tag: _between_values(tag[0]), text)


def _between_values(tag: str) -> str:
    """Return the values of a tag, with the ends of its lines."""
    kept, end = [" "], 0
    for value in _VALUE.finditer(tag):
        kept += ["\n" * tag.count("\n", end, value.start()), " ", value[0][1:-1], " "]
        end = value.end()
    return "".join([*kept, "\n" * tag.count("\n", end)])


def _markup(text: str) -> list[str]:
    return [_VALUE.sub("''", each) for each in _TAG.findall(text)]


def with_distinct_tiers(text: str, copy: str) -> str:
    """Return a copy in which tiers whose names a mark made equal are numbered, also where others name them.

    ELAN keeps tiers apart by their names.
    """
    names, taken = dict[str, str](), set[str]()
    whole = [each[3] for each in _TIER.finditer(text)]
    shown = [*_TIER.finditer(copy)]
    if len(whole) != len(shown):
        return copy
    for own, each in zip(whole, shown, strict=True):
        if each[2] == "TIER_ID":
            name, count = each[3], 1
            while name in taken and own != each[3]:
                count += 1
                name = f"{each[3][:-1]} {count}{each[3][-1]}"
            taken.add(name)
            names.setdefault(own, name)
    told = iter(whole)

    def renamed(found: re.Match[str]) -> str:
        return f"{found[1]}{names.get(next(told), found[3])}"

    return _TIER.sub(renamed, copy)
