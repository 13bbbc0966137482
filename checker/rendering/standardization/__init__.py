"""The report on the state of standardization."""
