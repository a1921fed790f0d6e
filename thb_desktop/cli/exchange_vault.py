"""`thb exchange send`, `take`, `glossary`, `transcript`: files of translators, out of a vault and in.

`take` and `glossary` show what a file would change; they write with `--write` alone.
"""

import argparse
import hashlib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import so_many
from thb_desktop.cli.console import Console, answer_of
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import InterpreterId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.vocabulary import RenderingKind, SourceCapture, SpeakerRole, UtteranceKind
from thb_desktop.errors import NotFoundError
from thb_desktop.exchange.formats import ExchangeFormat, format_of, read_file
from thb_desktop.exchange.kinds import read_transcript
from thb_desktop.exchange.memory.tbx import read_tbx
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import exchange, jobs, reference
from thb_desktop.services.language.exchange_files import read_untrusted, save_files
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews, recordings, transcripts
from thb_desktop.services.testimony.transcripts import AsRendered, AsSpoken, Spoken
from thb_desktop.words import ENGLISH, sentence

NOBODY = "nobody"


def add_parts(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    return [_send(parts), _take(parts), _glossary(parts), _transcript(parts)]


def _part(
    parts: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, told: str
) -> argparse.ArgumentParser:
    parser = parts.add_parser(name, help=told, allow_abbrev=False)
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    return parser


def _send(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    parser = _part(parts, "send", "send a job of language work out as files in clear")
    parser.add_argument("job", help="the job's number")
    parser.add_argument("--form", choices=[each.value for each in ExchangeFormat], help="of the job's file")
    parser.add_argument("--memory", action="store_true", help="with the memory of the case (TMX)")
    parser.add_argument("--glossary", action="store_true", help="with the glossary of the case (TBX)")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="where the files are written"
    )
    parser.add_argument("--recipient", required=True, help="who receives them")
    parser.add_argument("--reason", required=True, help="why")
    parser.set_defaults(run=send)
    return parser


def _take(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    parser = _part(parts, "take", "compare a file that came back with its job, and write its new words")
    parser.add_argument("job", help="the job's number")
    parser.add_argument("file", type=Path, help="XLIFF, DOCX or XLSX")
    parser.add_argument("--write", action="store_true", help="write the new versions")
    parser.set_defaults(run=take)
    return parser


def _glossary(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    parser = _part(parts, "glossary", "show the concepts of a TBX file that are new, and add them")
    parser.add_argument("file", type=Path, help="TBX")
    parser.add_argument("--write", action="store_true", help="add the concepts")
    parser.set_defaults(run=glossary)
    return parser


def _transcript(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    parser = _part(parts, "transcript", "take a transcript over into a record that is a draft")
    parser.add_argument("record", help="the record's number")
    parser.add_argument("file", type=Path, help="SRT, VTT, EAF or TXT")
    parser.add_argument(
        "--speaker",
        action="append",
        nargs=4,
        required=True,
        metavar=("MARK", "ROLE", "KIND", "LANGUAGE"),
        help="who a mark is, by codes; an empty MARK for turns without one",
    )
    side = parser.add_mutually_exclusive_group(required=True)
    side.add_argument(
        "--spoken",
        choices=[each.value for each in SourceCapture if each is not SourceCapture.NOT_CAPTURED],
        help="the words are what was said, captured so",
    )
    side.add_argument(
        "--rendered",
        nargs=3,
        metavar=("LANGUAGE", "KIND", "AUTHOR"),
        help=f"the words are a rendering; AUTHOR: an interpreter's code, or '{NOBODY}'",
    )
    parser.add_argument(
        "--recording",
        metavar="NAME",
        help="of several recordings, the one of which the times are, as places name it (E-11, E-11/2)",
    )
    parser.set_defaults(run=transcript)
    return parser


def send(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        files = exchange.send_job(
            session,
            _job(session, _case(session, chosen.case), chosen.job).id,
            ExchangeFormat(chosen.form) if chosen.form else None,
            recipient=chosen.recipient,
            reason=chosen.reason,
            with_memory=chosen.memory,
            with_glossary=chosen.glossary,
        )
    save_files(files, chosen.to)
    console.answer(
        [f"{each.name}  SHA-256: {each.sha256}" for each in files],
        {"files": [{"name": each.name, "sha256": each.sha256} for each in files]},
    )
    return 0


def take(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    form, data = format_of(chosen.file.name), read_untrusted(chosen.file)
    returned = read_file(data, form)
    with closing(opened(chosen, environment)) as session:
        job = _job(session, _case(session, chosen.case), chosen.job)
        review = exchange.review_file(session, job.id, returned)
        for refusal in review.refused:
            raise refusal
        acceptance, written = review.acceptance, 0
        if chosen.write:
            made = exchange.import_versions(session, job.id, data, form, seen=acceptance)
            written = len(made.versions)
    new = [each for each in acceptance.units if each.has_new_words] if acceptance else []
    findings = acceptance.findings if acceptance else ()
    console.answer(
        [
            f"New words in {so_many(len(new), 'turn', 'turns')}; versions written: {written}.",
            *(f"Turn {each.sent.number}: new words" for each in new),
            *(sentence(each, ENGLISH) for each in findings),
        ],
        {
            "new": [each.sent.number for each in new],
            "written": written,
            "sha256": hashlib.sha256(data).hexdigest(),
            "findings": answer_of(findings),
        },
    )
    return 0


def glossary(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    data = read_untrusted(chosen.file)
    read = read_tbx(data)
    with closing(opened(chosen, environment)) as session:
        case = _case(session, chosen.case)
        review = reference.review_glossary(session, case.id, read)
        added = len(reference.import_glossary(session, case.id, data).concepts) if chosen.write else 0
    console.answer(
        [
            f"New concepts: {len(review.concepts)}; added: {added}.",
            *(sentence(each, ENGLISH) for each in review.findings),
        ],
        {"new": len(review.concepts), "added": added, "findings": answer_of(review.findings)},
    )
    return 0


def transcript(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    data = read_untrusted(chosen.file)
    read = read_transcript(data, chosen.file.name)
    speakers = {
        mark: Spoken(role=_code(SpeakerRole, role), kind=_code(UtteranceKind, kind), language=language)
        for mark, role, kind, language in chosen.speaker
    }
    with closing(opened(chosen, environment)) as session:
        case = _case(session, chosen.case)
        held = {
            each.interview.number: each.interview for each in interviews.list_interviews(session, case.id)
        }
        if chosen.record not in held:
            raise NotFoundError("there is no record of this number in the case")
        of = held[chosen.record].id
        named = [each.name for each in recordings.list_recorded(session, of)]
        if chosen.recording and chosen.recording not in named:
            raise NotFoundError("there is no recording of this name in the record")
        recording = chosen.recording or (None if len(named) > 1 else "")
        made = transcripts.take_over(
            session,
            of,
            read,
            recording=recording,
            sha256=hashlib.sha256(data).hexdigest(),
            speakers=speakers,
            words=_words(session, case, chosen),
        )
    left_out = "Times were left out: the interview has several recordings, and --recording names none."
    console.answer(
        [
            f"Turns taken over: {len(made)}.",
            *([left_out] if recording is None else []),
            *(sentence(each, ENGLISH) for each in read.findings),
        ],
        {"turns": len(made), "findings": answer_of(read.findings)},
    )
    return 0


def _words(session: Session, case: CaseFile, chosen: argparse.Namespace) -> AsSpoken | AsRendered:
    if chosen.spoken:
        return AsSpoken(capture=SourceCapture(chosen.spoken))
    language, kind, author = chosen.rendered
    return AsRendered(
        language=language, kind=_code(RenderingKind, kind), author_id=_author(session, case, author)
    )


def _author(session: Session, case: CaseFile, code: str) -> InterpreterId | None:
    if code == NOBODY:
        return None
    found = [each for each in people.list_interpreters(session, case.id) if each.code == code]
    if len(found) != 1:
        raise NotFoundError("there is no interpreter of this code in the case")
    return found[0].id


def _code[C](codes: Iterable[C], told: str) -> C:
    found = next((each for each in codes if str(each) == told), None)
    if found is None:
        raise NotFoundError("there is no such code")
    return found


def _case(session: Session, named: str) -> CaseFile:
    found = [each.case for each in cases.list_cases(session) if each.case.reference == named]
    if len(found) != 1:
        raise NotFoundError("there is no case file with this reference")
    return found[0]


def _job(session: Session, case: CaseFile, number: str) -> LanguageJob:
    found = [each for each in jobs.list_jobs_of_case(session, case.id) if each.number == number]
    if len(found) != 1:
        raise NotFoundError("there is no job of this number in the case")
    return found[0]
