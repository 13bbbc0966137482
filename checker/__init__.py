"""Checks a vehicle spec against the standards of intelligent connected vehicles."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.api import assess, load_spec, load_standards, render

__version__ = "0.1.0"
__all__ = ["__version__", "assess", "load_spec", "load_standards", "render"]


def __getattr__(name: str) -> Any:
    """Import the interface for other programs when one of its names is first asked for."""
    if name in __all__:
        from checker import api  # noqa: PLC0415 - the command line starts without it

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
