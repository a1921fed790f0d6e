"""The fields of a turn and of its renderings, described once."""

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.fields import Description, Editor, Phase
from thb_desktop.domain.fields import record_field as _field
from thb_desktop.domain.segment import Rendering, Segment

SEGMENT = Description(
    name="segment",
    entity=Segment,
    fields=(
        _field("speaker", "turn", Editor.CODE, codes=v.SpeakerRole, required=True, until=Phase.DRAFT),
        _field("speaker_id", "turn", Editor.REFERENCE, refers_to="presence", until=Phase.DRAFT),
        _field("kind", "turn", Editor.CODE, codes=v.UtteranceKind, required=True, until=Phase.DRAFT),
        _field("language", "turn", Editor.LANGUAGE, required=True, until=Phase.DRAFT),
        _field("source_text", "turn", Editor.TEXT, rules="V-I-18", until=Phase.DRAFT),
        _field(
            "capture",
            "turn",
            Editor.CODE,
            rules="V-I-18",
            codes=v.SourceCapture,
            required=True,
            until=Phase.DRAFT,
        ),
        _field("recording_from", "turn", Editor.LINE, until=Phase.DRAFT),
        _field("recording_to", "turn", Editor.LINE, until=Phase.DRAFT),
        _field("conduct", "turn", Editor.CODES, codes=v.Conduct, until=Phase.DRAFT),
        _field("silence_seconds", "turn", Editor.NUMBER, until=Phase.DRAFT),
        _field("pointed_at", "turn", Editor.LINE, until=Phase.DRAFT),
        _field("marks", "turn", Editor.LINES, until=Phase.DRAFT),
        _field("at", "turn", Editor.MOMENT, until=Phase.DRAFT),
        _field(
            "question_type",
            "turn",
            Editor.CODE,
            rules="V-I-21",
            codes=v.QuestionType,
            until=Phase.DRAFT,
            printed=False,
        ),
    ),
    internal=("id", "interview_id", "position", "struck"),
)

RENDERING = Description(
    name="rendering",
    entity=Rendering,
    fields=(
        _field("language", "rendering", Editor.LANGUAGE, required=True, until=Phase.ONCE),
        _field("kind", "rendering", Editor.CODE, codes=v.RenderingKind, required=True, until=Phase.ONCE),
        _field("text", "rendering", Editor.TEXT, rules="V-I-18", required=True),
        _field("author_id", "rendering", Editor.REFERENCE, refers_to="interpreter"),
        _field("mode", "rendering", Editor.CODE, codes=v.InterpretingMode, until=Phase.DRAFT, sometimes=True),
        _field("state", "rendering", Editor.CODE, codes=v.RenderingState, required=True),
    ),
    internal=("id", "segment_id", "source_digest", "typed_by", "typed_at"),
)
