"""One run through the steps: what each is given, out of the case and what came before."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import (
    Outcome,
    Proposal,
    Row,
)
from faheng.domains.enforcement.discretion.proposal.facts import settle
from faheng.domains.enforcement.discretion.proposal.law import SEVERITY, heaviest
from faheng.domains.enforcement.discretion.proposal.parameters import settled
from faheng.domains.enforcement.discretion.reading import Given
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

LAWFUL_KINDS = str(PENALTY_LAW.article(9))
USUAL = ("fine", "confiscate_gains", "confiscate_goods")
PARTIES = ("person", "organisation")


class Course:
    """A run under way.

    Attributes:
        rows: the steps taken.
        outputs: what each came to.
        kinds: kinds of penalty proposed, the lighter first.
    """

    def __init__(self, asked: Given, benchmark: Any) -> None:
        self.asked = asked
        self.benchmark = benchmark
        self.facts, self.set_aside = (found := settle(asked)).facts, found.set_aside
        self.party = asked.choice("party", PARTIES)
        self.parameters = settled(asked)
        self.amounts = (
            dict(asked.part("amounts").values) if asked.has("amounts") else {}
        )
        self.choices = asked.part("choices").values if asked.has("choices") else {}
        provisions = asked.parts("provisions")
        self.provisions = {p.need("id"): p for p in provisions}
        if len(self.provisions) < len(provisions):
            raise asked.wrong("provisions", "有两条规定的 id 相同，请改正")
        self.rows: list[Row] = []
        self.outputs: dict[str, Row] = {}
        self.kinds: list[str] = []
        self._lawful: list[str] = []

    def _of(self, *names: str) -> Row:
        get = self.asked.values.get
        return {name: get(name) for name in names}

    def for_law(self) -> Row:
        """Give step 1 its input."""
        asked = self._of("act_start", "act_end", "decision_on", "provisions")
        return asked | {"amounts": self.amounts}

    def for_limitation(self) -> Row:
        """Give step 2 its input."""
        return self._of(
            "act_end",
            "discovered_on",
            "life_health_or_finance_harm",
            "limitation_years",
        )

    def for_crime(self) -> Row:
        """Give step 3 its input."""
        asked = self._of("crime_thresholds")
        return asked | {"facts": self.facts, "amounts": self.amounts}

    def for_exclusion(self) -> Row:
        """Give step 4 its input."""
        strict = any(
            self.provisions[key].values.get("liable_without_fault") is True
            for key in self.outputs["law"]["applies"]
        )
        asked = self._of("party", "age", "capacity")
        return asked | {"facts": self.facts, "liable_without_fault": strict}

    def for_waiver(self) -> Row:
        """Give step 5 its input."""
        asked = self._of("lists", "decision_on")
        return asked | {"facts": self.facts, "waive": self.choices.get("waive")}

    def for_concurrence(self) -> Row:
        """Give step 6 its input."""
        held = [self.provisions[key].values for key in self.outputs["law"]["applies"]]
        asked = {"party": self.party, "provisions": held}
        return asked | {"amounts": self.amounts, "facts": self.facts}

    @property
    def provision(self) -> Given:
        """The provision that applies; before step 6, the first of those in force."""
        found = self.outputs.get("concurrence", {}).get("applies")
        applied = self.outputs["law"]["applies"] or [next(iter(self.provisions))]
        return self.provisions[found if found is not None else applied[0]]

    @property
    def fine_fen(self) -> int:
        """The fine it came to; nought where no amount was weighed."""
        return (
            int(self.outputs["amount"]["fine_fen"]) if "amount" in self.outputs else 0
        )

    def for_bracket(self) -> Row:
        """Give step 7 its input."""
        return {"provision": self.provision.values, "amounts": self.amounts}

    def for_tier(self) -> Row:
        """Give step 8 its input."""
        bounds = self.outputs["bracket"]
        # A provision without a fine has no range to be split.
        used = self.benchmark if bounds["max_fen"] is not None else None
        rules = (used or {}).get("rules") or {}
        history = {}
        if used is not None and self.asked.has("earlier_on"):
            history = self._of("earlier_on", "act_start")
            history["below_includes"] = rules.get("below_includes")
        return history | {
            "benchmark": used,
            "missing": rules.get("missing", "refuse"),
            "facts": self.facts,
            "amounts": self.amounts,
            **bounds,
        }

    def for_direction(self) -> Row:
        """Give step 9 its input."""
        aggravating = (self.benchmark or {}).get("aggravating")
        return self._of("party", "age", "capacity", "lists", "decision_on") | {
            "facts": self.facts,
            "aggravating": aggravating,
            "direction": self.choices.get("direction"),
            "choice_reason": self.choices.get("reason"),
        }

    def for_amount(self) -> Row:
        """Give step 10 its input."""
        rules = (self.benchmark or {}).get("rules") or {}
        judgment = self.asked.values.get("judgment") or {}
        punished = judgment.get("paid_fine_fen") is not None
        return {
            **self.outputs["bracket"],
            "tier": self.outputs["tier"],
            "direction": self.outputs["direction"]["direction"],
            "by_mean": rules.get("by_mean"),
            "one_sided": rules.get("one_sided"),
            **self.parameters,
            "kinds": self.lawful(),
            "wanted": self.wanted(),
            "chosen_fen": self.choices.get("fine_fen"),
            "deviation": self.choices.get("deviation"),
            "criminal_fine_fen": None
            if punished
            else judgment.get("criminal_fine_fen"),
            **self._of("notified_fen", "new_facts"),
        }

    def lawful(self) -> list[str]:
        """Give the kinds that the provision allows, the lighter first."""
        if self._lawful:
            return self._lawful
        given = (
            self.provision.rows("kinds") if self.provision.has("kinds") else ["fine"]
        )
        heaviest(self.provision)
        self._lawful = sorted(given, key=SEVERITY.__getitem__)
        return self._lawful

    def wanted(self) -> list[str]:
        """Give the kinds the officer or the tier says, else the usual ones."""
        lawful = self.lawful()
        wanted = self.choices.get("kinds") or self.outputs["tier"].get("kinds")
        if wanted is None:
            return [kind for kind in lawful if kind in USUAL] or lawful[:1]
        beyond = [str(kind) for kind in wanted if kind not in lawful]
        if beyond:
            reason = f"{'、'.join(beyond)}不在罚则规定的处罚种类之内，请改正"
            raise self.asked.wrong("choices.kinds", reason, LAWFUL_KINDS)
        return sorted(wanted, key=SEVERITY.__getitem__)

    def settle_kinds(self) -> None:
        """Choose the kinds, a fine only where there is an amount."""
        fine = self.outputs["amount"]["fine_fen"]
        self.kinds = [kind for kind in self.wanted() if kind != "fine" or fine]
        if not self.kinds:
            self.kinds = [kind for kind in self.lawful() if kind != "fine"][:1]

    def for_gains(self) -> Row:
        """Give step 11 its input."""
        return {"kinds": self.kinds, "gains": self.asked.values.get("gains")}

    def for_gates(self) -> Row:
        """Give step 12 its input."""
        listed = self.outputs["waiver"]["list"] is not None
        return self._of("party", "thresholds", "decision_on", "field", "disagreed") | {
            "facts": self.facts,
            "kinds": self.kinds,
            "fine_fen": self.outputs["amount"]["fine_fen"],
            "gains_fen": self.outputs["gains"]["confiscate_fen"],
            "goods_fen": self.asked.values.get("goods_fen"),
            "mitigated": self.outputs["direction"]["direction"] == "mitigate",
            "deviated": listed or self.choices.get("deviation") is not None,
        }

    def for_reasons(self, outcome: Outcome) -> Row:
        """Give step 13 its input."""
        steps = {n: o for n, o in self.outputs.items() if n != "gates"}
        deviation = self.choices.get("deviation") or {}
        return self._of("act_start", "act_end") | {
            "outcome": outcome.value,
            "id": self.provision.need("id"),
            "citation": self.provision.values.get("citation"),
            "benchmark_title": (self.benchmark or {}).get("title"),
            "deviation_reason": deviation.get("reason"),
            "kinds": self.kinds,
            "steps": steps,
        }

    def for_afterwards(self) -> Row:
        """Give step 14 its input."""
        asked = self._of("payment", "daily", "judgment")
        return asked | {"fine_fen": self.outputs["amount"]["fine_fen"]}

    def proposal(self, outcome: Outcome) -> Proposal:
        """Gather what was proposed."""
        found = self.outputs
        punished = outcome is Outcome.PUNISH
        bounds = found.get("bracket", {})
        return Proposal(
            outcome=outcome,
            fine_fen=self.fine_fen if punished else 0,
            kinds=tuple(self.kinds),
            low_fen=bounds.get("min_fen"),
            high_fen=bounds.get("max_fen"),
            part=found["amount"]["part"] if punished else None,
            tier=found.get("tier", {}).get("tier"),
            direction=found.get("direction", {}).get("direction"),
            confiscate_fen=found["gains"]["confiscate_fen"] if punished else 0,
            gates=found.get("gates", {}),
            reasons=found["reasons"]["text"],
            set_aside=self.set_aside,
            rows=tuple(self.rows),
        )
