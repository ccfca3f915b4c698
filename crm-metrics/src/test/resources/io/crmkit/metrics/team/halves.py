"""Derives halves.csv: what each seller won of how many, in the earlier and the later half of a real team's history.

Usage: python3 halves.py <the folder "data" beside the reference files> > halves.csv

BPI Challenge 2012: an offer belongs to whoever sent the case's first one, and is won where the case was accepted.
Maven CRM: a closed opportunity belongs to its sales agent, by the date on which it was closed, as its outcome is known
from then on. Names are left out.
"""

import collections
import csv
import datetime
import gzip
import sys


def bpi(folder):
    with gzip.open(f"{folder}/bpi2012/bpi2012_events.csv.gz", "rt") as file:
        events = list(csv.DictReader(file))
    accepted = {event["case_id"] for event in events if event["activity"] == "O_ACCEPTED"}
    first = {}
    for event in events:
        if event["activity"] == "O_SENT" and event["resource"]:
            first.setdefault(event["case_id"], event)
    return [
        (datetime.datetime.fromisoformat(event["timestamp"]), event["resource"], case in accepted)
        for case, event in first.items()
    ]


def maven(folder):
    with open(f"{folder}/maven_crm/sales_pipeline.csv") as file:
        rows = [row for row in csv.DictReader(file) if row["deal_stage"] in ("Won", "Lost")]
    return [(row["close_date"], row["sales_agent"], row["deal_stage"] == "Won") for row in rows]


def halves(name, trials):
    trials.sort()
    middle = len(trials) // 2
    counts = collections.defaultdict(lambda: [0, 0, 0, 0])
    for place, (_, seller, won) in enumerate(trials):
        half = 0 if place < middle else 2
        counts[seller][half] += won
        counts[seller][half + 1] += 1
    for seller in sorted(counts):
        print(",".join([name] + [str(count) for count in counts[seller]]))


print("set,won_before,trials_before,won_after,trials_after")
halves("bpi2012", bpi(sys.argv[1]))
halves("maven", maven(sys.argv[1]))
