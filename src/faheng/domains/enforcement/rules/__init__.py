"""The rules of enforcement: questions whose every row is a finding.

One file for each dimension of the list; `planted/<code>.toml` holds what each rule
must find and the nearest that it must leave alone.
"""
