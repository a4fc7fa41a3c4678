"""Train the shared SentencePiece vocabulary. Run: ``python training/vocabulary.py``."""

from __future__ import annotations

import random

import sentencepiece
from common import HINT_CLOSE, HINT_OPEN, LANGUAGES, load_config, tag, work_dir


def main() -> None:
    config, out = load_config(), work_dir()
    rng = random.Random(config["seed"])
    lines: list[str] = []
    for pair in ("en-uk", "en-ru", "ru-uk"):
        for row in (out / "pairs" / f"{pair}.tsv").open(encoding="utf-8"):
            source, group, a, b = row.rstrip("\n").split("\t")
            weight = 6.0 if group == "news" else config["mix"]["weights"].get(source, 1.0)
            copies = int(weight) + (rng.random() < weight % 1)
            lines += [a, b] * copies
    rng.shuffle(lines)
    (out / "vocabulary.txt").write_text("\n".join(lines[: config["vocabulary"]["sentences"]]), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(out / "vocabulary.txt"),
        model_prefix=str(out / "vocabulary"),
        vocab_size=config["vocabulary"]["size"],
        character_coverage=config["vocabulary"]["character_coverage"],
        model_type="unigram",
        user_defined_symbols=[*(tag(language) for language in LANGUAGES), HINT_OPEN, HINT_CLOSE],
        split_digits=True,
        normalization_rule_name="identity",  # NFKC would turn № into No
        required_chars="«»—–…№€₴£$°§%ґҐїЇєЄёЁъЪыЫэЭéÉöÖüÜäÄçñšžł",
        max_sentence_length=2000,
        num_threads=2,
        pad_id=3,
    )


if __name__ == "__main__":
    main()
