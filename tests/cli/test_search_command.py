"""`thb search`: the same hits, filters and rights as in the window."""

from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.offices import BEGIN, act, exhibit, new_office, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.calling_codes import CALLING_CODES
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.samples import Sample, load_sample_case


@pytest.fixture(scope="module")
def sample_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "office.thbvault"
    new_office(folder, lambda session: load_sample_case(session, next(iter(Sample)).value))
    return folder


def test_words_are_found_with_their_place_and_the_other_language(thb: CommandLine, sample_vault: Path):
    done = thb("search", sample_vault, "telephone", "--json", passphrase=PASSPHRASE)

    assert done.code == 0
    assert done.json["total"] == sum(done.json["counts"].values()) > 0
    hit = next(each for each in done.json["hits"] if each["entity"] == "segment")
    place = hit["places"][0]
    assert hit["text"][place["start"] : place["end"]].lower().startswith("t")
    assert hit["turn"] > 0
    assert set(hit["beside"]) == {"language", "text"}


def test_a_search_is_narrowed_and_told_to_people(thb: CommandLine, sample_vault: Path):
    told = thb("search", sample_vault, "telephone", "--kind", "CUSTODY", passphrase=PASSPHRASE)
    cases = thb("cases", sample_vault, "--json", passphrase=PASSPHRASE).json["cases"]
    whole = thb("search", sample_vault, cases[0]["reference"], "--kind", "CASE", passphrase=PASSPHRASE)
    narrowed = thb(
        *("search", sample_vault, "telephone", "--case", cases[0]["reference"]),
        *("--language", "fr", "--since", "1990-01-01", "--count", "1", "--json"),
        passphrase=PASSPHRASE,
    )

    assert told.code == 0
    assert told.out.splitlines()[0] == "0 hits."
    assert f"{cases[0]['reference']}  case: " in whole.out
    assert narrowed.code == 0
    assert len(narrowed.json["hits"]) == 1 < narrowed.json["total"]


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (("!?",), "search-empty"),
        (("a", "--person", "V-01"), "usage"),
        (("a", "--case", "none"), "not-found"),
        (("a", "--calling-code", "+32"), "usage"),
        (("a", "--language", "French"), "search-language"),
        (("a", "--language", "French", "--keep", "any"), "search-language"),
        (("a", "--since", "yesterday"), "usage"),
        (("a", "--since", "2026-02-01", "--until", "2026-01-31"), "usage"),
        (("--kept", "any", "--language", "fr"), "usage"),
        (("a", "--skip", "-1"), "usage"),
    ],
)
def test_what_cannot_be_searched_is_refused(
    thb: CommandLine, sample_vault: Path, arguments: tuple[str, ...], refusal: str
):
    done = thb("search", sample_vault, *arguments, "--json", passphrase=PASSPHRASE)

    assert (done.code, done.refusal) == (2, refusal)


def test_a_search_is_kept_done_again_and_removed(thb: CommandLine, sample_vault: Path):
    first = thb(
        *("search", sample_vault, "telephone", "--kind", "TESTIMONY", "--keep", "Phones", "--json"),
        passphrase=PASSPHRASE,
    )
    again = thb("search", sample_vault, "--kept", "Phones", "--json", passphrase=PASSPHRASE)
    removed = thb("search", sample_vault, "--forget", "Phones", "--json", passphrase=PASSPHRASE)
    gone = thb("search", sample_vault, "--kept", "Phones", "--json", passphrase=PASSPHRASE)
    nothing = thb("search", sample_vault, "--json", passphrase=PASSPHRASE)

    assert (first.code, again.json) == (0, first.json)
    assert (removed.code, removed.json) == (0, {"removed": "Phones"})
    assert (gone.code, gone.refusal) == (2, "not-found")
    assert (nothing.code, nothing.refusal) == (2, "usage")


def test_a_wrong_day_is_told_in_words_and_nothing_found_is_in_no_order(thb: CommandLine, sample_vault: Path):
    wrong = thb("search", sample_vault, "a", "--since", "yesterday", passphrase=PASSPHRASE)
    none = thb("search", sample_vault, "zzzz", "--since", "2026-01-01", passphrase=PASSPHRASE)
    dated = thb("search", sample_vault, "telephone", "--since", "2026-01-01", passphrase=PASSPHRASE)

    assert "a day is written YYYY-MM-DD" in wrong.err
    assert none.out.splitlines() == ["0 hits."]
    assert "In the order of entry, and not the best first." in dated.out


