# Lives the autumn of a small office in a new register, offers.sqlite. Run it from a folder that holds Fixtures.
set -euo pipefail

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

# The day that stands on a sample case is the 12th of October; some of these are later.
dated() { sed "s/\"offer-date\": \"2026-10-12\"/\"offer-date\": \"2026-$1\"/" "Fixtures/cases/$2"; }
none=(--fact rent-arrears=0 --fact service-charge-arrears=0)
sample=(--organisation Fixtures/organisation/progress.yaml)

# 1: accepted with fresh balances, paid and credited, closed.
send 10-12 1 Fixtures/cases/missed-visits.json a.khan
on 10-20 accept 1 --by j.okafor --fact rent-arrears=60 --fact service-charge-arrears=0 --pay-to bacs "${sample[@]}"
on 10-22 pay 1 --by m.brandt --method bacs --proof "BACS 2026-10-22/77" --seen acceptance-form
on 10-22 pay 1 --by m.brandt --method set-off --proof "posting 8812"
on 10-26 deliver 1 --by j.okafor --remedy 2 --proof "survey report 5512"
on 10-27 close 1 --by j.okafor

# 2: accepted and unpaid.
send 10-12 2 Fixtures/cases/wrong-key-fob.json s.ward
on 10-19 accept 2 --by j.okafor "${none[@]}" "${sample[@]}"

# 3: all of it is set off against rent.
send 10-13 3 <(dated 10-13 scaffolding-left-up.json) a.khan
on 10-26 accept 3 --by j.okafor --fact rent-arrears=210.50 --fact service-charge-arrears=0
on 10-29 pay 3 --by m.brandt --method set-off --proof "posting 8840"

# 4: paid, and the transfer came back.
send 10-14 4 <(dated 10-14 spoilt-food.json) s.ward
on 10-21 accept 4 --by j.okafor --fact rent-arrears=140 --fact service-charge-arrears=0 --pay-to bacs "${sample[@]}"
on 10-23 pay 4 --by m.brandt --method bacs --proof "BACS 2026-10-23/12" --seen acceptance-form
payment=$(redress history 4 --json --register offers.sqlite | sed -n 's/^{"event":\([0-9]*\),"kind":"paid".*/\1/p')
on 10-30 pay 4 --by m.brandt --returned "$payment" --because "the account is closed"

# 5: to the household of the first. Accepted late, with leave of a director; not paid yet.
send 10-14 5 <(dated 10-14 leak-from-above.json | sed 's/H-2288/H-2201/') a.khan
on 11-18 accept 5 --by j.okafor "${none[@]}" --decision late-acceptance=accept --decided-by d.price \
  --because "the letter went to the old address" "${sample[@]}"

# 6: declined.
send 10-15 6 <(dated 10-15 rewiring-overrun.json) a.khan
on 10-28 decline 6 --by j.okafor --because "it says nothing of the fall"

# 7: nobody has answered.
send 10-16 7 <(dated 10-16 damp-bedroom.json) d.price

# 8: a refusal, signed and not sent.
on 11-20 offer <(dated 11-20 noisy-pipes-not-upheld.json) --by j.okafor
on 11-20 sign 8 --as a.khan --key Fixtures/keys/a.khan
