from __future__ import annotations

import pytest

from faheng.lib.registry import NameTaken, NameUnknown, Registry, RegistryFrozen


def test_a_registry_keeps_things_in_order_of_declaration() -> None:
    things: Registry[int] = Registry("thing")
    things.add("b", 2)
    things.add("a", 1)
    assert list(things) == [2, 1]
    assert things.names() == ("b", "a")
    assert things["a"] == 1
    assert things.get("c") is None


def test_two_things_cannot_share_a_name_but_one_may_come_twice() -> None:
    things: Registry[int] = Registry("thing")
    things.add("a", 1)
    assert things.add("a", 1) == 1
    with pytest.raises(NameTaken, match="thing are named a"):
        things.add("a", 2)


def test_a_frozen_registry_takes_nothing_more() -> None:
    things: Registry[int] = Registry("thing")
    things.freeze()
    with pytest.raises(RegistryFrozen):
        things.add("a", 1)


def test_an_unknown_name_says_of_which_kind() -> None:
    with pytest.raises(NameUnknown, match="no thing is named x"):
        Registry[int]("thing")["x"]
