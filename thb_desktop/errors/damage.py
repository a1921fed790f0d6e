"""Stored bytes are not what was written."""

from thb_desktop.errors.base import ThbError


class DamageError(ThbError):
    """Stored bytes are not what was written."""

    code = "damaged"
    exit_code = 20


class HeaderDamagedError(DamageError):
    """Neither copy of the vault's header can be used."""

    code = "header-damaged"
    exit_code = 21


class DatabaseDamagedError(DamageError):
    """The vault's key cannot read the database: it is damaged, cut short, or of another vault."""

    code = "database-damaged"
    exit_code = 22


class FormerWordsAlteredError(DamageError):
    """The store of an assignment tells former words of a source that do not have their digest."""

    code = "former-words-altered"


class ContentDamagedError(DamageError):
    """A content object is not what was stored under its name."""

    code = "content-damaged"
    exit_code = 23


class ContentMissingError(DamageError):
    """A content object that the database names is not in the vault."""

    code = "content-missing"
    exit_code = 24


class SealedValueDamagedError(DamageError):
    """A sealed value (a wrapped key, a protected identity) was changed, moved, or is for another key."""

    code = "sealed-value-damaged"
    exit_code = 25


class ChainBrokenError(DamageError):
    """The event chain is not valid; nothing more is written to it."""

    code = "chain-broken"
    exit_code = 26


class TablesDifferError(DamageError):
    """The tables do not agree with the events; nothing more is written to them."""

    code = "tables-differ"
    exit_code = 27


class ForeignWriteError(TablesDifferError):
    """Another program wrote into the vault's database, or replaced it, while it was open here."""

    code = "foreign-write"


class SetBackError(DamageError):
    """This computer remembers another state of the vault; nothing is written until that is explained."""

    code = "set-back"
    exit_code = 29


class BackupDamagedError(DamageError):
    """A backup is not what was written, or a part of it is missing."""

    code = "backup-damaged"
    exit_code = 28
