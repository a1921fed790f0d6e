"""The fields of a claim about a person, of its words, and of a decision about an age, described once."""

from thb_desktop.domain.child_presumed import AgeDecision
from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim
from thb_desktop.domain.vocabulary import AgeFinding, ClaimBasis, ClaimKind, Kinship

_ALWAYS = Phase.ALWAYS

PERSON_CLAIM = Description(
    name="person_claim",
    entity=PersonClaim,
    fields=(
        Field(
            name="person_id",
            section="claim",
            editor=Editor.REFERENCE,
            refers_to="person",
            until=Phase.ONCE,
            printed=False,
            required=True,
        ),
        Field(
            name="kind",
            section="claim",
            editor=Editor.CODE,
            codes=ClaimKind,
            until=Phase.ONCE,
            printed=False,
            required=True,
        ),
        Field(
            name="relation", section="claim", editor=Editor.CODE, codes=Kinship, until=_ALWAYS, printed=False
        ),
        Field(
            name="other_id",
            section="claim",
            editor=Editor.REFERENCE,
            refers_to="person",
            until=_ALWAYS,
            printed=False,
        ),
        Field(
            name="born",
            section="claim",
            editor=Editor.PARTIAL_DATE,
            until=_ALWAYS,
            printed=False,
            rules=("V-I-10", "V-I-11", "V-I-12"),
        ),
        Field(name="nationality", section="claim", editor=Editor.COUNTRY, until=_ALWAYS, printed=False),
        Field(
            name="basis",
            section="source",
            editor=Editor.CODE,
            codes=ClaimBasis,
            until=_ALWAYS,
            printed=False,
            required=True,
        ),
        Field(
            name="said_by_id",
            section="source",
            editor=Editor.REFERENCE,
            refers_to="person",
            until=_ALWAYS,
            printed=False,
        ),
        Field(name="said_by", section="source", editor=Editor.LINE, until=_ALWAYS, printed=False),
        Field(name="said_on", section="source", editor=Editor.PARTIAL_DATE, until=_ALWAYS, printed=False),
        Field(
            name="interview_id",
            section="source",
            editor=Editor.REFERENCE,
            refers_to="interview",
            until=Phase.ONCE,
            printed=False,
        ),
        Field(
            name="exhibit_id",
            section="source",
            editor=Editor.REFERENCE,
            refers_to="exhibit",
            until=Phase.ONCE,
            printed=False,
        ),
        Field(name="page", section="source", editor=Editor.NUMBER, until=Phase.ONCE, printed=False),
        Field(name="statement", section="source", editor=Editor.TEXT, until=_ALWAYS, printed=False),
    ),
    internal=("id", "case_id", "turn_id", "anchors", "entered_by", "at", "struck"),
)
"""No page prints a claim as such; what the judge chose for documents is told by `persons_told`."""

CLAIM_WORDS = Description(
    name="claim_words",
    entity=ClaimWords,
    fields=tuple(
        Field(name=name, section="claim", editor=editor, until=_ALWAYS, printed=False)
        for name, editor in (
            ("text", Editor.LINE),
            ("latin", Editor.LINE),
            ("scheme", Editor.LINE),
            ("language", Editor.LANGUAGE),
        )
    ),
    internal=(),
)
"""Sealed with the protected identities."""

OF_CLAIMS = (PERSON_CLAIM.name, CLAIM_WORDS.name)
"""What corrections of claims are about; none of them leaves the office."""

AGE_DECISION = Description(
    name="age_decision",
    entity=AgeDecision,
    fields=(
        Field(
            name="finding",
            section="age_decision",
            editor=Editor.CODE,
            codes=AgeFinding,
            until=Phase.ONCE,
            printed=False,
            required=True,
        ),
        *(
            Field(
                name=name,
                section="age_decision",
                editor=editor,
                until=Phase.ONCE,
                printed=False,
                required=True,
            )
            for name, editor in (
                ("reference", Editor.LINE),
                ("decided_by", Editor.LINE),
                ("decided_on", Editor.PARTIAL_DATE),
                ("reason", Editor.TEXT),
            )
        ),
    ),
    internal=("id", "case_id", "person_id", "entered_by", "at"),
)
