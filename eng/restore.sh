# Sourced by run.sh and test.sh from the top of the repository: what both need before they can build.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# fail EXIT_CODE LINE...: says why on stderr and ends the script.
fail() {
  local code=$1
  shift
  printf '%s\n' "$@" >&2
  exit "$code"
}

require_sdk() {
  command -v dotnet >/dev/null 2>&1 && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
    fail 2 "没有找到 .NET 10 SDK，请先安装，并保证 dotnet 命令可用。" \
      "No .NET 10 SDK found. Install it and put the dotnet command on the PATH (https://dotnet.microsoft.com/download)."
}

# restore PROJECT_OR_SOLUTION: a full package feed needs nothing else; for a trimmed one the marker switches
# eng/TrimmedFeed.props on. The marker is taken away again when it did not help either.
restore() {
  local marker=artifacts/trimmed-feed log=artifacts/restore.log
  mkdir -p artifacts
  dotnet restore "$1" </dev/null >"$log" 2>&1 && return
  if [ ! -e "$marker" ]; then
    echo "软件源不全，改用精简方式还原。The package feed is incomplete: restoring with eng/TrimmedFeed.props."
    touch "$marker"
    dotnet restore "$1" </dev/null >"$log" 2>&1 && return
    rm -f "$marker"
  fi
  grep -E 'error|warn' "$log" | sort -u | head -20 >&2
  fail 1 "还原软件包失败，完整记录见 $log。Restoring packages failed; the full log is $log."
}
