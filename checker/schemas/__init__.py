"""A document against its schema: all problems, by line; the vehicle schema as a table of types."""
