"""Fields of a case file, its authorities, proceedings and objects."""

from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.vocabulary import AuthorityKind, AuthorityPart, CaseObjectKind, CaseStatus

_ALWAYS = Phase.ALWAYS

CASE = Description(
    name="case_file",
    entity=CaseFile,
    fields=(
        Field(name="reference", section="case", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(name="titles", section="case", editor=Editor.TITLES, until=_ALWAYS, required=True),
        Field(name="language", section="case", editor=Editor.LANGUAGE, until=_ALWAYS, required=True),
        Field(name="country", section="case", editor=Editor.COUNTRY, until=_ALWAYS, required=True),
        Field(name="notice_number", section="case", editor=Editor.LINE, until=_ALWAYS),
        Field(name="opened_on", section="case", editor=Editor.DAY, until=_ALWAYS, required=True),
        Field(
            name="status", section="case", editor=Editor.CODE, codes=CaseStatus, until=_ALWAYS, required=True
        ),
        Field(
            name="review_on",
            section="case",
            editor=Editor.DAY,
            until=_ALWAYS,
            printed=False,
            rules=("V-P-03",),
        ),
        Field(name="exploitation", section="law", editor=Editor.LINES, until=_ALWAYS),
        Field(name="legal_basis", section="law", editor=Editor.LINES, until=_ALWAYS),
    ),
    internal=("id", "fictional", "struck"),
)

AUTHORITY = Description(
    name="authority",
    entity=Authority,
    fields=(
        Field(name="name", section="authority", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(
            name="kind",
            section="authority",
            editor=Editor.CODE,
            codes=AuthorityKind,
            until=_ALWAYS,
            required=True,
        ),
        Field(
            name="part",
            section="authority",
            editor=Editor.CODE,
            codes=AuthorityPart,
            until=_ALWAYS,
            required=True,
        ),
        Field(name="country", section="authority", editor=Editor.COUNTRY, until=_ALWAYS, required=True),
        Field(
            name="official_id",
            section="authority",
            editor=Editor.REFERENCE,
            refers_to="official",
            until=_ALWAYS,
        ),
        Field(name="contact", section="authority", editor=Editor.TEXT, until=_ALWAYS),
    ),
    internal=("id", "case_id", "struck"),
)

PROCEEDING = Description(
    name="proceeding",
    entity=Proceeding,
    fields=(
        Field(name="country", section="proceeding", editor=Editor.COUNTRY, until=_ALWAYS, required=True),
        Field(
            name="authority_id",
            section="proceeding",
            editor=Editor.REFERENCE,
            refers_to="authority",
            until=_ALWAYS,
            printed=False,
        ),
        Field(name="reference", section="proceeding", editor=Editor.LINE, until=_ALWAYS),
        Field(name="offence", section="proceeding", editor=Editor.TITLES, until=_ALWAYS, required=True),
        Field(name="facts", section="proceeding", editor=Editor.LINE, until=_ALWAYS),
        Field(name="period_from", section="proceeding", editor=Editor.PARTIAL_DATE, until=_ALWAYS),
        Field(name="period_to", section="proceeding", editor=Editor.PARTIAL_DATE, until=_ALWAYS),
    ),
    internal=("id", "case_id", "struck"),
)

CASE_OBJECT = Description(
    name="case_object",
    entity=CaseObject,
    fields=(
        Field(name="number", section="object", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(
            name="kind",
            section="object",
            editor=Editor.CODE,
            codes=CaseObjectKind,
            until=_ALWAYS,
            required=True,
        ),
        Field(name="label", section="object", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(name="details", section="object", editor=Editor.DETAILS, until=_ALWAYS),
        Field(name="note", section="object", editor=Editor.TEXT, until=_ALWAYS, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)
