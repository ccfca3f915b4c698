package io.crmkit.core.port;

import io.crmkit.core.value.ExchangeRate;
import io.crmkit.core.value.RateRequest;
import java.util.List;
import java.util.Set;

/**
 * Where exchange rates come from: a central bank, the host's ERP, a table.
 *
 * <p>Rules: (1) an answer holds at most one rate for each request, of its currencies and its day; a source that keeps
 * rates of working days only answers the last one before under the day asked for. (2) A rate that is not known is absent;
 * none is ever guessed. (3) It is asked once for all that a sum needs. (4) A source that cannot do its work throws
 * {@link StoreException}; it never answers with an empty list instead.
 */
@FunctionalInterface
public interface RateSource {

    /**
     * Finds rates.
     *
     * @param wanted the rates needed, of two different currencies each
     * @return those that are known, in any order
     */
    List<ExchangeRate> rates(Set<RateRequest> wanted);
}
