package io.crmkit.core.tck;

import io.crmkit.core.tck.Specimens.Values;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/** Custom fields of every kind, and tags. */
final class Extras {

    private static final FieldKey<String> NOTE = FieldKey.text("note");
    private static final FieldKey<BigDecimal> BUDGET = FieldKey.number("budget");
    private static final FieldKey<Money> LIMIT = FieldKey.money("limit");
    private static final FieldKey<LocalDate> SINCE = FieldKey.date("since");
    private static final FieldKey<Instant> SEEN = FieldKey.instant("seen");
    private static final FieldKey<Boolean> MEMBER = FieldKey.yesOrNo("member");
    private static final FieldKey<UUID> ACCOUNT = FieldKey.id("account");
    private static final FieldKey<String> RANK = FieldKey.choice("r\u00e4nk-1_x");

    private static final UUID FIRST = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("f198c0de-0000-7000-8000-000000000001");
    private static final int LONGEST_TAG = 60;

    private Extras() {}

    static FieldKey<?>[] keys() {
        return new FieldKey<?>[] {NOTE, BUDGET, LIMIT, SINCE, SEEN, MEMBER, ACCOUNT, RANK, FieldKey.text("none")};
    }

    static CustomFields fields(Values v) {
        CustomFields some = CustomFields.of(NOTE, v.text())
                .with(MEMBER, v.second())
                .with(ACCOUNT, v.second() ? SECOND : FIRST)
                .with(SEEN, v.at());
        return v.second()
                ? some.with(BUDGET, new BigDecimal("-12.5"))
                : some.with(BUDGET, new BigDecimal("999999999999999.999999"))
                        .with(LIMIT, v.money())
                        .with(SINCE, LocalDate.ofInstant(v.at(), ZoneOffset.UTC))
                        .with(RANK, "gold");
    }

    static Set<String> tags(Values v) {
        String tag = v.text().substring(0, Math.min(LONGEST_TAG, v.text().length()));
        return v.second() ? Set.of("vip", tag) : Set.of("vip_", "v%p", "a\\b \"q\"", tag);
    }
}
