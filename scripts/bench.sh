#!/bin/sh
# Runs each benchmark in turn; one that fails is named at the end.
set -u

failed=
for script in benchmarks/[a-z]*.py; do
    echo "== $script"
    .venv/bin/python "$script" || failed="$failed $script"
done
[ -z "$failed" ] || { echo "These did not finish:$failed" >&2; exit 1; }
