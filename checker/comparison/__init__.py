"""Two results beside each other: what got worse, what got better, and what made it so."""
