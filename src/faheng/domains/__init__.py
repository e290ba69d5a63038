"""Domains: what each institution declares; none knows another."""
