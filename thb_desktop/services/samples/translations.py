"""Translations of a sample case: a job for each record and language, with what its linguists sign of it.

They lie beside the records, which are signed by then. Without a desk at which the linguists sign, they are
left out: nobody could say whose words they are.

The supplement tells them in `translations`, each with: `into`, the language in the data; `language`, its tag
if that is another; `of`, the records (all without it); `by`, `type`, `purpose` and `state`, which are never
presumed; `from`, a side of the record, or `from_translation`, an earlier one, or neither, for each turn as it
was said; `made_from`, `made_from_note`; `notes`, each at words of a turn; `revised_by`, with `disputes`; and
a `certificate` in one of the `wordings`, with `machine_assisted`, and `reasons` by rule ("V-T-03.names"), or
by rule, record and turn ("V-T-03.names I-01 2 Q"), which stand in the translation itself if there is none.
Who translates and is not in the data is in `translators`.
"""

from collections.abc import Iterator, Mapping

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.interview_day import day_at
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.vocabulary import (
    AnnotationBasis,
    AnnotationCode,
    CertificateKind,
    RenderingState,
    SourceForm,
    TranslationType,
    VerdictKind,
)
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.language import (
    annotations,
    certificates,
    doubts,
    jobs,
    revision,
    templates,
    versions,
)
from thb_desktop.services.language.certificates import Certifies
from thb_desktop.services.samples.codes import code_of
from thb_desktop.services.samples.loading import Loading, Translated
from thb_desktop.services.samples.node import Node
from thb_desktop.services.testimony.records import require_interview

_ASKED = ("by", "type", "purpose", "state")
"""What a translation cannot do without: nothing of it is presumed."""


def load_translations(loading: Loading) -> None:
    """Open the jobs that the supplement tells, record by record, and do in each what it tells of it.

    Raises FormatError for a text of the data that no translation takes up, or more than one.
    """
    if "translations" not in loading.supplement:
        for record, texts in loading.translated.items():
            languages = ", ".join(texts)
            if not texts:
                continue
            loading.told(f"the record {record!r} has texts in {languages}, which nobody signed: left out")
        return
    if loading.desk is None:
        return
    told = loading.supplement.nodes("translations")
    wordings = {each.text("name"): _wording(loading, each) for each in loading.supplement.nodes("wordings")}
    for record, texts in loading.translated.items():
        for language in texts:
            count = sum(_is_for(each, record, language) for each in told)
            if count != 1:
                raise FormatError(
                    f"the record {record!r} has a translation into {language!r}, of which the supplement "
                    f"tells {'nothing' if count == 0 else 'more than one job'}"
                )
        made: dict[str, LanguageJob] = {}
        for each in told:
            into = each.text("into", "")
            if into in texts and _is_for(each, record, into):
                work = _Work(loading, each, texts[into], made, wordings)
                made[into] = work.job
                work.do()


def _is_for(told: Node, record: str, language: str) -> bool:
    """Whether a translation is into this language, and of this record; of all, if it names none."""
    return told.text("into", "") == language and record in (told.texts("of") or (record,))


def _wording(loading: Loading, told: Node) -> RowId:
    elements = {code_of(CertificateElement, code, {}): text for code, text in told.pairs_of("elements")}
    return templates.set_template(
        loading.session,
        name=told.text("name"),
        language=told.text("language"),
        elements=elements,
        is_official=told.flag("is_official"),
    ).id


