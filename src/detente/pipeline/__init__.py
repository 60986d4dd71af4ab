"""The corpus steps and one run, from inputs to a project folder."""
