"""From what the kernel answers to what a page shows."""
