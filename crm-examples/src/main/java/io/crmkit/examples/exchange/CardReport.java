package io.crmkit.examples.exchange;

import java.util.List;

/**
 * What became of the cards of a file.
 *
 * @param people how many people were added
 * @param companies how many companies were added, those that people work for included
 * @param alreadyStored how many cards are about a person or company that is stored; it was left as it is
 * @param problems why cards were not taken, at most 1,000 of the reasons
 * @param refused how many cards were not taken
 */
public record CardReport(int people, int companies, int alreadyStored, List<CardProblem> problems, int refused) {

    /** Makes a report. */
    public CardReport {
        problems = List.copyOf(problems);
    }
}
