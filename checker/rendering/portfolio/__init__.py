"""Several vehicles in one report: what they share, and in what they differ."""
