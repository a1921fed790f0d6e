#!/bin/sh
# Makes the demonstration anew under build/demo, and opens the window on its vault where there is a screen.
set -eu

if [ -e build/demo ]; then
    echo "The former demonstration under build/demo is replaced by a new one."
fi
rm -rf build/demo
mkdir -p build
.venv/bin/thb demo --into build/demo
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/thb-desktop build/demo/demonstration.thbvault
fi
echo "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window stays shut; 'make run' opens it where there is one."
