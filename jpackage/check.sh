#!/usr/bin/env bash
# Tries the Debian package that ./mvnw -Pdist package made: check.sh [DEB]. It installs it for real where it may (as root,
# or in an empty folder otherwise), starts the desktop on a display of its own, watches it reach Live, opens a file and
# links, takes its picture, upgrades and removes it, and looks whether what a person made is still there.
set -euo pipefail
cd "$(dirname "$0")"
work=$PWD/target/check
rm -rf "$work"
mkdir -p "$work"
deb=$(realpath "${1:-$(ls target/installer/*.deb)}")

log=$work/install
fail() {
  echo "check.sh: $*" >&2
  exit 1
}
said() { echo "ok: $*"; }
# until_true SECONDS WHAT COMMAND...
until_true() {
  local until=$(($(date +%s) + $1)) what=$2
  shift 2
  until "$@"; do
    [ "$(date +%s)" -lt "$until" ] || fail "$what did not come about; the log: $(tail -5 "$log" 2> /dev/null)"
    sleep 0.2
  done
  said "$what"
}

missing=()
command -v Xvfb > /dev/null || missing+=(xvfb)
command -v xwininfo > /dev/null || missing+=(x11-utils)
command -v desktop-file-validate > /dev/null || missing+=(desktop-file-utils)
if [ "${#missing[@]}" -gt 0 ]; then
  if [ -n "${CI:-}" ]; then
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends "${missing[@]}" > /dev/null
  else
    command -v Xvfb > /dev/null && command -v xwininfo > /dev/null || fail "install ${missing[*]} first"
  fi
fi

# What the package says and holds.
dpkg-deb --field "$deb" Depends | grep -qs 'libgtk-3-0' || fail "libgtk-3-0 is not in Depends"
dpkg-deb --contents "$deb" > "$work/contents"
for file in ./opt/live-ticker/bin/live-ticker ./opt/live-ticker/lib/app/app.aot \
  ./opt/live-ticker/lib/app/licences/LICENCES.txt ./opt/live-ticker/lib/runtime/legal/java.base/LICENSE \
  ./usr/share/applications/live-ticker.desktop ./usr/share/mime/packages/live-ticker.xml \
  ./usr/share/icons/hicolor/16x16/apps/live-ticker.png ./usr/share/icons/hicolor/512x512/apps/live-ticker.png \
  ./usr/share/icons/hicolor/scalable/mimetypes/application-vnd.live-ticker.watchlist.svg; do
  grep -qs " $file$" "$work/contents" || fail "the package does not hold $file"
done
grep -vq ' root/root ' "$work/contents" && fail "a file is not root's"
said "$(basename "$deb"), $(du -h "$deb" | cut -f1), holds what it should"

# Installed.
real=
if [ "$(id -u)" = 0 ] && ! dpkg-query -W live-ticker > /dev/null 2>&1; then
  if dpkg -i "$deb" > "$work/install" 2>&1; then
    real=1
  elif [ -n "${CI:-}" ]; then
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends --fix-broken > /dev/null
    real=1
  else
    dpkg --remove --force-depends live-ticker > /dev/null 2>&1 || true
  fi
fi
if [ -n "$real" ]; then
  top=
  said "installed with dpkg"
else
  top=$work/root
  dpkg-deb --extract "$deb" "$top"
  said "laid out in $top: it cannot be installed here"
fi
xvfb='' desktop=''
finish() {
  [ -z "$desktop" ] || kill "$desktop" 2> /dev/null || true
  [ -z "$xvfb" ] || kill "$xvfb" 2> /dev/null || true
  [ -z "$real" ] || dpkg --purge live-ticker > /dev/null 2>&1 || true
}
trap finish EXIT

program=$top/opt/live-ticker/bin/live-ticker
# A start that ends when it has told how long it took.
measured() { JAVA_TOOL_OPTIONS=-Dliveticker.exit-when-live=0 "$program" 2> /dev/null; }
[ -z "$real" ] || program=live-ticker
if command -v desktop-file-validate > /dev/null; then
  desktop-file-validate "$top/usr/share/applications/live-ticker.desktop" || fail "the desktop entry is not valid"
  said "the desktop entry is valid"
fi
if [ -n "$real" ] && command -v update-mime-database > /dev/null; then
  until_true 10 "files of .ticker are known to be watchlists" \
    grep -qs '^application/vnd.live-ticker.watchlist:\*.ticker' /usr/share/mime/globs
