package io.crmkit.core.memory;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Deal;
import io.crmkit.core.port.Facts;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Facts that each break one rule. */
final class BrokenFacts {

    private static final Facts.SalesSum NOTHING = new Facts.SalesSum(null, 0, null);

    private BrokenFacts() {}

    /* Changes what one method is given, or what it answers with. */
    private static Facts differing(
            Facts sound, String name, UnaryOperator<Object[]> given, UnaryOperator<Object> answer) {
        return Ports.passing(Facts.class, (method, args) -> {
            if (!method.getName().equals(name)) {
                return Ports.invoke(method, sound, args);
            }
            return answer.apply(Ports.invoke(method, sound, given.apply(args)));
        });
    }

    static Facts forgetsNobody(Facts sound) {
        return differing(sound, "opportunities", given -> given, BrokenFacts::owned);
    }

    private static Object owned(Object counts) {
        return ((List<?>) counts)
                .stream()
                        .filter(count -> ((Facts.OpportunityCount) count).owner() != null)
                        .toList();
    }

    static Facts countsTheEnd(Facts sound) {
        return differing(
                sound,
                "activities",
                given -> {
                    int until = given.length - 1;
                    if (given[until] instanceof Instant end) {
                        given[until] = end.plusNanos(1_000);
                    }
                    return given;
                },
                answer -> answer);
    }

    static Facts countsPeriodsTheOtherWayRound(Facts sound) {
        return differing(sound, "activities", given -> given, answer -> {
            List<?> counts = new ArrayList<>((List<?>) answer);
            if (counts.stream().anyMatch(List.class::isInstance)) {
                Collections.reverse(counts);
            }
            return counts;
        });
    }

    static Facts creditsTheOwnerAlone(Facts sound) {
        return differing(
                sound,
                "activities",
                given -> {
                    if (given[2] instanceof ActivityCounting counting) {
                        given[2] = counting.byOwner();
                    }
                    return given;
                },
                answer -> answer);
    }

    static Facts countsWhatIsNotMeant(Facts sound) {
        return askedForEverything(sound, "sales");
    }

    static Facts addsUpEveryQuote(Facts sound) {
        return askedForEverything(sound, "quotes");
    }

    private static Facts askedForEverything(Facts sound, String name) {
        return differing(
                sound,
                name,
                given -> {
                    given[1] = Criterion.everything();
                    return given;
                },
                answer -> answer);
    }

    /** A sum over nothing is a row to a database that does not group. */
    static Facts sumsUpNothing(Facts sound) {
        return Ports.passing(Facts.class, (method, args) -> {
            Object answer = Ports.invoke(method, sound, args);
            boolean everything = args.length > 1 && Criterion.everything().equals(args[1]);
            return method.getName().equals("sales") && everything && List.of().equals(answer)
                    ? List.of(NOTHING)
                    : answer;
        });
    }

    static Facts addsYenToEuros(Facts sound) {
        return differing(sound, "sales", given -> given, BrokenFacts::yenAdded);
    }

    private static List<?> yenAdded(Object sums) {
        List<Object> added = new ArrayList<>();
        for (Object each : (List<?>) sums) {
            Facts.SalesSum sum = (Facts.SalesSum) each;
            Money total = sum.total();
            boolean yen = total != null && total.currency().getCurrencyCode().equals("JPY");
            added.add(yen ? new Facts.SalesSum(sum.month(), sum.count(), Money.of("500", "EUR")) : sum);
        }
        return added;
    }

    /** Blocks are lent, so that the last one must be passed on though it is not full. */
    static Facts forgetsTheLastBlock(Facts sound) {
        return reading(sound, "eachActivity", to -> {
            return (Consumer<ActivityColumns>) block -> {
                if (block.rows() == ActivityColumns.ROWS) {
                    to.accept(block);
                }
            };
        });
    }

    static Facts namesNobody(Facts sound) {
        return differing(sound, "deals", given -> given, answer -> {
            Page<?> page = (Page<?>) answer;
            return new Page<>(
                    page.items().stream().map(deal -> unnamed((Deal) deal)).toList(), page.last());
        });
    }

    private static Deal unnamed(Deal deal) {
        return new Deal(
                deal.id(),
                deal.revision(),
                deal.name(),
                deal.pipeline(),
                deal.stage(),
                deal.outcome(),
                deal.owner(),
                deal.company(),
                deal.companyName(),
                deal.contact(),
                null,
                deal.expectedClose(),
                deal.amount());
    }

    static Facts readsTwice(Facts sound) {
        return reading(sound, "eachOpportunity", to -> (Consumer<Object>) one -> {
            to.accept(one);
            to.accept(one);
        });
    }

    @SuppressWarnings("unchecked") // the reader of what is read
    private static Facts reading(Facts sound, String name, Function<Consumer<Object>, Consumer<?>> reader) {
        return differing(
                sound,
                name,
                given -> {
                    int to = given.length - 1;
                    given[to] = reader.apply((Consumer<Object>) given[to]);
                    return given;
                },
                answer -> answer);
    }
}
