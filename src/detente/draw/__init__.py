"""Tidy tables to figures, one figure a file."""
