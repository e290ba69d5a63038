"""What every domain stands on: law, people, record, clocks, papers, procedures."""
