"""专项监督: chosen rules over chosen cases, with progress and a result that is kept."""
