#!/usr/bin/env bash
# Starts Redis, two nodes and nginx on loopback, from Debian's packages and the built jar, and stops them at the end.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../ticker-server/target/ticker-server.jar
port=0
check=false

usage() {
  cat << 'EOF'
two-nodes.sh [--port PORT] [--jar FILE] [--check]

Starts redis-server, two nodes and nginx on 127.0.0.1, all in a directory of their own under $TMPDIR, and stops and
removes them when it is ended (Ctrl+C). Needs redis-server, nginx and curl, and a JDK 25: JAVA25_HOME or JAVA_HOME names it,
or it is in /usr/lib/jvm.

  --port PORT  where nginx listens (default: a free port, which is said)
  --jar FILE   the server (default: ticker-server/target/ticker-server.jar, made by ./mvnw -q package -DskipTests)
  --check      see whether it does what it should, and end: each transport brings quotes through nginx, sticky and not;
               a cookie or an address leads to one node; /metrics is not to be had; a node is killed while a client
               listens to it, and the client gets every trade once all the same
EOF
}

fail() {
  echo "two-nodes: $*" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --port) port=${2:?--port wants a number}; shift ;;
    --jar) jar=${2:?--jar wants a file}; shift ;;
    --check) check=true ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

PATH=$PATH:/usr/sbin:/sbin
for program in redis-server redis-cli nginx curl; do
  command -v "$program" > /dev/null || fail "$program is missing: apt-get install redis-server nginx curl"
done
[ -f "$jar" ] || fail "there is no $jar: ./mvnw -q package -DskipTests makes it"

find_java() {
  local home version
  for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -x "$home/bin/java" ] && [ -f "$home/release" ]; then
      version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
      if [ "${version:-0}" -ge 25 ]; then
        echo "$home/bin/java"
        return
      fi
    fi
  done
  fail "no JDK 25 found: name it in JAVA25_HOME"
}
java=$(find_java)

dir=$(mktemp -d)
running=()

