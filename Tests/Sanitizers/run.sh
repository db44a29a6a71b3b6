#!/usr/bin/env bash
# Runs the tests under a sanitizer of the compiler, which stops at the first misuse of memory or of threads.
#
#   Tests/Sanitizers/run.sh thread|address|undefined [--filter NAME] [more words for swift test]
#
# It builds into a folder of its own, .build/sanitizers/KIND, so that the ordinary build stays as it is. Ends with the
# exit code of swift test, and with 64 where it was called wrongly.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 64
}

[ $# -ge 1 ] || usage
kind=$1
shift
case $kind in
  # A finding ends the process with a code of its own, so that no test that expects a failure takes it for one.
  thread) export TSAN_OPTIONS="${TSAN_OPTIONS:-halt_on_error=1 exitcode=86}" ;;
  # What a test process leaves behind at its end is not looked for: the runtime keeps much for good.
  address) export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0 exitcode=86}" ;;
  undefined) export UBSAN_OPTIONS="${UBSAN_OPTIONS:-halt_on_error=1 print_stacktrace=1 exitcode=86}" ;;
  *) usage ;;
esac

folder=.build/sanitizers/$kind
echo "run.sh: building under the $kind sanitizer into $folder" >&2
exec swift test --sanitize="$kind" --scratch-path "$folder" "$@" </dev/null
