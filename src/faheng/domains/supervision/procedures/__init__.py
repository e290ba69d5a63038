"""The procedures of supervision."""
