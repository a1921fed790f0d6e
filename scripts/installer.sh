#!/bin/sh
# Builds one folder with both programs, the same bytes each time, under dist/ or the folder named; then each tests itself.
set -eu
PATH="${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin"
target=${1:-dist}

version=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
wanted=
if ! { command -v objdump && command -v strip; } >/dev/null; then wanted="binutils"; fi
if ! ldconfig -p 2>/dev/null | grep -q "libpython$version.so"; then wanted="$wanted libpython$version"; fi
[ -z "$wanted" ] || scripts/apt.sh $wanted

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1764028800)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0
.venv/bin/python -m PyInstaller --noconfirm --log-level ERROR --distpath "$target" --workpath build/installer build_installer.spec
for part in sqlcipher3 pkcs11 fontTools/misc fontTools/varLib PIL regex cryptography/hazmat/bindings; do
    strip --strip-unneeded "$target/thb-desktop/_internal/$part"/*.so
done

echo "$target/thb-desktop holds $(du -sm "$target/thb-desktop" | cut -f 1) MB. Each program tests itself:"
"$target/thb-desktop/thb" --self-test --json
QT_QPA_PLATFORM=offscreen "$target/thb-desktop/thb-desktop" --self-test
