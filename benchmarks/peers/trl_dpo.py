#!/usr/bin/env python3
"""Epochs of DPO with LoRA by TRL's DPOTrainer; the last line of its output is the result as JSON.

The reference's log-probabilities are computed once, before the first epoch, which is charged for them.
"""
import argparse
import json
import resource
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("--version", action="store_true")
parser.add_argument("--model")
parser.add_argument("--pairs")
parser.add_argument("--max-length", type=int)
parser.add_argument("--rank", type=int)
parser.add_argument("--dtype", choices=["float32", "bfloat16"])
parser.add_argument("--epochs", type=int)
parser.add_argument("--top-layers", type=int, help="0 for all")
parser.add_argument("--batch", type=int)
parser.add_argument("--beta", type=float)
parser.add_argument("--learning-rate", type=float)
args = parser.parse_args()

import torch
import transformers
import trl

if args.version:
    print(f"TRL {trl.__version__}, transformers {transformers.__version__}, torch {torch.__version__}")
    sys.exit()

from datasets import Dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer, TrainerCallback
from trl import DPOConfig, DPOTrainer

rows = [json.loads(line) for line in open(args.pairs)]
data = Dataset.from_list([{side: row[side] for side in ("prompt", "chosen", "rejected")} for row in rows])
model = AutoModelForCausalLM.from_pretrained(args.model, dtype=getattr(torch, args.dtype))
layers = model.config.num_hidden_layers
top = list(range(layers - args.top_layers, layers)) if args.top_layers else None

PROJECTIONS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


class Stopwatch(TrainerCallback):
    ends = []

    def on_epoch_end(self, *_, **__):
        self.ends.append(time.perf_counter())


started = time.perf_counter()
tokenizer = AutoTokenizer.from_pretrained(args.model)
trainer = DPOTrainer(
    model=model,
    args=DPOConfig(
        output_dir=tempfile.mkdtemp(),
        per_device_train_batch_size=args.batch,
        num_train_epochs=args.epochs,
        precompute_ref_log_probs=True,
        learning_rate=args.learning_rate,
        lr_scheduler_type="constant",
        beta=args.beta,
        max_length=args.max_length,
        gradient_checkpointing=False,
        bf16=args.dtype == "bfloat16",
        use_cpu=True,
        logging_steps=1,
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
        seed=0,
    ),
    train_dataset=data,
    processing_class=tokenizer,
    peft_config=LoraConfig(r=args.rank, lora_alpha=2 * args.rank, target_modules=PROJECTIONS, task_type="CAUSAL_LM",
                           layers_to_transform=top),
    callbacks=[Stopwatch()],
)
trainer.train()
moments = [started, *Stopwatch.ends]
seconds = [end - begin for begin, end in zip(moments, moments[1:])]
first_loss = next(entry["loss"] for entry in trainer.state.log_history if "loss" in entry)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"epochSeconds": seconds, "pairs": len(rows), "peakBytes": peak, "firstLoss": float(first_loss)}))
