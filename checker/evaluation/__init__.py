"""One requirement on one resolved vehicle: outcome, force, verdict, and why."""
