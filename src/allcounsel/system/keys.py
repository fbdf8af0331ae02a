"""The key of the store, locked away: wrapped once for each person's passphrase, once for the recovery code.

The store is encrypted with random bytes that are never written down as they are. Beside it lies a small file
with these bytes wrapped (AES-GCM) under keys that scrypt makes of the passphrases. A new one wraps them
anew; the store stays as it is. Without this file and one of its secrets nobody reads the store, us included.
"""

from __future__ import annotations

import hashlib
import json
import operator
import secrets
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import Clock, DataKey, Person
from allcounsel.system.files import PRIVATE, WholeFileSink, read_limited

FORMAT = "allcounsel-keys/1"
RECOVERY = "recovery"
FREE_TRIES = 5
"""So many wrong passphrases in a row are answered at once; each one after that has to be waited for."""
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)
_LIMIT = 1_000_000  # bytes of the file
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # of the recovery code: none looks like another
_MISTAKEN = str.maketrans("OIL", "011")
_CODE_LETTERS, _CODE_GROUP = 30, 5  # 150 bits
_KEY, _SALT, _NONCE = 32, 16, 12  # bytes


@dataclass(frozen=True, slots=True)
class Cost:
    """What scrypt is made to spend on one try: 128 * ``n`` * ``r`` bytes, and time with it."""

    n: int = 2**17
    r: int = 8
    p: int = 1


_MOST = Cost(2**20, 16, 16)
"""More than this is asked for by nobody, and would only stop the laptop."""


class KeyFile:
    """The port ``Vault`` as a file beside the store. A secret is wrong: KnownError WRONG_PASSPHRASE."""

    def __init__(self, path: Path, clock: Clock, cost: Cost | None = None) -> None:
        """``cost``: of new wrappings; those that there are say what they cost."""
        self._path = path
        self._tries = path.with_suffix(".tries")
        self._clock = clock
        self._cost = cost or Cost()
        self._sink = WholeFileSink(PRIVATE)

    @property
    def exists(self) -> bool:
        """Whether a key was ever made here."""
        return self._path.exists()

    def people(self) -> tuple[Person, ...]:
        """Who has a passphrase, in the order in which they came."""
        return tuple(Person(name, wrap["person"]) for name, wrap in self._wraps().items() if name != RECOVERY)

    def set_up(self, person: str, passphrase: str) -> tuple[DataKey, str]:
        """A new key with its first person; the key and the recovery code, which is shown once."""
        if self.exists:
            message = "there is a key already"
            raise ValueError(message)
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key, code = DataKey(secrets.token_bytes(_KEY)), _new_code()
        name = secrets.token_hex(8)
        wraps = {
            name: self._wrapped(key, passphrase, name, person),
            RECOVERY: self._wrapped(key, _plain_code(code), RECOVERY),
        }
        self._write(wraps)
        return key, code

    def unlock(self, person: str, passphrase: str) -> DataKey:
        """The key by one person's passphrase; ``person``: the id of one of ``people``."""
        return self._unlock(person, passphrase)

    def recover(self, code: str) -> DataKey:
        """The key by the recovery code, however it is spaced and whichever case it is written in."""
        return self._unlock(RECOVERY, _plain_code(code))

    def give_passphrase(self, key: DataKey, person: str, passphrase: str) -> None:
        """Another passphrase for somebody, in place of the former one."""
        wraps = self._wraps()
        wraps[person] = self._wrapped(key, passphrase, person, wraps[person]["person"])
        self._write(wraps)

    def add_person(self, key: DataKey, name: str, passphrase: str) -> Person:
        """Somebody else who may open the store, with a passphrase of their own."""
        wraps, person = self._wraps(), Person(secrets.token_hex(8), name)
        wraps[person.id] = self._wrapped(key, passphrase, person.id, name)
        self._write(wraps)
        return person

    def remove_person(self, person: str) -> None:
        """Their passphrase opens nothing any more; ValueError for the last one."""
        wraps = self._wraps()
        del wraps[person]
        if set(wraps) <= {RECOVERY}:
            message = "somebody has to be able to open the store"
            raise ValueError(message)
        self._write(wraps)

    def renew_code(self, key: DataKey) -> str:
        """Another recovery code; the former one opens nothing any more."""
        wraps, code = self._wraps(), _new_code()
        wraps[RECOVERY] = self._wrapped(key, _plain_code(code), RECOVERY)
        self._write(wraps)
        return code

    def unlock_by_any(self, secret: str) -> DataKey:
        """The key by somebody's passphrase, or by the recovery code: for a terminal, which asks no name."""
        return self._try(lambda: _by_any(self._wraps(), secret))

    def adopt(self, wrappings: bytes, secret: str) -> None:
        """The wrappings of a backup become those of a laptop that has none; with one of their secrets."""
        key_in(wrappings, secret)
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sink.write(str(self._path), wrappings)

    def copy(self) -> bytes:
        """The file as it is, for a backup: it opens nothing without one of its secrets."""
        return self._read()

    # ---- trying
    def failed_tries(self) -> int:
        """Wrong secrets in a row, since the last right one."""
        return self._failed()[0]

    def _unlock(self, name: str, secret: str) -> DataKey:
        wrap = self._wraps()[name]
        return self._try(lambda: _unwrapped(wrap, secret, name))

    def _try(self, unwrap: Callable[[], DataKey]) -> DataKey:
        self._refuse_while_waiting()
        failed, _ = self._failed()
        self._remember(failed + 1)  # before the answer: who pulls the plug then gains nothing
        try:
            key = unwrap()
        except InvalidTag as error:
            left = str(max(FREE_TRIES - failed - 1, 0))
            raise KnownError(ErrorCode.WRONG_PASSPHRASE, left=left) from error
        self._tries.unlink(missing_ok=True)
        return key

    def _refuse_while_waiting(self) -> None:
        failed, last = self._failed()
        if failed < FREE_TRIES or last is None:
            return
        wait = min(_FIRST_WAIT * 2 ** min(failed - FREE_TRIES, 20), _LONGEST_WAIT)
        now = self._clock.now()
        passed = max(now - last, timedelta())  # a clock that was put back starts the waiting anew
        if passed < wait:
            seconds = str(int((wait - passed).total_seconds()) + 1)
            raise KnownError(ErrorCode.TOO_MANY_TRIES, seconds=seconds)

    def _failed(self) -> tuple[int, datetime | None]:
        try:
            said = json.loads(read_limited(self._tries, _LIMIT))
            return max(int(said["failed"]), 0), datetime.fromisoformat(said["last"])
        except (KnownError, ValueError, KeyError, TypeError):
            return 0, None

    def _remember(self, failed: int) -> None:
        said = {"failed": failed, "last": self._clock.now().isoformat()}
        self._sink.write(str(self._tries), json.dumps(said).encode())

    # ---- the file
    def _read(self) -> bytes:
        try:
            return read_limited(self._path, _LIMIT)
        except KnownError as error:
            if error.code is ErrorCode.FILE_MISSING:
                raise KnownError(ErrorCode.KEYS_MISSING, path=str(self._path)) from error
            raise

    def _wraps(self) -> dict[str, dict[str, Any]]:
        return _looked_through(self._read(), str(self._path))

    def _write(self, wraps: Mapping[str, Mapping[str, Any]]) -> None:
        document = {"format": FORMAT, "wraps": wraps}
        self._sink.write(str(self._path), json.dumps(document, indent=1).encode())

    def _wrapped(self, key: DataKey, secret: str, name: str, person: str = "") -> dict[str, Any]:
        salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
        sealed = AESGCM(_derived(secret, salt, self._cost)).encrypt(nonce, key.raw, _bound_to(name, person))
        return {
            "person": person,
            "scrypt": asdict(self._cost),
            "salt": salt.hex(),
            "nonce": nonce.hex(),
            "key": sealed.hex(),
        }


