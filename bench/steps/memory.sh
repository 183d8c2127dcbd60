# Peak resident memory of the service: everything exported at full speed, then eight slow readers at once; as the README starts it, and with a small heap.
step_memory() {
  local heap
  for heap in "" -Xmx256m; do
    options=$heap country "$1" "$stations_wanted" "$(count_of "$1")" ENVD_EXPORT_PARALLEL=8
    memory_row "at rest, \`java $heap -jar\`"
    forget_peak
    curl -sf "$url/air/hourly?format=csv" > /dev/null
    memory_row "everything exported once, \`java $heap -jar\`"
    forget_peak
    local coding slow=()
    for coding in identity gzip zstd identity gzip zstd identity gzip; do
      curl -s --limit-rate 2M --max-time $((seconds * 4)) -H "Accept-Encoding: $coding" "$url/air/hourly?format=csv" > /dev/null & slow+=($!)
    done
    sleep 2
    local running
    running=$(curl -sf "$root/q/metrics" | awk '/^envd_exports_running/ { printf "%d", $2 }')
    wait "${slow[@]}" || true
    memory_row "$running slow exports at once, \`java $heap -jar\`"
    stop "$1"
  done
}

memory_row() { row "$1" "peak $(peak) MiB resident" "" "" "" "< 400 MB"; }
