package io.crmkit.core.tck;

import io.crmkit.core.audience.Fields;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How to make records of one noun to test with.
 *
 * @param store which store keeps them
 * @param fields the noun's fields, with some custom ones where it has them
 * @param id makes an identity
 * @param bare makes a record of which nothing is set that need not be
 * @param full makes a record of which everything is set, from the values given
 */
record Specimens<N extends Noun<I>, I extends Identifier>(
        Function<Stores, Store<N, I>> store,
        Fields<N> fields,
        Function<UUID, I> id,
        Function<I, N> bare,
        BiFunction<I, Values, N> full) {

    /**
     * What goes into the fields of a full record: the text into all texts, the natural key among them.
     *
     * @param text the text
     * @param money the money
     * @param at the instant; days are counted from its day
     * @param second whether to take the second choice wherever there are only few
     */
    record Values(String text, Money money, Instant at, boolean second) {

        static final Values FIRST =
                new Values("Acme Ltd", Money.of("1234.56", "EUR"), Instant.parse("2026-03-01T09:30:00.123456Z"), false);

        static final Values SECOND =
                new Values("Beta plc", Money.of("789", "JPY"), Instant.parse("2026-03-02T10:45:59.999999Z"), true);

        ZoneId zone() {
            return ZoneId.of(second ? "Australia/Lord_Howe" : "Europe/Rome");
        }

        Values withText(String other) {
            return new Values(other, money, at, second);
        }

        Values withMoney(Money other) {
            return new Values(text, other, at, second);
        }

        Values withAt(Instant other) {
            return new Values(text, money, other, second);
        }
    }

    I newId() {
        return id.apply(UUID.randomUUID());
    }

    N named(I id, String text) {
        return full.apply(id, Values.FIRST.withText(text));
    }
}
