"""What an organisation has compared with the official text: it counts as verified."""

from checker.model.standard import Profile, Standard
from checker.record import replace


def with_verified(standard: Standard, profile: Profile | None) -> Standard:
    """Return a standard in which the requirements count as verified that a profile says were compared.

    A requirement whose digest differs was changed since, and is what it was without the profile.
    """
    compared = dict(profile.verified.get(standard.id, ())) if profile else {}
    if not compared:
        return standard
    return replace(
        standard,
        requirements=tuple(
            replace(requirement, verified=True)
            if compared.get(requirement.id.removeprefix(f"{standard.id}/")) == requirement.digest
            else requirement
            for requirement in standard.requirements
        ),
    )
