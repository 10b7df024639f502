#!/usr/bin/env bash
# Regenerates every golden file of the repository: runs each script that imports golden.
# Use: oracles/regenerate.sh [PYTHON]   with the packages of oracles/requirements.txt, SmolLM2 under .cache/models, real
# chat templates under .cache/templates (oracles/chat_templates.py), labels under .cache/xstest (oracles/xstest_labels.py) and
# ../shared beside the repository
# ifeval.py also needs punkt_tab where NLTK looks for data (NLTK_DATA)
set -euo pipefail
cd "$(dirname "$0")/.."
export OMP_NUM_THREADS=1 # the order of float32 sums, and so their last digit, depends on it
export PYTHONHASHSEED=0 # PEFT writes sets in their hash order
for script in $(grep -lx 'import golden' oracles/*.py); do
  "${1:-python3}" "$script"
done
