"""Words and spans to the scores of the shipped network."""
