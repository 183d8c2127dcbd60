# From java -jar to the first answer with data.
step_start() {
  country "$1" "$stations_wanted" "$(count_of "$1")"
  stop "$1"
  for _ in $(seq "$rounds"); do
    start "$1"; echo "$started" >> "$work/existing"; stop "$1"
    rm -rf "$data/new"; start new; echo "$started" >> "$work/new"; stop new
  done
  row "start to the first answer, existing database" "$(column "$work/existing" 1) s" "" "" "" "< 4 s"
  row "start to the first answer, new database" "$(column "$work/new" 1) s" "" "" "" ""
}
