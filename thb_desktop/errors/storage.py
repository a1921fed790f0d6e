"""The medium could not carry out an operation."""

from thb_desktop.errors.base import ThbError


class StorageError(ThbError):
    """The medium could not carry out an operation."""

    code = "storage"
    exit_code = 30


class DiskFullError(StorageError):
    """The medium has no room left."""

    code = "disk-full"
    exit_code = 31


class ReadOnlyError(StorageError):
    """The medium or folder cannot be written to."""

    code = "read-only"
    exit_code = 32


class MemoryShortError(StorageError):
    """This computer lacks the memory into which a large file is read, or from which it is written."""

    code = "memory-short"


class OldKeyslotLeftError(StorageError):
    """The change is recorded, but the old keyslot could not be removed and still opens the vault."""

    code = "old-keyslot-left"


class ChangeUncertainError(StorageError):
    """The medium failed in the last step of saving a change; the next unlock shows whether it was saved."""

    code = "change-uncertain"


class ErasureDueError(StorageError):
    """An erasure is recorded, but the medium kept the content; the next unlock destroys it."""

    code = "erasure-due"


class SourceUnreadableError(StorageError):
    """A file to be added cannot be read."""

    code = "source-unreadable"
    exit_code = 33


class SourceKindError(StorageError):
    """A source is not a regular file, or is a part of the system or of the vault itself."""

    code = "source-not-a-file"
    exit_code = 34


class SourceChangedError(StorageError):
    """A source changed while it was read."""

    code = "source-changed"
    exit_code = 35
