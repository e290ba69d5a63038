"""A sealed file opens whole and unchanged, or not at all."""

from __future__ import annotations

import pytest

from faheng.kernel.parties.sealing import PIECE, seal, unseal
from faheng.kernel.parties.secrecy import SecretUnreadable

NUMBER = b"440300199001011238"


@pytest.fixture
def files(tmp_path):
    return tmp_path / "plain", tmp_path / "sealed", tmp_path / "opened"


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_is_opened_the_same(files, size):
    plain, sealed, opened = files
    plain.write_bytes((NUMBER * (size // len(NUMBER) + 1))[:size])
    seal(plain, sealed)
    unseal(sealed, opened)
    assert opened.read_bytes() == plain.read_bytes()
    assert NUMBER not in sealed.read_bytes()


def _cut_off(told):
    return told[: 11 + PIECE + 16]


def _swapped(told):
    first, second = told[11 : 11 + PIECE + 16], told[11 + PIECE + 16 :]
    return told[:11] + second[: PIECE + 16] + first


def _touched(told):
    return told[:-1] + bytes([told[-1] ^ 1])


def _other(told):
    return b"x" * len(told)


@pytest.mark.parametrize("change", [_cut_off, _swapped, _touched, _other])
def test_what_was_changed_is_not_opened(files, change):
    plain, sealed, opened = files
    plain.write_bytes(NUMBER * PIECE)
    seal(plain, sealed)
    sealed.write_bytes(change(sealed.read_bytes()))
    with pytest.raises(SecretUnreadable):
        unseal(sealed, opened)
    assert not opened.exists()


def test_a_file_sealed_under_a_former_secret_is_opened(files, settings):
    plain, sealed, opened = files
    plain.write_bytes(NUMBER)
    seal(plain, sealed)
    former, settings.FAHENG_DATA_KEY = settings.FAHENG_DATA_KEY, "another secret"
    with pytest.raises(SecretUnreadable):
        unseal(sealed, opened)
    settings.FAHENG_DATA_KEY_FALLBACKS = [former]
    unseal(sealed, opened)
    assert opened.read_bytes() == NUMBER
