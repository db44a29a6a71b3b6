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
  thread)
    export TSAN_OPTIONS="${TSAN_OPTIONS:-halt_on_error=1 exitcode=86}"
    instrumented=(--sanitize=thread)
    ;;
  # What a test process leaves behind at its end is not looked for: the runtime keeps much for good.
  address)
    export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0 exitcode=86}"
    instrumented=(--sanitize=address)
    ;;
  # For the C that is in it. Swift stops at an overflow by itself, and on Linux its compiler does not know this one.
  # A finding stops the process where it is, without a word; a debugger shows the place.
  undefined) instrumented=(-Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined) ;;
  *) usage ;;
esac

folder=.build/sanitizers/$kind
echo "run.sh: building under the $kind sanitizer into $folder" >&2
exec swift test "${instrumented[@]}" --scratch-path "$folder" "$@" </dev/null
