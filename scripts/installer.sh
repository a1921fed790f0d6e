#!/bin/sh
# Builds dist/thb-desktop, one folder with both programs, the same bytes each time; then each program tests itself.
set -eu
PATH="${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin"

version=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
wanted=
command -v objdump >/dev/null && command -v strip >/dev/null || wanted="binutils"
ldconfig -p 2>/dev/null | grep -q "libpython$version.so" || wanted="$wanted libpython$version"
[ -z "$wanted" ] || scripts/apt.sh $wanted

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1764028800)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0
.venv/bin/python -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/installer build_installer.spec
strip --strip-unneeded dist/thb-desktop/_internal/sqlcipher3/*.so

echo "dist/thb-desktop holds $(du -sm dist/thb-desktop | cut -f 1) MB. Each program tests itself:"
dist/thb-desktop/thb --self-test --json
QT_QPA_PLATFORM=offscreen dist/thb-desktop/thb-desktop --self-test
