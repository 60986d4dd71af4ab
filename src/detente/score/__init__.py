"""Gold and output to figures, floors and baselines."""
