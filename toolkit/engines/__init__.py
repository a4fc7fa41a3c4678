"""Machines that translate sentences: one protocol, the embedded model, and Argos-format packages."""