def test_a_kept_search_is_told_with_its_filter(thb: CommandLine, sample_vault: Path):
    given = ("--case", "DEMO-A-PERLA", "--kind", "TESTIMONY", "--since", "2026-01-01", "--keep", "Narrow")
    kept = thb("search", sample_vault, "telephone", *given, passphrase=PASSPHRASE)
    listed = thb("search", sample_vault, "--list-kept", passphrase=PASSPHRASE)
    thb("search", sample_vault, "--forget", "Narrow", passphrase=PASSPHRASE)

    assert kept.code == 0
    assert "Narrow: telephone (case DEMO-A-PERLA; kind testimony; since 2026-01-01" in listed.out


def test_a_kept_search_is_listed_and_renamed(thb: CommandLine, sample_vault: Path):
    thb("search", sample_vault, "telephone", "--keep", "Calls", passphrase=PASSPHRASE)
    renamed = thb("search", sample_vault, "--rename", "Calls", "Called", "--json", passphrase=PASSPHRASE)
    listed = thb("search", sample_vault, "--list-kept", "--json", passphrase=PASSPHRASE)
    thb("search", sample_vault, "--forget", "Called", passphrase=PASSPHRASE)

    assert (renamed.code, renamed.json) == (0, {"renamed": "Called"})
    assert {"name": "Called", "words": "telephone", "case": ""} in listed.json["kept"]


def test_the_hits_are_printed_to_a_new_file(thb: CommandLine, sample_vault: Path, tmp_path: Path):
    target = tmp_path / "hits.pdf"
    first = thb("search", sample_vault, "telephone", "--to", target, "--json", passphrase=PASSPHRASE)
    again = thb("search", sample_vault, "telephone", "--to", target, "--json", passphrase=PASSPHRASE)

    assert first.json["pages"] >= 1
    assert target.read_bytes().startswith(b"%PDF")
    assert (again.code, again.refusal) == (2, "already-exists")


def test_a_number_without_a_country_code_is_one_of_the_country_of_the_case(
    thb: CommandLine, sample_vault: Path
):
    (case, *_) = thb("cases", sample_vault, "--json", passphrase=PASSPHRASE).json["cases"]
    typed = ("search", sample_vault, "0476/12.34.56")
    told = thb(*typed, "--case", case["reference"], passphrase=PASSPHRASE)
    here = thb(*typed, "--case", case["reference"], "--json", passphrase=PASSPHRASE)
    any_of = thb(
        *typed, "--case", case["reference"], "--calling-code", "any", "--json", passphrase=PASSPHRASE
    )
    everywhere = thb(*typed, "--json", passphrase=PASSPHRASE)

    assert here.json["calling_code"] in CALLING_CODES.values()
    assert f"+{here.json['calling_code']}" in told.out
    assert any_of.json["calling_code"] == everywhere.json["calling_code"] == ""


def test_hits_in_another_script_come_last_and_say_how_they_were_found(thb: CommandLine, tmp_path: Path):
    folder, target = tmp_path / "names.thbvault", tmp_path / "hits.pdf"

    def fill(session: Session) -> None:
        small = small_case(session)
        for number, language, title in (
            *(("E-1", "ru", "Письмо: Иванова"), ("E-2", "en", "Ivanova"), ("E-3", "ar", "رسالة محمد")),
        ):
            kept = exhibit(small, titles=((language, title),), number=number)
            exhibits.register_exhibit(session, kept, act(occurred_at=BEGIN))

    new_office(folder, fill)
    told = thb("search", folder, "ivanova", passphrase=PASSPHRASE)
    found = thb("search", folder, "ivanova", "--json", "--to", target, passphrase=PASSPHRASE).json
    sound = thb("search", folder, "mohammed", passphrase=PASSPHRASE)
    quoted = thb("search", folder, '"ivanova"', "--json", passphrase=PASSPHRASE).json

    assert told.out.splitlines()[:2] == [
        "2 hits: exhibit 2",
        "In another script or alike in sound, and last: exhibit 1.",
    ]
    assert "E-1 [in another script]: Письмо: Иванова" in told.out
    assert "E-3 [alike in sound, in another script]: رسالة محمد" in sound.out
    assert (found["total"], found["alike"]) == (2, {"EXHIBIT": 1})
    assert [(hit["number"], hit["found_by"]) for hit in found["hits"]] == [
        ("E-2", "TYPED"),
        ("E-1", "OTHER_SCRIPT"),
    ]
    (place,) = found["hits"][1]["places"]
    assert found["hits"][1]["text"][place["start"] : place["end"]] == "Иванова"
    assert (quoted["total"], quoted["alike"]) == (1, {})
    assert target.read_bytes().startswith(b"%PDF")
