package io.crmkit.core.value;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Amounts cannot be converted: nobody knows the rates. All that are missing are said at once. */
public final class MissingRateException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<RateRequest> missing;

    /**
     * Makes the exception.
     *
     * @param missing the rates that are not known, at least one
     */
    public MissingRateException(Collection<RateRequest> missing) {
        super(
                "rates are not known: "
                        + missing.stream().map(RateRequest::toString).sorted().collect(Collectors.joining("; ")),
                null);
        this.missing = List.copyOf(missing);
    }

    /**
     * Returns the rates that are not known.
     *
     * @return all of them
     */
    public List<RateRequest> missing() {
        return missing;
    }
}
