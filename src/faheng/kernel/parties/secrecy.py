"""Personal numbers: enciphered in the database, masked wherever they are shown."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

_PREFIX = "s1:"
_NONCE = 12


class SecretUnreadable(Exception):
    """密文无法解开：密钥已更换或数据被改动，请联系系统管理员。"""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class Secret:
    """A personal number or address that shows itself masked.

    ``str()`` gives the mask, so that a template or a log line never leaks it;
    ``reveal()`` gives the plain text, and is written out where it is needed.
    """

    __slots__ = ("_plain",)

    def __init__(self, plain: str) -> None:
        self._plain = plain

    def reveal(self) -> str:
        """Give the plain text."""
        return self._plain

    def __str__(self) -> str:
        return mask(self._plain)

    def __repr__(self) -> str:
        return f"Secret({mask(self._plain)!r})"

    def __bool__(self) -> bool:
        return bool(self._plain)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._plain == other._plain

    def __hash__(self) -> int:
        return hash(self._plain)


def mask(plain: str) -> str:
    """Hide the middle of a number; a short text is hidden altogether.

    >>> mask("440300199001011238"), mask("13800138000"), mask("1234")
    ('4403**********1238', '138****8000', '****')
    """
    size = len(plain)
    head, tail = (4, 4) if size >= 15 else (3, 4) if size >= 9 else (0, 0)
    return plain[:head] + "*" * (size - head - tail) + plain[size - tail :]


def encipher(plain: str) -> str:
    """Encipher a text with AES-256-GCM under a fresh nonce."""
    nonce = os.urandom(_NONCE)
    sealed = AESGCM(_key(_secrets()[0], b"field")).encrypt(
        nonce, plain.encode(), _PREFIX.encode()
    )
    return _PREFIX + base64.urlsafe_b64encode(nonce + sealed).decode()


def decipher(stored: str) -> str:
    """Open a stored text with the present secret, or with a former one."""
    try:
        raw = base64.urlsafe_b64decode(stored.removeprefix(_PREFIX))
    except ValueError as error:
        raise SecretUnreadable from error
    for secret in _secrets():
        try:
            plain = AESGCM(_key(secret, b"field")).decrypt(
                raw[:_NONCE], raw[_NONCE:], _PREFIX.encode()
            )
        except (InvalidTag, ValueError):
            continue
        return plain.decode()
    raise SecretUnreadable


def index_of(plain: str) -> str:
    """Give the keyed digest by which equal numbers are found; empty for empty."""
    text = "".join(plain.split()).upper()
    if not text:
        return ""
    return hmac.new(index_key(), text.encode(), hashlib.sha256).hexdigest()


def index_key() -> bytes:
    """Give the key of that digest, for engines that compute it over many rows."""
    return _key(_secrets()[0], b"index")


def keys_for(purpose: str) -> tuple[bytes, ...]:
    """Give the keys of one purpose, that of the present secret first."""
    return tuple(_key(secret, purpose.encode()) for secret in _secrets())


def seals_of(text: str, purpose: str) -> tuple[bytes, ...]:
    """Give what nobody without the secret can make of a text, the present one first.

    The others were made under former secrets: what was printed then still holds.
    """
    return tuple(
        hmac.new(_key(secret, purpose.encode()), text.encode(), hashlib.sha256).digest()
        for secret in _secrets()
    )


def _secrets() -> tuple[str, ...]:
    former: tuple[str, ...] = getattr(settings, "FAHENG_DATA_KEY_FALLBACKS", ())
    return (settings.FAHENG_DATA_KEY, *former)


@lru_cache(maxsize=16)
def _key(secret: str, purpose: bytes) -> bytes:
    return HKDF(
        algorithm=hashes.SHA256(), length=32, salt=None, info=b"faheng/" + purpose
    ).derive(secret.encode())


if TYPE_CHECKING:
    _TextField = models.TextField[Secret | str, Secret]
else:
    _TextField = models.TextField


class SecretField(_TextField):
    """A text column that holds only ciphertext and reads back as a ``Secret``."""

    def from_db_value(self, value: str | None, *_: object) -> Secret:
        """Open what the database holds."""
        return Secret(decipher(value) if value else "")

    def to_python(self, value: Any) -> Secret:
        """Take a plain text from a form, or a secret as it is."""
        return value if isinstance(value, Secret) else Secret(str(value or ""))

    def get_prep_value(self, value: Any) -> str:
        """Encipher on the way to the database."""
        plain = self.to_python(value).reveal()
        return encipher(plain) if plain else ""

    def value_to_string(self, obj: models.Model) -> str:
        """Serialise only as ciphertext: a fixture is a file like any other."""
        return self.get_prep_value(self.value_from_object(obj))
