# Clocks, medians, CPU seconds and the table every step adds to.

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.3f", b - a }'; }
over() { awk -v a="$1" -v b="$2" -v f="${3:-%.2f}" 'BEGIN { if (b > 0) printf f, a / b; else printf "-" }'; }
say() { echo "$(date +%T) $*" >&2; }
have() { command -v "$1" >/dev/null; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# The row of a file of figures whose column ($2, the first) is the median.
median() { sort -g -k"${2:-1},${2:-1}" "$1" | awk '{ v[NR] = $0 } END { print v[int((NR + 1) / 2)] }'; }
column() { median "$1" "$2" | awk -v c="$2" '{ print $c }'; }

# CPU seconds of a process, and of PostgreSQL: its postmaster, the children that have ended and those that live.
ticks=$(getconf CLK_TCK)
used() { awk -v t="$ticks" -v waited="${2:-0}" '{ sub(/.*\) /, ""); print ($12 + $13 + waited * ($14 + $15)) / t }' "/proc/$1/stat" 2>/dev/null || echo 0; }
used_by_postgresql() { { used "$postmaster" 1; for child in $(ps -o pid= --ppid "$postmaster"); do used "$child"; done; } | awk '{ s += $1 } END { print s }'; }

# Appends to the file $1: wall seconds, CPU seconds of the service, CPU seconds of PostgreSQL of the command behind it.
timed() {
  local to=$work/$1 begun service_before postgresql_before wall
  shift
  service_before=$(used "$service") postgresql_before=$(used_by_postgresql) begun=$(now)
  "$@" > /dev/null
  wall=$(since "$begun")
  sleep 0.2 # a backend's seconds are told when it has ended
  echo "$wall $(awk -v a="$service_before" -v b="$(used "$service")" 'BEGIN { print b - a }') $(awk -v a="$postgresql_before" -v b="$(used_by_postgresql)" 'BEGIN { print b - a }')" >> "$to"
}

# Throws away what a warming round has noted.
forget() { rm -f "$work/$1".*; }

# Peak resident memory in MiB since the last reset.
forget_peak() { echo 5 > "/proc/$service/clear_refs"; }
peak() { awk '/VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$service/status"; }

# requests/s, p50 and p99 in milliseconds of a run of wrk; answers other than 200 and 304 end the bench, for they measure something else.
load() {
  local out
  out=$(wrk -t2 --timeout 30s --latency "$@") || return 1
  if grep -q -e 'Non-2xx' -e 'Socket errors' <<< "$out"; then say "not all were answered: $(grep -h -e 'Non-2xx' -e 'Socket errors' <<< "$out")"; [ -n "${forgiving:-}" ] || return 1; fi
  awk 'function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
    $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) } /Requests\/sec/ { r = $2 } END { printf "%.0f %.2f %.2f\n", r, p50, p99 }' <<< "$out"
}

# ---- the table: what, rows in the table, figure, CPU seconds of service + PostgreSQL, yardstick, ratio, goal
head_of_table() {
  echo
  echo "$(date -u +%F), $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo), $(java -version 2>&1 | head -1), $(git rev-parse --short HEAD 2>/dev/null || echo "no git"), medians of $rounds, load before: $(cut -d' ' -f1 /proc/loadavg)"
  echo
  echo "| step | rows | what | measured | CPU s | yardstick in the same run | ratio | goal |"
  echo "|---|---|---|---|---|---|---|---|"
}
row() { printf '| %s | %s | %s | %s | %s | %s | %s | %s |\n' "$step" "${label:-}" "$@" | tee -a "$out" >&2; }

# A row of two files of `timed`: $2 rows of the thing in $3 beside the same rows of the yardstick in $5.
beside() {
  local what=$1 n=$2 mine=$3 yard=$4 theirs=$5 goal=$6 wall service_cpu postgresql_cpu theirs_wall theirs_cpu
  read -r wall service_cpu postgresql_cpu <<< "$(median "$work/$mine")"
  read -r theirs_wall _ theirs_cpu <<< "$(median "$work/$theirs")"
  row "$what" "$(over "$n" "$wall" %.0f) rows/s ($wall s)" "$service_cpu + $postgresql_cpu" "$yard: $(over "$n" "$theirs_wall" %.0f) rows/s ($theirs_cpu s of PostgreSQL)" "$(over "$theirs_wall" "$wall")" "$goal"
}
