#!/bin/sh
# Asks the loader which system libraries Qt misses here, and installs them where it may. Qt brings all but these itself.
set -eu

packages="libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libgssapi-krb5-2 libbrotli1 libpulse0
    libxrandr2 libxext6 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    libwayland-cursor0 libwayland-egl1"

missing() {
    qt=$(.venv/bin/python -c 'import importlib.util; print(importlib.util.find_spec("PySide6").submodule_search_locations[0])')
    for module in Core Gui Widgets Svg PrintSupport DBus Pdf PdfWidgets Multimedia; do
        ldd "$qt/Qt$module.abi3.so"
    done | not_found
    for plugin in offscreen xcb wayland; do
        ldd "$qt/Qt/plugins/platforms/libq$plugin.so" 2>/dev/null
    done | not_found
}

not_found() {
    awk '/not found/ { print $1 }' | sort -u
}

[ "$(uname -s)" = Linux ] || exit 0
[ -n "$(missing)" ] || exit 0
scripts/apt.sh $packages || true
still=$(missing | tr '\n' ' ')
[ -n "$still" ] || exit 0
echo "Qt cannot start here: this system misses $still" >&2
echo "On Debian this line brings them:  apt-get install --no-install-recommends" $packages >&2
exit 1
