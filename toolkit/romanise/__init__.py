"""Cyrillic names in Latin letters, by the published systems; and a key to compare spellings by."""

from toolkit.romanise.api import register, romanise
from toolkit.romanise.skeleton import skeleton
from toolkit.romanise.systems import SYSTEMS, System

__all__ = ["SYSTEMS", "System", "register", "romanise", "skeleton"]
