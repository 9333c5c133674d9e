"""A directory in which nothing is real, the same on every machine, to show and to measure with."""

from directory.demonstration.entries import SOURCE, demonstration_records

__all__ = ["SOURCE", "demonstration_records"]
