package io.crmkit.metrics.bench;

import io.crmkit.metrics.fact.ActivityFacts;
import io.crmkit.metrics.fact.Periods;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.SplittableRandom;

/*
 * An activity log made up from a fixed seed: 2,000 sellers, 24 months, 6 types (0 call, 1 meeting, 2 quote, 3 contract,
 * 4 e-mail, 5 note), nine activities an opportunity, sorted by time, opportunities numbered by first appearance.
 */
final class Log {

    static final int SELLERS = 2_000;
    static final int TYPES = 6;
    static final int MONTHS = 24;
    static final int WINDOW_DAYS = 60;
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Periods PERIODS = Periods.months(YearMonth.of(2024, 1), MONTHS, ZONE);

    private static final long START = PERIODS.period(0).from().getEpochSecond();
    private static final int SPAN = (int) (PERIODS.period(MONTHS - 1).until().getEpochSecond() - START);
    private static final int DAY = 86_400;
    private static final int ROW_BITS = 27;

    final int rows;
    final int[] seller;
    final byte[] step;
    final long[] at;
    final byte[] outcome;
    final int[] subject;

    private final SplittableRandom random = new SplittableRandom(20_240_101);
    private final long[] order;
    private final int[] rawSeller;
    private final byte[] rawStep;
    private final int[] rawSubject;
    private int filled;

    private Log(int rows) {
        this.rows = rows;
        seller = new int[rows];
        step = new byte[rows];
        at = new long[rows];
        outcome = new byte[rows];
        subject = new int[rows];
        order = new long[rows];
        rawSeller = new int[rows];
        rawStep = new byte[rows];
        rawSubject = new int[rows];
    }

    static Log of(int rows) {
        Log log = new Log(rows);
        for (int opportunity = 0; log.filled < rows; opportunity++) {
            log.opportunity(opportunity);
        }
        log.sortByTime();
        return log;
    }

    ActivityFacts facts() {
        return ActivityFacts.of(seller, step, at, outcome, subject);
    }

    private void opportunity(int id) {
        int who = random.nextInt(SELLERS);
        int day = random.nextInt(SPAN);
        int calls = 1 + random.nextInt(4);
        for (int call = 0; call < calls; call++) {
            add(who, 0, day + random.nextInt(20 * DAY), id);
        }
        int later = random.nextInt(100) < 3 ? -5 * DAY : 5 * DAY;
        for (int meeting = random.nextInt(100) < 55 ? 1 + random.nextInt(3) : 0; meeting > 0; meeting--) {
            add(who, 1, day + later + random.nextInt(30 * DAY), id);
        }
        if (random.nextInt(100) < 29) {
            add(who, 2, day + 4 * later + random.nextInt(40 * DAY), id);
        }
        if (random.nextInt(100) < 6) {
            add(who, 3, day + 8 * later + random.nextInt(40 * DAY), id);
        }
        for (int other = random.nextInt(10); other > 0; other--) {
            add(who, 4 + random.nextInt(2), day + random.nextInt(60 * DAY), id);
        }
    }

    private void add(int who, int type, int second, int id) {
        if (filled < rows && second >= 0 && second < SPAN) {
            order[filled] = ((long) second << ROW_BITS) | filled;
            rawSeller[filled] = who;
            rawStep[filled] = (byte) type;
            rawSubject[filled] = id;
            filled++;
        }
    }

    private void sortByTime() {
        Arrays.parallelSort(order);
        int[] ids = new int[rows + 1];
        int known = 0;
        for (int row = 0; row < rows; row++) {
            int from = (int) (order[row] & ((1 << ROW_BITS) - 1));
            seller[row] = rawSeller[from];
            step[row] = rawStep[from];
            at[row] = START + (order[row] >> ROW_BITS);
            outcome[row] = (byte) (random.nextInt(100) < 78 ? 0 : 1 + random.nextInt(4));
            int opportunity = rawSubject[from];
            if (ids[opportunity] == 0) {
                ids[opportunity] = ++known;
            }
            subject[row] = ids[opportunity] - 1;
        }
    }
}
