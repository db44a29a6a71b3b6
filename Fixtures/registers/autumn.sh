# Lives the autumn of a small office in a new register, offers.sqlite. Run it from a folder that holds Fixtures.
set -Eeuo pipefail
trap 'tail -n 5 acts.txt >&2' ERR

{
  cat Fixtures/officers.yaml
  printf '  m.brandt:\n    name: M. Brandt\n    manager: d.price\n    roles:\n      - { role: finance, from: 2024-04-01 }\n'
} >officers.yaml

# Does something on a day: on DAY COMMAND WORDS …
on() {
  local day=$1 command=$2
  shift 2
  redress "$command" "$@" --register offers.sqlite --officers officers.yaml --today "2026-$day" >>acts.txt 2>&1
}

# Drafts, signs and sends the decision of a case: send DAY NUMBER CASE SIGNER
send() {
  on "$1" offer "$3" --by j.okafor
  on "$1" sign "$2" --as "$4" --key "Fixtures/keys/$4"
  redress letter "$2" --to "letter-$2.html" --format html --register offers.sqlite --officers officers.yaml \
    --organisation Fixtures/organisation/progress.yaml --today "2026-$1"
  on "$1" issue "$2" --by j.okafor --document "letter-$2.html"
}

# The number of the run that was made last.
last_run() { sed -n 's/^Run \([0-9]*\):.*/\1/p' acts.txt | tail -n 1; }

# The day that stands on a sample case is the 12th of October; some of these are later.
dated() { sed "s/\"offer-date\": \"2026-10-12\"/\"offer-date\": \"2026-$1\"/" "Fixtures/cases/$2"; }
none=(--fact rent-arrears=0 --fact service-charge-arrears=0)
sample=(--organisation Fixtures/organisation/progress.yaml)

# October: seven offers go out.
send 10-12 1 Fixtures/cases/missed-visits.json a.khan
send 10-12 2 Fixtures/cases/wrong-key-fob.json s.ward
send 10-13 3 <(dated 10-13 scaffolding-left-up.json) a.khan
send 10-14 4 <(dated 10-14 spoilt-food.json) s.ward
# The fifth goes to the household of the first.
send 10-14 5 <(dated 10-14 leak-from-above.json | sed 's/H-2288/H-2201/') a.khan
send 10-15 6 <(dated 10-15 rewiring-overrun.json) a.khan
send 10-16 7 <(dated 10-16 damp-bedroom.json) d.price

# Three are accepted, each settled on the balances of its day. The form of the second has not come yet.
on 10-19 accept 2 --by j.okafor "${none[@]}" "${sample[@]}"
on 10-20 accept 1 --by j.okafor --fact rent-arrears=60 --fact service-charge-arrears=0 --pay-to bacs "${sample[@]}"
on 10-21 accept 4 --by j.okafor --fact rent-arrears=140 --fact service-charge-arrears=0 --pay-to bacs "${sample[@]}"

# Finance pays the first and the fourth in a run, and posts what is set off.
on 10-22 audit --payments october-payments.csv --seen 1:acceptance-form --seen 4:acceptance-form --by m.brandt
for offer in 1 4; do
  on 10-23 pay "$offer" --run "$(last_run)" --method bacs --seen acceptance-form --proof "BACS 2026-10-23/12" --by m.brandt
done
on 10-22 audit --credits october-credits.csv --by m.brandt
on 10-23 pay 1 --run "$(last_run)" --method set-off --proof "posting 8812" --by m.brandt

# The first is closed. All of the third is set off against rent, and not posted yet. The sixth is declined.
on 10-26 deliver 1 --by j.okafor --remedy 2 --proof "survey report 5512"
on 10-26 accept 3 --by j.okafor --fact rent-arrears=210.50 --fact service-charge-arrears=0 "${sample[@]}"
on 10-27 close 1 --by j.okafor
on 10-28 decline 6 --by j.okafor --because "it says nothing of the fall"

# The transfer of the fourth came back.
payment=$(redress history 4 --json --register offers.sqlite | sed -n 's/^{"event":\([0-9]*\),"kind":"paid".*/\1/p')
on 10-30 pay 4 --by m.brandt --returned "$payment" --because "the account is closed"

# November: the fifth is accepted late, with leave of a director. Nobody has answered the seventh.
on 11-18 accept 5 --by j.okafor "${none[@]}" --decision late-acceptance=accept --decided-by d.price \
  --because "the letter went to the old address" "${sample[@]}"

# The eighth is a refusal, signed and not sent.
on 11-20 offer <(dated 11-20 noisy-pipes-not-upheld.json) --by j.okafor
on 11-20 sign 8 --as a.khan --key Fixtures/keys/a.khan
