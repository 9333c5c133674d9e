"""Text in several languages."""

from collections.abc import Mapping
from typing import TypeAlias

I18n: TypeAlias = Mapping[str, str]
"""BCP 47 tag → text. The original and its romanised form stand side by side: `th` and `th-Latn`."""
