"""Text with its offsets kept: tokens, sentences, script folding, language identification."""
