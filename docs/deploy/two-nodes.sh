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
  --check      see whether it does what it should, and end: each transport brings quotes through nginx; a node is killed
               while a client listens to it, and the client gets every trade once all the same
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

# ---- nginx, with the documented configuration, but for names and ports
[ "$port" != 0 ] || port=$(free_port)
temporary=
for kind in client_body proxy fastcgi uwsgi scgi; do
  temporary+="${kind}_temp_path $dir/nginx-$kind; "
done
sed -e "s|server node-a:8080|server ${a#http://}|" \
  -e "s|server node-b:8080|server ${b#http://}|" \
  -e "s|^\( *\)listen 8080;|\1listen 127.0.0.1:$port;|" \
  -e "s|^http {|http { $temporary|" \
  "$here/nginx.conf" > "$dir/nginx.conf"
nginx -e stderr -p "$dir" -c "$dir/nginx.conf" -g "daemon off; pid $dir/nginx.pid; user $(id -un);" \
  > "$dir/nginx.log" 2>&1 &
running+=($!)
front=http://127.0.0.1:$port
within 10 is_ready "$front" || { logs; fail "nginx did not start"; }

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
watch=("$java" -XX:TieredStopAtLevel=1 -jar "$jar" watch --server "$front")
for transport in websocket sse long-polling polling; do
  timeout 30 "${watch[@]}" --transport "$transport" --count 5 BTC-USD AAPL \
    > "$dir/$transport.txt" 2>> "$dir/watch.log" \
    || { logs; fail "no quotes over $transport"; }
  echo "ok: quotes over $transport"
done

curl -fsS "$front/v1/quotes?symbols=BTC-USD" | grep '"last"' > /dev/null || fail "no price by REST"
curl -fsSi "$front/v1/instruments?query=apple" | grep -i '^set-cookie: ticker_node=' > /dev/null || fail "no cookie to be sticky by"
echo "ok: REST, and a cookie"

"${watch[@]}" --transport websocket --channels trades --json BTC-USD > "$dir/trades.txt" 2>> "$dir/watch.log" &
running+=($!)
trades() {
  grep -o '"tradeId":[0-9]*' "$dir/trades.txt" | cut -d: -f2 | sort -n
}
has_trades() {
  [ "$(trades | wc -l)" -ge "$1" ]
}
listens_at() {
  curl -fsS --max-time 2 "$1/v1/status?limit=0" | grep '"webSocket":1' > /dev/null
}
within 30 has_trades 5 || { logs; fail "no trades"; }
if listens_at "$a"; then victim=$pid_a survivor=$b; else victim=$pid_b survivor=$a; fi
kill -9 "$victim"
# So that the shell does not report its death as news.
wait "$victim" 2> /dev/null || true
before=$(trades | wc -l)
echo "killed the node that the client is on, after $before trades"

leads() {
  curl -fsS --max-time 2 "$1/readyz" 2> /dev/null | grep '"role":"leading"' > /dev/null
}
within 15 leads "$survivor" || { logs; fail "the other node does not lead"; }
echo "ok: the other node leads"
within 30 has_trades $((before + 20)) || { logs; fail "no trades after the node was killed"; }
trades > "$dir/ids.txt"
first=$(head -n 1 "$dir/ids.txt")
last=$(tail -n 1 "$dir/ids.txt")
count=$(wc -l < "$dir/ids.txt")
[ -z "$(uniq -d "$dir/ids.txt")" ] || fail "trades came twice: $(uniq -d "$dir/ids.txt" | tr '\n' ' ')"
[ "$count" -eq $((last - first + 1)) ] || fail "of trades $first to $last came only $count"
echo "ok: trades $first to $last, each once"
echo "all is well"
