"""Files with personal numbers: enciphered where they are kept.

A file is sealed piece by piece, so that it may be large. Each piece bears its place and
whether it is the last: pieces cannot be left out, put elsewhere or cut off.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from faheng.kernel.parties.secrecy import SecretUnreadable, keys_for

PURPOSE = "file"
MARK = b"FHS1"
PIECE = 1 << 20
_SALT, _TAG = 7, 16


def seal(source: Path, target: Path) -> None:
    """Write a file enciphered, under the present secret and a fresh nonce."""
    cipher, salt = AESGCM(keys_for(PURPOSE)[0]), os.urandom(_SALT)
    with source.open("rb") as plain, target.open("wb") as sealed:
        target.chmod(0o640)
        sealed.write(MARK + salt)
        for place, piece, is_last in _pieces(plain, PIECE):
            sealed.write(cipher.encrypt(_nonce(salt, place, is_last), piece, MARK))


def unseal(source: Path, target: Path) -> None:
    """Write a sealed file in clear, opened with the present secret or a former one.

    Raises:
        SecretUnreadable: no secret opens it, or it was changed or cut off.
    """
    for key in keys_for(PURPOSE):
        try:
            _unseal(source, target, AESGCM(key))
        except InvalidTag:
            target.unlink(missing_ok=True)
        else:
            return
    raise SecretUnreadable


def _unseal(source: Path, target: Path, cipher: AESGCM) -> None:
    with source.open("rb") as sealed, target.open("wb") as plain:
        target.chmod(0o600)
        opening = sealed.read(len(MARK) + _SALT)
        if not opening.startswith(MARK):
            raise InvalidTag
        salt = opening[len(MARK) :].ljust(_SALT)
        for place, piece, is_last in _pieces(sealed, PIECE + _TAG):
            plain.write(cipher.decrypt(_nonce(salt, place, is_last), piece, MARK))


def _pieces(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Give each piece with its place; there is one, if empty, in any file."""
    place, piece = 0, file.read(size)
    while True:
        following = file.read(size)
        yield place, piece, not following
        if not following:
            return
        place, piece = place + 1, following


def _nonce(salt: bytes, place: int, is_last: bool) -> bytes:  # noqa: FBT001 - a bit
    return salt + place.to_bytes(4, "big") + bytes([is_last])
