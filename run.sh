#!/usr/bin/env bash
# Builds the program when its sources changed and runs it. ./run.sh --help says what can be chosen.
set -euo pipefail
start=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"
. eng/restore.sh

usage() {
  cat <<'TEXT'
用法 Usage: ./run.sh [选项 options] [命令 command]

  ./run.sh                               演示模式 demo, http://localhost:5080, 数据在 data in ./data
  ./run.sh --no-demo --data DIR          正式使用 real use, 不含演示数据 without demo data
  ./run.sh --no-demo --data DIR create-admin 用户名 单位名称
                                         新建第一个管理员 creates the first administrators
  ./run.sh --data DIR migrate            建立或升级数据库后退出 creates or upgrades the database

  --port N      端口 port (1–65535), 默认 default 5080
  --data DIR    数据目录 data folder, 默认 default ./data
  --no-demo     不以演示模式启动 no demo
  --help        显示本说明 shows this text
TEXT
}

refuse() {
  fail 2 "$1" "$2" "./run.sh --help"
}

port=5080 data=$PWD/data demo=true command=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --no-demo) demo=false; shift ;;
    --port | --data)
      case ${2-} in
        "" | --*) refuse "选项 $1 缺少值。" "Option $1 needs a value." ;;
      esac
      if [ "$1" = --port ]; then port=$2; else data=$2; fi
      shift 2
      ;;
    -*) refuse "没有选项 $1。" "There is no option $1." ;;
    migrate | create-admin) command=("$@"); break ;;
    *) refuse "没有命令 $1。" "There is no command $1." ;;
  esac
done

[[ $port =~ ^[0-9]{1,5}$ ]] && ((10#$port >= 1 && 10#$port <= 65535)) ||
  refuse "端口应为 1 到 65535 的整数，现为“$port”。" "The port must be a whole number from 1 to 65535, not “$port”."
port=$((10#$port))
require_sdk

case $data in
  /*) ;;
  *) data=$start/$data ;;
esac
probe=$data/.writable.$$
(umask 077 && mkdir -p "$data" && : >"$probe" && rm "$probe") 2>/dev/null ||
  fail 2 "数据目录不能写入：$data" "The data folder cannot be written: $data"

if [ ${#command[@]} -eq 0 ] && (: </dev/tcp/localhost/"$port") 2>/dev/null; then
  fail 2 "端口 $port 已被占用，请用 --port 另选一个。" "Port $port is in use; choose another one with --port."
fi

fingerprint() {
  local paths=(src eng Directory.Build.props .editorconfig)
  [ -e artifacts/trimmed-feed ] && paths+=(artifacts/trimmed-feed)
  find "${paths[@]}" -type f -not -path '*/bin/*' -not -path '*/obj/*' -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum
}

# Published afresh only when a source changed, and beside the old one, which may still be running.
if [ "$(cat artifacts/app/.sources 2>/dev/null)" != "$(fingerprint)" ]; then
  echo "正在编译，第一次需要一两分钟…… Building; the first time takes a minute or two."
  restore src/PerfEval.Web/PerfEval.Web.csproj
  rm -rf artifacts/app.new
  dotnet publish src/PerfEval.Web/PerfEval.Web.csproj -c Release -o artifacts/app.new --no-restore -v quiet </dev/null ||
    fail 1 "编译失败。The build failed."
  fingerprint >artifacts/app.new/.sources
  rm -rf artifacts/app
  mv artifacts/app.new artifacts/app
fi

# Accounts and keys are nobody else's business on a shared machine.
umask 077
cd artifacts/app
if [ ${#command[@]} -gt 0 ]; then
  exec dotnet PerfEval.Web.dll "${command[@]}" --Data:Folder "$data"
fi
exec dotnet PerfEval.Web.dll --urls "http://localhost:$port" --Data:Folder "$data" --Demo "$demo"
