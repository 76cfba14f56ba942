#!/usr/bin/env bash
# Tries what ./mvnw -Pdist package makes of the server: unpacks it, starts it, installs it, removes it.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
target=$here/target
install=false
twice=false

usage() {
  cat << 'EOF'
check.sh [--install] [--twice]

Tries the tar.gz and the .deb in target. With CI set and as root, or with --install, the .deb is installed on this machine
and removed again; else it is unpacked. Needs curl, and tries man, systemd-analyze and zsh where they are.

  --install  install the .deb, which needs root
  --twice    build once more and compare, byte by byte
EOF
}

fail() {
  echo "check: $*" >&2
  exit 1
}

said() {
  echo "check: $*"
}

while [ $# -gt 0 ]; do
  case $1 in
    --install) install=true ;;
    --twice) twice=true ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
if [ -n "${CI:-}" ] && [ "$(id -u)" = 0 ] && command -v dpkg > /dev/null; then
  install=true
fi

shopt -s nullglob
tars=("$target"/live-ticker-server-*.tar.gz)
debs=("$target"/live-ticker-server_*.deb)
[ "${#tars[@]}" = 1 ] || fail "there is not one tar.gz in $target: ./mvnw -Pdist package makes it"

dir=$(mktemp -d)
server=
installed=false
leave() {
  [ -z "$server" ] || kill -KILL "$server" 2> /dev/null || true
  if $installed; then
    dpkg --purge live-ticker-server > /dev/null 2>&1 || true
    rm -rf /var/lib/live-ticker
    userdel live-ticker 2> /dev/null || true
  fi
  rm -rf "$dir"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Starts what is given, asks it for a price, and stops it as systemd would.
serves() {
  local address='' code=0
  "$@" > "$dir/out" 2> "$dir/err" &
  server=$!
  for _ in $(seq 300); do
    address=$(sed -n 's/^Listening on //p' "$dir/out")
    [ -z "$address" ] || break
    kill -0 "$server" 2> /dev/null || fail "it ended: $(cat "$dir/out" "$dir/err")"
    sleep 0.1
  done
  [ -n "$address" ] || fail "it does not listen after 30 s: $(cat "$dir/out" "$dir/err")"
  curl --silent --show-error --fail --max-time 10 "$address/v1/quotes?symbols=AAPL" | grep -q '"AAPL"' \
    || fail 'no price of AAPL'
  curl --silent --show-error --fail --max-time 10 "$address/healthz" > /dev/null || fail 'it is not healthy'
  kill -TERM "$server"
  for _ in $(seq 150); do
    kill -0 "$server" 2> /dev/null || break
    sleep 0.1
  done
  ! kill -0 "$server" 2> /dev/null || fail 'it runs on 15 s after SIGTERM'
  wait "$server" || code=$?
  server=
  [ "$code" = 0 ] || fail "it ended with $code after SIGTERM: $(cat "$dir/err")"
  ! grep -E ' ERROR |Exception|warning:' "$dir/err" || fail 'it complained'
}

# tar.gz: anywhere, also behind a link and in a folder with a space in its name.
mkdir "$dir/a folder"
tar -xzf "${tars[0]}" -C "$dir/a folder"
home=$(echo "$dir/a folder"/live-ticker-server-*)
ln -s "$home/bin/ticker-server" "$dir/ticker-server"
"$dir/ticker-server" --version | grep -q '^Live Ticker server' || fail 'it does not say its version'
"$dir/ticker-server" check-config "$home/conf/server.toml" > /dev/null || fail 'the file it brings is not right'
echo 'prot = 8080' > "$dir/wrong.toml"
! "$dir/ticker-server" check-config "$dir/wrong.toml" 2> "$dir/err" || fail 'a wrong file passes'
grep -q "wrong.toml, line 1: there is no setting 'prot'" "$dir/err" || fail "of a wrong file it says: $(cat "$dir/err")"
mkdir "$dir/tmp"
serves env "TICKER_SERVER_JAVA_OPTS=-Djava.io.tmpdir=$dir/tmp" "$dir/ticker-server" --config "$home/conf/server.toml" \
  --port 0 --data "$dir/data"
[ -n "$(ls "$dir/data")" ] || fail 'it keeps nothing in its data directory'
[ -z "$(ls "$dir/tmp")" ] || fail "it leaves behind: $(ls "$dir/tmp")"
! cmp -s "$home/runtime/lib/security/cacerts" /etc/ssl/certs/java/cacerts || fail 'it trusts whom this machine trusts'
said "${tars[0]##*/} unpacks, starts, serves and stops"

# Manual pages and completions.
for page in "$home"/share/man/man1/*.1; do
  if command -v man > /dev/null; then
    MANWIDTH=100 LC_ALL=C.UTF-8 man --warnings -l "$page" > "$dir/page" 2> "$dir/err" || fail "man cannot show $page"
    [ ! -s "$dir/err" ] || fail "man warns of ${page##*/}: $(cat "$dir/err")"
    grep -q -- '--help' "$dir/page" || fail "${page##*/} shows no options"
  fi
