"""What a penal paragraph says, in parts."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Fine:
    """One fine. Amounts in yuan, times or per cent, as `unit` says.

    `base` is fixed, multiple, percent, mixed, per_item or unspecified; `of` is what a
    multiple or a share is taken of.
    """

    subject: str | None
    condition: str | None
    min: float | None
    max: float | None
    unit: str | None
    base: str
    of: str | None = None
    cap: float | None = None
    cap_unit: str | None = None

    def row(self) -> dict[str, object]:
        """The fine as the command prints it; a cap only where there is one."""
        values = asdict(self)
        if self.cap is None:
            del values["cap"], values["cap_unit"]
        return values


@dataclass(frozen=True, slots=True)
class Penalty:
    """One penal paragraph."""

    article: str
    para: int
    text: str
    authority: tuple[str, ...]
    violated: tuple[str, ...]
    kinds: tuple[str, ...]
    fines: tuple[Fine, ...]
    conditions: tuple[str, ...]
    corrective: tuple[str, ...]
    criminal_liability: bool
    official_discipline: bool

    def row(self, file: str, title: str) -> dict[str, object]:
        """The row of the command."""
        values: dict[str, object] = {
            "file": file,
            "title": title,
            "article": self.article,
            "para": self.para,
            "text": self.text,
            "authority": list(self.authority),
            "violated": list(self.violated),
            "kinds": list(self.kinds),
            "fines": [fine.row() for fine in self.fines],
            "conditions": list(self.conditions),
            "corrective": list(self.corrective),
        }
        values["criminal_liability"] = self.criminal_liability
        values["official_discipline"] = self.official_discipline
        return values
