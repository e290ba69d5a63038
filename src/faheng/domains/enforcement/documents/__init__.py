"""The papers of enforcement, one file a phase."""
