# The names of what the ledger knows.

stage-pledged = pledged
stage-committed = committed
stage-allocated = allocated
stage-delivered = delivered
stage-unclear = unclear

aid-type-military = military
aid-type-financial = financial
aid-type-humanitarian = humanitarian
aid-type-mixed = mixed

area-military-assistance = Military assistance
area-land = Land forces
area-air = Air force and air defence
area-sea = Sea
area-space = Space
area-cyber = Cyber
area-training = Training
area-intelligence = Intelligence
area-defence-industry = Defence industry
area-interoperability = Interoperability
area-demining = Demining
area-hybrid-threats = Hybrid threats
area-nuclear-risks = Nuclear risks
area-critical-infrastructure = Critical infrastructure
area-energy = Energy
area-information-security = Information security
area-organised-crime = Organised crime
area-consultation = Consultation on a future attack
area-eu-membership = EU membership
area-nato-membership = NATO membership
area-reforms = Reforms
area-peace-formula = Peace Formula
area-accountability = Accountability
area-sanctions = Sanctions
area-compensation = Compensation
area-humanitarian = Humanitarian aid
area-reconstruction = Reconstruction
area-macro-financial = Macro-financial support
area-term-and-review = Term and review

area-group-defence = Defence
area-group-resilience = Resilience
area-group-path = The path to EU and NATO
area-group-justice = Justice and recovery
area-group-term = Term

wording-shall = shall
wording-will = will
wording-intends = intends
wording-seeks = seeks
wording-may = may
wording-reaffirms = reaffirms

strength-weak = weak
strength-middle = middle
strength-strong = strong

commitment-status-not-started = not started
commitment-status-under-way = under way
commitment-status-fulfilled = fulfilled
commitment-status-overdue = overdue
commitment-status-broken = broken
commitment-status-cannot-be-told = cannot be told

agreement-kind-agreement = agreement
agreement-kind-joint-commitments = joint security commitments
agreement-kind-memorandum = memorandum
agreement-kind-accord = accord

instrument-unknown = shape not stated
instrument-grant = grant
instrument-loan = loan
instrument-guarantee = guarantee
instrument-stock = goods from stock
instrument-purchase = goods bought for it

source-kind-agreement-text = text of the agreement
source-kind-government = government or institution
source-kind-press = press
source-kind-think-tank = think tank
source-kind-statistics = statistics

vilnius-g7-signatory = signed the Vilnius declaration as a member of the G7
vilnius-joined = joined the Vilnius declaration

lumps-whole = lumps whole
lumps-split = lumps split evenly

future-gdp-undisclosed = future GDP not known
future-gdp-carried = last GDP carried on

gdp-status-actual = reported
gdp-status-estimate = estimate

rule-name-r1 = Stages never mix
rule-name-r2 = Bounds add, blanks don’t
rule-name-r3 = A part is inside its whole
rule-name-r4 = Running totals are never added
rule-name-r5 = Lumps stay whole
rule-name-r6 = Shares of GDP
rule-name-r7 = Conversion
rule-name-r8 = EU money once
rule-name-r9 = Fulfilment
rule-name-r10 = One chosen figure
rule-name-r11 = Cut-off everywhere
rule-name-r12 = Totals are reproducible
rule-name-r13 = Later replaces earlier

rule-r1 = A sum has one stage; what was pledged is never added to what was delivered.
rule-r2 = Lows add, highs add, an open end stays open; what names no sum is counted, not summed.
rule-r3 = Parts are not added beside a whole that is in the sum; the rest of the whole is not itemised.
rule-r4 = The best known sum is the greatest of the packages and of each running total with the packages after it.
rule-r5 = One sum over several years stands in no single year, unless splitting it is assumed.
rule-r6 = The share times the GDP of that calendar year, in a named vintage.
rule-r7 = Original sums are kept and converted at mean rates; without a rate a sum is listed, not dropped.
rule-r8 = The EU is a party; money that another entry carries counts there alone.
rule-r9 = What fulfils a commitment, by stage, over what it promised.
rule-r10 = Sums use the preferred figure; the others are told beside it.
rule-r11 = What was announced after the cut-off does not count.
rule-r12 = Every total equals the sum of the leaves under it, to the cent.
rule-r13 = A later pledge for the same thing replaces the earlier one; a restatement counts once.

aid-type-all = all types

fx-rule-year = yearly average rates
fx-rule-month = monthly average rates
fx-rule-fixed = average rates of { $year }

basis-nothing = nothing recorded
basis-packages = packages
basis-per-party = each party on its own basis
basis-running-total = running total { $record }
basis-running-total-on = running total { $record } as counted on { $date }
basis-and-after =
    { $packages ->
        [one] { $base } and { $number } package after it
       *[other] { $base } and { $number } packages after it
    }

reason-part-of = a part of { $record }, beside which it is not added
reason-inside-commitment = inside the pledge of { $record }, which it fulfils
reason-same-as = restates { $record }, beside which it is not added
reason-counted-in = its money is carried by { $record }
reason-superseded-by = replaced by { $record }, which is later
reason-covered = inside the time that the running total { $record } covers
reason-running-total = a running total, which is never added
reason-joint = holds the money of several parties together
reason-after-cutoff = announced on { $date }, after the cut-off
reason-not-split = one sum over several years, not split
reason-attributed = attributed to the members of the EU
