#!/usr/bin/env bash
# Says what differs between two Debian packages of the same source: compare.sh DEB DEB. Without any, it builds twice and
# compares those. Named exceptions, which may differ: the cache of the Java runtime (app.aot), and with it its line in
# md5sums and the size in control.
set -euo pipefail
[ $# = 0 ] || set -- "$(realpath "$1")" "$(realpath "$2")"
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# = 0 ]; then
  for build in one two; do
    (cd .. && ./mvnw -q -B -Pdist clean package -DskipTests -pl jpackage -am)
    mkdir "$work/$build.d"
    mv target/installer/*.deb "$work/$build.d/"
  done
  set -- "$work"/one.d/*.deb "$work"/two.d/*.deb
fi
for side in 1 2; do
  dpkg-deb --raw-extract "${!side}" "$work/$side"
  (
    cd "$work/$side"
    # What may differ.
    rm opt/live-ticker/lib/app/app.aot
    sed -i '/lib\/app\/app.aot$/d' DEBIAN/md5sums
    sed -i '/^Installed-Size:/d' DEBIAN/control
    # A directory with a link in it gets its time from the unpacking.
    find . \( -path ./DEBIAN/md5sums -o -path ./DEBIAN/control -o -path ./DEBIAN \) -prune -o \
      -type d -printf '%p %y %m\n' -o -printf '%p %y %m %T@ %l\n' | LC_ALL=C sort > ../list.$side
    find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum >> ../list.$side
  )
done
if diff "$work/list.1" "$work/list.2"; then
  echo "The same: $(grep -c ' f ' "$work/list.1") files, apart from app.aot"
else
  echo "The packages differ in more than app.aot" >&2
  exit 1
fi
