#!/usr/bin/env bash
# Regenerates every golden file of the repository.
# Use: oracles/regenerate.sh [PYTHON]   with the packages of oracles/requirements.txt, and ../shared beside the repository
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}
for script in adamw causal_lm chat_template embedding largest_triangle links objective preference_evaluation \
  selection_metrics tokenizer weighted_alpha; do
  "$python" "oracles/$script.py"
done
