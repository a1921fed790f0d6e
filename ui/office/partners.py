"""The other offices: for whom packages are closed, and whose packages count, with how each was compared."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.package import Recipient
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RecipientKind
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels import words
from ui.office.partners_model import Partner, PartnersModel
from ui.rows import Column, RowsModel
from ui.text import digest_groups, isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Card, Label, Notice, Part, button, row
from ui.widgets.questions import ask_reason
from ui.widgets.table import RecordTable


class PartnersPart(QWidget):
    """Both registers in one table; below it, all that is recorded of the chosen entry."""

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.notice = notice
        self.model = PartnersModel(jobs, self)
        self._rights: frozenset[Right] = frozenset()
        told = self.tr(
            "A package is closed for recipients, whose certificates encrypt. A package or receipt that comes "
            "counts if the root certificate of its office stands here. Each was compared with a fingerprint "
            "that somebody told in another way."
        )
        columns = (
            Column[Partner](title=self.tr("Name"), read=lambda each: each.entry.name),
            Column[Partner](title=self.tr("What it is"), read=self._kind, width=230),
            Column[Partner](title=self.tr("Recorded"), read=_recorded, width=190, exact=True, spare=1),
            Column[Partner](title=self.tr("Certificate until"), read=_until, width=190, exact=True),
            Column[Partner](title=self.tr("State"), read=self._state, width=130, tone=_tone),
        )
        self.rows: RowsModel[Partner] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Recipients and offices abroad"))
        self.table.say_when_empty(self.tr("Neither a recipient nor an office abroad is recorded yet."))
        self.table.chosen.connect(lambda _: self._show_chosen())
        self.card = Card("inset", spacing=4, margin=12)
        self.compared = Label("", wrap=True).selectable()
        self.digest = Label("", Part.DIGEST, wrap=True).selectable()
        self.placed = Label("", wrap=True).selectable()
        self.ended = Label("", wrap=True).selectable()
        for each in (self.compared, self.digest, self.placed, self.ended):
            self.card.body.addWidget(each)
        self.recipient_button = button(
            self.tr("Record a recipien&t\u2026"), self._record_recipient, icon="plus"
        )
        self.office_button = button(
            self.tr("Record an office abroa&d\u2026"), self._record_office, icon="plus"
        )
        self.place_button = button(self.tr("State and kind\u2026"), self._correct_place, icon="pen-line")
        self.withdraw_button = button(self.tr("&Withdraw\u2026"), self._withdraw, icon="x")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        column.addLayout(
            row(self.recipient_button, self.office_button, None, self.place_button, self.withdraw_button)
        )
        self.model.listed.connect(self._show)
        self.model.withdrawn.connect(self._tell_withdrawn)
        self.model.writing.connect(notice.clear)
        self.model.refused.connect(notice.refuse)
        self._show_chosen()

    def reload(self) -> None:
        self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        buttons = self.recipient_button, self.office_button, self.place_button, self.withdraw_button
        for each in buttons:
            each.setVisible(Right.RELEASE_BUNDLES in rights)

    def _show(self, found: tuple[Partner, ...]) -> None:
        self.rows.show_rows(found)
        self.table.choose_row(0 if found else -1)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.current_record()
        self.card.setVisible(isinstance(chosen, Partner))
        self.withdraw_button.setEnabled(isinstance(chosen, Partner) and chosen.entry.withdrawn_at is None)
        self.place_button.setEnabled(isinstance(chosen, Partner) and _has_place(chosen.entry))
        if not isinstance(chosen, Partner):
            return
        entry = chosen.entry
        compared = self.tr("Fingerprint (SHA-256), as it was told: {told}. Compared and recorded by {name}.")
        self.compared.setText(
            compared.format(told=isolate_words(entry.told), name=isolate_words(chosen.recorded_by))
        )
        whose = self.tr("Fingerprint of {name}").format(name=entry.name)
        self.digest.say(whose, isolate(digest_groups(entry.sha256)))
        self.placed.setText(self._placed(chosen))
        self.placed.setVisible(chosen.place is not None)
        ended = self.tr("Withdrawn on {at}: {reason}")
        self.ended.setText(
            ended.format(
                at=isolate(when_here(entry.withdrawn_at)), reason=isolate_words(entry.withdrawn_because)
            )
        )
        self.ended.setVisible(entry.withdrawn_at is not None)

    def _placed(self, partner: Partner) -> str:
        """Who recorded State and kind, when, and who says so."""
        place, entry = partner.place, partner.entry
        if place is None or not isinstance(entry, Recipient):
            return ""
        told = self.tr("State and kind: {place}. Recorded by {name} on {at}, with the recipient.")
        if place.because:
            told = self.tr("State and kind: {place}. Recorded by {name} on {at}. Who says so: {words}")
        return told.format(
            place=self._place(entry).strip(" ()"),
            name=isolate_words(partner.place_by),
            at=isolate(when_here(place.at)),
            words=isolate_words(place.because),
        )

    def _record_recipient(self) -> None:
        from ui.partners.recipient_dialog import RecipientDialog

        RecipientDialog(self, self.model.recipients).open()

    def _record_office(self) -> None:
        from ui.partners.office_dialog import OfficeDialog

        OfficeDialog(self, self.model.offices).open()

    def _correct_place(self) -> None:
        from ui.partners.recipient_dialog import PlaceDialog

        chosen = self.table.current_record()
        if isinstance(chosen, Partner) and isinstance(chosen.entry, Recipient):
            PlaceDialog(self, self.model.recipients, chosen.entry).open()

    def _withdraw(self) -> None:
        chosen = self.table.current_record()
        if not isinstance(chosen, Partner):
            return
        told = self.tr("No more packages are closed for it. What was sent before stays open for it.")
        if not isinstance(chosen.entry, Recipient):
            told = self.tr("No more packages, receipts and notices of it count. What came before stays.")
        reason = ask_reason(
            self,
            self.tr("Withdraw {name}?").format(name=isolate_words(chosen.entry.name)),
            told,
            self.tr("&Withdraw"),
            draft=self.model.draft("withdraw-partner", chosen.entry.id),
        )
        if reason:
            self.model.withdraw(chosen, reason)

    def _tell_withdrawn(self, name: str) -> None:
        self.notice.tell(self.tr("{name} is withdrawn.").format(name=isolate_words(name)), Tone.OK)

    def _kind(self, each: Partner) -> str:
        if isinstance(each.entry, Recipient):
            return f"{words(each.entry.kind)}{self._place(each.entry)}"
        return self.tr("Office abroad: {state}").format(state=isolate(each.entry.country))

    def _place(self, recipient: Recipient) -> str:
        if recipient.kind is not RecipientKind.ADDRESSEE:
            return ""
        if not recipient.state or recipient.party is None:
            unsaid = self.tr("State not said")
            return f" ({unsaid})"
        return f" ({isolate(recipient.state)}, {words(recipient.party)})"

    def _state(self, each: Partner) -> str:
        if each.entry.withdrawn_at is not None:
            return self.tr("Withdrawn")
        return self.tr("Expired") if each.is_expired else self.tr("Stands")


def _has_place(entry: object) -> bool:
    """Whether it is an addressee that stands: the own office and its escrow have no other State."""
    if not isinstance(entry, Recipient) or entry.kind is not RecipientKind.ADDRESSEE:
        return False
    return entry.withdrawn_at is None


def _recorded(each: Partner) -> str:
    return when_here(each.entry.at)


def _until(each: Partner) -> str:
    return when_here(each.expires)


def _tone(each: Partner) -> Tone:
    if each.entry.withdrawn_at is not None:
        return Tone.PLAIN
    return Tone.WARN if each.is_expired else Tone.OK
