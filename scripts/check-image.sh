#!/usr/bin/env bash
# Builds the image, runs it and checks: size above the base image, unprivileged user on a read-only root, time to the
# first reading without any writable volume, and draining on SIGTERM. Needs root and Debian's buildah, but no container engine
# and no image registry.
set -euo pipefail
cd "$(dirname "$0")/.."
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs

BASE=docker.io/library/node:24-bookworm-slim
IMAGE=reading-server:check
MAX_ABOVE_BASE_MB=700
MAX_FIRST_READING_MS=3000
PORT=${PORT:-3917}
URL=http://127.0.0.1:$PORT

work=$(mktemp -d)
container='' server=''
cleanup() {
  [[ -z $server ]] || kill -KILL "$server" 2>/dev/null || true
  [[ -z $container ]] || buildah rm "$container" >/dev/null
  rm -rf "$work"
}
trap cleanup EXIT

# Replacement for the official image when no image registry is reachable: Debian with the Node.js of this repository,
# tagged with the name of the official image.
stand_in_for_base() {
  command -v mmdebstrap >/dev/null || { echo 'mmdebstrap is needed to stand in for the base image' >&2; exit 1; }
  mmdebstrap --quiet --variant=minbase bookworm "$work/root.tar"
  local base npm
  base=$(buildah from scratch)
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  buildah add -q "$base" "$work/root.tar" / >/dev/null
  buildah copy -q "$base" node_modules/node/bin/node /usr/local/bin/node >/dev/null
  buildah copy -q "$base" "$npm" /usr/local/lib/node_modules/npm >/dev/null
  buildah run "$base" -- sh -c 'ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && useradd -m -u 1000 node'
  # With a custom certificate authority, npm inside the image needs it too.
  if [[ -n ${NODE_EXTRA_CA_CERTS:-} ]]; then
    buildah copy -q "$base" "$NODE_EXTRA_CA_CERTS" /etc/extra-ca.pem >/dev/null
    buildah config --env NODE_EXTRA_CA_CERTS=/etc/extra-ca.pem "$base"
  fi
  buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$base"
  buildah commit -q "$base" "$BASE" >/dev/null
  buildah rm "$base" >/dev/null
}

size_mb() { du -sm --apparent-size "$1" | cut -f1; }
now_ms() { date +%s%3N; }
# CPU time of the server so far, which other work on the machine hardly changes.
cpu_ms() { awk -v hz="$(getconf CLK_TCK)" '{ print int(($14 + $15) * 1000 / hz) }' "/proc/$server/stat"; }

# Runs the image's command as its user on a read-only root file system; `$1` is mounted at /data when given.
start() {
  unshare --mount bash -c '
    root=$1
    mount --bind "$root" "$root" && mount -o remount,bind,ro "$root"
    [[ -z $2 ]] || mount --bind "$2" "$root/data"
    mount -t tmpfs tmpfs "$root/tmp"
    mount --rbind /proc "$root/proc" && mount --rbind /dev "$root/dev"
    exec chroot --userspec=1000:1000 "$root" env -i PATH=/usr/local/bin:/usr/bin:/bin AUTH=off PORT="$3" HOST=127.0.0.1 \
      NODE_ENV=production DATA_DIR=/data KNOWLEDGE_DIR=/app/knowledge LANCEDB_LOG=error DRAIN_DELAY_MS=0 \
      sh -c "cd /app && exec node dist/apps/api/src/main.js"
  ' _ "$root" "${1:-}" "$PORT" >"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 1200); do
    [[ $(curl -s -o /dev/null -w '%{http_code}' "$URL/health/ready") != 200 ]] || return 0
    kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.1
  done
  cat "$work/log"
  exit 1
}

stop() {
  kill -TERM "$server"
  local code=0
  wait "$server" || code=$?
  server=''
  [[ $code == 0 ]] || { echo "exit code $code after SIGTERM"; tail -20 "$work/log"; exit 1; }
}

read_dream() {
  curl -sN "$URL/v1/readings/dream" -H 'Accept: text/event-stream' -H 'Content-Type: application/json' \
    -d '{"dream":"A snake in the house.","locale":"en"}'
}

buildah inspect --type image "$BASE" >/dev/null 2>&1 || stand_in_for_base
mounts=()
[[ ! -e $HOME/.npmrc ]] || mounts=(-v "$HOME/.npmrc:/root/.npmrc:ro")
buildah bud --pull-never --network host --format docker "${mounts[@]}" -t "$IMAGE" .

container=$(buildah from --pull-never "$IMAGE")
root=$(buildah mount "$container")
base=$(buildah from --pull-never "$BASE")
above=$(($(size_mb "$root") - $(size_mb "$(buildah mount "$base")")))
buildah rm "$base" >/dev/null
echo "image: $(size_mb "$root") MB, $above MB above the base"

begun=$(now_ms)
start
ready=$(($(now_ms) - begun))
ready_cpu=$(cpu_ms)
read_dream >"$work/first"
first=$(($(now_ms) - begun))
grep -q '^event: done' "$work/first" || { echo 'the first reading did not end'; cat "$work/first" "$work/log"; exit 1; }
echo "start without a volume, root read-only: ready after $ready ms ($ready_cpu ms of CPU time), first reading complete after $first ms"
stop

mkdir "$work/data" && chown 1000:1000 "$work/data"
start "$work/data"
read_dream >"$work/stream" &
reader=$!
sleep 0.05
stop
wait "$reader"
grep -q '^event: done' "$work/stream" || { echo 'the reading that ran at SIGTERM did not end'; exit 1; }
echo 'SIGTERM: the running reading ended, exit code 0'

((above <= MAX_ABOVE_BASE_MB)) || { echo "more than $MAX_ABOVE_BASE_MB MB above the base"; exit 1; }
((first <= MAX_FIRST_READING_MS)) || { echo "first reading later than $MAX_FIRST_READING_MS ms"; exit 1; }
