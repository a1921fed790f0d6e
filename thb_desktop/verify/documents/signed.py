"""A file with the signatures of people, and what was added with the first of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from thb_desktop.findings import Finding
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.later_references import check_later_references
from thb_desktop.verify.documents.revisions import check_updates
from thb_desktop.verify.documents.signature import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A file with its signatures of people, and the certificates (DER) that signed, by the field's name."""

    file: PdfFile
    signatures: Sequence[Signature]
    certificates: Mapping[str, bytes]
    empty: Collection[str] = ()
    """The names of the visible fields in which nobody signed."""
    _added: dict[tuple[int, int], list[Finding]] = field(init=False, repr=False, default_factory=dict)

    def check_added(self, size: int, first: Signature) -> list[Finding]:
        """Check that this signature, and nothing else, was added to the first `size` bytes; once.

        Raises PdfUnreadableError.
        """
        about = size, first.end
        if about not in self._added:
            before, after = self.file.at(size), self.file.at(first.end)
            found = check_updates(before, after, filled=first.field)
            self._added[about] = [*found, *check_later_references([before, after])]
        return self._added[about]
