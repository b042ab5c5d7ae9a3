"""Papers in our own words that look wrong to a careless reader of dates and numbers, and are right."""

from __future__ import annotations

RIGHT: dict[str, str] = {}


def _paper(name: str, text: str) -> None:
    RIGHT[name] = text.lstrip("\n")


_paper(
    "agenda with sub-items",
    """
Meeting of the Harbour Committee on Tuesday 14 January 2025

1. Apologies

2. Minutes of the meeting held on 10 December 2024

3. Matters arising
   (a) Crane
   (b) Slipway
   (c) Ice plant

4. Finance
   (a) Budget 2025-26
   (b) Fees from 1 April 2025

5. Date of next meeting: 11 February 2025
""",
)

_paper(
    "minutes with decimals",
    """
Minutes of the meeting held on 6 March 2024

12.1 Present were six members.
12.2 Two members sent apologies.
12.3 The minutes of 7 February 2024 were signed.
13.1 The surveyor spoke.
13.2 The report was noted.
14.1 It was agreed to meet on 3 April 2024.
14.2 The meeting closed at 9.10.
""",
)

_paper(
    "minutes with letters and a restart",
    """
1. Roads
a) The lane was swept.
b) The bridge was closed.
c) The sign was mended.
2. Paths
a) The stile was mended.
b) The gate was hung.
c) The hedge was cut.
d) The bench was set.
3. Any other business
a) A letter was read.
b) A parcel was opened.
c) A bill was paid.
""",
)

_paper(
    "calendar of meetings across years",
    """
Calendar of meetings

Thursday 12 September 2024
Thursday 10 October 2024
Thursday 14 November 2024
Thursday 12 December 2024
Thursday 9 January 2025
Thursday 13 February 2025
Thursday 13 March 2025
Thursday 10 April 2025
Thursday 8 May 2025
""",
)

_paper(
    "calendar in digits",
    """
Dates of meetings

04/09/2024
02/10/2024
06/11/2024
04/12/2024
08/01/2025
05/02/2025
05/03/2025
""",
)

_paper(
    "financial and calendar years",
    """
Report of the treasurer for the year 2024-25

The calendar year 2024 was wet. In the financial year 2024-25 we spent 40. In 2023-24 we had spent 38, and in 2022-23
we had spent 31. The strategy 2024-27 runs for three years; its sister of 2020-24 ran for four.
In 2012-13 we had spent 9.
""",
)

_paper(
    "forward plan",
    """
Forward plan at 3 June 2025

March 2026: budget for 2026-27
May 2026: annual meeting
June 2025: outturn for 2024-25
September 2025: review of fees
December 2025: draft budget 2026-27
""",
)

_paper(
    "history",
    """
History of the mill

The mill was built in 1788, burnt in 1812 and again in 1912, and rebuilt in 1921 under the Mills Act 1919. In March 1863
the wheel was cast. Its lease of 25 March 1899 was for 99 years. The fund of 1946 is spoken of in the Mills Act 1946.
The Mills Act 1919 was amended by the Mills Act 1946, the Mills Act 1972 and the Mills Act 1981.
""",
)

_paper(
    "restart in an appendix",
    """
1. Introduction

2. What was found

3. What it cost

4. What is asked

Appendix A

1. How it was counted

2. Who counted it

3. Where it is kept

Appendix B

1. Words used

2. Words not used
""",
)

_paper(
    "comparatives of accounts",
    """
Notes to the accounts for the year ended 31 March 2025

Debtors at 31 March 2025 were 40 and at 31 March 2024 were 38.

Creditors at 31 March 2025 were 12 and at 31 March 2024 were 14.

Stocks at 31 March 2025 were 9. Loans at 31 March 2025 were 200. Loans at 31 March 2024 were 220.

For the year ended 31 March 2025 and the year ended 31 March 2024 the same rates were used.
""",
)

_paper(
    "pairs of columns",
    """
Income and spending

|  | 2024 | 2024 | 2025 | 2025 |
|---|---|---|---|---|
|  | Budget | Actual | Budget | Actual |
| Fees | 10 | 11 | 12 | 13 |
""",
)

_paper(
    "actual, revised and plan",
    """
Income and spending

|  | 2022 | 2023 | 2024 | 2024 | 2025 |
|---|---|---|---|---|---|
|  | Actual | Actual | Budget | Forecast | Budget |
| Fees | 10 | 11 | 12 | 13 | 14 |
""",
)

_paper(
    "years in fives",
    """
Population

| 2000 | 2005 | 2010 | 2015 | 2020 |
|---|---|---|---|---|
| 10 | 11 | 12 | 13 | 15 |
""",
)

_paper(
    "years that skip the plague",
    """
Visitors

| 2017 | 2018 | 2019 | 2022 | 2023 |
|---|---|---|---|---|
| 10 | 11 | 12 | 13 | 15 |
""",
)

_paper(
    "quarters of two years",
    """
Calls

| Q1 | Q2 | Q3 | Q4 | Q1 | Q2 | Q3 | Q4 |
|---|---|---|---|---|---|---|---|
| 10 | 11 | 12 | 13 | 15 | 10 | 9 | 8 |
""",
)

_paper(
    "quarters of a year from October",
    """
Calls

| Q3 | Q4 | Q1 | Q2 |
|---|---|---|---|
| 10 | 11 | 12 | 13 |
""",
)

_paper(
    "decisions by year and number",
    """
Decisions

Resolution 2023-23 was kept. Ordinance 2022-22 was read. Case 2021/21 was closed. Ref. 2020-20 is open.
In 2021-22, in 2022-23 and in 2023-24 there were three others.
""",
)

