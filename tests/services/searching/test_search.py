"""One search: what is entered is found at once, in any language, and what may not be read is not."""

import re
import struct
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.support import money
from tests.support.offices import (
    BEGIN,
    CONTACT,
    IDENTITY,
    NAME,
    NEXT_DAY,
    Small,
    act,
    by_hand,
    copy_of,
    exhibit,
    held_interview,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.records import held, rendition, signed, turn
from tests.support.samples import sample
from tests.support.second_person import ALONE, second_for
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.domain.second_person import TwoPersonAct
from thb_desktop.errors import SearchLanguageError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.bundling import disclosures
from thb_desktop.services.bundling.disclosures import DisclosureDraft
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits, leaving
from thb_desktop.services.keeping import health
from thb_desktop.services.money import finance
from thb_desktop.services.office import consultations, second_person, users
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.searching import files, index, saved
from thb_desktop.services.searching.search import search
from thb_desktop.services.testimony import decisions, interviews, segments
from thb_desktop.vault.tables import registry, search_index

K = SearchKind
CONFINED = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def kinds(session: Session, typed: str, **narrowed: Any) -> dict[SearchKind, int]:
    return dict(search(session, typed, SearchFilter(**narrowed)).counts)


def entities(session: Session, typed: str) -> list[str]:
    return [hit.entity for hit in search(session, typed).hits]


def test_many_hits_of_a_record_are_read_in_as_few_queries_as_one(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview, "Mi-a luat pașaportul.", renderings=[rendition("Il a pris le passeport.")])
    for number in range(20):
        turn(session, interview, f"Bani, {number}.", renderings=[rendition(f"De l'argent, {number}.")])
    asked = list[str]()
    index.follow_to_end(session)

    def reads(typed: str) -> tuple[int, int]:
        search(session, typed)
        asked.clear()
        session.read.set_trace_callback(asked.append)
        found = search(session, typed)
        session.read.set_trace_callback(None)
        return len(found.hits), sum(each.lstrip().startswith("SELECT") for each in asked)

    assert [reads("pasaportul")[0], reads("bani")[0], reads("argent")[0]] == [1, 20, 20]
    assert reads("bani")[1] == reads("pasaportul")[1]
    assert reads("argent")[1] == reads("passeport")[1]
    assert [hit.turn for hit in search(session, "bani").hits if hit.beside] == [*range(2, 22)]


def test_pages_of_few_hits_follow_each_other_in_the_order_of_all(session: Session, small: Small):
    interview = held(session, small)
    for number in range(12):
        turn(session, interview, "Bani. " * (number % 5 + 1), renderings=[rendition(f"Money, {number}.")])

    every = search(session, "bani")
    pages = [search(session, "bani", skip=skip, count=5) for skip in (0, 5, 10)]

    assert [hit.id for page in pages for hit in page.hits] == [hit.id for hit in every.hits]
    assert [(page.reached, page.more) for page in pages] == [(5, True), (10, True), (12, False)]


def test_a_turn_is_found_in_both_languages_with_the_other_beside(session: Session, small: Small):
    interview = held(session, small)
    said = turn(
        session, interview, "Mi-a luat pașaportul.", renderings=[rendition("Il a pris le passeport.")]
    )

    (original,) = search(session, "pasaportul").hits
    (rendered,) = search(session, "PASSEPORT").hits

    assert (original.id, original.beside) == (said.id, ("fr", "Il a pris le passeport."))
    assert rendered.beside == ("ro", "Mi-a luat pașaportul.")
    assert (rendered.number, rendered.turn, rendered.case_reference) == (interview.number, 1, "2026/1")
    text = original.snippet
    assert [text.text[start:end] for start, end in text.places] == ["pașaportul"]


def test_what_is_corrected_is_found_as_it_stands_now(session: Session, small: Small):
    kept = registered(session, small, titles=(("en", "A red coat"),))
    assert entities(session, "coat") == ["exhibit"]

    corrections.correct(session, replace(kept, titles=(("en", "A red jacket"),)), "Mistyped")

    assert entities(session, "coat") == []
    assert entities(session, "jacket") == ["exhibit"]


def test_what_is_struck_out_and_what_is_annulled_is_marked(session: Session, small: Small):
    kept = registered(session, small, titles=(("en", "A red coat"),))
    interview, _ = signed(session, small)
    corrections.strike_out(session, "exhibit", kept.id, "Entered twice")
    decisions.decide(
        session,
        interview.id,
        v.RecordDecisionKind.ANNULLED,
        reference="KI 1",
        decided_by="Chamber",
        decided_on=PartialDate("2026-05-04"),
        reason="No summons",
    )

    (coat,) = search(session, "coat").hits
    (turn_hit,) = search(session, "intelegeti").hits

    assert coat.is_struck
    assert turn_hit.state is v.InterviewState.ANNULLED_BY_DECISION


def test_a_draft_changes_at_once(session: Session, small: Small):
    interview = held_interview(session, small)
    (segment,) = registry.SEGMENT.where(session.read, "interview_id", interview.id)
    segments.set_source(session, segment.id, "Unde este telefonul?")

    assert entities(session, "intelegeti") == []
    assert entities(session, "telefonul") == ["segment"]


def test_the_person_and_the_day_of_a_record_reach_its_turns(session: Session, small: Small):
    other = people.add_person(session, replace(small.person, code="V-02"), None)
    interview = held_interview(session, small)
    assert kinds(session, "intelegeti", person_id=small.person.id) == {K.TESTIMONY: 1}

    changed = replace(interview, person_id=other.id)
    interviews.set_header(session, changed)

    assert kinds(session, "intelegeti", person_id=small.person.id) == {}
    assert kinds(session, "intelegeti", person_id=other.id) == {K.TESTIMONY: 1}


def test_cash_is_found_by_who_paid_it_and_by_who_received_it(session: Session, small: Small):
    other = people.add_person(session, replace(small.person, code="V-02"), None)
    row = money.hand_over(small.case.id, payer_id=small.person.id, receiver_id=other.id, note="Weissdorn")
    finance.add_hand_over(session, row)

    assert kinds(session, "weissdorn", person_id=small.person.id) == {K.MONEY: 1}
    assert kinds(session, "weissdorn", person_id=other.id) == {K.MONEY: 1}


def test_filters_by_kind_language_case_and_period(session: Session, small: Small):
    registered(session, small, titles=(("en", "Blue bag"),))
    interview = held(session, small)
    turn(session, interview, "Blue geantă.", renderings=[rendition("Blue sac.")])
    day = interview.day.day if interview.day else None
    assert day is not None

    assert kinds(session, "blue") == {K.TESTIMONY: 2, K.EXHIBIT: 1}
    assert kinds(session, "blue", kinds=(K.EXHIBIT,)) == {K.EXHIBIT: 1}
    assert kinds(session, "blue", language="ro-RO") == {K.TESTIMONY: 1}
    assert kinds(session, "blue", case_id=small.case.id, language="fr") == {K.TESTIMONY: 1}
    assert kinds(session, "blue", since=day, until=day, kinds=(K.TESTIMONY,)) == {K.TESTIMONY: 2}
    assert kinds(session, "blue", until=date(1999, 1, 1)) == {}
    assert kinds(session, "blue", case_id="00000000-0000-7000-8000-000000000000") == {}


@pytest.mark.parametrize(
    ("written", "sought", "found"),
    [
        *(("ron", "ro", 1), ("ro", "rum", 1), ("mo", "ro-RO", 1), ("pes", "fa", 1), ("zh-Hans", "cmn", 1)),
        *(("fa-AF", "prs", 1), ("fa-AF", "fa", 1), ("no", "nb", 1), ("ro", "hu", 0), ("fa", "ar", 0)),
    ],
)
def test_a_language_is_found_however_its_tag_is_written(
    session: Session, small: Small, written: str, sought: str, found: int
):
    turn(session, held(session, small), "Blue.", language=written)

    assert kinds(session, "blue", language=sought).get(K.TESTIMONY, 0) == found


@pytest.mark.parametrize("named", ["French", "roumain", "الفرنسية", "f1"])
def test_a_language_by_its_name_is_refused_and_not_sought_in_vain(session: Session, named: str):
    with pytest.raises(SearchLanguageError):
        kinds(session, "blue", language=named)
    with pytest.raises(SearchLanguageError):
        saved.save(session, "Blue", "blue", SearchFilter(language=named))


def test_pages_follow_each_other(session: Session, small: Small):
    for number in range(7):
        registered(session, small, titles=(("en", f"Bag {number}"),), number=f"B-{number}")

    pages = [search(session, "bag", skip=skip, count=3) for skip in (0, 3, 6)]

    assert [len(page.hits) for page in pages] == [3, 3, 1]
    assert len({hit.id for page in pages for hit in page.hits}) == 7
    assert {page.total for page in pages} == {7}


def test_telephone_numbers_are_found_in_any_writing(session: Session, small: Small):
    registered(session, small, note="Called 0476/12.34.56 twice")

    assert entities(session, "+32 476 12 34 56") == ["exhibit"]


def test_nothing_sealed_is_in_the_index(session: Session, small: Small):
    seed = "zebra quantum lighthouse"
    note = registered(session, small, kind=v.ExhibitKind.SECRET_KEY_MATERIAL)
    sealed.add_key_material(session, note.id, bytearray(seed.encode()), second=ALONE)
    people.list_persons(session, small.case.id)

    for typed in (NAME, CONTACT, *IDENTITY.aliases, seed, "zebra"):
        assert search(session, typed).total == 0


@pytest.fixture(scope="module")
def colleagues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "office.thbvault"

    def fill(session: Session) -> None:
        small = small_case(session)
        held_interview(session, small)
        exhibits.register_exhibit(
            session, exhibit(small, titles=(("en", "Intelegeti bag"),)), act(occurred_at=BEGIN)
        )
        draft = DisclosureDraft(recipient="Intelegeti office", purpose="An answer", basis="Of its own motion")
        disclosures.draw_up(session, small.case.id, draft)
        for name, role in (
            ("Jan Claes", v.UserRole.EVIDENCE_CUSTODIAN),
            ("Nadia", v.UserRole.AUDITOR),
            ("Anna", v.UserRole.ANALYST),
        ):
            users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(f"{OTHER_PASSPHRASE} {role.lower()}"),
                own_passphrase=passphrase(),
                second=lambda about: second_or_alone(session, about),
            )

    new_office(folder, fill)
    return folder


