"""Sentences with actors to events with evidence."""
