"""What a record is asked for: of a copy, what its file can say, and whatever was entered all the same."""

from thb_desktop.domain.elsewhere import OF_COPY
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_record import InterviewInFull

_NOTHING: tuple[object, ...] = (None, "", ())


def fields_asked(record: InterviewInFull, section: str) -> list[str]:
    """Return the fields of a part of the header that this record has."""
    names = [field.name for field in INTERVIEW.of_section(section)]
    if record.taken_over is None:
        return names
    return [name for name in names if name in OF_COPY or getattr(record.interview, name) not in _NOTHING]