class _Work:
    """The work on one record, into one language. made: the jobs on this record so far, by language."""

    def __init__(
        self,
        loading: Loading,
        told: Node,
        texts: Translated,
        made: Mapping[str, LanguageJob],
        wordings: Mapping[str, RowId],
    ) -> None:
        self._loading, self._told, self._texts = loading, told, texts
        self._wordings = wordings
        self._called = f"the translation of {texts.record!r} into {told.text('into')!r}"
        for name in _ASKED:
            if name not in told:
                raise FormatError(f"{self._called} does not say its {name!r}")
        self._author = self._linguist("by")
        self.job = jobs.open_job(loading.session, self._asked(made))

    def do(self) -> None:
        """Write the versions and the notes, and let the linguists sign, revise and certify as it is told."""
        written = [self._write(segment, text) for segment, text in self._texts.turns.values()]
        by_turn = dict(zip(self._texts.turns, written, strict=True))
        for note in self._of_this_record("notes"):
            self._annotate(note, by_turn)
        signer = self._loading.signer(self._author.code)
        state = code_of(RenderingState, self._told.text("state"), {})
        session, checked = self._loading.session, state is RenderingState.SELF_CHECKED
        found = doubts.check_versions(session, self.job.id, written) if checked else ()
        told = self._told.node("certificate") if "certificate" in self._told else self._told
        said = told.node("reasons")
        said.know()  # one of a difference that does not come is idle, and not unknown
        reasons = [(each, self._reason(said, each, "signed")) for each in found]
        versions.sign_versions(session, self.job.id, written, reasons, state=state, signer=signer)
        if "revised_by" in self._told:
            self._revise(by_turn)
        if "certificate" in self._told:
            self._certify(self._told.node("certificate"), signer)

    def _asked(self, made: Mapping[str, LanguageJob]) -> jobs.NewJob:
        told, source = self._told, self._told.text("from_translation", "")
        if source and source not in made:
            raise FormatError(f"{self._called} is made from one into {source!r}, which is not made before it")
        return jobs.NewJob(
            interview_id=self._texts.interview_id,
            target_language=told.text("language", told.text("into")),
            linguist_id=self._author.id,
            translation_type=code_of(TranslationType, told.text("type"), {}),
            purpose=told.text("purpose"),
            source_language=told.text("from", ""),
            from_job_id=made[source].id if source else None,
            made_from=code_of(SourceForm, told.text("made_from"), {}) if "made_from" in told else None,
            made_from_note=told.text("made_from_note", ""),
        )

    def _linguist(self, name: str) -> Interpreter:
        code = self._told.text(name)
        if code not in self._loading.interpreters:
            raise FormatError(
                f"{self._called} names {code!r}, who is no interpreter or translator of the case"
            )
        return self._loading.interpreters[code]

    def _write(self, segment: SegmentId, text: str) -> RenderingVersion:
        version = versions.write_version(self._loading.session, self.job.id, segment, text)
        self._loading.step()
        return version

    def _annotate(self, note: Node, written: Mapping[str, RenderingVersion]) -> None:
        """Note something at words that stand once in the version, or else in its source."""
        session, turn, words = self._loading.session, note.text("turn"), note.text("words")
        if turn not in written:
            raise FormatError(f"{self._called} has a note at the turn {turn!r}, which it does not have")
        version = written[turn]
        sources = jobs.get_job(session, self.job.id).sources
        places = ((version.id, version.text), (version.segment_id, sources.get(version.segment_id, "")))
        of, text = next((each for each in places if each[1].count(words) == 1), ("", ""))
        if not of:
            raise FormatError(f"{self._called} has a note at {words!r}, not once in {turn!r}")
        start = text.index(words)
        noted = annotations.annotate(
            session,
            self.job.id,
            annotations.NewAnnotation(
                segment_id=version.segment_id,
                anchor=Anchor.of_text(of, text, start, start + len(words)),
                code=code_of(AnnotationCode, note.text("code"), {}),
                basis=code_of(AnnotationBasis, note.text("basis"), {}),
                language=note.text("language", self._loading.case.language),
                text=note.text("text"),
            ),
        )
        if "answer" in note:
            annotations.answer(session, noted.id, note.text("answer"))

    def _revise(self, written: Mapping[str, RenderingVersion]) -> None:
        """Let the second linguist agree with each version, or dispute it with their own."""
        reviser = self._linguist("revised_by")
        signer = self._loading.signer(reviser.code)
        disputed = {each.text("turn"): each for each in self._of_this_record("disputes")}
        if unknown := disputed.keys() - written.keys():
            raise FormatError(f"{self._called} is disputed at {min(unknown)!r}, which it does not have")
        for turn, version in written.items():
            own = disputed.get(turn)
            revision.give_verdict(
                self._loading.session,
                version.id,
                VerdictKind.AGREES if own is None else VerdictKind.DISPUTES,
                interpreter_id=reviser.id,
                own_text=own.text("text") if own else "",
                reason=own.text("reason") if own else "",
                signer=signer,
            )

    def _certify(self, told: Node, signer: Signer) -> None:
        session, wording, place = self._loading.session, told.text("wording"), told.text("place")
        if wording not in self._wordings:
            raise FormatError(
                f"{self._called} has a certificate in the wording {wording!r}, which is not there"
            )
        if "machine_assisted" not in told:
            raise FormatError(f"{self._called} is certified, and it is not told whether a machine assisted")
        until, assisted = told.day("registered_until"), told.flag("machine_assisted")
        template = self._wordings[wording]
        found = certificates.check_job(session, self.job.id, until, machine_assisted=assisted)
        day = day_at(require_interview(session, self.job.interview_id), session.clock.read().at)
        elements = certificates.draft_certificate(session, self.job.id, template, place=place, day=day)
        given = Certifies(
            kind=code_of(CertificateKind, told.text("kind"), {}),
            template_id=template,
            elements=elements,
            place=place,
            machine_assisted=assisted,
            registered_until=until,
        )
        said = told.node("reasons")
        said.know()  # one of a warning that does not come is idle, and not unknown
        reasons = [(each, self._reason(said, each, "certified")) for each in found]
        certificates.certify(session, self.job.id, given, reasons, signer=signer)

    def _reason(self, reasons: Node, found: Finding, done: str) -> str:
        """Why it is signed or certified despite a warning: at this turn of this record, or wherever it is
        told.
        """
        label = str(found.values.get("label", ""))
        at = f" at {label!r}" if label else ""
        if found.standing is Standing.BROKEN:
            raise FormatError(f"{self._called} is {done}, which {found.key!r}{at} prevents")
        for name in (f"{found.key} {self._texts.record} {label}", found.key):
            if name in reasons:
                return reasons.text(name)
        raise FormatError(
            f"{self._called} is {done}, and the supplement does not say why despite {found.key!r}{at}"
        )

    def _of_this_record(self, name: str) -> Iterator[Node]:
        return (each for each in self._told.nodes(name) if each.text("record") == self._texts.record)
