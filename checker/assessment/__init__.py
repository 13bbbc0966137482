"""From findings to scores, statements, the level ladder and what to do first."""
