"""The pages of those who work: what falls due, the case, the registers, supervision."""
