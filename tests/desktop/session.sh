# shellcheck shell=bash disable=SC2034
# Sourced by the tests of the window: NAME PROGRAM SOURCE-FOLDER, inside with-desktop.
program=$1 source=$2
PATH=$source/tests/support/desktop:$PATH
example=$source/resources/templates/first-steps-sandbox.fuota.json
failed=0 app=

start() {
    "$program" "$@" 2>>"$D_RUN/stderr" &
    app=$!
    trap stop EXIT
    ui --wait 30 wait 'frame:~FUOTA Desk'
    local tries=100 # the window manager gives it the keys a moment later
    until [ "$(xdotool getactivewindow getwindowpid 2>/dev/null)" = "$app" ] || [ $((tries -= 1)) -eq 0 ]; do sleep 0.1; done
}

stop() {
    kill "$app" 2>/dev/null
    wait "$app" 2>/dev/null
}

ok() { echo "ok   $1"; }
bad() {
    echo "FAIL $1"
    failed=$((failed + 1))
}
check() { # NAME GOT WANTED
    if [ "$2" = "$3" ]; then ok "$1"; else bad "$1: wanted [$3], got [$2]"; fi
}

# eventually NAME COMMAND...: within ten seconds
eventually() {
    local name=$1 tries=50
    shift
    until "$@"; do
        tries=$((tries - 1))
        if [ $tries -eq 0 ]; then
            bad "$name"
            return
        fi
        sleep 0.2
    done
    ok "$name"
}

key() { xdotool key --clearmodifiers "$@"; }

# totals: the figure of the preview, "427 data + 129 redundant = 556"
totals() { ui get 'label:~redundant =' | tr -d ',.' | tr -d '\302\240\342\200\257'; }
shows_totals() { [ "$(totals)" = "$1" ]; }
lists_task() { ui cells table:Tasks 2>/dev/null | grep -qE "^(Name: )?$1\b"; }

finish() {
    if [ $failed -gt 0 ]; then
        ui tree | head -150
        shot "${TEST_PICTURES:-$D_RUN}/failed.png" || true
        cat "$D_RUN/stderr"
    fi
    echo "$failed failed"
    exit $((failed > 0))
}
