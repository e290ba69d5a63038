"""Pages of the law base."""