def second_or_alone(session: Session, about: str) -> Any:
    found = second_person.list_second_persons(session, TwoPersonAct.ADD_USER, about)
    if not found:
        return ALONE
    text = f"{OTHER_PASSPHRASE} {found[0].role.lower()}"
    return second_for(session, TwoPersonAct.ADD_USER, about, text=text)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (None, {K.TESTIMONY: 1, K.EXHIBIT: 1, K.PACKAGE: 1}),
        (v.UserRole.ANALYST, {K.TESTIMONY: 1, K.EXHIBIT: 1}),
        (v.UserRole.EVIDENCE_CUSTODIAN, {K.EXHIBIT: 1}),
        (v.UserRole.AUDITOR, {}),
    ],
)
def test_what_a_user_may_not_read_is_neither_found_nor_counted(
    colleagues: Path, tmp_path: Path, role: v.UserRole | None, expected: dict[SearchKind, int]
):
    text = PASSPHRASE if role is None else f"{OTHER_PASSPHRASE} {role.lower()}"
    with closing(unlock(copy_of(colleagues, tmp_path / "o.thbvault"), text)) as session:
        found = search(session, "intelegeti")

        assert dict(found.counts) == expected
        assert len(found.hits) == sum(expected.values())
        assert (K.TESTIMONY in found.left_out) is (K.TESTIMONY not in expected and role is not None)
        assert not {hit.kind for hit in found.hits} - set(expected)


