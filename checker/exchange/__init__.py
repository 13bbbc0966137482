"""What is open, written down for people to fill in, and their answers brought back into the spec."""
