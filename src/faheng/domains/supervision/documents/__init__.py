"""The papers of supervision."""
