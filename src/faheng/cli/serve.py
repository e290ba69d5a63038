"""`faheng serve`: the web server."""

from __future__ import annotations

import socket
from typing import Annotated

import typer
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

TARGET = "faheng.config.wsgi:application"

Port = Annotated[int, typer.Option(envvar="PORT", help="Port to listen on.")]
Address = Annotated[
    str, typer.Option(envvar="FAHENG_ADDRESS", help="Address to listen on.")
]
Workers = Annotated[
    int, typer.Option(envvar="FAHENG_WORKERS", min=1, help="Processes.")
]
Threads = Annotated[
    int, typer.Option(envvar="FAHENG_THREADS", min=1, help="Threads of a process.")
]


def serve(
    port: Port = 8000,
    address: Address = "127.0.0.1",
    workers: Workers = 1,
    threads: Threads = 4,
) -> None:
    """Check the settings, then serve until stopped."""
    call_command("check", fail_level="ERROR")
    _must_be_free(address, port)
    Granian(
        TARGET,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        websockets=False,
        log_access=False,
    ).serve()


def _must_be_free(address: str, port: int) -> None:
    """Say that a port is taken, before the server says it in its own tongue."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as problem:
            typer.echo(
                f"Port {port} cannot be used ({problem.strerror}); "
                f"choose another, as in: PORT={port + 1} make demo",
                err=True,
            )
            raise typer.Exit(1) from problem
