"""The eight ways in which the law counts days, as data.

A statute names its regime by key. Statutes stand above the kernel, so the basis is
written here in words; a test of the statutes resolves it.
"""

from __future__ import annotations

from faheng.kernel.clocks.declare import Regime
from faheng.kernel.law.declare import Basis
from faheng.lib.registry import Registry

REGIMES: Registry[Regime] = Registry("regime")


def _declare(regime: Regime) -> Regime:
    return REGIMES.add(regime.key, regime)


PENALTY = _declare(
    Regime(
        key="penalty",
        title="行政处罚",
        basis="行政处罚法第85条",
        working_lengths=frozenset({2, 3, 5, 7}),
    )
)
COERCION = _declare(
    Regime(
        key="coercion",
        title="行政强制",
        basis="行政强制法第69条",
        working_lengths=frozenset(range(1, 11)),
    )
)
RECONSIDERATION = _declare(
    Regime(
        key="reconsideration",
        title="行政复议",
        basis="行政复议法第88条",
        working_lengths=frozenset({3, 5, 7, 10}),
    )
)
LITIGATION = _declare(Regime(key="litigation", title="诉讼", basis="民事诉讼法第85条"))
LICENSING = _declare(
    Regime(
        key="licensing",
        title="行政许可",
        basis="行政许可法第82条",
        working_lengths=None,
    )
)
DISCLOSURE = _declare(
    Regime(key="disclosure", title="条文写明工作日", basis="民法典第203条")
)
PETITION = _declare(Regime(key="petition", title="信访", basis="民法典第203条"))
PLAIN = _declare(Regime(key="plain", title="未规定工作日", basis="民法典第203条"))


def regime_of(basis: Basis) -> Regime:
    """The regime that counts a term resting on that ground; plain if none is named."""
    return REGIMES.get(basis.regime) or PLAIN
