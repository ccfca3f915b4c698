package io.crmkit.metrics.team;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The counts of two real teams, without names: Maven's CRM sample (30 sellers) and the BPI Challenge 2012 (53). */
final class RealTeams {

    private RealTeams() {}

    static List<SellerCount> sellers(String set) {
        List<SellerCount> sellers = new ArrayList<>();
        for (String line : lines()) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(set)) {
                String name = "seller " + (sellers.size() + 1);
                sellers.add(TeamFixture.seller(name, Long.parseLong(cells[1]), Long.parseLong(cells[2])));
            }
        }
        return sellers;
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RealTeams.class.getResourceAsStream("sellers.csv")), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
