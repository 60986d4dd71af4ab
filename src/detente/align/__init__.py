"""Signed ties to networks, balance and camps."""
