"""On which other cases an answer about one case depends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Near:
    """A table of the contract that puts cases into groups.

    Two cases are near each other where rows of theirs agree in every one of some
    columns.
    """

    table: str
    columns: tuple[str, ...]

    @classmethod
    def by(cls, *columns: str) -> tuple[Near, ...]:
        """Say the columns of groups, as "cases.organ_id".

        Several columns joined by a plus belong together; several arguments name tables
        that hold the same kind of keys, each a part of them.
        """
        told = [column.partition(".") for column in columns]
        return tuple(cls(table, tuple(names.split("+"))) for table, _, names in told)


@dataclass(frozen=True)
class Scope:
    """The cases whose rows a rule reads to answer about one of them.

    What a rule says here is all that anybody needs to know to ask it of a few cases:
    they and those near them are asked about, and those near these are read. Whatever
    is wider than its near cases is read whole.

    Attributes:
        key: opens the names of the tables that are read for it.
        near: by what cases belong together; empty for a single case, or for all.
        at_the_door: asked whenever somebody acts; the others of many cases at a time.
    """

    key: str
    near: tuple[Near, ...] = ()
    at_the_door: bool = False

    CASE: ClassVar[Scope]
    PARTY: ClassVar[Scope]
    OFFICER: ClassVar[Scope]
    ORGAN: ClassVar[Scope]
    DIVISION: ClassVar[Scope]
    CITY: ClassVar[Scope]

    @property
    def is_all(self) -> bool:
        """Tell whether every case of the city belongs to it."""
        return not self.near and not self.at_the_door


def beside(scope: Scope, members: Callable[[Near], str], cases: str) -> str:
    """Write the SELECT of some cases and of all that are near them.

    Args:
        scope: says by what; it has near cases.
        members: gives, for a table, the SELECT of its rows' cases and groups.
        cases: SELECT of the cases to begin with.
    """
    keys = [f"k{place}" for place, _ in enumerate(scope.near[0].columns)]
    told = " UNION ALL ".join(
        _grouped(near, keys, members(near)) for near in scope.near
    )
    same = " AND ".join(f"b.{key} = a.{key}" for key in keys)
    own = f"SELECT DISTINCT {', '.join(keys)} FROM ({told}) AS m"
    return (
        f"SELECT b.case_id FROM ({own} WHERE m.case_id IN ({cases})) AS a "
        f"JOIN ({told}) AS b ON {same} UNION {cases}"
    )


def _grouped(near: Near, keys: list[str], members: str) -> str:
    pairs = zip(near.columns, keys, strict=True)
    columns = ", ".join(f'"{column}" AS {key}' for column, key in pairs)
    return f"SELECT case_id, {columns} FROM ({members}) AS g"


Scope.CASE = Scope("case", at_the_door=True)
Scope.PARTY = Scope("party", Near.by("case_parties.party_id"), at_the_door=True)
Scope.OFFICER = Scope("officer", Near.by("case_officers.person_id"), at_the_door=True)
Scope.ORGAN = Scope("organ", Near.by("cases.organ_id"))
Scope.DIVISION = Scope("division", Near.by("cases.division_path"))
Scope.CITY = Scope("city")