fi
# Where each library finds what it needs: within the runtime, or in a package that Depends names, or one that it draws in.
for library in "$top"/opt/live-ticker/lib/runtime/lib/*.so; do
  LD_LIBRARY_PATH=$top/opt/live-ticker/lib/runtime/lib:$top/opt/live-ticker/lib/runtime/lib/server \
    ldd "$library" > "$work/needed"
  grep 'not found' "$work/needed" && fail "$library needs what is not here"
  sed -n 's/.* => \(\/.*\) (.*/\1/p' "$work/needed"
done | grep -v "^$top/opt/" | sort -u | xargs realpath > "$work/libraries"
names() { tr ',|' '\n\n' | sed 's/[ ]*(.*//; s/:.*//; s/ //g; /^$/d'; }
dpkg-deb --field "$deb" Depends | names > "$work/drawn-in"
while
  xargs dpkg-query -W -f '${Pre-Depends}, ${Depends}\n' < "$work/drawn-in" 2> /dev/null | names |
    sort -u - "$work/drawn-in" > "$work/further"
  ! cmp -s "$work/further" <(sort -u "$work/drawn-in")
do
  mv "$work/further" "$work/drawn-in"
done
while read -r library; do
  # Before /usr was merged with /, and in the lists of some packages still, it lies in /lib.
  owner=$({ dpkg -S "$library" || dpkg -S "${library#/usr}"; } 2> /dev/null | head -n 1) || fail "no package has $library"
  grep -qsx "${owner%%:*}" "$work/drawn-in" || fail "$library is of ${owner%%:*}, which Depends does not draw in"
done < "$work/libraries"
said "every library finds those it needs: $(wc -l < "$work/libraries") in packages that Depends draws in"

cmp -s "$top/opt/live-ticker/lib/runtime/lib/security/cacerts" /etc/ssl/certs/java/cacerts &&
  fail "it trusts whom this machine trusts"
said "it trusts whom everybody trusts"

# Every work in the list of licences has a file with its terms.
licences=$top/opt/live-ticker/lib/app/licences
sed -n 's/^[^:]*([^)]*): //p' "$licences/LICENCES.txt" | tr ',' '\n' | sed 's/^ *//' | sort -u > "$work/terms"
[ "$(wc -l < "$work/terms")" -gt 10 ] || fail "hardly any terms"
while read -r terms; do
  [ -s "$licences/$terms" ] || fail "$terms is not in $licences"
