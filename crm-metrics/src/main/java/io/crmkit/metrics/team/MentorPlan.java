package io.crmkit.metrics.team;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who could help whom at a step, or why nobody.
 *
 * @param pairs the pairs, in the order of the mentees in the team
 * @param unmatched the sellers below the rest for whom there is nobody, with the reason
 * @param reason why there is nobody to help, where no seller is below the rest
 */
public record MentorPlan(List<MentorPair> pairs, Map<String, NoMentor> unmatched, Optional<NoMentor> reason) {

    /** Copies the lists. */
    public MentorPlan {
        pairs = List.copyOf(pairs);
        unmatched = Collections.unmodifiableMap(new TreeMap<>(unmatched));
    }
}