_paper(
    "months of the year as year and month",
    """
Uploads by month

2012-10 was slow.
2012-11 was quick.
2012-12 was slow again.
""",
)

_paper(
    "payments out of order by their kind",
    """
Payments

04/11/24 Gravel 120.00
19/11/24 Paint 36.00
02/12/24 Timber 410.00
Cards
06/11/24 Nails 9.00
21/11/24 Glass 75.00
11/12/24 Rope 18.00
""",
)

_paper(
    "births, in no order",
    """
Born

04/11/1954 A. Finch
19/02/1961 B. Wren
02/12/1949 C. Lark
14/01/1972 D. Rook
28/01/1955 E. Swift
11/02/1960 F. Heron
""",
)

_paper(
    "newest first",
    """
News

14 February 2025 The gate was hung.
3 January 2025 The lane was swept.
19 December 2024 The bench was set.
2 December 2024 The hedge was cut.
14 November 2024 The stile was mended.
""",
)

_paper(
    "an event each year",
    """
Fairs

The spring fair was held on 12 May 2023 in the square and drew 400 people.

The spring fair will be held on 10 May 2024 in the square.

The autumn fair was held on 6 October 2023 in the square.
""",
)

_paper(
    "titles of two years",
    """
Papers of the meeting

Annual Report 2024
Annual Report 2024 appendix
Annual Report 2024 tables
Annual Report 2024 summary
Annual Report 2024 index
The Annual Report 2024 was compared with the Annual Report 2023 throughout.
""",
)

_paper(
    "pages of two papers",
    """
Page 1 of 3 printed 12 May 2025
Text
Page 2 of 3 printed 12 May 2025
Text
Page 3 of 3 printed 12 May 2025
Text
Page 1 of 3 printed 9 June 2025
Text
Page 2 of 3 printed 9 June 2025
Text
Page 3 of 3 printed 9 June 2025
""",
)

_paper(
    "month first",
    """
Meeting of January 9, 2025

The next meetings are on 2/13/2025, 3/13/2025, 4/10/2025 and 5/8/2025. Invoices of 12/30/2024 and 01/02/2025 were paid.
""",
)

_paper(
    "two countries",
    """
Invoices of 12/31/2024, 11/30/2024 and 28/02/2025 were paid.
""",
)

_paper(
    "leap day",
    """
The lease was signed on 29 February 2024 and 29/02/2020, and again on 2016-02-29.
""",
)

_paper(
    "weekdays",
    """
The forum met on Thursday 13 February 2020, on Fri 14 Feb 2020, on Saturday, 15/2/2020, and
on 16 February 2020 (Sunday).
Open Monday to Friday, 1 May to 30 September 2020. On Sunday, 12 members came.
""",
)

_paper(
    "recommendations and options",
    """
Recommendation 1: mend the roof.
Recommendation 2: mend the floor.
Recommendation 3: mend the door.

Option A: mend now.
Option B: mend later.

1. Cost
2. Time
3. Risk
""",
)

_paper(
    "a list inside a numbered paper",
    """
1. Purpose
2. Background
The reasons are:
1. cost;
2. time;
3. risk.
3. Proposal
4. Conclusion
""",
)

_paper(
    "numbers that go on from the last meeting",
    """
Minutes of 4 February 2025

233 Apologies
234 Minutes of the meeting of 7 January 2025
235 Roads
236 Paths
237 Finance
238 Next meeting
""",
)

_paper(
    "numbers with the year",
    """
Minutes of 4 February 2025

12/25 Apologies
13/25 Minutes of the meeting of 7 January 2025
14/25 Roads
15/25 Paths
16/25 Finance
""",
)

_paper(
    "confidential items left out",
    """
Public minutes of 4 February 2025

1. Apologies
2. Minutes
3. Roads
Items 4 and 5 were taken in private.
6. Paths
7. Finance
""",
)

_paper(
    "balances brought forward",
    """
Accounts for the year from 1 April 2024 to 31 March 2025

Balance at 1 April 2024 300
Received 40
Paid 50
Balance at 31 March 2025 290
Balance brought forward from 31 March 2024 300
""",
)

_paper(
    "a receipt of the old year",
    """
Minutes of the meeting held on 8 January 2025

An invoice of 19 December 2024 was paid. The grant of 3 January 2024 is spent. The meeting of 11 December 2024 had asked
for a report by 5 March 2025. The lease runs until 8 January 2035.
""",
)

_paper(
    "paid monthly",
    """
Minutes of the meeting held on 8 January 2025

Salary for December 2024, cheque 101. Rent for January 2025, cheque 102.
""",
)

_paper(
    "a project over years",
    """
Capital programme 2025-26 to 2034-35

| 2025-26 | 2026-27 | 2027-28 | 2028-29 | 2029-30 to 2034-35 |
|---|---|---|---|---|
| 10 | 11 | 12 | 13 | 60 |
""",
)

_paper(
    "tables by chapter",
    """
Table 1.1: Fees
Table 1.2: Fines
Table 2.1: Rents
Table 2.2: Tolls
Table 2.3: Dues
As Table 2.3 and Table 1.1 show, tolls rose.
""",
)

_paper(
    "continued tables",
    """
Table 1: Fees
Table 2: Rents
Table 2 (continued): Rents
Table 3: Tolls
Table 4: Dues
""",
)

_paper(
    "roman parts",
    """
i) Hall hire noted

ii) Grass cutting noted

iii) Play area rent noted

iv) Letter of the school noted

i) Stamps noted

ii) Envelopes noted
""",
)

_paper(
    "letters that look roman",
    """
g) Gravel
h) Hinges
i) Iron
j) Jars
k) Keys
""",
)
