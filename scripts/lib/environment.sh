# Sourced by every script here: where the repository is, and an environment that holds on any account.
set -euo pipefail

caller_folder="$PWD"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$root"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

say() { printf '%s\n' "$*" >&2; }

# Ends the script with what is wrong and what to do about it.
fail() {
  say "error: $1"
  [ $# -lt 2 ] || say "  $2"
  exit 1
}

# Two scripts at once would install or build over each other: one at a time. A command that may leave a process behind has
# to be started with 9<&-, or that process would hold the lock.
lock() {
  exec 9< "$root/package.json"
  ! command -v flock > /dev/null || flock 9
}

unlock() { exec 9<&-; }

# Accounts such as nobody have no home folder, and neither npm nor dotnet works without one.
if [ ! -w "${HOME:-/nonexistent}" ]; then
  export HOME="$root/.data/home"
  mkdir -p "$HOME"
fi
