#!/bin/sh
# Runs the ADBC binding on DuckDB under AddressSanitizer and LeakSanitizer (Linux). It fails on any bad access, and on any leak that has
# a function of the binding ($s4ADBC…, ADBC.…) among its callers; what DuckDB and Swift keep for life does not count.
set -eu
cd "$(dirname "$0")/.."
engines="${CLIENTELE_ENGINES:-.engines}"
[ -f "$engines/duckdb.json" ] || { echo "leaks: DuckDB is not set up: run scripts/setup.py" >&2; exit 1; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
echo 'module CADBC { header "'"$PWD"'/Sources/CADBC/include/CADBC.h" export * }' >"$work/module.modulemap"
swiftc -g -Onone -swift-version 6 -sanitize=address -module-name ADBC -I "$work" -o "$work/probe" \
  Sources/ADBC/*.swift scripts/leaks/main.swift >"$work/build" 2>&1 || { cat "$work/build" >&2; exit 1; }
# Library, entry and preloads, one a line.
python3 - "$engines" >"$work/location" <<'PYTHON'
import json, os, sys
engines = os.path.abspath(sys.argv[1])
found = json.load(open(os.path.join(engines, "duckdb.json")))
print(os.path.join(engines, found["library"]), found["entry"], *(os.path.join(engines, path) for path in found["preload"]), sep="\n")
PYTHON
set --
while IFS= read -r line; do set -- "$@" "$line"; done <"$work/location"
status=0
# DuckDB keeps no frame pointers, hence the slow unwinder: otherwise no report would reach our frames.
ASAN_OPTIONS=detect_leaks=1:fast_unwind_on_malloc=0:malloc_context_size=60:exitcode=23 "$work/probe" "$@" >"$work/out" 2>&1 || status=$?
grep -q "The probe ran to its end." "$work/out" || { cat "$work/out"; echo "leaks: the probe did not end well" >&2; exit 1; }
[ "$status" = 0 ] || [ "$status" = 23 ] || { cat "$work/out"; exit "$status"; }
if grep -q "ERROR: AddressSanitizer" "$work/out"; then cat "$work/out"; exit 1; fi
awk -v RS= '/leak of [0-9]+ byte/ {all++} /leak of [0-9]+ byte/ && /(\$s4ADBC[0-9A-Z]| ADBC\.| in ADBC)/ {print; print ""; ours++}
  END {print ours + 0 " leaks have the binding among their callers; " all + 0 " leaks in the whole process."; exit ours > 0}' "$work/out"
