"""Anchors: what this computer remembers of a vault's event chain, stored outside the vault."""

import hmac
import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from thb_desktop.crypto.material import Randomness
from thb_desktop.errors import DamageError
from thb_desktop.ledger.checkpoint import Head, Mark
from thb_desktop.vault.heads_file import FILE_LENGTH, open_heads_file, sealed_heads_file
from thb_desktop.vault.own_marks import OwnMark, is_checked, is_index, own_mark, owner_of
from thb_desktop.vault.system import hide_times, make_private_folder, open_file, sync_path, write_whole

LINE = 24
"""The number of remembered heads of the present chain, the last of each session."""
GIVEN_UP = 8
"""The number of remembered heads of states that a restored backup ended."""

MARKS = 12
"""The number of users whose marks are kept, those who used the vault last."""

_START = struct.Struct(">HqQ")
_MARK = struct.Struct(">16sQ16s16s")
_HEAD = struct.Struct(">BQ32sQ32sqQ")
_NAME_LABEL = b"thb-heads-name/1\x00"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedHead:
    """One head as it was seen here; epoch: of the vault's header at that time."""

    size: int
    root: bytes
    subjects: int
    counters: bytes
    at: datetime
    epoch: int

    @property
    def mark(self) -> Mark:
        return Mark(size=self.size, root=self.root, at=self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The remembered state. since: when this computer first saw the vault, and how many entries it had then.

    line: the heads of the present chain, the newest last. given_up: the heads that a restored backup ended.
    announced: the head of the vault under a new master key that was about to replace this one. marks: how far
    the program of each user checked the acts, the last user at the end.
    """

    since: datetime
    since_size: int
    line: tuple[RememberedHead, ...]
    given_up: tuple[RememberedHead, ...] = ()
    announced: RememberedHead | None = None
    marks: tuple[OwnMark, ...] = ()

    @property
    def newest(self) -> RememberedHead:
        return self.line[-1]


@dataclass(slots=True, kw_only=True)
class HeadStore:
    """The file in which this computer remembers one vault. Its failures are never raised.

    found: its content when the vault was opened. damaged: the file exists, but could not be used. unwritable:
    the last state could not be written. key: the vault's, and overwritten with it. own_key: that of the user
    who opened the vault, likewise; without one no mark is kept. Without the key the file is 4,096 bytes of
    which none tells anything, with times that are always the same.
    """

    path: Path
    vault_id: bytes
    key: bytearray = field(repr=False)
    own_key: bytearray = field(repr=False)
    randomness: Randomness = field(repr=False)
    found: Memory | None
    damaged: bool = False
    unwritable: bool = False
    _memory: Memory | None = None
    _flushed: bool = True

    @property
    def sizes(self) -> frozenset[int]:
        """The sizes of the chain at which its root must be compared."""
        memory, own = self.found, self._own
        if memory is None:
            return frozenset()
        return frozenset(each.size for each in (*memory.line, *memory.given_up, *((own,) if own else ())))

    @property
    def told_before(self) -> int | None:
        """Return up to which entry the mark of this user says that the acts were checked, true or not."""
        return self._own.size if self._own else None

    def checked_before(self, roots: Mapping[int, bytes]) -> int | None:
        """Return up to which entry the program of this very user checked the acts; None if it left no mark,
        or of another chain. roots: of the present chain, at `sizes`.
        """
        own = self._own
        return own.size if own and is_checked(own, self.own_key, self.vault_id, roots) else None

    def is_index(self, roots: Mapping[int, bytes], size: int, told: str) -> bool:
        """Whether the index of the events had this sum at so many entries, if this user's mark is there."""
        own = self._own
        if own is None or own.size != size or not is_checked(own, self.own_key, self.vault_id, roots):
            return True
        return is_index(own, self.own_key, self.vault_id, root=roots[size], told=told)

    @property
    def _own(self) -> OwnMark | None:
        """The mark that is kept of this user when the vault was opened; anybody may have written it."""
        if self.found is None or not self.own_key:
            return None
        owner = owner_of(self.own_key, self.vault_id)
        return next((each for each in self.found.marks if each.owner == owner), None)

    def remember(self, head: Head, *, told: str, epoch: int, now: datetime, flush: bool = False) -> None:
        """Remember a head up to which this user's program checked: one a session, so that the heads reach far
        back. Without `flush` it is written only later. told: the sum of the index of the events, as the row
        of this head has it.
        """
        seen = _seen(head, epoch)
        if self.found is None:
            since = self._memory or Memory(since=now, since_size=head.size, line=())
            self._keep(replace(since, line=(seen,), marks=self._marked(since, seen, told)), flush=flush)
        else:
            earlier = tuple(each for each in self.found.line if each.size < seen.size)
            announced = None if seen == self.found.announced else self.found.announced
            line = (*earlier, seen)[-LINE:]
            marks = self._marked(self.found, seen, told)
            self._keep(replace(self.found, line=line, announced=announced, marks=marks), flush=flush)

    def announce(self, head: Head, *, epoch: int) -> None:
        """Note that a vault under a new key is about to replace this one; `remember` ends this state.

        Until then this vault is not trusted: it may be the vault, or an older copy.
        """
        if memory := self._memory or self.found:
            self.found = replace(memory, announced=_seen(head, epoch))
            self._keep(self.found, flush=True)

    def withdraw(self) -> None:
        """Note that the vault under the new key did not come."""
        if self.found:
            self.found = replace(self.found, announced=None)
            self._keep(self.found, flush=True)

    def begin_anew(self, head: Head, fitting: Iterable[RememberedHead], *, epoch: int, now: datetime) -> None:
        """Replace the remembered state by a restored one; the newest head of the former is kept as
        given up.
        """
        before = self.found or Memory(since=now, since_size=head.size, line=())
        given_up = (*before.given_up, *before.line[-1:])[-GIVEN_UP:]
        kept = tuple(each for each in fitting if each.size < head.size)
        line = (*kept, _seen(head, epoch))[-LINE:]
        self.found = replace(before, line=line, given_up=given_up, announced=None)
        self._keep(self.found, flush=True)

    def passed_on(self, key: bytearray) -> "HeadStore":
        """Return the same memory under another master key's subkey, in a separate file; `remember` writes it.

        The old file stays: it reports an older copy under the old key that is put back.
        """
        path = self.path.with_name(_name(key, self.vault_id))
        found = self._memory or self.found
        found = replace(found, announced=None) if found else None
        return HeadStore(
            path=path,
            vault_id=self.vault_id,
            key=bytearray(key),
            own_key=bytearray(self.own_key),
            randomness=self.randomness,
            found=found,
        )

    def copied(self) -> "HeadStore":
        """Return the same store with keys of its own, because closing the vault overwrites those of the
        vault.
        """
        return replace(self, key=bytearray(self.key), own_key=bytearray(self.own_key))

    def forget(self) -> None:
        """Remove the file."""
        with suppress(OSError):
            self.path.unlink()

    def flush(self) -> None:
        """Flush the last write, so that it survives a power cut."""
        if not self._flushed:
            try:
                sync_path(self.path)
                self._flushed = True
            except OSError:
                self.unwritable = True

    def _marked(self, memory: Memory, seen: RememberedHead, told: str) -> tuple[OwnMark, ...]:
        """Return the marks with that of this user, who checked up to this head."""
        if not self.own_key:
            return memory.marks
        own = own_mark(self.own_key, self.vault_id, size=seen.size, root=seen.root, told=told)
        others = tuple(each for each in memory.marks if each.owner != own.owner)
        return (*others, own)[-MARKS:]

    def _keep(self, memory: Memory, *, flush: bool) -> None:
        self._memory = memory
        try:
            make_private_folder(self.path.parent)
            sealed = sealed_heads_file(_written(memory), self.key, self.vault_id, self.randomness)
            write_whole(self.path, sealed, flush=flush)
        except OSError:
            self.unwritable = True
        else:
            self.unwritable, self._flushed = False, flush
        hide_times(self.path, self.path.parent)


def open_store(
    folder: Path,
    key: bytearray,
    vault_id: bytes,
    randomness: Randomness,
    *,
    own_key: bytearray | None = None,
) -> HeadStore:
    """Read what is remembered of this vault; writes nothing. The file name reveals nothing.

    own_key: of the user who opened the vault.
    """
    path = folder / _name(key, vault_id)
    try:
        with open_file(path) as file:
            raw = file.read(FILE_LENGTH + 1)
        found, damaged = _read(open_heads_file(raw, key, vault_id)), False
    except FileNotFoundError:
        found, damaged = None, path.is_symlink() or path.exists()
    except (OSError, DamageError):
        found, damaged = None, True
    return HeadStore(
        path=path,
        vault_id=vault_id,
        key=key,
        own_key=bytearray() if own_key is None else own_key,
        randomness=randomness,
        found=found,
        damaged=damaged,
    )


def _name(key: bytearray, vault_id: bytes) -> str:
    return hmac.digest(key, _NAME_LABEL + vault_id, "sha256")[:16].hex()


def _seen(head: Head, epoch: int) -> RememberedHead:
    return RememberedHead(
        size=head.size,
        root=head.root,
        subjects=head.subjects,
        counters=head.counters,
        at=head.at,
        epoch=epoch,
    )


def _written(memory: Memory) -> bytes:
    heads = [*((0, head) for head in memory.line), *((1, head) for head in memory.given_up)]
    heads += [(2, memory.announced)] if memory.announced else []
    start = _START.pack(len(heads), _microseconds(memory.since), memory.since_size)
    return (
        start
        + b"".join(
            _HEAD.pack(
                kind,
                head.size,
                head.root,
                head.subjects,
                head.counters,
                _microseconds(head.at),
                head.epoch,
            )
            for kind, head in heads
        )
        + _written_marks(memory.marks)
    )


def _written_marks(marks: Iterable[OwnMark]) -> bytes:
    told = [_MARK.pack(each.owner, each.size, each.code, each.told) for each in marks]
    return bytes([len(told)]) + b"".join(told)


def _read(body: bytes) -> Memory:
    """Read what `_written` wrote, and the zeros after it. Raises DamageError for anything else."""
    if len(body) < _START.size:
        raise DamageError("this computer's memory of the vault is malformed")
    count, since, since_size = _START.unpack_from(body)
    end = _START.size + count * _HEAD.size
    if len(body) < end:
        raise DamageError("this computer's memory of the vault is malformed")
    heads = list(_HEAD.iter_unpack(body[_START.size : end]))
    line, given_up, announced = (
        tuple(_head(each) for each in heads if each[0] == kind) for kind in (0, 1, 2)
    )
    if not line or len(announced) > 1 or len(line) + len(given_up) + len(announced) != len(heads):
        raise DamageError("this computer's memory of the vault is malformed")
    return Memory(
        since=_instant(since),
        since_size=since_size,
        line=line,
        given_up=given_up,
        announced=announced[0] if announced else None,
        marks=_read_marks(body[end:]),
    )


def _read_marks(rest: bytes) -> tuple[OwnMark, ...]:
    """Read the marks behind the heads; memories of before have none, and zeros there or nothing."""
    count = rest[0] if rest else 0
    end = 1 + count * _MARK.size
    if count > MARKS or any(rest[end:]) or (rest and len(rest) < end):
        raise DamageError("this computer's memory of the vault is malformed")
    return tuple(OwnMark(*each) for each in _MARK.iter_unpack(rest[1:end]))


def _head(fields: tuple[int, int, bytes, int, bytes, int, int]) -> RememberedHead:
    _, size, root, subjects, counters, at, epoch = fields
    return RememberedHead(
        size=size, root=root, subjects=subjects, counters=counters, at=_instant(at), epoch=epoch
    )


def _microseconds(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _instant(microseconds: int) -> datetime:
    try:
        return _EPOCH + microseconds * _MICROSECOND
    except OverflowError:
        raise DamageError("this computer's memory of the vault is malformed") from None
