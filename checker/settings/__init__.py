"""The project file: what a team writes once instead of on every command line."""