def test_a_search_and_what_it_shows_are_consultations_once(session: Session, small: Small):
    interview = held_interview(session, small)
    before = len(consultations.list_consultations(session))

    search(session, "intelegeti", SearchFilter(case_id=small.case.id))
    search(session, "intelegeti", SearchFilter(case_id=small.case.id))

    new = consultations.list_consultations(session)
    seen = {(each.kind, each.subject) for each in new[: len(new) - before]}
    assert (Consulted.SEARCH.value, small.case.id) in seen
    assert (Consulted.TESTIMONY.value, interview.id) in seen
    assert len([each for each in new if each.kind == Consulted.SEARCH]) == 1


def test_the_index_is_the_same_made_anew_and_followed(session: Session, small: Small):
    registered(session, small, titles=(("en", "Blue bag"),))
    held_interview(session, small)
    followed = kinds(session, "b* OR i*"), kinds(session, "bag"), kinds(session, "intelegeti")

    index.discard(session)

    assert search_index.read_state(session.read) is None
    assert (kinds(session, "b* OR i*"), kinds(session, "bag"), kinds(session, "intelegeti")) == followed


def test_the_index_is_made_in_steps_and_rows_that_change_meanwhile_are_right(session: Session, small: Small):
    kept = [registered(session, small, titles=(("en", f"Bag {n}"),), number=f"B-{n}") for n in range(5)]
    index.discard(session)
    steps = 0

    while not index.follow(session, step=2).is_whole:
        steps += 1
        if steps == 3:
            corrections.correct(session, replace(kept[0], titles=(("en", "Box"),)), "Mistyped")

    assert steps > 5
    assert (search(session, "bag").total, search(session, "box").total) == (4, 1)


