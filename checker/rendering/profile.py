"""What a profile changes, as data for programs."""

from typing import Any

from checker.model.standard import Profile
from checker.rendering.jsonable import text_data


def profile_data(profile: Profile) -> dict[str, Any]:
    """Return a profile with all that it changes as JSON-ready data."""
    return {
        "id": profile.id,
        "digest": profile.digest,
        "title": text_data(profile.title),
        "purpose": text_data(profile.purpose),
        "standards": list(profile.standards),
        "gate": list(profile.gate),
        "off": [{"requirement": key, "reason": text_data(why)} for key, why in profile.off.items()],
    }