done < "$work/terms"
for jar in "$top"/opt/live-ticker/lib/app/*.jar; do
  case $(basename "$jar") in ticker-* | shared-model-*) continue ;; esac
  [ -n "$(find "$jar" -newermt '2000-01-01')" ] || fail "$jar has no time"
done
said "terms of $(grep -c '): ' "$licences/LICENCES.txt") works"

# Style sheets that need no parser.
grep -qs 'app/desktop\.bss' "$top"/opt/live-ticker/lib/app/ticker-desktop-*.jar || fail "no style sheet is binary"

# What it says, and that the cache fits it: Java ends with an error if it does not and has to.
export HOME=$work/home
mkdir -p "$HOME/.config"
# Java asks the system for the home directory, not HOME.
export XDG_CONFIG_HOME=$HOME/.config
unset JAVA_TOOL_OPTIONS
version=$("$program" --version)
JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$program" --version > "$work/aot" 2>&1 || fail "the cache does not fit: $(cat "$work/aot")"
said "the cache fits"
cp -a "${top}/opt/live-ticker" "$work/changed"
touch "$work/changed/lib/app/"*.jar
"$work/changed/bin/live-ticker" --version > "$work/changed.out" 2> "$work/changed.err"
[ "$(cat "$work/changed.out")" = "$version" ] && [ ! -s "$work/changed.err" ] ||
  fail "without a cache that fits it says: $(cat "$work/changed.out" "$work/changed.err")"
rm -rf "$work/changed"
said "without a cache that fits it starts and says nothing of it"

# Seen.
mkdir "$work/screen"
Xvfb -displayfd 3 -screen 0 1280x800x24 -fbdir "$work/screen" -nolisten tcp 3> "$work/display" 2> "$work/xvfb" &
xvfb=$!
log=$work/xvfb
until_true 30 "there is a display" test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY
config=$HOME/.config/live-ticker
log=$config/live-ticker.log
printf 'symbol,note\nNVDA,from a file\nBTC-USD,\n' > "$work/My list.ticker"
"$program" "$work/My list.ticker" > "$work/desktop.out" 2>&1 &
desktop=$!
until_true 60 "the installed desktop is live" grep -qs 'connection: Live' "$log"
until_true 20 "the file it was started with is a list" grep -qs 'from a file' "$config/watchlists.json"
# On a machine that is very busy it may not answer at once, and the second one says so and ends.
until_true 30 "a second start was passed on" "$program" 'liveticker://watch/ETH-USD,AAPL'
until_true 20 "a link put its symbols on the list" grep -qs 'ETH-USD' "$config/watchlists.json"
until_true 30 "another one too" "$program" 'liveticker://watch/MSFT,../../etc/passwd'
until_true 20 "a hostile link was refused with a sentence" grep -qs 'a link was refused: ' "$log"
grep -qs 'passwd' "$config/watchlists.json" && fail "a hostile link left something"
until_true 20 "the window is the desktop entry's: $(grep StartupWMClass "$top/usr/share/applications/live-ticker.desktop")" \
  sh -c 'xwininfo -root -tree | grep -qs "(\"live-ticker\" \"live-ticker\")"'
elsewhere=$(sed -n 's/.* \(\/.*\.so[.0-9]*\)$/\1/p' "/proc/$desktop/maps" | sort -u | grep -e openjfx -e sqlite -e "${TMPDIR:-/tmp}/" |
  grep -v "^$(readlink -f "$top/opt/live-ticker")/" || true)
[ -z "$elsewhere" ] || fail "it unpacked what should lie ready: $elsewhere"
said "it lays no libraries into the person's directories"
sleep 2
"$(cat target/jdk)/bin/java" -cp target/classes dev.liveticker.packaging.FrameBuffer \
  "$work/screen/Xvfb_screen0" "$work/installed.png"
said "its picture: $work/installed.png"
kill "$desktop"
wait "$desktop" || fail "told to end, it ended with $?: $(cat "$work/desktop.out")"
desktop=''
[ ! -s "$work/desktop.out" ] || fail "it had something to say: $(cat "$work/desktop.out")"
for _ in 1 2 3; do
  echo "start: $(measured | paste -sd';')"
done

# A newer one over it, and gone.
if [ -n "$real" ]; then
  dpkg-deb --raw-extract "$deb" "$work/newer"
  sed -i 's/^Version: .*/&+1/' "$work/newer/DEBIAN/control"
  rm "$work/newer/opt/live-ticker/lib/app/licences/LICENCES.txt"
  dpkg-deb --root-owner-group -Znone --build "$work/newer" "$work/newer.deb" > /dev/null
  dpkg -i "$work/newer.deb" > "$work/upgrade" 2>&1 || fail "the upgrade: $(cat "$work/upgrade")"
  dpkg-query -W -f '${Version}' live-ticker | grep -qs '+1$' || fail "it is not upgraded"
  [ ! -e /opt/live-ticker/lib/app/licences/LICENCES.txt ] || fail "a file of the older one stayed"
  grep -qs 'stay in each user' "$work/upgrade" && fail "an upgrade speaks as if it were removed"
  measured | grep -qs 'live after' || fail "the newer one does not start"
  grep -qs 'ETH-USD' "$config/watchlists.json" || fail "the upgrade took the watchlist"
  said "upgraded"
  dpkg --remove live-ticker > "$work/remove" 2>&1
  dpkg --purge live-ticker >> "$work/remove" 2>&1
  real=
  grep -qs '~/.config/live-ticker' "$work/remove" || fail "it does not say where the user's data are"
  for gone in /opt/live-ticker /usr/bin/live-ticker /usr/share/applications/live-ticker.desktop \
    /usr/share/icons/hicolor/48x48/apps/live-ticker.png /usr/share/doc/live-ticker; do
    [ ! -e "$gone" ] && [ ! -L "$gone" ] || fail "$gone stayed"
  done
  said "removed, and it says: $(grep -m1 'stay in' "$work/remove")"
fi
grep -qs 'ETH-USD' "$config/watchlists.json" || fail "the user's watchlist is gone"
said "what the user made is still there"
rm -rf "$work/newer" "$work/newer.deb" "$work/root" "$work/screen"
