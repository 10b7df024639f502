#!/bin/sh
# A step of a pipeline: submits a job, waits for its end, and fails unless it has succeeded and every gate holds.
#   align.sh RUN JOB [GATE...]
# RUN names the run of the pipeline. A step that is tried again with the same RUN waits for the job that there is already.
# JOB is the job as JSON, or @ and the file that has it. A GATE is a comparison such as 'preference_accuracy>=0.7'.
# KERNELIGN_URL is where the platform is, KERNELIGN_KEY a writer's key if it asks for keys. Prints the job's id.
# Needs nothing but curl, 7.84 or newer.
set -eu
run=$1 job=$2
shift 2

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# A broken connection and a platform that is away for some minutes are tried again: no request does anything twice.
ask() {
  curl --silent --show-error --retry 8 --retry-all-errors --output "$answer" --write-out '%{http_code} %header{location}' \
    --header "Authorization: Bearer ${KERNELIGN_KEY:-none}" "$@"
}

give_up() {
  cat "$answer" >&2
  echo >&2
  exit 1
}

made=$(ask --header "Idempotency-Key: $run" --header 'Content-Type: application/json' --data "$job" "$KERNELIGN_URL/api/v1/jobs")
[ "${made%% *}" = 201 ] || give_up
id=${made##*/}
echo "Waiting for $KERNELIGN_URL/jobs/$id" >&2

for gate; do
  set -- "$@" --data-urlencode "gate=$gate"
  shift
done
pause=1
while :; do
  case $(ask --get "$@" "$KERNELIGN_URL/api/v1/jobs/$id/verdict") in
    200*) break ;;
    202*) ;;
    *) give_up ;;
  esac
  sleep "$pause"
  pause=$((pause < 32 ? pause * 2 : 60))
done
echo "$id"
