# Sourced by what asks a running platform from outside. Starts all of it with the demo's model, called tiny, and stops it when
# the script ends. Exports KERNELIGN_URL and KERNELIGN_ADMIN_KEY, the first key.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
platform_folder=$(mktemp -d)
mkdir "$platform_folder/models"
touch "$platform_folder/log"
cp -r "$root/standalone/src/main/resources/io/kernelign/standalone/demo/model" "$platform_folder/models/tiny"
KERNELIGN_ADMIN_KEY=kn_$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
export KERNELIGN_ADMIN_KEY
# The suites receive webhooks themselves.
KERNELIGN_WEBHOOKS_TRUSTEDHOSTS=localhost "$root/kernelign" serve --port 0 --data "$platform_folder/data" \
  --models "$platform_folder/models" >"$platform_folder/log" 2>&1 &
platform=$!

stop_platform() {
  kill "$platform" 2>/dev/null && wait "$platform" || true
  rm -rf "$platform_folder"
}
trap stop_platform EXIT

until KERNELIGN_URL=$(sed -n 's/^Kernelign is at \(.*\) (base models.*/\1/p' "$platform_folder/log") && [ -n "$KERNELIGN_URL" ]; do
  if ! kill -0 "$platform" 2>/dev/null; then
    cat "$platform_folder/log" >&2
    exit 1
  fi
  sleep 1
done
export KERNELIGN_URL
