"""Arguments, environment, clock, files, exit code, and nothing else."""

import gc
import os
import sys

from checker.cli import exits

#: So many new objects before Python looks for garbage in circles, of which a run makes next to none.
_GARBAGE = 200_000


def run() -> None:
    """Run the command line of this process and end it with an exit code that does not lie."""
    gc.set_threshold(_GARBAGE)
    try:
        from checker.cli.main import main  # noqa: PLC0415 - an interrupt during the imports ends quietly too

        code = main(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = exits.INTERRUPTED
    except BrokenPipeError:
        code = exits.BROKEN_PIPE
        _write_no_more()
    except OSError as error:
        code = exits.MACHINE
        _write_no_more()
        sys.stderr.write(f"icv-checker: the output cannot be written: {error.strerror or error}\n")
    sys.exit(code)


def _write_no_more() -> None:
    """Point standard output at nothing, so that the flush at exit stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
