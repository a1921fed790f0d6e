"""The wordings of a turn that can stand side by side, and what differs between two of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.language_states import JobInFull, WorkState, states_of
from thb_desktop.domain.language_work import RenderingVersion, RevisionVerdict
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.domain.word_difference import Change, Piece
from thb_desktop.services.language.overview import OpenJob
from ui.clock import when_here
from ui.labels import words
from ui.language_work.rows import TONES
from ui.text import isolate, isolate_words, listed, translate
from ui.tones import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording of a turn that can stand beside another: what it is called, whose and when, its words."""

    key: str
    called: str
    told: str
    text: str
    state: tuple[str, Tone] = ("", Tone.PLAIN)


def wordings_of(found: OpenJob, segment_id: SegmentId, others: Iterable[JobInFull]) -> Iterator[Wording]:
    """The last version of this job first, then what can stand beside it: disputes, other jobs, what was
    said on the spot, and former versions.
    """
    mine = sorted(
        (each for each in found.work.versions if each.segment_id == segment_id),
        key=lambda each: -each.number,
    )
    if mine:
        yield _version(found, mine[0], found.job.number, found.states)
        for verdict in disputes_of(found.work, mine[0]):
            yield _dispute(found, verdict, mine)
    for work in others:
        version = newest_of(work, segment_id)
        if version is not None:
            yield _version(found, version, work.job.number, states_of(work))
    full = next(each for each in found.segments if each.segment.id == segment_id)
    for spoken in full.renderings:
        if spoken.language == found.job.target_language and spoken.state is not RenderingState.WITHDRAWN:
            author = (
                name_of(found, spoken.author_id)
                if spoken.author_id
                else translate("wordings", "author not said")
            )
            yield Wording(
                key=spoken.id,
                called=words(spoken.kind),
                told=listed((isolate_words(author), isolate(when_here(spoken.typed_at)))),
                text=spoken.text,
                state=(words(spoken.state), Tone.PLAIN),
            )
    for each in mine[1:]:
        yield _version(found, each, found.job.number, found.states)


def disputes_of(work: JobInFull, version: RenderingVersion) -> tuple[RevisionVerdict, ...]:
    """The disputes of a version, and those of the same words in a former one."""
    return (*work.disputes(version.id), *work.disputes_again().get(version.segment_id, ()))


def _dispute(found: OpenJob, verdict: RevisionVerdict, versions: Sequence[RenderingVersion]) -> Wording:
    """What a second linguist set beside a version. versions: of the turn, the last one first."""
    told = [isolate_words(name_of(found, verdict.interpreter_id)), isolate(when_here(verdict.at))]
    if verdict.version_id != versions[0].id:
        number = next(each.number for each in versions if each.id == verdict.version_id)
        former = translate("wordings", "of version {number}, which has the same words")
        told.append(former.format(number=isolate(str(number))))
    return Wording(
        key=verdict.id,
        called=translate("wordings", "Second linguist"),
        told=listed(told),
        text=verdict.own_text,
        state=(words(verdict.kind), Tone.BAD),
    )


def _version(
    found: OpenJob, version: RenderingVersion, job: str, states: Mapping[RowId, WorkState]
) -> Wording:
    state = states[version.id]
    author, typist = name_of(found, version.author_id), found.users.get(version.typed_by, "")
    told = (
        translate("wordings", "{author}, {at}")
        if author == typist
        else translate("wordings", "{author}, {at}, typed by {typist}")
    )
    return Wording(
        key=version.id,
        called=translate("wordings", "{job}, version {number}").format(
            job=isolate(job), number=isolate(str(version.number))
        ),
        told=told.format(
            author=isolate_words(author),
            typist=isolate_words(typist),
            at=isolate(when_here(version.typed_at)),
        ),
        text=version.text,
        state=(words(state), TONES.get(state, Tone.PLAIN)),
    )


def newest_of(work: JobInFull, segment_id: SegmentId) -> RenderingVersion | None:
    mine = [each for each in work.versions if each.segment_id == segment_id]
    return max(mine, key=lambda each: each.number) if mine else None


def differing(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """The differences: what the one has, and the other in its place."""
    one = other = ""
    for each in (*pieces, Piece(change=Change.SAME, text="-")):
        if each.change is Change.REMOVED:
            one += each.text
        elif each.change is Change.ADDED:
            other += each.text
        elif (one or other) and each.text.strip():
            yield one, other
            one = other = ""
        elif one or other:
            one, other = one + each.text, other + each.text


def name_of(found: OpenJob, interpreter_id: object) -> str:
    return next((each.name for of, each in found.interpreters.items() if of == interpreter_id), "")
