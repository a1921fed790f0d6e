"""A version for a recipient: masked words are in no byte of it, and the list and the marks agree."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.services.bundling.test_decided_records import options
from tests.services.bundling.test_record_digests import attached, found
from tests.support.attached_records import files_in, files_of
from tests.support.leaks import leaks, readable
from tests.support.offices import Small, act, exhibit, registered
from tests.support.records import held, outcome, rendition, sign, turn
from tests.support.second_person import ALONE
from tests.support.strangers import checked_by_script
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from thb_desktop.domain import kept_back, masking
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.disclosure import Disclosure, Redaction, ScopeReason, Selection
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.masking import fits
from thb_desktop.domain.redaction_marks import LIST, MARK, WORDS
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import Conduct, Premises, RedactionReason
from thb_desktop.errors import (
    AnchorMismatchError,
    BasisMissingError,
    DisclosureItemError,
    LaidOutBeforeError,
    MarkInTextError,
    NotFoundError,
    ReasonMissingError,
    RedactionOverError,
    RedactionPlaceError,
    RedactionStaleError,
    ToldWholeError,
    WordsLeftError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.services.bundling import bundles, disclosures, maskable, redactions, shelters
from thb_desktop.services.bundling.disclosures import DisclosureDraft, refusals_of
from thb_desktop.services.bundling.redactions import Order
from thb_desktop.services.bundling.version_scope import scope_of_version
from thb_desktop.services.casework import corrections
from thb_desktop.services.core import withheld_groups
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import read_back, records
from thb_desktop.vault.tables import registry
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.verify.run import Request, check_file

ORDER = Order(reason=RedactionReason.THIRD_PARTY, ordered_by="Investigating judge K. Maes")
CARD = "A card of Zenobia Petrescu-Exemplu with a number"
SAID, RENDERED = "Sora mea Zenobia stie.", "Ma sœur Zénobiette le sait."


def spoken(session: Session, small: Small) -> Interview:
    interview = held(session, small)
    turn(session, interview)
    turn(session, interview, SAID, renderings=(rendition(RENDERED),))
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    return sign(session, interview.id)


def drawn_up(session: Session, small: Small, **changes: object) -> Disclosure:
    asked = {"recipient": "Parchetul", "purpose": "Execution", "basis": "Spontaneous information", **changes}
    return disclosures.draw_up(session, small.case.id, DisclosureDraft(**asked))  # type: ignore[arg-type]


def mask(
    session: Session, version: Disclosure, where: tuple[str, str, str], words: str, text: str
) -> Redaction:
    """where: the table, the id of the row and the field."""
    entity, row, field = where
    start = text.index(words)
    return redactions.redact_words(
        session,
        version.id,
        entity=entity,
        row=row,
        field=field,
        start=start,
        end=start + len(words),
        order=ORDER,
    )


def mask_turn(session: Session, version: Disclosure, record: Interview) -> None:
    said = records.get_interview(session, record.id).segments[1]
    mask(session, version, ("segment", said.segment.id, "source_text"), "Zenobia", SAID)
    mask(session, version, ("rendering", said.renderings[0].id, "text"), "Zénobiette", RENDERED)


def mask_exhibit(session: Session, version: Disclosure, file: ExhibitFile) -> None:
    where = ("exhibit", version.exhibit_ids[-1], "description")
    mask(session, version, where, "Zenobia Petrescu-Exemplu", CARD)
    mask(session, version, ("exhibit_file", file.id, "name"), "Zenobia", file.name)


def asked_for(version: Disclosure, language: str = "") -> bundles.BundleOptions:
    return bundles.BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        language=language,
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=version.id,
        transfer=AT_HOME,
    )


def printed(session: Session, small: Small, version: Disclosure, language: str = "") -> bytes:
    return bundles.prepare_bundle(session, small.case.id, asked_for(version, language)).pdf


def files_told(session: Session, small: Small, version: Disclosure) -> dict[str, bytes]:
    """The files that are attached to the same version."""
    return files_of(session, small.case.id, asked_for(version))


@pytest.fixture
def record(session: Session, small: Small) -> Interview:
    return spoken(session, small)


@pytest.fixture
def file(session: Session, small: Small) -> ExhibitFile:
    exhibit = registered(session, small, description=CARD)
    return exhibit_files.add_file(
        session, exhibit.id, source=BytesIO(b"A card"), name="card of Zenobia.txt", media_type="text/plain"
    )


@pytest.mark.requirement("SR-36")
def test_the_address_of_a_shelter_that_is_masked_is_in_no_byte_that_leaves(session: Session, small: Small):
    """Today nobody can sign it; a record of an earlier program can have it."""
    street = "Rue Zenobia 12"
    record = held(session, small, premises=Premises.POLICE, place=f"{street}, Liège")
    turn(session, record)
    read_back.read_back(session, record.id, outcome(), SIGNED_BY_ALL)
    record = sign(session, record.id)
    version, earlier = drawn_up(session, small), replace(record, premises=Premises.SHELTER)
    before = shelters.shows_shelter(session.read, version.id, earlier)
    mask(session, version, ("interview", record.id, "place"), street, record.place)

    pdf = printed(session, small, version)

    assert (before, shelters.shows_shelter(session.read, version.id, earlier)) == (True, False)
    for other in (None, drawn_up(session, small).id):
        assert shelters.shows_shelter(session.read, other, earlier)
    assert shelters.shows_shelter(session.read, version.id, replace(earlier, place=f"{street}, Namur"))
    assert leaks((street, "Zenobia"), readable(pdf)) == []


@pytest.mark.requirement("SR-36")
def test_masked_words_of_a_turn_are_in_no_byte_that_leaves(session: Session, small: Small, record: Interview):
    version = drawn_up(session, small)
    whole = printed(session, small, version)
    mask_turn(session, version, record)

    masked = printed(session, small, version)

    words = ("Zenobia", "Zénobiette")
    assert {word for word, _ in leaks(words, readable(whole))} == set(words)
    assert leaks(words, readable(masked)) == []
    assert "⟦R-001 THIRD_PARTY⟧" in readable(masked)["text: drawn -raw"].decode()


def test_the_exhibit_to_which_a_person_pointed_is_masked_like_what_was_said(session: Session, small: Small):
    interview = held(session, small)
    points = {"conduct": (Conduct.POINTS,), "pointed_at": "ZQX-7741"}
    turn(session, interview, SAID, renderings=(rendition(RENDERED),), **points)
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    record = sign(session, interview.id)
    said = records.get_interview(session, record.id).segments[0].segment
    version = drawn_up(session, small)
    whole = printed(session, small, version)
    offered = [each for each in maskable.list_maskable(session, version.id) if each.text == "ZQX-7741"]

    mask(session, version, ("segment", said.id, "pointed_at"), "ZQX-7741", "ZQX-7741")
    masked = printed(session, small, version)

    assert [each.field for each in offered] == ["pointed_at"]
    assert leaks(("ZQX-7741",), readable(whole))
    assert leaks(("ZQX-7741",), readable(masked)) == []
    assert "⟦R-001 THIRD_PARTY⟧" in readable(masked)["text: drawn -raw"].decode()
    assert Standing.BROKEN not in found(attached(masked)).values()


@pytest.mark.requirement("SR-36")
def test_what_was_typed_in_a_row_of_a_record_is_masked_like_what_was_said(
    session: Session, small: Small, record: Interview
):
    version = drawn_up(session, small)
    texts = [
        each
        for each in maskable.list_maskable(session, version.id)
        if each.entity not in ("segment", "rendering", "exhibit", "exhibit_file")
    ]
    words = {each.entity: each for each in texts if len(each.text) > 5 and each.text.isascii()}
    assert len(words) > 1
    for each in words.values():
        redactions.redact_everywhere(session, version.id, each.text, ORDER)

    pdf = printed(session, small, version)

    files = attached(pdf)
    told = found(files)
    assert Standing.BROKEN not in told.values()
    assert told["redactions-as-listed"] is Standing.HOLDS
    tree = RecordTree.parse(files[f"records/interview-{record.number}.jsonl"])
    parts = {name for name in tree.masked if not name.startswith(("segments/", "renderings/"))}
    assert {name.partition("/")[0] for name in parts}
    for each in words.values():
        values = [value for name in tree.parts if isinstance(value := tree.value(name), dict)]
        (masked,) = (value[each.field] for value in values if value.get("id") == each.row)
        assert MARK.fullmatch(str(masked))
        if " " in each.text:  # one word may be a code elsewhere
            assert each.text.encode() not in files["custody/custody-extract.json"]


def test_a_short_masked_text_cannot_be_guessed_from_a_digest_that_leaves(
    session: Session, small: Small, record: Interview
):
    """Renderings name the digest of their original, and certifications those of both: without any salt."""
    version = drawn_up(session, small)
    mask_turn(session, version, record)
    guessed = {hashlib.sha256(text.encode()).hexdigest() for text in (SAID, RENDERED)}

    files = attached(printed(session, small, version))

    assert not any(digest.encode() in data for digest in guessed for data in files.values())


@pytest.mark.requirement("SR-33")
def test_a_receiver_finds_each_mark_in_the_list_and_both_digests(
    session: Session, small: Small, record: Interview
):
    version = drawn_up(session, small)
    mask_turn(session, version, record)

    prepared = bundles.prepare_bundle(session, small.case.id, asked_for(version))
    files = attached(prepared.pdf)

    told = found(files)
    assert files == files_in(prepared.content)
    assert Standing.BROKEN not in told.values()
    assert told["redactions-as-listed"] is Standing.HOLDS
    (listed,) = json.loads(files[LIST])["records"]
    own = files[f"records/interview-{record.number}.jsonl"]
    assert listed["full_sha256"] == record.record_digest == hashlib.sha256(own.split(b"\n")[0]).hexdigest()
    assert listed["disclosed_sha256"] == hashlib.sha256(own).hexdigest()


def test_of_a_corrected_exhibit_the_quality_says_when_also_where_the_words_are_masked(
    session: Session, small: Small, file: ExhibitFile
):
    version = drawn_up(session, small)
    mask_exhibit(session, version, file)
    exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id)
    assert exhibit is not None
    corrections.correct(session, replace(exhibit, note="Ask the registry"), "To remember")
    before = quality(printed(session, small, version), exhibit.number)

    corrections.correct(
        session, replace(exhibit, note="Ask the registry", source="A flat"), "Seized elsewhere"
    )
    (*_, made) = registry.CORRECTION.where(session.read, "subject_id", exhibit.id)
    shown = printed(session, small, version)

    assert "corrected_at" not in before
    assert quality(shown, exhibit.number)["corrected_at"] == to_text(made.at)
    assert "corrigé, la dernière fois le" in " ".join(readable(shown)["text: drawn -raw"].decode().split())


def test_what_the_office_says_of_the_quality_of_an_exhibit_is_told_and_nothing_else(
    session: Session, small: Small, file: ExhibitFile
):
    version = drawn_up(session, small)
    exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id)
    assert exhibit is not None
    unsaid = printed(session, small, version)
    said = {
        "extract_because": "Messages of June alone",
        "known_limits": "Deleted messages are not in it",
        "other_verification": "Compared with the telephone by the clerk",
    }

    corrections.correct(
        session, replace(exhibit, **said, up_to_date_on=date(2026, 5, 2)), "Told by the laboratory"
    )

    shown = printed(session, small, version)
    told, pages = (
        quality(shown, exhibit.number),
        " ".join(readable(shown)["text: drawn -raw"].decode().split()),
    )
    assert quality(unsaid, exhibit.number).keys() & {*said, "up_to_date_on"} == set()
    assert "rien de masqué, aucun extrait" in " ".join(readable(unsaid)["text: drawn -raw"].decode().split())
    assert {name: told[name] for name in said} == said
    assert (told["completeness"], told["up_to_date_on"]) == ("EXTRACT", "2026-05-02")
    assert "extrait (Messages of June alone)" in pages
    assert "à jour au 2 mai 2026" in pages
    assert "Compared with the telephone" in pages


def quality(shown: bytes, number: str) -> dict[str, object]:
    (found,) = (each for each in json.loads(attached(shown)[LIST])["quality"] if each["number"] == number)
    return dict(found)


def test_who_sees_the_whole_record_later_sees_that_only_marks_differ(
    session: Session, small: Small, record: Interview
):
    version = drawn_up(session, small)
    mask_turn(session, version, record)
    asked = bundles.BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="",
        recipient="",
        released_with=ALONE,
        disclosure_id=version.id,
        transfer=AT_HOME,
    )
    (shown,) = bundles.gather_bundle(session, small.case.id, asked).interviews

    whole = records.get_interview(session, record.id)

    for one, other in zip(whole.segments, shown.segments, strict=True):
        assert fits(one.segment.source_text or "", other.segment.source_text or "")
    assert fits(RENDERED, shown.segments[1].renderings[0].text)
    assert not fits(RENDERED.replace("sait", "savait"), shown.segments[1].renderings[0].text)
    assert shown.digest == whole.digest == record.record_digest


Forged = Callable[[dict[str, bytes]], None]


def _without_list(files: dict[str, bytes]) -> None:
    del files[LIST]


def _with_another(files: dict[str, bytes]) -> None:
    told = json.loads(files[LIST])
    told["redactions"].append({**told["redactions"][0], "number": "R-009"})
    files[LIST] = canonical.encode(told)


def _without_one(files: dict[str, bytes]) -> None:
    told = json.loads(files[LIST])
    del told["redactions"][0]
    files[LIST] = canonical.encode(told)


def _for_another_reason(files: dict[str, bytes]) -> None:
    told = json.loads(files[LIST])
    told["redactions"][0]["reason"] = "CHILD"
    files[LIST] = canonical.encode(told)


def _with_another_digest(files: dict[str, bytes]) -> None:
    told = json.loads(files[LIST])
    told["records"][0]["full_sha256"] = "0" * 64
    files[LIST] = canonical.encode(told)


def _unreadable(files: dict[str, bytes]) -> None:
    files[LIST] += b" "


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    "forge",
    [_without_list, _with_another, _without_one, _for_another_reason, _with_another_digest, _unreadable],
)
def test_a_version_whose_list_and_marks_disagree_is_refused(
    session: Session, small: Small, record: Interview, forge: Forged
):
    version = drawn_up(session, small)
    mask_turn(session, version, record)
    files = files_told(session, small, version)
    assert Standing.BROKEN not in found(files).values()

    forge(files)

    assert found(files)["redactions-not-as-listed"] is Standing.BROKEN


@pytest.mark.requirement("SR-33")
def test_a_turn_that_is_told_otherwise_without_a_mark_is_refused(
    session: Session, small: Small, record: Interview
):
    """Nothing binds a masked part to the digest: so what is masked without a mark is no version."""
    files = files_told(session, small, drawn_up(session, small))
    path = f"records/interview-{record.number}.jsonl"
    lines = files[path].decode().split("\n")
    place = next(n for n, line in enumerate(lines) if line.startswith('["segments/1"'))
    name, _, value = json.loads(lines[place])
    lines[place] = canonical.encode([name, "MASKED", {**value, "source_text": "Nothing was asked."}]).decode()

    files[path] = "\n".join(lines).encode()

    told = found(files)
    assert told["redactions-not-as-listed"] is Standing.BROKEN
    del files[LIST]
    assert found(files)["redactions-not-as-listed"] is Standing.BROKEN


def test_words_that_stand_in_the_same_turn_again_are_refused_with_the_place(
    session: Session, small: Small, record: Interview
):
    again = spoken_twice(session, small)
    version = drawn_up(session, small)
    own = records.get_interview(session, again.id).segments[0].segment.id
    mask(session, version, ("segment", own, "source_text"), "Zenobia", TWICE)

    with pytest.raises(WordsLeftError) as refusal:
        printed(session, small, version)

    assert refusal.value.named["places"] == f"{again.number}, 1 A"
    redactions.redact_words(
        session,
        version.id,
        entity="segment",
        row=own,
        field="source_text",
        start=TWICE.rindex("Zenobia"),
        end=len(TWICE) - 1,
        order=ORDER,
    )
    assert printed(session, small, version)


TWICE = "Zenobia, numai Zenobia."


def spoken_twice(session: Session, small: Small) -> Interview:
    interview = held(session, small, number="I-02")
    turn(session, interview, TWICE, renderings=(rendition("Elle, seulement elle."),))
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    return sign(session, interview.id)


def test_words_that_stand_elsewhere_are_told_before(session: Session, small: Small, record: Interview):
    spoken_twice(session, small)
    version = drawn_up(session, small)
    mask_turn(session, version, record)
    asked = options(record, disclosure_id=version.id)

    told = bundles.check_bundle(session, small.case.id, asked)

    (found,) = (each for each in told if each.code == "masked-words-elsewhere")
    assert found.standing is Standing.UNKNOWN


@pytest.mark.requirement("SR-36")
def test_a_masked_description_and_file_name_of_an_exhibit_are_in_no_byte_that_leaves(
    session: Session, small: Small, file: ExhibitFile
):
    version = drawn_up(session, small)
    mask_exhibit(session, version, file)

    pdf = printed(session, small, version)

    assert leaks(("Zenobia", "Petrescu-Exemplu"), readable(pdf)) == []
    assert leaks(("intégralité",), readable(pdf)), "where the whole of it is"
    told = found(attached(pdf))
    assert Standing.BROKEN not in told.values()
    assert told["redactions-as-listed"] is Standing.HOLDS


@pytest.mark.requirement("SR-33")
def test_a_masked_exhibit_is_compared_with_its_events_beside_its_words(
    session: Session, small: Small, file: ExhibitFile
):
    version = drawn_up(session, small)
    mask_exhibit(session, version, file)
    files = files_told(session, small, version)
    path = next(each for each in files if each.startswith("records/exhibit-"))
    assert Standing.BROKEN not in found(files).values()

    files[path] = files[path].replace(file.sha256.encode(), b"0" * 64)

    assert Standing.BROKEN in found(files).values()


def test_the_signed_version_passes_the_whole_check_and_its_bundle_names_it(
    session: Session, small: Small, record: Interview, file: ExhibitFile, tmp_path: Path
):
    version = drawn_up(session, small)
    mask_turn(session, version, record)
    mask_exhibit(session, version, file)
    asked = options(record, disclosure_id=version.id)
    prepared = bundles.prepare_bundle(session, small.case.id, asked)
    place = tmp_path / "stranger"
    place.mkdir()

    made = bundles.sign_bundle(session, prepared, tmp_path / "version.pdf", second=ALONE)

    pdf = (tmp_path / "version.pdf").read_bytes()
    findings = check_pdf(pdf, trusted_roots=[root_certificate(session.office_record)])
    assert verdict(findings) is Standing.HOLDS
    code, said = checked_by_script(pdf, root_certificate(session.office_record), place)
    assert code == 0, said
    assert "redactions, and its marks are those of their list" in said
    assert made.disclosure_id == version.id
    assert made.recipient == version.recipient


def test_pages_from_before_words_were_masked_are_not_signed(
    session: Session, small: Small, record: Interview, tmp_path: Path
):
    version = drawn_up(session, small)
    prepared = bundles.prepare_bundle(session, small.case.id, options(record, disclosure_id=version.id))
    mask_turn(session, version, record)

    with pytest.raises(LaidOutBeforeError):
        bundles.sign_bundle(session, prepared, tmp_path / "version.pdf", second=ALONE)

    assert [*tmp_path.glob("version*")] == []


def test_a_withdrawn_redaction_masks_nothing_and_is_withdrawn_once(
    session: Session, small: Small, record: Interview
):
    version = drawn_up(session, small)
    said = records.get_interview(session, record.id).segments[1]
    own = mask(session, version, ("segment", said.segment.id, "source_text"), "Zenobia", SAID)
    with pytest.raises(ReasonMissingError):
        redactions.withdraw_redaction(session, own.id, " ")

    redactions.withdraw_redaction(session, own.id, "The court asked for it")

    assert redactions.list_redactions(session, version.id) == ()
    assert not MARK.search(readable(printed(session, small, version))["text: drawn -raw"].decode())
    with pytest.raises(RedactionOverError):
        redactions.withdraw_redaction(session, own.id, "Again")


def test_what_cannot_be_masked_is_refused(session: Session, small: Small, record: Interview):
    version = drawn_up(session, small)
    said = records.get_interview(session, record.id).segments[1].segment
    mask(session, version, ("segment", said.id, "source_text"), "Zenobia", SAID)

    with pytest.raises(RedactionPlaceError):
        mask(session, version, ("segment", said.id, "source_text"), "mea Zen", SAID)
    with pytest.raises(RedactionPlaceError):
        mask(session, version, ("segment", said.id, "language"), "r", "ro")
    with pytest.raises(AnchorMismatchError):
        redactions.redact_words(
            session,
            version.id,
            entity="segment",
            row=said.id,
            field="source_text",
            start=0,
            end=99,
            order=ORDER,
        )
    with pytest.raises(ReasonMissingError):
        redactions.redact_words(
            session,
            version.id,
            entity="segment",
            row=said.id,
            field="source_text",
            start=0,
            end=2,
            order=replace(ORDER, ordered_by=""),
        )
    none = drawn_up(session, small, interview_ids=())
    with pytest.raises(NotFoundError):
        mask(session, none, ("segment", said.id, "source_text"), "Zenobia", SAID)


def test_a_version_says_for_whom_and_on_which_ground(session: Session, small: Small):
    with pytest.raises(ReasonMissingError):
        drawn_up(session, small, recipient="")
    with pytest.raises(BasisMissingError):
        drawn_up(session, small, basis="")


def test_what_is_outside_the_period_is_left_out_and_counted_with_the_reason(
    session: Session, small: Small, record: Interview, file: ExhibitFile
):
    day = record.day.day if record.day else None
    outside = Selection(until=day.replace(year=day.year - 1) if day else None)
    version = drawn_up(session, small, selection=outside, exhibit_ids=())

    assert version.interview_ids == ()
    with pytest.raises(DisclosureItemError):
        drawn_up(session, small, selection=outside, interview_ids=(record.id,))
    kept = drawn_up(session, small, selection=Selection(person_ids=(small.person.id,)), exhibit_ids=())
    scope = json.loads(files_told(session, small, kept)[LIST])["scope"]
    assert scope == [{"count": 1, "kind": "EXHIBITS", "reason": ScopeReason.OTHER_PERSON.value}]


def test_records_of_other_persons_are_left_out_and_so_are_exhibits_that_no_chosen_record_names(
    session: Session, small: Small
):
    named, other = (
        exhibits.register_exhibit(session, exhibit(small, number=number, seal=f"S-{number}"), act())
        for number in ("E-91", "E-92")
    )
    interview = held(session, small)
    turn(session, interview)
    turn(session, interview, SAID, marks=("E-91",), renderings=(rendition(RENDERED),))
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    record = sign(session, interview.id)
    sister = people.add_person(session, replace(small.person, id=PersonId(""), code="V-92"), None)

    about_her = drawn_up(session, small, selection=Selection(person_ids=(sister.id,)))
    own = drawn_up(session, small, selection=Selection(person_ids=(small.person.id,)))

    assert (about_her.interview_ids, about_her.exhibit_ids) == ((), ())
    assert own.interview_ids == (record.id,)
    assert named.id in own.exhibit_ids
    assert other.id not in own.exhibit_ids
    reasons = {reason for _, reason, _ in scope_of_version(session.read, about_her)}
    assert reasons == {ScopeReason.OTHER_PERSON}
    elsewhere = Selection(person_ids=(small.person.id,), territory="XX")
    assert refusals_of(session.read, elsewhere, (named,)) == {named.id: ScopeReason.OTHER_PERSON}
    chosen = drawn_up(session, small, selection=Selection(person_ids=(sister.id,)), exhibit_ids=(other.id,))
    assert chosen.exhibit_ids == (other.id,), "chosen by itself"
    with pytest.raises(DisclosureItemError):
        drawn_up(session, small, selection=Selection(person_ids=(sister.id,)), interview_ids=(record.id,))


def test_what_authorities_of_another_country_made_is_left_out(
    session: Session, small: Small, record: Interview, file: ExhibitFile
):
    there = drawn_up(session, small, selection=Selection(territory=small.authority.country))
    elsewhere = drawn_up(session, small, selection=Selection(territory="XX"))

    assert record.authority_id == small.authority.id
    assert there.interview_ids == (record.id,)
    assert (elsewhere.interview_ids, elsewhere.exhibit_ids) == ((), ())
    reasons = {reason for _, reason, _ in scope_of_version(session.read, elsewhere)}
    assert reasons == {ScopeReason.OTHER_TERRITORY}
    with pytest.raises(DisclosureItemError):
        drawn_up(session, small, selection=Selection(territory="XX"), exhibit_ids=(file.exhibit_id,))


def test_a_part_of_a_page_is_listed_as_withheld_without_a_mark(
    session: Session, small: Small, record: Interview, file: ExhibitFile
):
    version = drawn_up(session, small)
    anchor = Anchor.of_page(file.id, file.sha256, 1, rectangle=(100, 100, 500, 200))
    with pytest.raises(RedactionPlaceError):
        redactions.redact_content(session, version.id, replace(anchor, digest="0" * 64), ORDER)

    redactions.redact_content(session, version.id, anchor, ORDER)

    files = attached(printed(session, small, version))
    assert Standing.BROKEN not in found(files).values()
    (told,) = json.loads(files[LIST])["redactions"]
    assert (told.get("part", ""), told["place"]) == ("", "files/1 / 1")


def test_words_that_look_like_a_mark_stop_the_version(session: Session, small: Small):
    registered(session, small, description="A note: ⟦R-001 CHILD⟧")

    with pytest.raises(MarkInTextError):
        printed(session, small, drawn_up(session, small))


def test_a_text_that_was_corrected_after_it_was_masked_stops_the_version(
    session: Session, small: Small, file: ExhibitFile
):
    version = drawn_up(session, small)
    mask_exhibit(session, version, file)
    own = exhibits.get_exhibit(session, file.exhibit_id).exhibit
    corrections.correct(session, replace(own, description="A card of Zenobia Popescu"), "Misread")

    with pytest.raises(RedactionStaleError):
        printed(session, small, version)


def test_an_event_that_can_be_told_as_a_whole_only_stops_the_version(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    """Files were added by events in which their names were no group of their own."""
    held = {**kept_back._HELD}
    del held["exhibit_file"]
    with monkeypatch.context() as earlier:
        earlier.setattr(kept_back, "_HELD", held)
        exhibit = registered(session, small)
        file = exhibit_files.add_file(
            session, exhibit.id, source=BytesIO(b"x"), name="of Zenobia.txt", media_type="text/plain"
        )
    monkeypatch.setattr(withheld_groups, "GROUPED_SINCE", 1_000)  # the event is one of before
    version = drawn_up(session, small)
    mask(session, version, ("exhibit_file", file.id, "name"), "Zenobia", file.name)

    with pytest.raises(ToldWholeError):
        printed(session, small, version)


def test_words_are_masked_everywhere_at_once_and_only_where_they_stand_by_themselves(
    session: Session, small: Small, record: Interview, file: ExhibitFile
):
    version = drawn_up(session, small)

    made = redactions.redact_everywhere(session, version.id, "zenobia", ORDER)

    assert {each.field for each in made} == {"source_text", "description", "name"}
    assert all(each.anchor.quoted == "Zenobia" for each in made)
    assert redactions.redact_everywhere(session, version.id, "Zenobia", ORDER) == ()
    assert leaks(["Zenobia"], readable(printed(session, small, version))) == []


def test_what_is_sealed_of_a_protected_person_is_masked_without_being_shown(session: Session, small: Small):
    """The person of the small case is protected, and their identity sealed."""
    person = registry.PERSON.find(session.read, small.person.id)
    assert person is not None
    texts = people.protected_texts(session, small.case.id)
    assert texts
    name = max(texts, key=len)
    exhibit = registered(session, small, description=f"A letter to {name}, and to {name}.")
    version = drawn_up(session, small)

    made = redactions.redact_identities(session, version.id, ORDER)

    assert [each.anchor.quoted for each in made] == [name, name]
    assert redactions.redact_identities(session, version.id, ORDER) == ()
    shown = registry.EXHIBIT.find(session.read, exhibit.id)
    assert shown is not None
    assert name in shown.description
    assert leaks([name], readable(printed(session, small, version))) == []


def test_the_words_that_no_event_tells_are_those_that_an_extract_can_leave_out():
    assert {table: set(kept_back.words_of(table)) for table in WORDS} == {
        table: set(words) for table, words in WORDS.items()
    }


def signed_file(session: Session, small: Small, record: Interview, target: Path, **changes: object) -> Path:
    prepared = bundles.prepare_bundle(session, small.case.id, options(record, **changes))
    bundles.sign_bundle(session, prepared, target, second=ALONE)
    return target


def compared(session: Session, version: Path, whole: Path) -> dict[str, Standing]:
    root = hashlib.sha256(root_certificate(session.office_record)).hexdigest()
    found = check_file(Request(file=version, whole=whole, fingerprints=(root,)))
    return {each.code: each.standing for each in found}


@pytest.mark.requirement("SR-33")
def test_who_has_the_whole_bundle_finds_what_a_magistrate_altered_beside_a_mark(
    session: Session, small: Small, record: Interview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = signed_file(session, small, record, tmp_path / "whole.pdf")
    version = drawn_up(session, small)
    mask_turn(session, version, record)
    honest = signed_file(session, small, record, tmp_path / "honest.pdf", disclosure_id=version.id)
    own = masking._marked
    monkeypatch.setattr(masking, "_marked", lambda masks, text: own(masks, text).replace("sait", "savait"))
    forged = signed_file(session, small, record, tmp_path / "forged.pdf", disclosure_id=version.id)

    told = compared(session, honest, whole)
    assert told["masked-parts-as-whole"] is Standing.HOLDS
    assert Standing.BROKEN not in told.values()
    alone = check_file(Request(file=forged))
    assert verdict(alone) is not Standing.BROKEN
    assert compared(session, forged, whole)["masked-part-altered"] is Standing.BROKEN


def test_a_version_is_compared_with_a_whole_bundle_alone(
    session: Session, small: Small, record: Interview, file: ExhibitFile, tmp_path: Path
):
    version = drawn_up(session, small)
    mask_exhibit(session, version, file)
    masked = signed_file(session, small, record, tmp_path / "masked.pdf", disclosure_id=version.id)
    only = (file.exhibit_id,)
    whole = signed_file(session, small, record, tmp_path / "whole.pdf", exhibit_ids=only)
    other = signed_file(session, small, record, tmp_path / "other.pdf")

    assert compared(session, masked, whole)["masked-parts-as-whole"] is Standing.HOLDS
    assert compared(session, masked, other)["whole-record-absent"] is Standing.UNKNOWN
    assert compared(session, masked, masked)["whole-part-absent"] is Standing.UNKNOWN
    assert compared(session, whole, whole)["nothing-masked"] is Standing.UNKNOWN
    (tmp_path / "cut.pdf").write_bytes(whole.read_bytes()[:-100])
    assert compared(session, masked, tmp_path / "cut.pdf")["whole-not-valid"] is Standing.UNKNOWN
