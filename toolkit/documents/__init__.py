"""Documents: what in them is translatable, and how it is put back with nothing else changed."""
