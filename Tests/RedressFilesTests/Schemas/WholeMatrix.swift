/// A small matrix in which every key of the notation stands at least once.
let wholeMatrix = """
  format: redress-matrix/1
  scheme: sample
  edition: 2024-04-01.2
  status: draft
  title: A policy
  body: A landlord
  review-by: 2027-04-01
  selects-on: [claim-date]
  sources:
    policy: { title: The policy, paragraphs: { "1": one, "2": two } }
  readings-decided: { by: The board, on: 2024-03-01 }
  readings:
    gap: { question: What lies between?, answer: ask, ask: [officer], because: It is silent., source: policy#2 }
    settled: { question: Which day?, answer: The next., because: It is usual., decided: { by: A, on: 2024-03-02 } }
  roles: { officer: Officer, head: Head, finance: Finance }
  facts:
    claim-date: { type: date, ask: When was it claimed?, help: The earlier day. }
    reply-date: { type: date, ask: When was it replied to?, left-out: claim-date, not-before: [claim-date] }
    extended-to: { type: date, ask: Until when was more time agreed?, optional: true }
    going-on: { type: flag, of: case or item, ask: Does it go on? }
    excluded: { type: flag, of: case or item, ask: Is it excluded? }
    declined: { type: flag, of: item, ask: Was it declined? }
    kind: { type: choice, ask: Who is it?, left-out: tenant, choices: { tenant: a tenant, "7": a block of seven } }
    level: { type: choice, of: item, ask: How bad was it?, choices: { low: Low, high: High } }
    form: { type: choice, of: item, ask: How is it given?, left-out: money, choices: { money: money, flowers: flowers } }
    amount: { type: money, of: item, ask: How much? }
    paid: { type: money, ask: What was paid before?, left-out: nothing }
    debt: { type: money, ask: What is owed?, left-out: £0 }
    disputed: { type: money, ask: What is disputed?, left-out: £0 }
    receipts: { type: receipts, of: item, ask: What was spent?, optional: true }
    evidence: { type: text, of: item, ask: What shows it?, optional: true }
  decisions:
    late: { ask: May it count?, by: authority, source: policy#1, readings: [settled] }
    apart: { ask: May it be split?, jointly: [officer, head], source: policy#1 }
    dispute: { ask: May it be set off?, by: [head], source: policy#1 }
  scope:
    who:
      title: Who is covered
      when: { all: [{ fact: kind, is-not: tenant }, { any: [{ given: extended-to }, { not-given: extended-to }] }] }
      unless: apart
      say: Not covered.
      refer-to: somebody else
      source: policy#1
      readings: settled
  exclusions:
    excluded: { title: Excluded, say: It is excluded., source: policy#1, readings: settled }
    other:
      title: Other
      when: { fact: kind, is: "7" }
      unless: apart
      say: It is not paid for.
      refer-to: somebody else
      source: policy#1
  windows:
    claim:
      title: Time to reply
      from: claim-date
      until: reply-date
      open-while: going-on
      extended-to: extended-to
      steps:
        - { within: 2 weeks, day-one: next day }
        - within: 6 months
          day-one: next day
          month-end: last day of the month
          when: { fact: claim-date, before: 2026-01-01 }
          needs: late
          undecided: ask
          say: Late.
        - { outcome: refused, say: Too late. }
      source: policy#1
      readings: settled
  heads:
    trouble:
      title: Trouble
      price:
        band:
          by: level
          amount: amount
          picked-by: officer
          levels:
            low: { from: £1, to: £100, signs: [mild], source: policy#1 }
            high: { above: £100.99 }
          between: gap
          at-edge: gap
          placed: { when: declined, level: high, otherwise: gap }
      forms: { fact: form, in-kind: flowers, at: low, otherwise: gap }
      set-off: allowed
      source: policy#1
      readings: settled
    costs:
      title: Costs
      price: { actual-cost: { receipts: receipts, evidence: evidence, amount: amount } }
      set-off: never
      source: policy#1
  total: { title: Total, combine: sum, source: policy#1, readings: settled }
  already-paid: { title: Paid before, fact: paid, source: policy#1, readings: settled }
  set-off:
    title: Arrears
    debts: debt
    disputed: disputed
    disputed-decision: dispute
    not-when:
      any:
        - { fact: debt, above: £5 }
        - { fact: debt, at-least: £5 }
        - { fact: debt, below: £5 }
        - { fact: debt, at-most: £5 }
        - { fact: claim-date, on-or-before: reply-date }
        - { fact: kind, one-of: tenant }
    source: policy#1
    readings: settled
  authority:
    title: Who signs
    measured-on: total
    steps:
      - { to: £100, any-of: officer, source: policy#1 }
      - { all-of: [officer, head] }
    source: policy#1
    readings: settled
  acceptance:
    title: Time to accept
    from: claim-date
    until: reply-date
    steps: [{ within: 28 days, day-one: same day }, { outcome: noted }]
    source: policy#1
  payment:
    form: { title: A form, on: offer, when: declined, head: trouble, say: It waits., source: policy#1 }
  statements:
    rights: { title: Rights, on: both, say: Nothing ends., source: policy#1, readings: settled }

  """
