"""From a document to its translation, with every name accounted for."""
