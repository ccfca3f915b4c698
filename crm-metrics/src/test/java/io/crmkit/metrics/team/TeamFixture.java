package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sellers made for tests. */
final class TeamFixture {

    private TeamFixture() {}

    static SellerCount seller(String name, long successes, long trials) {
        return new SellerCount(name, Proportion.of(successes, trials));
    }

    /** Reads "1/4 2/5" as two sellers. */
    static List<SellerCount> team(String counts) {
        List<SellerCount> sellers = new ArrayList<>();
        for (String count : counts.split(" ", -1)) {
            String[] parts = count.split("/", -1);
            sellers.add(seller("s" + sellers.size(), Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        }
        return sellers;
    }

    static SellerCount random(SplittableRandom random, double rate, int trials) {
        int successes = 0;
        for (int i = 0; i < trials; i++) {
            successes += random.nextDouble() < rate ? 1 : 0;
        }
        return seller("random", successes, trials);
    }

    static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
