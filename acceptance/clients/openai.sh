#!/usr/bin/env bash
# OpenAI's clients for Python and Node against a running platform that asks for keys. What they are installed into lies in .cache.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
cache=../../.cache/clients
mkdir -p "$cache"

[ -x "$cache/python/bin/python" ] || python3 -m venv "$cache/python"
"$cache/python/bin/python" -m pip install -q -r python/requirements.txt
mkdir -p "$cache/node"
cp node/package.json node/package-lock.json node/.npmrc "$cache/node/"
npm ci --silent --prefix "$cache/node"

source platform.sh
"$cache/python/bin/python" -m unittest discover -v -s python
cp node/openai.test.mjs "$cache/node/"
node --test "$cache/node/openai.test.mjs"
