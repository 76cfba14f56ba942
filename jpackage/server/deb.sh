#!/usr/bin/env bash
# Makes the .deb of the staged program, without root, and the same bytes each time: deb.sh TARGET VERSION TIMESTAMP
set -euo pipefail
umask 022

target=$1
version=${2/-/\~}
here=$(cd "$(dirname "$0")" && pwd)
stage=$target/stage
root=$target/deb
package=live-ticker-server
SOURCE_DATE_EPOCH=$(date -u -d "$3" +%s)
export SOURCE_DATE_EPOCH

rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/share/doc/$package"

home=$root/usr/lib/$package
mkdir -p "$home"
cp -r "$stage/lib" "$stage/runtime" "$home/"
install -D -m 755 "$stage/bin/ticker-server" "$home/bin/ticker-server"
ln -s ../lib/$package/bin/ticker-server "$root/usr/bin/ticker-server"

install -D -m 644 "$here/src/systemd/$package.service" "$root/usr/lib/systemd/system/$package.service"
install -D -m 644 "$here/src/systemd/$package.sysusers" "$root/usr/lib/sysusers.d/$package.conf"

# The service keeps what it must not lose.
sh "$stage/bin/ticker-server" manual --out "$target/manual-deb" --date "$3" --set data=/var/lib/live-ticker
install -D -m 644 "$target/manual-deb/conf/server.toml" "$root/etc/live-ticker/server.toml"
echo /etc/live-ticker/server.toml > "$root/DEBIAN/conffiles"
for page in "$target"/manual-deb/man1/*; do
  install -D -m 644 "$page" "$root/usr/share/man/man1/${page##*/}"
done
gzip -9n "$root"/usr/share/man/man1/*
install -D -m 644 "$target/manual-deb/bash/ticker-server" "$root/usr/share/bash-completion/completions/ticker-server"
install -D -m 644 "$target/manual-deb/zsh/_ticker-server" "$root/usr/share/zsh/vendor-completions/_ticker-server"

cp -r "$stage/licences" "$root/usr/share/doc/$package/"
{
  cat "$here/src/debian/copyright"
  for jar in "$stage"/lib/*.jar; do
    name=${jar##*/}
    sed -n "s/^${name%%-[0-9]*} | / /p" "$stage/licences/licences.txt"
  done
} > "$root/usr/share/doc/$package/copyright"
{
  echo "$package ($version) unstable; urgency=medium"
  printf '\n  * %s\n\n' "The program's own CHANGES.md says what is new."
  echo " -- Live Ticker contributors <contributors@liveticker.invalid>  $(LC_ALL=C date -u -R -d "$3")"
} | gzip -9n > "$root/usr/share/doc/$package/changelog.gz"

for script in postinst prerm postrm; do
  install -m 755 "$here/src/debian/$script" "$root/DEBIAN/$script"
done
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
# The newest symbols of the C library that the runtime's own files ask for.
libc=$(find "$stage/runtime" \( -name '*.so' -o -path '*/bin/java' \) -exec grep -aohE 'GLIBC_2\.[0-9]+' {} + |
  sort -uV | tail -n 1)
size=$(find "$root" -path "$root/DEBIAN" -prune -o -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
cat > "$root/DEBIAN/control" << EOF
Package: $package
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: Live Ticker contributors <contributors@liveticker.invalid>
Section: net
Priority: optional
Installed-Size: $size
Depends: libc6 (>= ${libc#GLIBC_}), passwd
Suggests: bash-completion, redis-server
Description: stock ticker that streams live market prices
 A market, simulated or real, over WebSocket, Server-Sent Events and HTTP, for
 the Live Ticker desktop, for browsers, and for clients of your own. It brings
 its own Java.
EOF

find "$root" -type d -exec chmod 755 {} +
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
rm -f "$target/$package"_*.deb
# Java's own files and the jars are packed already: xz would take ten times as long for a twentieth less.
dpkg-deb --root-owner-group -Zgzip -z6 --build "$root" "$target/${package}_${version}_$(dpkg --print-architecture).deb" > /dev/null
