"""Exit codes; of several the highest wins."""

HOLDS = 0  # the gate holds, or the files are written
GATE = 1  # the gate does not hold
USAGE = 2  # the command line is wrong; nothing was read
INVALID = 3  # a spec, rule, profile or settings file is invalid
INTERNAL = 4  # a fault of this program
MACHINE = 5  # this machine is in the way: an output cannot be written, or a library is missing

BROKEN_PIPE = 141  # as a shell reports SIGPIPE
INTERRUPTED = 130  # as a shell reports SIGINT
