#!/bin/sh
# Renews requirements.lock from pyproject.toml, and the lock of the outside tool of the tests: every version with its hashes, for all systems, without the name of any host.
set -eu

tool=build/uv
if ! [ -x "$tool/bin/uv" ]; then
    "$(scripts/python.sh)" -m venv --clear "$tool"
    "$tool/bin/python" -m pip --quiet --disable-pip-version-check install uv
fi
compile() { # compile WHERE FROM...
    to=$1
    shift
    "$tool/bin/uv" pip compile --universal --python-version 3.12 --generate-hashes \
        --no-header --no-emit-index-url --quiet --output-file "$to" "$@"
}
compile requirements.lock pyproject.toml --group dev "$@"
compile tests/outside.lock tests/outside.in "$@"
# What it is made of, for readers and programs: from the lock, with the licences of what is installed.
[ ! -x .venv/bin/python ] || .venv/bin/python scripts/sbom.py
