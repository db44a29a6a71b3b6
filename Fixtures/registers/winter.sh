# Begins a register, winter.sqlite, in which five offers are open, and a folder of matrices, corrected, with a
# correction of the edition that they were made under. Run it from a folder that holds Fixtures and Matrices.
set -Eeuo pipefail
trap 'tail -n 5 acts.txt >&2' ERR

# Does something on a day: on DAY COMMAND WORDS …
on() {
  local day=$1 command=$2
  shift 2
  redress "$command" "$@" --register winter.sqlite --officers Fixtures/officers.yaml --today "2026-$day" >>acts.txt 2>&1
}

# Drafts and signs the decision of a case: sign DAY NUMBER CASE SIGNER
sign() {
  on "$1" offer <(sed "s/\"offer-date\": \"2026-10-12\"/\"offer-date\": \"2026-$1\"/" "Fixtures/cases/$3") --by j.okafor
  on "$1" sign "$2" --as "$4" --key "Fixtures/keys/$4"
}

# Signs it and sends it.
send() {
  sign "$@"
  redress letter "$2" --to "winter-$2.html" --format html --register winter.sqlite --officers Fixtures/officers.yaml \
    --organisation Fixtures/organisation/progress.yaml --today "2026-$1"
  on "$1" issue "$2" --by j.okafor --document "winter-$2.html"
}

send 10-14 1 leak-from-above.json a.khan
send 11-23 2 missed-visits.json a.khan
send 11-23 3 spoilt-food.json s.ward
send 11-23 4 scaffolding-left-up.json a.khan
sign 11-24 5 wrong-key-fob.json s.ward

# The correction: a service manager signs up to £80, and no longer up to £100.
mkdir corrected
cp -r Matrices/* corrected/
sed -e 's/^edition: 2022-10-01$/edition: 2022-10-01.1/' -e 's/{ to: £100, any-of/{ to: £80, any-of/' \
  Matrices/progress/2022-10-01.yaml >corrected/progress/2022-10-01.1.yaml
(cd corrected && echo "sha256:$(sha256sum progress/2022-10-01.1.yaml)" >>editions.lock)
