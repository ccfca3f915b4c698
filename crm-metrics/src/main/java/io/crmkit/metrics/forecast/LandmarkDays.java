package io.crmkit.metrics.forecast;

import java.util.List;
import java.util.OptionalInt;

/* The probability of a win within each number of days, for whoever has just come into each stage. */
final class LandmarkDays {

    private final List<StageHazards> hazards;
    private final int days;
    private final double[][] fresh;

    LandmarkDays(List<StageHazards> hazards, int days) {
        this.hazards = hazards;
        this.days = days;
        fresh = new double[hazards.size()][days + 1];
        // whoever moves on a day has one day less, so that shorter times come first
        for (int left = 1; left <= days; left++) {
            for (int stage = 0; stage < hazards.size(); stage++) {
                fresh[stage][left] = winning(stage, 0, left);
            }
        }
    }

    double winning(int stage, int age, int left) {
        double there = 1;
        double sum = 0;
        for (int day = 1; day <= left && there > 1e-12; day++) {
            double[] leaving = hazards.get(stage).leaving(age + day - 1);
            double gone = 0;
            for (int target = 0; target < leaving.length; target++) {
                gone += leaving[target];
                sum += there * leaving[target] * (target < fresh.length ? fresh[target][left - day] : 0);
            }
            sum += there * leaving[fresh.length];
            there *= Math.max(0, 1 - gone);
        }
        return Math.min(1, sum);
    }

    OptionalInt firstDay(int stage, int age, double probability) {
        for (int left = 1; left <= days; left++) {
            if (winning(stage, age, left) >= probability) {
                return OptionalInt.of(left);
            }
        }
        return OptionalInt.empty();
    }
}
