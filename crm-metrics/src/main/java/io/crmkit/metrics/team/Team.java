package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.List;

/* What every comparison within a team needs first: two sellers with trials, and their sums. */
final class Team {

    private Team() {}

    static List<SellerCount> requireComparable(List<SellerCount> sellers) {
        List<SellerCount> copy = List.copyOf(sellers);
        if (copy.size() < 2) {
            throw new IllegalArgumentException(
                    "sellers must be at least two, or there is nobody to compare with: sellers = " + copy.size());
        }
        long tried =
                copy.stream().filter(seller -> seller.proportion().trials() > 0).count();
        if (tried < 2) {
            throw new IllegalArgumentException(
                    "at least two sellers must have trials: sellers with trials = " + tried + " of " + copy.size());
        }
        return copy;
    }

    static Proportion pooled(List<SellerCount> sellers) {
        return sellers.stream().map(SellerCount::proportion).reduce(Proportion.of(0, 0), Proportion::plus);
    }
}
