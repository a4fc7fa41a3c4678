"""nazva."""
