"""Every command, gathered; a command lives in the module named for it."""

from __future__ import annotations

import typer

from faheng.cli import (
    begin,
    benchmarks,
    discretion,
    feeds,
    lawbase,
    mart,
    migrate,
    notices,
    serve,
    supervise,
    work,
)
from faheng.cli.bench import commands as bench
from faheng.cli.bench import writing
from faheng.cli.demo import commands as demo
from faheng.cli.reference import commands as reference
from faheng.cli.report import commands as report

app = typer.Typer(
    name="faheng",
    help="法衡: procedures, registers and records of a government under law.",
    no_args_is_help=True,
    add_completion=False,
    # A traceback must not print what people told us.
    pretty_exceptions_show_locals=False,
)
app.command()(serve.serve)
app.command()(migrate.migrate)
app.command()(begin.begin)
app.command()(discretion.discretion)
app.command()(bench.bench)
app.command("bench-writer", hidden=True)(writing.writer)
app.command()(reference.reference)
app.command()(supervise.supervise)
app.command()(work.work)
app.add_typer(
    benchmarks.app, name="benchmarks", help="Benchmarks and lists of discretion."
)
app.add_typer(demo.app, name="demo", help="The demo city.")
app.add_typer(lawbase.app, name="lawbase", help="The texts of statutes.")
app.add_typer(feeds.app, name="feeds", help="Records of other systems.")
app.add_typer(mart.app, name="mart", help="The whole city, for rules and figures.")
app.add_typer(notices.app, name="notices", help="Notices and mail.")
app.add_typer(report.app, name="report", help="Records for the platform above.")
