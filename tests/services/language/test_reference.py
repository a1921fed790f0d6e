"""The memory and the glossary of a case travel beside a job, and a glossary comes back."""

import pytest

from tests.support.language_jobs import JobSetup, asked
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import CaseId, ConceptId, RowId
from thb_desktop.exchange.formats import ExchangeFormat
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm, MemoryEntry, TermUse
from thb_desktop.exchange.memory.tbx import read_tbx, write_tbx
from thb_desktop.exchange.memory.tmx import read_tmx
from thb_desktop.services.language import exchange, glossary, jobs, reference
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain


def sent(desk: JobSetup, **chosen: bool) -> dict[str, bytes]:
    files = exchange.send_job(
        desk.session, desk.job.id, ExchangeFormat.XLIFF, recipient="J. Vertaler", reason="Hearing", **chosen
    )
    return {each.name.rpartition(".")[2]: each.data for each in files}


def debt(desk: JobSetup) -> Concept:
    concept = Concept(
        id=ConceptId(""),
        case_id=desk.job.case_id,
        domain=v.TermDomain.MEANS,
        definition="Money owed for the journey",
        legal_system="RO",
    )
    words = [
        Term(
            id=RowId(""), case_id=CaseId(""), concept_id=ConceptId(""), language=language, term=word,
            status=status, reliability=reliability,
        )
        for language, word, status, reliability in (
            ("ro", "datorie", v.TermStatus.PREFERRED, 3),
            ("ro", "cârlig", v.TermStatus.SLANG, None),
            ("en", "debt", None, 1),
        )
    ]  # fmt: skip
    return glossary.add_concept(desk.session, concept, words)


def test_the_glossary_goes_out_with_all_that_a_translator_needs_and_without_what_was_struck(desk: JobSetup):
    kept = debt(desk)
    struck = glossary.add_concept(
        desk.session,
        Concept(id=ConceptId(""), case_id=desk.job.case_id, domain=None, definition="wrong"),
    )
    glossary.strike_entry(desk.session, struck, "entered twice")

    (concept,) = read_tbx(sent(desk, with_glossary=True)["tbx"]).concepts

    assert (concept.id, concept.subject, concept.note) == (kept.id, "MEANS", "RO")
    assert [(each.term, each.use, each.reliability) for each in concept.terms] == [
        ("datorie", TermUse.PREFERRED, 3),
        ("cârlig", TermUse.SLANG, 0),
        ("debt", None, 1),
    ]


def test_the_memory_holds_what_was_signed_as_checked_into_this_language_and_nothing_else(desk: JobSetup):
    desk.write("Do you understand?")
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1, state=v.RenderingState.DRAFT)
    other = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.first, target_language="nl"))
    desk.write("Begrijpt u?", job=other.id)

    memory = read_tmx(sent(desk, with_memory=True)["tmx"])

    assert memory.entries == (
        MemoryEntry(
            id=f"T-01-{desk.turns[0].id}", source_language="ro", source="Înțelegeți?",
            target_language="en", target="Do you understand?", origin="T-01",
        ),
    )  # fmt: skip


def test_neither_goes_out_unless_it_is_asked_for_and_both_are_named_in_the_event(desk: JobSetup):
    alone, all_three = sent(desk), sent(desk, with_memory=True, with_glossary=True)

    told = [Event.parse(each.payload) for each in chain.openings(desk.session.read) if each is not None]
    reasons = [each.reason for each in told if each.action == VaultAction.LANGUAGE_JOB_SENT]
    assert (set(alone), set(all_three)) == ({"xlf"}, {"xlf", "tmx", "tbx"})
    assert [reason.count(", ") for reason in reasons] == [0, 2]


def test_a_glossary_that_comes_back_adds_what_is_new_in_one_event_and_changes_nothing(desk: JobSetup):
    kept = debt(desk)
    theirs = ExchangeConcept(
        id="x",
        subject="PROCEDURE",
        definition="who presides",
        terms=(
            ExchangeTerm(language="ro", term="judecător", use=TermUse.SUPERSEDED, reliability=4),
            ExchangeTerm(language="en", term="judge"),
        ),
    )
    ours = ExchangeConcept(id=kept.id, terms=(ExchangeTerm(language="ro", term="another"),))
    before = len(list(chain.openings(desk.session.read)))

    imported = reference.import_glossary(
        desk.session, desk.job.case_id, write_tbx([theirs, ours], title="x", language="en")
    )

    (added,) = imported.concepts
    entries = dict(glossary.list_glossary(desk.session, desk.job.case_id))
    assert (added.domain, added.definition) == (v.TermDomain.PROCEDURE, "who presides")
    assert [(each.term, each.status, each.reliability) for each in entries[added]] == [
        ("judecător", v.TermStatus.DEPRECATED, 4),
        ("judge", None, None),
    ]
    assert len(entries[kept]) == 3
    assert [(each.key, dict(each.values)) for each in imported.findings] == [
        ("tbx.new-term", {"term": "another", "language": "ro"}),
        ("tbx.known", {"count": 1}),
    ]
    assert len(list(chain.openings(desk.session.read))) == before + 1


def test_a_glossary_of_another_program_is_added_once_however_often_it_is_imported(desk: JobSetup):
    debt(desk)
    theirs = ExchangeConcept(
        id="c-1",
        terms=(ExchangeTerm(language="ro", term="Judecător"), ExchangeTerm(language="en", term="judge")),
    )
    ours = ExchangeConcept(id="c-2", terms=(ExchangeTerm(language="RO", term="datorie"),))
    file = write_tbx([theirs, ours], title="x", language="en")

    first, second = (reference.import_glossary(desk.session, desk.job.case_id, file) for _ in range(2))

    assert [len(each.concepts) for each in (first, second)] == [1, 0]
    assert [each.values["count"] for each in (*first.findings, *second.findings)] == [1, 2]
    assert len(glossary.list_glossary(desk.session, desk.job.case_id)) == 2


def test_a_glossary_that_is_known_already_writes_nothing_and_one_that_is_none_is_refused(desk: JobSetup):
    debt(desk)
    before = len(list(chain.openings(desk.session.read)))

    known = reference.import_glossary(
        desk.session, desk.job.case_id, reference.glossary_file(desk.session, desk.job.id)
    )
    with pytest.raises(errors.ExchangeFormatError):
        reference.import_glossary(desk.session, desk.job.case_id, b"<a/>")

    assert known.concepts == ()
    assert len(list(chain.openings(desk.session.read))) == before
