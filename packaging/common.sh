# shellcheck shell=bash disable=SC2154
# Sourced by run, test, bench and .ci/run: where things are, steps that say what they do, failures that say what to do.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
logs=$PWD/build/logs
mkdir -p "$logs"
jobs=$(nproc 2>/dev/null || echo 2)
step_number=0
# Where there is a ccache, clones of the project share what they compiled.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

# step TEXT: announces the next of $steps steps
step() {
    step_number=$((step_number + 1))
    echo "[$step_number/$steps] $1"
}

# quietly NAME HINT COMMAND...: the command's output goes to a log, which is shown when it fails
quietly() {
    local log=$logs/$1.log hint=$2
    shift 2
    if ! "$@" >"$log" 2>&1; then
        tail -25 "$log" >&2
        printf '\nFailed: %s\nAll of its output is in %s\n%s\n' "$*" "$log" "$hint" >&2
        exit 1
    fi
}

# configure PRESET [-DX=Y...]: only when the build folder is new, the presets changed, or a setting is passed
configure() {
    local preset=$1
    shift
    if [ $# -eq 0 ] && [ -e "build/$preset/build.ninja" ] && [ ! CMakePresets.json -nt "build/$preset/CMakeCache.txt" ]; then
        return
    fi
    quietly "configure-$preset" "If the build folder is damaged, remove build/$preset and start again." \
        cmake --preset "$preset" "$@"
}

# build PRESET [TARGET...]: shows tenths as it goes
build() {
    local preset=$1 log=$logs/build-$1.log
    shift
    if ! NINJA_STATUS='%p ' cmake --build --preset "$preset" -j "$jobs" ${1+--target "$@"} 2>&1 | tee "$log" | tenths; then
        grep -aE -A12 'FAILED:|error:' "$log" | head -40 >&2
        printf '\nBuilding failed; all of its output is in %s\n' "$log" >&2
        printf 'Out of memory: start again with fewer jobs, as in taskset -c 0 %s\n' "$0" >&2
        exit 1
    fi
}

tenths() {
    awk 'match($0, /^ *[0-9]+%/) {
             tenth = int($1 / 10)
             if (tenth > last && tenth < 10) { printf "      %d %%\n", tenth * 10; fflush() }
             if (tenth > last) last = tenth
         }'
}

# run_tests PRESET [CTEST-ARGUMENT...]: on a private desktop, so that nothing depends on the machine's own
run_tests() {
    local preset=$1 status=0
    shift
    tests/support/desktop/with-desktop --keyring unlocked --limit 3600 -- \
        ctest --preset "$preset" -j "$jobs" --no-tests=error "$@" || status=$?
    if [ "$status" -ne 0 ]; then
        printf '\nTests failed. One of them again, with its output: ctest --preset %s -V -R NAME\n' "$preset" >&2
        exit 1
    fi
}