done
bash --noprofile --norc -c '
  . "$1"
  COMP_WORDS=(ticker-server --max); COMP_CWORD=1; COMP_LINE="ticker-server --max"; COMP_POINT=${#COMP_LINE}
  complete -p ticker-server > /dev/null && _complete_ticker-server && printf "%s\n" "${COMPREPLY[@]}"
' - "$home/share/bash-completion/completions/ticker-server" > "$dir/words" 2> "$dir/err" || fail "bash: $(cat "$dir/err")"
grep -qx -- --max-connections "$dir/words" || fail 'bash completes --max to nothing'
if command -v zsh > /dev/null; then
  zsh -f -c '
    fpath=("$1" $fpath); autoload -Uz compinit; compinit -u -D
    [[ $_comps[ticker-server] == _ticker-server ]] && autoload +X -Uz _ticker-server && zsh -n "$1/_ticker-server"
  ' - "$home/share/zsh/site-functions" || fail 'zsh does not take its completion'
fi
said 'manual pages and completions are as their programs like them'

# .deb
if [ "${#debs[@]}" = 1 ]; then
  dpkg-deb -x "${debs[0]}" "$dir/deb"
  unit=$dir/deb/usr/lib/systemd/system/live-ticker-server.service
  if $install; then
    [ ! -e /var/lib/live-ticker ] && ! dpkg -s live-ticker-server > /dev/null 2>&1 \
      || fail 'live-ticker-server, or data of it, are on this machine already'
    installed=true
    dpkg -i "${debs[0]}" > "$dir/out" 2>&1 || fail "dpkg -i: $(cat "$dir/out")"
    ticker-server check-config > /dev/null || fail 'the file it brings is not right'
    # As the unit has it: the folder, the user, and a file that only this user's group can read.
    install -d -m 750 -o live-ticker -g live-ticker /var/lib/live-ticker
    serves setpriv --reuid live-ticker --regid live-ticker --clear-groups \
      ticker-server --config /etc/live-ticker/server.toml --port 0
    [ -n "$(ls /var/lib/live-ticker)" ] || fail 'the service keeps nothing in /var/lib/live-ticker'
    if command -v systemd-analyze > /dev/null; then
      systemd-analyze verify live-ticker-server.service 2> "$dir/err" || fail "systemd: $(cat "$dir/err")"
      ! grep live-ticker "$dir/err" || fail 'systemd warns of the unit'
    fi
    echo '# Mine.' >> /etc/live-ticker/server.toml
    dpkg -i "${debs[0]}" > "$dir/out" 2>&1 || fail "dpkg -i, again: $(cat "$dir/out")"
    grep -qx '# Mine.' /etc/live-ticker/server.toml || fail 'an upgrade overwrites the settings'
    dpkg --remove live-ticker-server > "$dir/out" 2>&1 || fail "dpkg --remove: $(cat "$dir/out")"
    [ ! -e /usr/bin/ticker-server ] && [ ! -e /usr/lib/live-ticker-server ] || fail 'removed, the program is still there'
    [ -n "$(ls /var/lib/live-ticker)" ] && [ -e /etc/live-ticker/server.toml ] || fail 'removing takes data or settings'
    dpkg --purge live-ticker-server > "$dir/out" 2>&1 || fail "dpkg --purge: $(cat "$dir/out")"
    [ ! -e /etc/live-ticker ] || fail 'purged, the settings are still there'
    [ -n "$(ls /var/lib/live-ticker)" ] || fail 'purging takes the data'
    said "${debs[0]##*/} is installed, runs as its user, is upgraded and removed, and its data stay"
  else
    "$dir/deb/usr/bin/ticker-server" check-config "$dir/deb/etc/live-ticker/server.toml" > /dev/null \
      || fail 'the file it brings is not right'
    serves "$dir/deb/usr/bin/ticker-server" --config "$dir/deb/etc/live-ticker/server.toml" --port 0 --data "$dir/kept"
    said "${debs[0]##*/} unpacks, starts, serves and stops; not installed, which wants root and --install"
  fi
  if command -v systemd-analyze > /dev/null && systemd-analyze --help | grep -q -- --offline; then
    # Of 100; what is left is the network it is there for, and Java's writable code.
    systemd-analyze security --no-pager --offline=true --threshold=20 "$unit" > "$dir/out" 2>&1 \
      || fail "the unit is too open: $(tail -n 1 "$dir/out")"
    said "systemd: $(tail -n 1 "$dir/out" | sed 's/^[^A-Za-z]*//')"
  fi
fi

if $twice; then
  (cd "$target" && sha256sum -- *.tar.gz *.deb) > "$dir/sums"
  (cd "$here/../.." && ./mvnw --batch-mode -q -Pdist -DskipTests -pl jpackage/server -am package)
  (cd "$target" && sha256sum --quiet --check "$dir/sums") || fail 'another build makes other bytes'
  said 'a second build makes the same bytes'
fi