def key_in(wrappings: bytes, secret: str) -> DataKey:
    """The key in the wrappings of a backup; KnownError WRONG_PASSPHRASE when the secret is none of theirs."""
    try:
        return _by_any(_looked_through(wrappings, ""), secret)
    except InvalidTag as error:
        raise KnownError(ErrorCode.WRONG_PASSPHRASE, left="") from error


def _by_any(wraps: Mapping[str, Mapping[str, Any]], secret: str) -> DataKey:
    for name, wrap in wraps.items():
        with suppress(InvalidTag):
            return _unwrapped(wrap, _plain_code(secret) if name == RECOVERY else secret, name)
    raise InvalidTag


def _looked_through(content: bytes, path: str) -> dict[str, dict[str, Any]]:
    try:
        return _wraps_in(content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KnownError(ErrorCode.KEYS_DAMAGED, path=path) from error


def _wraps_in(content: bytes) -> dict[str, dict[str, Any]]:
    """Every wrapping of the file, looked through before any of it is used."""
    document = json.loads(content)
    if document["format"] != FORMAT:
        message = "another format"
        raise ValueError(message)
    wraps: dict[str, dict[str, Any]] = document["wraps"]
    if RECOVERY not in wraps:
        message = "no recovery code"
        raise ValueError(message)
    for wrap in wraps.values():
        str.encode(wrap["person"])
        cost = _cost_of(wrap)
        if not (1 < cost.n <= _MOST.n and 0 < cost.r <= _MOST.r and 0 < cost.p <= _MOST.p):
            message = "a cost that no program asks for"
            raise ValueError(message)
        lengths = [len(bytes.fromhex(wrap[part])) for part in ("salt", "nonce", "key")]
        if lengths != [_SALT, _NONCE, _KEY + 16]:
            message = "a part of another length"
            raise ValueError(message)
    return wraps


def _unwrapped(wrap: Mapping[str, Any], secret: str, name: str) -> DataKey:
    """InvalidTag when the secret is not the one."""
    salt, nonce, sealed = (bytes.fromhex(wrap[part]) for part in ("salt", "nonce", "key"))
    under = AESGCM(_derived(secret, salt, _cost_of(wrap)))
    return DataKey(under.decrypt(nonce, sealed, _bound_to(name, wrap["person"])))


def _cost_of(wrap: Mapping[str, Any]) -> Cost:
    cost = Cost(**wrap["scrypt"])
    return Cost(operator.index(cost.n), operator.index(cost.r), operator.index(cost.p))


def _bound_to(name: str, person: str) -> bytes:
    """What a wrapping is for; it cannot be passed off as another person's."""
    return f"{FORMAT}\0{name}\0{person}".encode()


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    """The same letters give the same key, however the keyboard composes them."""
    written = unicodedata.normalize("NFKC", secret).encode(errors="surrogatepass")
    room = 128 * cost.n * cost.r * 2 + 128 * cost.r * cost.p + 2**20
    return hashlib.scrypt(written, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=room, dklen=_KEY)


def _new_code() -> str:
    """For paper: groups of five letters, none of which looks like another."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LETTERS))
    return "-".join(letters[at : at + _CODE_GROUP] for at in range(0, _CODE_LETTERS, _CODE_GROUP))


def _plain_code(code: str) -> str:
    return "".join(letter for letter in code.upper().translate(_MISTAKEN) if letter in _LETTERS)
