"""The types of codes that travel through the directory, so that none is taken for another."""

from typing import NewType

StateCode = NewType("StateCode", str)
"""ISO 3166-1 alpha-2 code of one of the 195 States, in capitals."""

UN_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
"""BCP 47 tags of the six official languages of the United Nations, in the order of its own lists."""
