"""Arguments, environment, clock, files, exit code, and nothing else."""
