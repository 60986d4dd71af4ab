"""Events to dyad counts by period."""
