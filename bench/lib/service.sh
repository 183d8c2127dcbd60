# Services of the bench: each has a folder below $data, with its embedded database, its key and its log; several may run at once.

declare -A pids ports
jar=target/quarkus-app/quarkus-run.jar

# start <name> [SETTING=value ...]: as the README does it, with $options for Java; $started is how long it took to the first answer.
start() {
  local name=$1 begun
  shift
  mkdir -p "$data/$name"
  [ -f "$data/$name/key" ] || echo "bench-key-$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')" > "$data/$name/key"
  ports[$name]=$(free_port)
  begun=$(now)
  # months are built only where a step asks for it
  # shellcheck disable=SC2086
  env QUARKUS_HTTP_PORT="${ports[$name]}" QUARKUS_HTTP_HOST=127.0.0.1 ENVD_ADMIN_KEY="$(cat "$data/$name/key")" ENVD_SAMPLE_DATA=never \
    ENVD_ARCHIVES_SETTLING=36500d ENVD_AIR_PERIOD_RESTING=0s ENVD_DATA_DIR="$data/$name/service" "$@" java ${options:-} -jar $jar >> "$data/$name/log" 2>&1 &
  pids[$name]=$!
  until curl -sf "http://127.0.0.1:${ports[$name]}/api/v1/air/latest?limit=1" > /dev/null; do
    kill -0 "${pids[$name]}" 2>/dev/null || { tail -20 "$data/$name/log" >&2; exit 1; }
    sleep 0.02
  done
  started=$(since "$begun")
  use "$name"
}

# Every step that follows asks this one.
use() {
  service=${pids[$1]} port=${ports[$1]} root=http://127.0.0.1:${ports[$1]} url=http://127.0.0.1:${ports[$1]}/api/v1 key=$(cat "$data/$1/key")
  local cluster=$data/$1/service/postgresql-17
  postmaster=$(sed -n 1p "$cluster/postmaster.pid")
  PGPASSWORD=$(cat "$cluster/env-disclosure.password")
  export PGPASSWORD
  # the embedded database takes another port at each start
  db="-h 127.0.0.1 -p $(sed -n 4p "$cluster/postmaster.pid") -U env_disclosure env_disclosure"
}

stop() {
  [ -n "${pids[$1]:-}" ] || return 0
  kill -TERM "${pids[$1]}" 2>/dev/null || true
  wait "${pids[$1]}" 2>/dev/null || true
  unset "pids[$1]"
}

# shellcheck disable=SC2086
sql() { psql -qAt -v ON_ERROR_STOP=1 $db "$@"; }

# post <dataset path> <file>: one batch; the receipt on standard output
post() { curl -sf --expect100-timeout 5 -H "X-API-Key: $key" -H 'Content-Type: text/csv' -T "$2" -X POST "$url/$1"; }

# Until no roll-up has anything to do that is due.
drained() { until [ "$(sql -c "SELECT count(*) FROM rollup_queue WHERE due_at < clock_timestamp() + interval '1 minute'")" = 0 ]; do sleep 0.2; done; }
