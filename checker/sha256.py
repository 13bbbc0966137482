"""SHA-256 as Python itself has it: `hashlib` would load OpenSSL first, a fifth of the time of a start."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha256 import sha256  # Python 3.11
    except ImportError:
        try:
            from _sha2 import sha256  # Python 3.12 and later
        except ImportError:  # another Python
            from hashlib import sha256

__all__ = ["sha256"]
