"""Arguments, environment, clock, files, exit code, and nothing else."""

import os
import sys

from checker.cli import exits


def run() -> None:
    """Run the command line of this process and end it with an exit code that does not lie."""
    from checker.cli.main import main  # noqa: PLC0415 - an interrupt during the imports ends quietly too

    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = exits.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit stays quiet
        code = exits.BROKEN_PIPE
    sys.exit(code)
