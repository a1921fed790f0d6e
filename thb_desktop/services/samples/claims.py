"""Claims of a sample case: aliases, kinship, and whatever else is said of a person, with its source."""

from collections.abc import Iterator

from thb_desktop.domain.ids import AgentId, InterviewId, RowId
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim
from thb_desktop.domain.vocabulary import ClaimBasis, ClaimKind, IdentityProtection, Kinship
from thb_desktop.errors import FormatError
from thb_desktop.services.persons import claims
from thb_desktop.services.samples.codes import code_of
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node
from thb_desktop.services.testimony import interviews


def load_claims(loading: Loading) -> None:
    """Enter what the data say of persons; where they name no source, it is the entry in the data itself."""
    records = {
        each.interview.number: each.interview.id
        for each in interviews.list_interviews(loading.session, loading.case.id)
    }
    for node in loading.data.nodes("persons"):
        if node.text("id") in loading.persons:
            person = loading.persons[node.text("id")]
            for kind, told in _told(node, is_open=person.identity_protection is IdentityProtection.NONE):
                _enter(loading, node.text("id"), kind, told, records)


def _told(node: Node, *, is_open: bool) -> Iterator[tuple[str, Node]]:
    """The claims about one person, each with its kind. is_open: nothing protects the name."""
    if is_open and (name := node.text("name", "")):
        yield ClaimKind.NAME.value, Node({"text": name})
    yield from ((ClaimKind.ALIAS.value, Node({"text": text})) for text in node.texts("aliases"))
    yield from ((ClaimKind.KINSHIP.value, each) for each in node.nodes("kinship"))
    yield from ((each.text("kind"), each) for each in node.nodes("claims"))


def _enter(loading: Loading, code: str, kind: str, node: Node, records: dict[str, InterviewId]) -> None:
    person, said_by = loading.persons[code], node.text("said_by", "")
    speaker, other = loading.persons.get(said_by), loading.persons.get(node.text("other", ""))
    record, exhibit = node.text("interview", ""), node.text("exhibit", "")
    if record and record not in records:
        raise FormatError(f"a claim names the record {record!r}, which the case does not have")
    if exhibit and exhibit not in loading.exhibits:
        raise FormatError(f"a claim names the exhibit {exhibit!r}, which the case does not have")
    own = speaker is not None and speaker.id == person.id
    claim = PersonClaim(
        id=RowId(""),
        case_id=loading.case.id,
        person_id=person.id,
        kind=code_of(ClaimKind, kind, {}),
        basis=code_of(ClaimBasis, node.text("basis", _basis(said_by, own=own)), {}),
        entered_by=AgentId(""),
        at=loading.session.clock.read().at,
        relation=code_of(Kinship, node.text("relation"), {}) if "relation" in node else None,
        other_id=other.id if other is not None else None,
        born=node.partial("born"),
        nationality=node.text("nationality", ""),
        said_by_id=speaker.id if speaker is not None and not own else None,
        said_by="" if speaker is not None else said_by,
        said_on=node.partial("said_on"),
        interview_id=records.get(record),
        exhibit_id=loading.exhibits[exhibit].id if exhibit else None,
        page=node.integer("page") if "page" in node else None,
        statement=node.text("statement", "" if record or exhibit else f"{loading.case.reference}, {code}"),
    )
    words = ClaimWords(
        text=node.text("text", "") or _unknown_other(loading, node),
        latin=node.text("latin", ""),
        scheme=node.text("scheme", ""),
        language=node.text("language", ""),
    )
    turn = node.integer("turn") if "turn" in node else None
    claims.add_claim(loading.session, claim, words, turn=turn)
    loading.step()


def _basis(said_by: str, *, own: bool) -> str:
    """The basis that follows from who said it; the office's own note if the data name no author."""
    if own:
        return ClaimBasis.SELF_DECLARED.value
    return ClaimBasis.OTHER_PERSON.value if said_by else ClaimBasis.OFFICIAL.value


def _unknown_other(loading: Loading, node: Node) -> str:
    """Somebody of whom the case has no record is only described."""
    other = node.text("other", "")
    return "" if other in loading.persons else other
