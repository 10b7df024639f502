#!/usr/bin/env bash
# The pipeline kit (examples/pipelines) against a running platform that asks for keys: what each of its files runs, and its
# workflow of GitHub Actions by actionlint. What it needs is installed into .cache.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
cache=$(cd ../.. && pwd)/.cache/clients
kit=../../examples/pipelines

[ -x "$cache/pipelines/bin/python" ] || python3 -m venv "$cache/pipelines"
"$cache/pipelines/bin/python" -m pip install -q -r pipelines/requirements.txt
[ -x "$cache/bin/actionlint" ] || GOBIN=$cache/bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.8
"$cache/bin/actionlint" "$kit/github-actions.yml"

source platform.sh
"$cache/pipelines/bin/python" -m unittest discover -v -s pipelines "$@"
