"""Lookup: does every known spelling find its place, and how long does a cold process take?

uv run python benchmarks/lookup.py
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time

from toolkit.glossary.index import open_index
from toolkit.glossary.load import load_glossary
from toolkit.glossary.lookup import lookup
from toolkit.languages import Language
from toolkit.resources import glossary_dir


def main() -> None:
    """Print the share of spellings and forms found, and the times."""
    glossary, index = load_glossary(glossary_dir()), open_index()
    for language in Language:
        names = [name for name in glossary.all_names if name.language is language]
        forms = [(name, form) for name in names for found in glossary.forms(name).values() for form in found]
        found = sum(any(a.place.id == name.place for a in lookup(form, index, [language])) for name, form in forms)
        print(f"{language}: {found} of {len(forms)} forms of {len(names)} names find their place")
    times = []
    for _ in range(7):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "toolkit", "lookup", "Лисичанську"], check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"cold `nazva lookup`: median {statistics.median(times):.2f} s, best {min(times):.2f} s, peak {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
