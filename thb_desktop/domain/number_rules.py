"""Numbers in the free text of a record that are sealed with a protected identity (V-I-22): of telephones,
documents and plates, and e-mail addresses, in whatever spelling.

No finding contains the number; what was found stays in the office (`warning_reason.is_inward`).
"""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.name_forms import mail_forms, number_forms
from thb_desktop.domain.record_texts import free_texts
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn


def check_numbers(record: InterviewInFull, sealed: Sequence[str]) -> Iterator[Finding]:
    """Find free text with a number of a protected person. sealed: the texts in which their numbers stand."""
    search = FormSearch((form, "") for text in sealed for form in (*number_forms(text), *mail_forms(text)))
    if not search:
        return
    for each in free_texts(record):
        if search.find(each.text):
            key = "V-I-22.number-in-turn" if each.turn else "V-I-22.number-in-field"
            values = {"turn": each.turn} if each.turn else {}
            values |= {"side": each.side} if each.side else {}
            yield warn(key, values, about=each.about, field=each.field)
