#!/usr/bin/env bash
# Builds once, runs every test, and checks format and compose file. The last line reads: N passed, N failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
. eng/restore.sh

usage() {
  cat <<'TEXT'
用法 Usage: ./test.sh [选项 options]

  --long        也运行耗时的测试 also runs the tests with Trait("Category", "Long")
  --filter X    只运行符合 X 的测试 only the tests that match X (as in dotnet test --filter)
  --help        显示本说明 shows this text
TEXT
}

long=false filter=
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --long) long=true; shift ;;
    --filter)
      [ -n "${2-}" ] || fail 2 "选项 --filter 缺少值。" "Option --filter needs a value." "./test.sh --help"
      filter=$2
      shift 2
      ;;
    *) fail 2 "没有选项 $1。" "There is no option $1." "./test.sh --help" ;;
  esac
done

results=artifacts/test-results
passed=0 failed=0 skipped=0
failures=()

# failure COUNT NAME...: counts what failed and keeps the names for the end.
failure() {
  failed=$((failed + $1))
  shift
  failures+=("$@")
}

finish() {
  [ "$skipped" -gt 0 ] && echo "$skipped skipped"
  if [ "$failed" -gt 0 ]; then
    echo "未通过 Failed:"
    local name
    # A test with data has the data in its name: its beginning will do.
    for name in "${failures[@]}"; do echo "  ${name:0:200}"; done
  fi
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

# What tests need besides .NET: a browser, PDF readers, LibreOffice Calc without its windows (85 MB to fetch, 261 MB on
# the disk), a Chinese font, and a reader of compose files.
install_tools() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v qpdf >/dev/null || missing+=(qpdf)
  command -v mutool >/dev/null || missing+=(mupdf-tools)
  command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui)
  command -v gs >/dev/null || missing+=(ghostscript)
  { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ]; } || missing+=(fontconfig fonts-noto-cjk)
  command -v docker-compose >/dev/null || docker compose version >/dev/null 2>&1 || missing+=(docker-compose)
  [ ${#missing[@]} -eq 0 ] && return

  local root=() log=artifacts/apt.log
  if [ "$(id -u)" -ne 0 ]; then
    root=(sudo)
    [ -t 0 ] || root=(sudo -n)
  fi
  if command -v apt-get >/dev/null && { [ ${#root[@]} -eq 0 ] || command -v sudo >/dev/null; }; then
    echo "正在安装 Installing: ${missing[*]}"
    "${root[@]}" apt-get update </dev/null >"$log" 2>&1
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1 && return
    tail -5 "$log" >&2
  fi
  printf '%s\n' "请自行安装后重试，否则有关测试不能通过：${missing[*]}" \
    "Please install these, or the tests that need them will fail: ${missing[*]}" >&2
}

# run_project FOLDER: runs its tests, and keeps how that ended and how long it took.
run_project() {
  local name chosen=() begin=$SECONDS code
  name=$(basename "$1")
  if $long; then
    [ -n "$filter" ] && chosen=(--filter "$filter")
  else
    chosen=(--filter "${filter:+($filter)&}Category!=Long")
  fi
  dotnet test "$1" --no-build -c Debug --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none "${chosen[@]}" </dev/null >"$results/$name.log" 2>&1
  code=$?
  echo "$code $((SECONDS - begin))" >"$results/$name.end"
}

# count_project FOLDER: adds up its trx file.
count_project() {
  local name trx code took counters total ok bad
  name=$(basename "$1")
  trx=$results/$name.trx
  read -r code took 2>/dev/null <"$results/$name.end" || code=1 took=0
  counters=$(grep -o '<Counters [^>]*>' "$trx" 2>/dev/null | head -1)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total=$(count total) ok=$(count passed) bad=$(count failed)
  total=${total:-0} ok=${ok:-0} bad=${bad:-0}
  passed=$((passed + ok))
  skipped=$((skipped + $(grep -o '<UnitTestResult [^>]*outcome="NotExecuted"' "$trx" 2>/dev/null | wc -l)))
  echo "$name: $ok passed, $bad failed, $took s"
  if [ "$bad" -gt 0 ]; then
    local names
    mapfile -t names < <(grep -o '<UnitTestResult [^>]*outcome="Failed"' "$trx" | sed -e 's/.* testName="\([^"]*\)".*/\1/' \
      -e 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&apos;/'"'"'/g; s/&amp;/\&/g')
    failure "$bad" "${names[@]}"
    grep -vE '^\s*$' "$results/$name.log" | head -150
  elif [ "$code" -ne 0 ]; then
    failure 1 "$name: dotnet test ended with $code, see $results/$name.log"
    tail -30 "$results/$name.log"
  elif [ "$total" -eq 0 ] && [ -z "$filter" ]; then
    failure 1 "$name: ran no test"
  fi
}

# check NAME COMMAND...: something besides tests that must hold.
check() {
  local name=$1 log=$results/$1.log begin=$SECONDS
  shift
  if "$@" </dev/null >"$log" 2>&1; then
    echo "$name: ok, $((SECONDS - begin)) s"
  else
    head -30 "$log"
    failure 1 "$name"
  fi
}

compose() {
  local tool=(docker-compose)
  command -v docker-compose >/dev/null || tool=(docker compose)
  MSSQL_SA_PASSWORD=Only-for-checking-1 "${tool[@]}" -f docker-compose.yml config -q
}

require_sdk
rm -rf "$results"
mkdir -p "$results"
install_tools
restore PerfEval.sln
echo "正在编译 Building"
if ! dotnet build PerfEval.sln -c Debug --no-restore -nologo -v quiet </dev/null >"$results/build.log" 2>&1; then
  grep -E 'error' "$results/build.log" | sort -u | head -30
  failure 1 "build"
  finish
fi

# Programs that live for a minute gain nothing from profiling themselves.
export DOTNET_TieredPGO=0

# A browser test waits most of its time: everything else runs beside them.
beside=tests/PerfEval.Browser.Tests
run_project "$beside" &
browsing=$!
trap 'kill "$browsing" 2>/dev/null' INT TERM

if [ -z "$filter" ]; then
  migrations=(src/PerfEval.Data/Sqlite/Migrations src/PerfEval.Data/SqlServer/Migrations)
  check format-whitespace dotnet format whitespace PerfEval.sln --verify-no-changes --no-restore --exclude "${migrations[@]}"
  if command -v docker-compose >/dev/null || docker compose version >/dev/null 2>&1; then
    check compose compose
  else
    echo "compose: not checked, docker-compose is not here"
  fi
fi

for project in tests/*.Tests/; do
  [ "${project%/}" = "$beside" ] && continue
  run_project "${project%/}"
  count_project "${project%/}"
done
wait "$browsing"
count_project "$beside"
[ $((passed + failed + skipped)) -gt 0 ] || failure 1 "no test matches $filter"
finish
