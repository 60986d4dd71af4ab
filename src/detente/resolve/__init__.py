"""Mentions to actors at a date."""
