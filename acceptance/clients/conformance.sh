#!/usr/bin/env bash
# Schemathesis asks a running platform with an admin's key whatever its own description allows, and whatever it does not: no
# answer may be a 5xx, and every answer must be what the description says. It asks in rounds, each with another seed, until
# so many requests were made; the first round with a finding is the last. Usage: conformance.sh [REQUESTS [SEED]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
wanted=${1:-20000}
seed=${2:-1}
checks=not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance
here=$PWD/schemathesis
mkdir -p ../../.cache/clients
cache=$(cd ../../.cache/clients && pwd)

[ -x "$cache/schemathesis/bin/python" ] || python3 -m venv "$cache/schemathesis"
"$cache/schemathesis/bin/python" -m pip install -q -r "$here/requirements.txt"

source platform.sh
"$cache/schemathesis/bin/python" "$here/things.py" >"$platform_folder/schemathesis.toml"

# The first time the description is put together, for which Schemathesis would not wait.
curl -sf -o "$platform_folder/openapi.json" -H "Authorization: Bearer $KERNELIGN_ADMIN_KEY" "$KERNELIGN_URL/openapi"

# By the gateway's own count, how often it has answered with which status.
answers() {
  curl -sf -H "Authorization: Bearer $KERNELIGN_ADMIN_KEY" "$KERNELIGN_URL/actuator/prometheus" |
    sed -n 's/^http_server_requests_seconds_count{.*status="\([0-9]*\)".*} \(.*\)$/\1 \2/p' |
    awk '{ count[$1] += $2 } END { for (status in count) print status, count[status] }' | sort
}

# Values at the edges of what is allowed are the same for every seed, and some thousands: long runs have them, once.
phases=fuzzing
strangers=0
if [ "$wanted" -ge 10000 ]; then
  phases=coverage,fuzzing
  strangers=$(grep -o '"operationId"' "$platform_folder/openapi.json" | wc -l)
fi
made=0
while [ "$made" -lt "$wanted" ]; do
  (cd "$platform_folder" && PYTHONPATH=$here SCHEMATHESIS_HOOKS=hooks "$cache/schemathesis/bin/st" \
    --config-file schemathesis.toml run "$KERNELIGN_URL/openapi" --checks "$checks" \
    --header "Authorization: Bearer $KERNELIGN_ADMIN_KEY" --phases "$phases" --seed "$seed" \
    --max-examples $((wanted / 300 + 5)) --continue-on-failure --request-timeout 60 --warnings off)
  # Who is not known, or has asked too often, is told nothing else. The edges have each operation asked once without the key.
  unknown=$(answers | sed -n 's/^401 //p')
  if [ "${unknown:-0}" -gt "$strangers" ] || answers | grep '^429 '; then
    echo "The key or its tenant's limits were changed on the way." >&2
    exit 1
  fi
  made=$(answers | awk '{ sum += $2 } END { print sum }')
  echo "$made requests were answered as described, the last of them with seed $seed. Answers by status:"
  answers
  seed=$((seed + 1))
  phases=fuzzing
done