def test_an_act_that_fails_leaves_nothing_in_the_index(session: Session, small: Small):
    search(session, "bag")
    with pytest.raises(errors.UnrecordedChangeError), session.work() as work:
        work.save(replace(small.case, reference="Bag 7"))

    assert search(session, "bag").total == 0


def test_a_vault_that_is_only_read_is_searched_in_memory(
    folder: Path, small: Small, monkeypatch: pytest.MonkeyPatch
):
    with closing(unlock(folder)) as session:
        registered(session, small, titles=(("en", "Blue bag"),))
    monkeypatch.setattr("thb_desktop.vault.vault.is_writable", lambda *_: False)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert session.vault.read_only
        assert entities(session, "bag") == ["exhibit"]
        assert search_index.read_state(session.read) is None


def test_a_vault_with_an_index_opens_sound_and_its_schema_is_that_of_this_version(folder: Path, small: Small):
    with closing(unlock(folder)) as session:
        registered(session, small, titles=(("en", "Blue bag"),))
        search(session, "bag")

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert session.opening.is_sound
        assert not [each for each in session.opening.findings if each.code == "schema-differs"]
        assert entities(session, "bag") == ["exhibit"]


def text_file(session: Session, small: Small, *pages: str) -> ExhibitFile:
    kept = registered(session, small)
    file = exhibit_files.add_file(
        session, kept.id, source=BytesIO(b"%PDF"), name="scan.pdf", media_type="application/pdf"
    )
    index.index_text(session, file.id, pages)
    return file


def test_the_text_of_a_file_is_found_by_its_part(session: Session, small: Small):
    search(session, "page")
    file = text_file(session, small, "First page", "He took the passport")

    (hit,) = search(session, "passport").hits

    assert (hit.kind, hit.id, hit.part, hit.field) == (K.FILE, file.id, 2, "text")
    assert consultations.list_consultations(session)[0].kind in {Consulted.FILE, Consulted.SEARCH}
    index.index_text(session, file.id, ["He took the bag"])
    assert (search(session, "passport").total, search(session, "took").total) == (0, 1)
    index.discard(session)
    assert search(session, "took").total == 1


def test_the_text_of_a_file_goes_with_its_content(session: Session, small: Small):
    file = text_file(session, small, "He took the passport")
    assert search(session, "passport").total == 1

    custody.record_custody_event(session, file.exhibit_id, act(v.CustodyAction.ERASED), second=ALONE)

    assert search(session, "passport").total == 0
    assert search_index.file_texts(session.read, file.id) == ()
    assert files.unread_files(session, small.case.id) == ()
    index.index_text(session, file.id, ["He took the passport"])
    assert search(session, "passport").total == 0


