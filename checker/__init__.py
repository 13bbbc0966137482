"""Checks a vehicle spec against the standards of intelligent connected vehicles."""

__version__ = "0.1.0"
