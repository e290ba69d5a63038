"""What a user would have instead: token replay of the same event log by pm4py."""

from __future__ import annotations

import contextlib
import io
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any

from faheng.cli.bench.figures import Figure
from faheng.mart.engine import engine, literal

CASES = 20_000
NETS = 500
HOME = "requirements/bench.txt"
"""Cases from which the net that is replayed is made."""


def measure(file: Path) -> list[Figure]:
    """Replay some cases on a net discovered from a few; nothing where pm4py is not."""
    if find_spec("pm4py") is None:
        print(f"pm4py is not installed: pip install -r {HOME}", file=sys.stderr)
        return []
    pm4py: Any = import_module("pm4py")
    with engine(None) as connection:
        connection.execute(f"ATTACH {literal(str(file))} AS mart (READ_ONLY)")
        log = connection.execute(
            'SELECT case_id::VARCHAR AS "case:concept:name", step AS "concept:name", '
            'make_timestamp(occurred_at * 1000000) AS "time:timestamp" FROM mart.acts '
            "WHERE case_id IN (SELECT case_id FROM mart.cases ORDER BY case_id LIMIT "
            f"{CASES}) AND occurred_at IS NOT NULL ORDER BY case_id, id"
        ).fetch_df()
    log["time:timestamp"] = log["time:timestamp"].dt.tz_localize("UTC")
    few = log[log["case:concept:name"].isin(log["case:concept:name"].unique()[:NETS])]
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        net = pm4py.discover_petri_net_inductive(few)
        begun = perf_counter()
        pm4py.conformance_diagnostics_token_based_replay(log, *net)
        replayed = perf_counter() - begun
    cases = log["case:concept:name"].nunique()
    return [
        Figure("supervise.pm4py.replay", round(replayed, 2), "s", cases),
        Figure(
            "supervise.pm4py.events", round(len(log) / replayed), "events/s", len(log)
        ),
    ]
