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
    """The database cannot be read with the vault's key: damaged, cut, or of another vault."""

    code = "database-damaged"
    exit_code = 22


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
    """The event chain does not hold; nothing is written on top of it."""

    code = "chain-broken"
    exit_code = 26


class TablesDifferError(DamageError):
    """The tables are not what the events add up to; nothing is written on top of them."""

    code = "tables-differ"
    exit_code = 27


class SetBackError(DamageError):
    """This computer remembers another state of the vault; nothing is written before that is explained."""

    code = "set-back"
    exit_code = 29


class BackupDamagedError(DamageError):
    """A backup is not what was written there, or a part of it is missing."""

    code = "backup-damaged"
    exit_code = 28
