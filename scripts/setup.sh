#!/bin/sh
# Makes .venv with exactly what requirements.lock names, and the project itself in it; a second run finds its stamps and is done.
set -eu

pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip --quiet"

make_environment() {
    if [ -L .venv ]; then
        echo ".venv is a link, and what it leads to would be emptied. Remove the link; an environment is then made here." >&2
        exit 1
    fi
    python=$(scripts/python.sh)
    echo "Setting up .venv with $python" >&2
    "$python" -m venv --clear .venv
    if ! $pip install --require-hashes -r requirements.lock; then
        echo "The Python packages of requirements.lock could not be had (see above). The first set-up needs a package index," >&2
        echo "or a folder of wheels named in PIP_FIND_LINKS together with PIP_NO_INDEX=1." >&2
        exit 1
    fi
    scripts/qt_libraries.sh
}

wanted="$(pwd) ${PYTHON:-} $(cat requirements.lock scripts/setup.sh | cksum)"
if [ "$(cat .venv/made-for 2>/dev/null)" != "$wanted" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    make_environment
    echo "$wanted" >.venv/made-for
fi
if ! cmp -s pyproject.toml .venv/pyproject.toml; then
    $pip install --no-index --no-build-isolation --no-deps --editable .
    cp pyproject.toml .venv/pyproject.toml
fi
