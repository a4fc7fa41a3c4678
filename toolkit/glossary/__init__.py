"""Places, their names and forms: the curated facts and what is derived from them."""
