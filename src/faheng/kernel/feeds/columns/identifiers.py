"""Numbers that carry their own proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faheng.kernel.feeds import digits
from faheng.kernel.feeds.columns.base import DAY, Column, Fault, literal


@dataclass(frozen=True)
class CreditCode(Column):
    """A unified social credit code with a right check digit."""

    kind: ClassVar[str] = "统一社会信用代码"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or "18位统一社会信用代码，校验位须相符（GB 32100）"

    def value(self, text: str) -> str:
        """Bring it to the form that is kept."""
        return digits.plain_code(text)

    def wrong(self) -> tuple[Fault, ...]:
        """A wrong shape or check digit."""
        return (self._fault("digit", digits.uscc_wrong(self.typed), "校验不符"),)


@dataclass(frozen=True)
class CitizenId(Column):
    """A citizen number; kept masked, with a keyed digest to find equal ones."""

    kind: ClassVar[str] = "公民身份号码"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or "18位公民身份号码，校验位须相符（GB 11643）；只存掩码"

    def value(self, text: str) -> str:
        """Bring it to the form that is checked."""
        return digits.plain_code(text)

    def stored(self) -> tuple[tuple[str, str], ...]:
        """Keep the mask and the digest, never the number."""
        return (
            (self.name, digits.masked(self.typed)),
            (f"{self.name}_index", digits.keyed(self.typed)),
        )

    def wrong(self) -> tuple[Fault, ...]:
        """A wrong shape, day of birth or check digit."""
        wrong = digits.citizen_id_wrong(self.typed, DAY)
        says = f"“{self.title}”校验不符"
        # The number itself is not repeated in the reason.
        return (Fault(f"{self.name}.digit", says, wrong, literal(says)),)