stop() {
  trap - EXIT INT TERM
  local i
  # The last first: nginx, the nodes, Redis.
  for ((i = ${#running[@]} - 1; i >= 0; i--)); do
    kill "${running[i]}" 2> /dev/null || true
    wait "${running[i]}" 2> /dev/null || true
  done
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Something that is true within so many seconds, looked at ten times in each.
within() {
  local left=$(($1 * 10))
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 0.1
  done
}

logs() {
  local log
  for log in "$dir"/*.log; do
    echo "--- $(basename "$log")" >&2
    tail -n 20 "$log" >&2
  done
}

is_free() {
  ! (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null
}

free_port() {
  local candidate
  while true; do
    # Below those that the system hands out.
    candidate=$((20000 + RANDOM % 12000))
    if is_free "$candidate"; then
      echo "$candidate"
      return
    fi
  done
}

# ---- Redis, which nobody may use without its password; in no list of processes
redis_port=$(free_port)
head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$dir/password"
echo >> "$dir/password"
chmod 600 "$dir/password"
REDISCLI_AUTH=$(cat "$dir/password")
export REDISCLI_AUTH
cat > "$dir/redis.conf" << EOF
bind 127.0.0.1
port $redis_port
dir $dir
requirepass $REDISCLI_AUTH
save ""
appendonly no
client-output-buffer-limit pubsub 64mb 16mb 30
EOF
chmod 600 "$dir/redis.conf"
redis-server "$dir/redis.conf" > "$dir/redis.log" 2>&1 &
running+=($!)
redis_answers() {
  [ "$(redis-cli -h 127.0.0.1 -p "$redis_port" ping 2> /dev/null)" = PONG ]
}
within 10 redis_answers || { logs; fail "redis-server did not start"; }

# ---- the nodes, each on a free port
start_node() {
  "$java" -XX:TieredStopAtLevel=1 -Xmx512m --enable-native-access=ALL-UNNAMED -jar "$jar" \
    --port 0 --trust-proxy 127.0.0.1 \
    --cluster "redis://127.0.0.1:$redis_port" --cluster-password-file "$dir/password" \
    > "$dir/$1.out" 2> "$dir/$1.log" &
  running+=($!)
}
address_of() {
  sed -n 's/^Listening on //p' "$dir/$1.out"
}
has_address() {
  [ -n "$(address_of "$1")" ]
}
is_ready() {
  curl -fsS --max-time 2 "$1/readyz" > /dev/null 2>&1
}
start_node node-a
pid_a=${running[-1]}
start_node node-b
pid_b=${running[-1]}
for node in node-a node-b; do
  within 30 has_address "$node" || { logs; fail "$node did not start"; }
  within 30 is_ready "$(address_of "$node")" || { logs; fail "$node does not get ready"; }
done
a=$(address_of node-a)
b=$(address_of node-b)

# ---- nginx, with the documented configuration, but for names and ports, and with what it is given besides
start_nginx() {
  local name=$1 port=$2 temporary='' kind
  shift 2
  for kind in client_body proxy fastcgi uwsgi scgi; do
    temporary+="${kind}_temp_path $dir/$name-$kind; "
  done
  sed -e "s|server node-a:8080|server ${a#http://}|" \
    -e "s|server node-b:8080|server ${b#http://}|" \
    -e "s|^\( *\)listen 8080;|\1listen 127.0.0.1:$port;|" \
    -e "s|^http {|http { $temporary|" \
    "$@" "$here/nginx.conf" > "$dir/$name.conf"
  nginx -e stderr -p "$dir" -c "$dir/$name.conf" -g "daemon off; pid $dir/$name.pid; user $(id -un);" \
    > "$dir/$name.log" 2>&1 &
  running+=($!)
  within 10 is_ready "http://127.0.0.1:$port" || { logs; fail "$name did not start"; }
}
[ "$port" != 0 ] || port=$(free_port)
# So that the check sees which node answered.
says_who=(-e 's|^\( *\)add_header Set-Cookie .*|&\n\1add_header X-Node $upstream_addr;|')
if $check; then start_nginx nginx "$port" "${says_who[@]}"; else start_nginx nginx "$port"; fi
front=http://127.0.0.1:$port

echo "nginx   $front"
echo "node-a  $a (process $pid_a)"
echo "node-b  $b (process $pid_b)"
echo "Redis   127.0.0.1:$redis_port"

if ! $check; then
  echo "Ctrl+C ends all of it; what they say is in $dir"
  wait
  exit 0
fi

# ---- the check
watch=("$java" -XX:TieredStopAtLevel=1 -jar "$jar" watch --server)
brings_quotes() {
  timeout 30 "${watch[@]}" "$1" --transport "$2" --count 5 BTC-USD AAPL > "$dir/$2.txt" 2>> "$dir/watch.log"
}
for transport in websocket sse long-polling polling; do
  brings_quotes "$front" "$transport" || { logs; fail "no quotes over $transport"; }
  echo "ok: quotes over $transport"
done

curl -fsS "$front/v1/quotes?symbols=BTC-USD" | grep '"last"' > /dev/null || fail "no price by REST"
curl -fsSi "$front/v1/instruments?query=apple" | grep -i '^set-cookie: ticker_node=' > /dev/null || fail "no cookie to be sticky by"
echo "ok: REST, and a cookie"

# The nodes that answer a number of requests, each once. The cookie holds a number where %d stands in it.
who_answers() {
  local i
  for i in {1..16}; do
    curl -fsS --max-time 5 -D - -o /dev/null ${3:+-H "Cookie: ticker_node=${3/\%d/$i}"} "$1$2" \
      | tr -d '\r' | sed -n 's/^x-node: //Ip'
  done | sort -u
}
how_many() {
  who_answers "$@" | wc -l
}
[ "$(how_many "$front" /healthz)" -eq 1 ] || fail "without a cookie, one address is led to several nodes"
[ "$(how_many "$front" /healthz one)" -eq 1 ] || fail "one cookie leads to several nodes"
[ "$(how_many "$front" /healthz %d)" -eq 2 ] || fail "all cookies lead to the same node"
echo "ok: sticky by cookie, and by address without one"

status() {
  curl -sS --max-time 5 -o /dev/null -w '%{http_code}' --path-as-is "$1"
}
for path in /metrics //metrics /./metrics '/metrics?x=y' /%6detrics; do
  [ "$(status "$front$path")" = 403 ] || fail "$path can be had from outside"
done
[ "$(status "$a/metrics")" = 200 ] || fail "the node itself does not tell its metrics"
echo "ok: /metrics is for who asks the node itself"

# Without stickiness, as nginx.conf says it is done.
loose=http://127.0.0.1:$(free_port)
start_nginx loose "${loose##*:}" "${says_who[@]}" \
  -e '/^ *hash .*consistent;/d' -e 's|^\( *\)# least_conn;|\1least_conn;|'
[ "$(how_many "$loose" /healthz one)" -eq 2 ] || fail "it is sticky all the same"
# A client that polls keeps its wishes in a session of one node: without stickiness it brings quotes now and then only.
for transport in websocket sse; do
  brings_quotes "$loose" "$transport" || { logs; fail "no quotes over $transport where nothing is sticky"; }
  echo "ok: quotes over $transport, not sticky"
done
since=
for i in {1..8}; do
  curl -fsS --max-time 10 "$loose/v1/updates?symbols=BTC-USD&channels=trades&wait=2${since:+&since=$since}" \
    > "$dir/poll.json" || fail "a poll failed where nothing is sticky"
  grep -o '"tradeId":[0-9]*' "$dir/poll.json" | cut -d: -f2 || true
  since=$(sed -n 's/.*"next":"\([^"]*\)".*/\1/p' "$dir/poll.json")
done > "$dir/polled.txt"
each_once() {
  local first last
  first=$(head -n 1 "$1")
  last=$(tail -n 1 "$1")
  [ -s "$1" ] || fail "no trades came"
  [ -z "$(sort -n "$1" | uniq -d)" ] || fail "trades came twice: $(sort -n "$1" | uniq -d | tr '\n' ' ')"
  [ "$(wc -l < "$1")" -eq $((last - first + 1)) ] || fail "of trades $first to $last came only $(wc -l < "$1")"
  echo "trades $first to $last, each once"
}
told=$(each_once "$dir/polled.txt")
echo "ok: polls at both nodes in turn: $told"

"${watch[@]}" "$front" --transport websocket --channels trades --json BTC-USD > "$dir/trades.txt" 2>> "$dir/watch.log" &
running+=($!)
trades() {
  grep -o '"tradeId":[0-9]*' "$dir/trades.txt" | cut -d: -f2 | sort -n
}
has_trades() {
  [ "$(trades | wc -l)" -ge "$1" ]
}
leads() {
  curl -fsS --max-time 2 "$1/readyz" 2> /dev/null | grep '"role":"leading"' > /dev/null
}
listens_at() {
  curl -fsS --max-time 2 "$1/v1/status?limit=0" | grep '"webSocket":1' > /dev/null
}
within 30 has_trades 5 || { logs; fail "no trades"; }
if listens_at "$a"; then victim=$pid_a survivor=$b; else victim=$pid_b survivor=$a; fi
led=false
if leads "$survivor"; then led=true; fi
killed=$(date +%s%N)
kill -9 "$victim"
# So that the shell does not report its death as news.
wait "$victim" 2> /dev/null || true
before=$(trades | wc -l)
echo "killed the node that the client is on, after $before trades"

within 15 leads "$survivor" || { logs; fail "the other node does not lead"; }
if $led; then
  echo "ok: the other node has the market, as it had before"
else
  echo "ok: the other node has the market, $((($(date +%s%N) - killed) / 1000000)) ms after the kill at most"
fi
within 30 has_trades $((before + 20)) || { logs; fail "no trades after the node was killed"; }
trades > "$dir/ids.txt"
told=$(each_once "$dir/ids.txt")
echo "ok: $told"
echo "all is well"