@CONFINED
def test_the_words_of_the_files_of_a_case_are_read_and_found(session: Session, small: Small):
    kept = registered(session, small, number="E-8")
    mail = b"From: a@example.org\nTo: b@example.org\nSubject: rent\n\nHe kept the passport.\n"
    picture = b"BM" + struct.pack("<IIIIiiHHIIiiII", 58, 0, 54, 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + bytes(4)
    held = (("a.eml", mail), ("b.zip", b"PK\3\4 cut"), ("c.txt", b"the rent"), ("d.bmp", picture))
    for name, data in held:
        exhibit_files.add_file(session, kept.id, source=BytesIO(data), name=name, media_type="text/plain")

    before = files.unread_files(session, small.case.id)

    found = files.read_files(lambda work: work(session), small.case.id)

    assert found == files.FilesRead(whole=2, in_part=1, refused=1), (
        "a picture has a name in it, and a damaged archive no names to be searched by"
    )
    left = files.unread_files(session, small.case.id)
    assert (len(before), len(left)) == (4, 1), "what was read in part is not read again"

    (hit,) = search(session, "passport").hits
    assert (hit.kind, hit.field, hit.file) == (K.FILE, "text", "a.eml")
    logged = [each.kind for each in consultations.list_consultations(session)]
    assert logged.count(Consulted.FILE) >= 2


@CONFINED
def test_the_words_of_a_file_are_read_and_found_when_its_exhibit_is_struck_out(
    session: Session, small: Small
):
    kept = registered(session, small, number="E-8")
    exhibit_files.add_file(
        session, kept.id, source=BytesIO(b"the passport"), name="c.txt", media_type="text/plain"
    )
    corrections.strike_out(session, "exhibit", kept.id, "Registered twice")

    assert files.read_files(lambda work: work(session), small.case.id) == files.FilesRead(whole=1)
    assert [each.file for each in search(session, "passport").hits] == ["c.txt"]


@CONFINED
def test_the_text_of_a_file_goes_when_it_is_said_to_be_abuse_material(session: Session, small: Small):
    file = text_file(session, small, "He took the passport")
    copied = registered(session, small, number="E-91", parent_id=file.exhibit_id)
    copy = exhibit_files.add_file(
        session, copied.id, source=BytesIO(b"the passport"), name="c.txt", media_type="text/plain"
    )
    files.read_file(lambda work: work(session), copy.id)
    assert search(session, "passport").total == 2

    leaving.bar_exhibit(session, file.exhibit_id, v.BarKind.ABUSE_MATERIAL, "The unit told us")

    assert search(session, "passport").total == 0
    assert files.unread_files(session, small.case.id) == (), "neither it nor what derives from it is read"
    assert files.read_files(lambda work: work(session), small.case.id) == files.FilesRead()
    assert search(session, "passport").total == 0


def test_an_index_that_hides_something_is_made_anew_by_the_health_check(session: Session, small: Small):
    registered(session, small, titles=(("en", "Blue bag"),))
    search(session, "bag")
    with by_hand(session) as connection:
        connection.execute("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    assert search(session, "bag").total == 0

    health.check_vault(session)

    assert search(session, "bag").total == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fra", "egaux en dignite"),
        ("ron_2006", "demnitate si in drepturi"),
        ("spa", "razon y conciencia"),
        ("arb", "احرارا متساوين"),
        ("hin", "जन्मजात स्वतन्त्रता"),
        ("cmn_hans", "尊严和权利"),
        ("tir", "ክብርን"),
        ("nld", "gelijk in waardigheid"),
    ],
)
def test_the_first_article_is_found_in_each_language_of_the_samples(
    session: Session, small: Small, language: str, words: str
):
    place = sample(f"01-texts/udhr/udhr_{language}.xml", "unicode.org/udhr")
    articles = re.findall(r"<article.*?</article>", place.read_text("utf-8"), re.DOTALL)
    interview = held(session, small)
    for article in articles:
        turn(
            session,
            interview,
            " ".join(unescape(re.sub("<[^>]*>", " ", article)).split()),
            language=language[:2],
        )

    hits = search(session, f'"{words}"').hits

    assert [hit.turn for hit in hits][:1] == [1]
    assert len(hits) < 5


def test_hits_in_several_places_of_one_thing_are_told_with_how_many_things_they_are_in(
    session: Session, small: Small, tmp_path: Path
):
    kept = exhibits.register_exhibit(session, exhibit(small, number="E-QUETZAL"), act())
    source = tmp_path / "quetzal.txt"
    source.write_text("quetzal")
    (file,) = exhibit_files.add_files(
        session, kept.id, [exhibit_files.NewFile(source=source, name=source.name, media_type="text/plain")]
    )
    index.index_text(session, file.id, ["one quetzal", "nothing", "another quetzal"])
    other = exhibits.register_exhibit(session, exhibit(small, number="E-8", note="quetzal"), act())

    found = search(session, "quetzal")

    assert found.total == len(found.hits) == sum(found.counts.values())
    assert (found.counts[K.FILE], found.things[K.FILE]) == (3, 1)
    assert found.things[K.EXHIBIT] == len({kept.id, other.id})


def test_what_must_not_be_shown_is_neither_counted_nor_makes_a_hit_come_twice(
    session: Session, small: Small, tmp_path: Path
):
    files_of = {}
    for number, words in (("E-31", b"the same"), ("E-32", b"the same"), ("E-33", b"another")):
        kept = exhibits.register_exhibit(session, exhibit(small, number=number), act())
        source = tmp_path / f"{number}.bin"
        source.write_bytes(words)
        (file,) = exhibit_files.add_files(
            session, kept.id, [exhibit_files.NewFile(source=source, name="x", media_type="text/plain")]
        )
        files_of[number] = kept, file
    for number in ("E-32", "E-33"):
        index.index_text(session, files_of[number][1].id, [f"toucan {at}" for at in range(4)])
    leaving.bar_exhibit(session, files_of["E-31"][0].id, v.BarKind.ABUSE_MATERIAL, "The unit told us")

    first = search(session, "toucan", count=3)
    pages, at = [first], first
    while at.more:
        at = search(session, "toucan", skip=at.reached, count=3)
        pages.append(at)

    shown = [(hit.id, hit.part) for page in pages for hit in page.hits]
    assert len(shown) == len(set(shown)) == first.total == 4
    assert (first.counts, first.things) == ({K.FILE: 4}, {K.FILE: 1})
