"""The trained coder: an encoder with one head for every ordered pair of actors of a sentence."""
