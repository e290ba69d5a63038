"""Faheng (法衡): procedures, registers and records of a government under law."""

from importlib.metadata import version

__version__ = version("faheng")
"""Taken from the first heading of the changelog when the package is built."""
