"""xref: who reports what, from how many independent origins, and who contradicts it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xref.config import Config
    from xref.pipeline import check
    from xref.tables import Result

try:
    __version__ = version("xref")
except PackageNotFoundError:  # a source tree that is not installed
    __version__ = "0"

__all__ = ["Config", "Result", "__version__", "check"]


def __getattr__(name: str) -> Any:
    """Loads the public names on first use, so that `import xref` stays quick."""
    if name == "check":
        from xref.pipeline import check

        return check
    if name == "Config":
        from xref.config import Config

        return Config
    if name == "Result":
        from xref.tables import Result

        return Result
    raise AttributeError(f"module 'xref' has no attribute {name!r}")
