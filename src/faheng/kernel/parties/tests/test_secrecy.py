from __future__ import annotations

import pytest

from faheng.kernel.parties.refusals import NotAdministrator
from faheng.kernel.parties.secrecy import (
    Secret,
    SecretUnreadable,
    decipher,
    encipher,
    index_of,
    mask,
)


def test_ciphertext_differs_each_time_and_opens():
    assert encipher("甲") != encipher("甲")
    assert decipher(encipher("甲")) == "甲"


def test_a_changed_ciphertext_is_told():
    sealed = encipher("440300199001011238")
    broken = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    with pytest.raises(SecretUnreadable, match="密文无法解开"):
        decipher(broken)
    with pytest.raises(SecretUnreadable):
        decipher("s1:x")


def test_a_former_secret_still_opens(settings):
    settings.FAHENG_DATA_KEY = "first"
    sealed = encipher("甲")
    settings.FAHENG_DATA_KEY, settings.FAHENG_DATA_KEY_FALLBACKS = "second", ["first"]
    assert decipher(sealed) == "甲"


def test_another_secret_does_not_open(settings):
    settings.FAHENG_DATA_KEY = "first"
    sealed = encipher("甲")
    settings.FAHENG_DATA_KEY = "second"
    with pytest.raises(SecretUnreadable):
        decipher(sealed)


def test_equal_numbers_have_one_index_and_it_is_not_a_bare_digest(settings):
    settings.FAHENG_DATA_KEY = "first"
    first = index_of("11010519491231002x")
    assert first == index_of(" 11010519491231002X")
    settings.FAHENG_DATA_KEY = "second"
    assert first != index_of("11010519491231002X")
    assert index_of("  ") == ""


def test_a_secret_is_masked_in_text_and_in_representation():
    secret = Secret("440300199001011238")
    assert f"{secret}" == "4403**********1238"
    assert "1990" not in repr(secret)


def test_a_short_text_is_masked_whole():
    assert mask("12345678") == "********"


def test_a_refusal_says_its_docstring():
    assert str(NotAdministrator()) == NotAdministrator.__doc__
