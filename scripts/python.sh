#!/bin/sh
# Prints the path of a Python that can carry the program: version 3.12 to 3.14, one that really runs and can make environments.
set -eu

cannot_make_environments=

fits() {
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2] if (3, 12) <= sys.version_info[:2] < (3, 15) else "")' 2>/dev/null) || return 1
    [ -n "$version" ] || return 1
    "$1" -c 'import ensurepip, venv' 2>/dev/null || { cannot_make_environments=$version; return 1; }
}

find_one() {
    for candidate in ${PYTHON:-} python3.13 python3.12 python3.14 /usr/bin/python3 python3; do
        if fits "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return 0
        fi
    done
    return 1
}

find_one && exit 0
if [ -n "$cannot_make_environments" ]; then
    echo "Python $cannot_make_environments is here, but without its 'venv' module: the Debian package python$cannot_make_environments-venv brings it." >&2
    scripts/apt.sh "python$cannot_make_environments-venv" >&2 || exit 1
else
    echo "No Python from 3.12 to 3.14 is here: the Debian packages python3 and python3-venv bring one (Debian 13 or newer)." >&2
    scripts/apt.sh python3 python3-venv >&2 || exit 1
fi
find_one && exit 0
echo "No Python from 3.12 to 3.14 could be had. Please install one, then type the command again, or name it: make PYTHON=/path/to/python3." >&2
exit 1
