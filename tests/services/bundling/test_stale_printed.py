"""A version that was signed before its turn was corrected is printed with the words of then, and verified."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from tests.services.bundling.test_disputed_again import PAID, leave
from tests.services.bundling.test_language_jobs import checked, gathered, options, told
from tests.services.bundling.test_masked_translations import findings
from tests.services.bundling.test_masked_translations import gathered as for_recipient
from tests.services.bundling.test_masked_translations import pdf as masked_pdf
from tests.services.bundling.test_versions import ORDER, drawn_up
from tests.services.bundling.test_what_stays import broken
from tests.support.language_jobs import JobSetup, asked
from tests.support.language_jobs import desk as begun
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.records import outcome, sign
from tests.support.testimony import SIGNED_BY_ALL, correction
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import JobId
from thb_desktop.domain.language_outward import TEXT, JobOutward, StaleOutward
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.findings import Standing
from thb_desktop.services.bundling import bundles, redactions, stale_versions
from thb_desktop.services.bundling.stale_versions import _beginning
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.services.testimony import read_back, segments

SAID = "Am plătit 3.600 de euro doamnei Ana."
CORRECTED = f"{SAID}\n[- 3.600] [+ 3.500]"
DESPITE = (
    "Signé par le linguiste comme relu, malgré ces règles : Des nombres de l'original et de la traduction "
    "diffèrent (V-T-03)"
)
BECAUSE = "Raison de signer : It was said so"
ABOUT_STALE = ("language-stale-printed", "language-stale-notes", "language-left-out")
SINCE = "D'après des mots antérieurs de cette intervention, changés depuis (version 1)"


@pytest.fixture
def desk(session: Session, small: Small) -> Iterator[JobSetup]:
    with begun(session, small) as found:
        yield found


def corrected(desk: JobSetup, rendered: str = PAID) -> None:
    """The amount is corrected at the reading back, after the linguist signed; the record is signed."""
    of = desk.job.interview_id
    desk.write("Do you understand?")
    desk.write(rendered, at=1)
    row = correction(segment_id=desk.turns[1].id, before="3.600", after="3.500")
    confirmed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(desk.session, of, confirmed, [*SIGNED_BY_ALL, row])
    sign(desk.session, of)


def printed(desk: JobSetup, *chosen: JobId) -> tuple[str, list[str]]:
    """The words and the lines of a bundle, in which nothing is broken."""
    bundle = bundles.prepare_bundle(desk.session, desk.small.case.id, options(desk, *chosen))
    assert broken(desk.session, bundle) == []
    drawn = readable(bundle.pdf)
    words = " ".join(drawn["text: drawn -raw"].decode().split())
    return words, drawn["text: drawn -layout"].decode().splitlines()


def test_the_words_of_then_and_of_now_are_printed_with_the_version_and_verified(desk: JobSetup):
    corrected(desk)

    content = gathered(desk)
    (job,) = content.language
    words, _ = printed(desk)

    assert [each.source for each in job.stale] == [SAID]
    assert [each.told.state for each in job.stale] == [WorkState.STALE]
    assert checked(content) == {"language-as-signed", "language-stale"}
    assert told(desk)["language-stale-printed"] == 1
    assert "language-left-out" not in told(desk)
    assert f"{SINCE} {PAID} Les mots d'alors {SAID}" in words
    assert words.count(SAID) == 2
    assert "faite d'un original antérieur : 1" in words


def test_why_it_was_signed_despite_a_rule_stands_beside_it_on_the_page(desk: JobSetup):
    corrected(desk, "I paid Mrs Ana 3,000 euros.")

    words, _ = printed(desk)

    assert words.count(DESPITE) == words.count(BECAUSE) == 1
    assert words.index(DESPITE) < words.index(BECAUSE)  # a page may end between them
    assert words.index(SINCE) < words.index(DESPITE) < words.index("Les mots d'alors")


def test_in_a_translation_that_stands_apart_the_words_of_then_stand_beside_the_version(desk: JobSetup):
    """It is made from another translation, of which a turn got a further line."""
    desk.write("Do you understand?")
    desk.write(PAID, at=1)
    further = asked(desk.job.interview_id, desk.second, target_language="nl", from_job_id=desk.job.id)
    chained = jobs.open_job(desk.session, further)
    for at, text in enumerate(("Begrijpt u?", "Ik betaalde haar 3.600 euro.")):
        desk.write(text, at=at, job=chained.id, signer=desk.second.signer)
    desk.write(f"{PAID}\nIn cash.", at=1)
    leave(desk)

    words, lines = printed(desk, desk.job.id, chained.id)

    assert SINCE in words
    assert [line for line in lines if "I paid 3,600" in line and "Ik betaalde haar" in line]


def test_words_that_were_taken_out_of_a_draft_leave_with_no_translation(desk: JobSetup):
    desk.write("Do you understand?")
    desk.write(PAID, at=1)
    segments.set_source(desk.session, desk.turns[1].id, "Am plătit.")
    leave(desk)

    (job,) = gathered(desk).language
    words, _ = printed(desk)

    assert (job.stale, job.former_signatures) == ((), ())
    assert {key: count for key, count in told(desk).items() if "stale" in key or "left" in key} == {
        "language-left-out": 1
    }
    assert PAID not in words


def test_a_version_that_its_linguist_did_not_sign_as_it_is_is_not_told(desk: JobSetup):
    desk.write("Do you understand?")
    desk.write(PAID, at=1, state=v.RenderingState.DRAFT, signer=None)
    row = correction(segment_id=desk.turns[1].id, before="3.600", after="3.500")
    confirmed = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    read_back.read_back(desk.session, desk.job.interview_id, confirmed, [*SIGNED_BY_ALL, row])
    sign(desk.session, desk.job.interview_id)

    assert gathered(desk).language[0].stale == ()


def test_where_something_is_masked_no_words_of_then_go_along(desk: JobSetup):
    corrected(desk)
    disclosure = drawn_up(desk.session, desk.small)
    redactions.redact_everywhere(desk.session, disclosure.id, "Ana", ORDER)

    (job,) = for_recipient(desk, disclosure).language
    shown = masked_pdf(desk, disclosure)

    assert (job.stale, job.former_signatures) == ((), ())
    assert Standing.BROKEN not in findings(desk.session, shown).values()


def stale(job: JobOutward, **changes: Any) -> JobOutward:
    (one,) = job.stale
    return replace(job, stale=(replace(one, **changes),))


def row(job: JobOutward, **changes: Any) -> JobOutward:
    (one,) = job.stale
    return stale(job, told=replace(one.told, version=replace(one.told.version, **changes)))


def hidden(job: JobOutward) -> JobOutward:
    (one,) = job.stale
    nonces = tuple(each for each in one.told.nonces if each[0] != TEXT)
    return stale(job, told=replace(one.told, nonces=nonces, unshown=((TEXT, "0" * 64),)))


def of_present(job: JobOutward) -> JobOutward:
    """A present version is told as a stale one too."""
    first = replace(job.versions[0], state=WorkState.STALE)
    return replace(job, stale=(*job.stale, StaleOutward(told=first, source="Înțelegeți?")))


ATTACKS: dict[str, Callable[[JobOutward], JobOutward]] = {
    "other words of then": lambda job: stale(job, source=f"{SAID} Nu."),
    "the words of now": lambda job: stale(job, source=CORRECTED),
    "no signature": lambda job: replace(job, former_signatures=()),
    "another signature": lambda job: replace(job, former_signatures=job.signatures),
    "another text": lambda job: row(job, text="I paid nothing."),
    "another author": lambda job: row(job, author_id="somebody"),
    "another turn": lambda job: row(job, segment_id=job.versions[0].version.segment_id),
    "a present state": lambda job: stale(job, told=replace(job.stale[0].told, state=WorkState.CERTIFIED)),
    "hidden words": hidden,
    "a present version": of_present,
    "twice": lambda job: replace(job, stale=job.stale * 2),
    "a salt": lambda job: row(job, salt="0" * 64),
}
TOLD_AS = dict.fromkeys(["another turn", "a present version", "twice"], "language-turn-twice")


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_stale_version_that_was_changed_on_the_way_is_refused(desk: JobSetup, attack: str):
    corrected(desk)

    assert TOLD_AS.get(attack, "language-altered") in checked(gathered(desk), ATTACKS[attack])


def test_a_version_of_the_present_words_is_not_taken_for_a_stale_one(desk: JobSetup):
    """Somebody with a program of their own tells a version as made before a correction that there is not."""
    desk.write("Do you understand?")
    desk.write(PAID, at=1)
    leave(desk)

    def told_as_stale(job: JobOutward) -> JobOutward:
        first, second = job.versions
        one = StaleOutward(told=replace(second, state=WorkState.STALE), source=SAID)
        over = tuple(each for each in job.signatures if second.version.id in dict(each.versions))
        return replace(job, versions=(first,), stale=(one,), former_signatures=over)

    assert "language-altered" in checked(gathered(desk), told_as_stale)


def test_the_check_of_a_version_for_a_recipient_tells_what_it_leaves_out_and_no_stale_version(
    desk: JobSetup,
):
    corrected(desk)
    disclosure = drawn_up(desk.session, desk.small)

    def counted(**changes: Any) -> dict[str, int]:
        chosen = options(desk, **changes)
        found = bundles.check_bundle(desk.session, desk.small.case.id, chosen)
        return {each.code: each.values["count"] for each in found if each.code in ABOUT_STALE}

    assert counted() == {"language-stale-printed": 1}
    assert counted(disclosure_id=disclosure.id) == {"language-left-out": 1}


@pytest.mark.parametrize("words", ["one\ntwo\nthree", "\none\n\ntwo", "é\n\n\nö\n", "one", ""])
def test_the_words_of_then_are_found_among_the_beginnings_of_those_of_now(words: str):
    lines = words.split("\n")
    before = ["\n".join(lines[:count]) for count in range(1, len(lines))]

    assert [_beginning(words, digest_of(each)) for each in before] == before
    assert _beginning(words, digest_of(words)) == _beginning(words, digest_of("two")) == ""


def test_each_line_is_hashed_once_when_the_words_of_then_are_looked_for(monkeypatch: pytest.MonkeyPatch):
    words, hashed = "\n".join(f"line {at}" for at in range(2000)), list[int]()

    class Counting:
        def __init__(self) -> None:
            self._own = hashlib.sha256()

        def update(self, data: bytes) -> None:
            hashed.append(len(data))
            self._own.update(data)

        def hexdigest(self) -> str:
            return self._own.hexdigest()

    monkeypatch.setattr(stale_versions, "hashlib", SimpleNamespace(sha256=Counting))

    assert _beginning(words, digest_of("none")) == ""
    assert sum(hashed) < len(words.encode())
