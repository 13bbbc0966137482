"""How many cores this process may use."""

import os
from pathlib import Path

#: What a container may use of its cores, in Linux: microseconds, or "max", in each so many.
QUOTA = Path("/sys/fs/cgroup/cpu.max")


def free_cores() -> int:
    """Return on how many cores this process may run, by its affinity and by the quota of its container."""
    affinity = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(affinity, _quota() or affinity)


def _quota() -> int | None:
    """Return how many cores the quota comes to, a part of one as a whole one; None where there is none."""
    try:
        used, each = map(int, QUOTA.read_text(encoding="ascii").split())
        return max(1, -(-used // each))
    except (OSError, ValueError, ZeroDivisionError):
        return None
