#!/usr/bin/env bash
# Makes the Debian package of an application image: deb.sh IMAGE VERSION TIME DIRECTORY. It is put together here and not
# by jpackage, whose own calls xdg-desktop-menu when it is installed, and fails where no desktop is; here every file is
# the package's own, so that dpkg alone brings and takes them. The same image gives the same package, byte by byte.
set -euo pipefail
image=$1 version=$2 time=$3 out=$4
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v dpkg-deb > /dev/null; then
  echo "There is no dpkg-deb here, so no .deb is made; the application image is $image"
  exit 0
fi
SOURCE_DATE_EPOCH=$(date -u -d "$time" +%s)
export SOURCE_DATE_EPOCH
umask 022
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/doc/live-ticker" "$root/DEBIAN"
cp -a "$image" "$root/opt/live-ticker"
ln -s ../../opt/live-ticker/bin/live-ticker "$root/usr/bin/live-ticker"
ln -s ../../../../opt/live-ticker/lib/app/licences "$root/usr/share/doc/live-ticker/licences"
install -Dm 644 "$here/live-ticker.desktop" "$root/usr/share/applications/live-ticker.desktop"
install -Dm 644 "$here/live-ticker.xml" "$root/usr/share/mime/packages/live-ticker.xml"
install -Dm 644 "$here/copyright" "$root/usr/share/doc/live-ticker/copyright"
icons=$root/usr/share/icons/hicolor
for png in "$here"/../icons/live-ticker-*.png; do
  size=$(basename "${png%.png}" | sed 's/.*-//')
  install -Dm 644 "$png" "$icons/${size}x$size/apps/live-ticker.png"
  install -Dm 644 "$here/../icons/watchlist-$size.png" \
    "$icons/${size}x$size/mimetypes/application-vnd.live-ticker.watchlist.png"
done
install -Dm 644 "$here/../icons/live-ticker.svg" "$icons/scalable/apps/live-ticker.svg"
install -Dm 644 "$here/../icons/watchlist.svg" "$icons/scalable/mimetypes/application-vnd.live-ticker.watchlist.svg"

chmod -R u=rwX,go=rX "$root"
installed=$(du -sk --apparent-size "$root/opt" "$root/usr" | awk '{ sum += $1 } END { print sum }')
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" -e "s/@SIZE@/$installed/" \
  "$here/control" > "$root/DEBIAN/control"
install -m 755 "$here/postrm" "$root/DEBIAN/postrm"
(cd "$root" && find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
# The image's files have their time already, and the cache of the runtime holds them to it.
find "$root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +

mkdir -p "$out"
deb="$out/live-ticker_${version}_$(dpkg --print-architecture).deb"
dpkg-deb --root-owner-group -Zzstd -z6 --build "$root" "$deb" > /dev/null
echo "$deb ($(du -h "$deb" | cut -f1))"
