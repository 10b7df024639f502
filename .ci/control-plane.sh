# Sourced: a control plane of Kubernetes for as long as the script runs, with nodes that only pretend to run pods (../shared/k8s builds
# and runs it; 9 minutes once). Takes NODES and GPUS, how many of a node. Sets bin, where its programs are, work, a folder that goes
# at the end, and KUBECONFIG, of somebody who may do everything. Needs go, kubectl, openssl.
bin=${KERNELIGN_K8S:-$HOME/.cache/kernelign-k8s}
../shared/k8s/build-control-plane.sh "$bin" >/dev/null
work=$(mktemp -d)
pids=()
stop() {
  kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT
../shared/k8s/control-plane.sh "$work/plane" "$bin" > "$work/told" 2>&1 &
pids+=($!)
for _ in $(seq 240); do grep -q '^KUBECONFIG=' "$work/told" && break; kill -0 "${pids[0]}" || { cat "$work/told"; exit 1; }; sleep 0.5; done
KUBECONFIG=$(sed -n 's/^KUBECONFIG=//p' "$work/told")
export KUBECONFIG
export HELM_CACHE_HOME=$work/helm HELM_CONFIG_HOME=$work/helm HELM_DATA_HOME=$work/helm
kubectl create namespace ml >/dev/null

say() { printf '\n== %s\n' "$*"; }
fail() { echo "$*" >&2; kubectl -n ml get pods,events >&2 || true; exit 1; }
helm() { "$bin/helm" "$@"; }
k() { kubectl -n ml "$@"; }
until_true() { # what, command...
  local what=$1
  shift
  for _ in $(seq 120); do "$@" >/dev/null 2>&1 && return 0; sleep 0.5; done
  fail "waited in vain for $what"
}
# The folder of a Go module.
folder() { (cd /tmp && go mod download -json "$1" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p'); }
# The custom resources of the modules in helm/tests/modules.txt whose name has a word in it.
define() { # word
  local module path
  while read -r module path; do
    case $module in \#* | k8s.io/kubernetes@*) continue ;; *"$1"*) ;; *) continue ;; esac
    grep -l '^kind: CustomResourceDefinition' "$(folder "$module")/$path"/*.yaml | xargs -I{} echo -f {} | xargs kubectl apply --server-side >/dev/null
    echo "$module"
  done < helm/tests/modules.txt
}
