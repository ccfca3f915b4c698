package io.crmkit.core.tck;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Deal;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.port.Facts.DocumentSum;
import io.crmkit.core.port.Facts.OpenSum;
import io.crmkit.core.port.Facts.OpportunityCount;
import io.crmkit.core.port.Facts.OpportunityFact;
import io.crmkit.core.port.Facts.SalesSum;
import io.crmkit.core.port.Facts.Span;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The naive oracle of the facts: lists of records, grouped by the text of their keys. */
final class Recount {

    private Recount() {}

    static Collection<ActivityCount> activities(List<Activity> all, Instant from, Instant until) {
        List<Activity> counted = all.stream()
                .filter(a ->
                        a.state() == ActivityState.HELD && a.at().compareTo(from) >= 0 && a.at().compareTo(until) < 0)
                .toList();
        return rows(counted, a -> a.seller() + "|" + a.type(), group -> {
            Activity one = group.get(0);
            return new ActivityCount(one.seller(), one.type(), group.size());
        });
    }

    static Collection<ActivityCount> activities(
            List<Activity> all, ActivityCounting counting, Instant from, Instant until) {
        Map<List<Object>, Long> counts = new HashMap<>();
        slips(all, counting, from, until).forEach((slip, count) -> counts.merge(slip.subList(0, 3), count, Long::sum));
        return counts.entrySet().stream()
                .map(count -> new ActivityCount(
                        SellerId.parse((String) count.getKey().get(0)),
                        (ActivityType) count.getKey().get(1),
                        (Integer) count.getKey().get(2),
                        count.getValue()))
                .toList();
    }

    /* as if each part of an activity were written on a slip of paper of its own: seller, type, shares, second */
    static Map<List<Object>, Long> slips(List<Activity> all, ActivityCounting counting, Instant from, Instant until) {
        Map<List<Object>, Long> slips = new HashMap<>();
        for (Activity a : all) {
            CountingRule rule = counting.rules().getOrDefault(a.type(), CountingRule.HELD);
            if (rule.states().contains(a.state()) && a.at().compareTo(from) >= 0 && a.at().compareTo(until) < 0) {
                TreeSet<String> sellers = new TreeSet<>(List.of(a.seller().toString()));
                a.participants().stream()
                        .filter(p -> rule.credit() != Credit.OWNER && p.acceptance() != Acceptance.DECLINED)
                        .forEach(p -> Stream.ofNullable(p.seller()).forEach(s -> sellers.add(s.toString())));
                int shares = rule.credit() == Credit.SPLIT ? sellers.size() : 1;
                long second = a.at().getEpochSecond();
                sellers.forEach(seller -> slips.merge(List.of(seller, a.type(), shares, second), 1L, Long::sum));
            }
        }
        return slips;
    }

    static Collection<OpportunityFact> facts(List<Opportunity> all) {
        return all.stream()
                .map(o -> new OpportunityFact(
                        o.id(),
                        o.dates().openedOn(),
                        o.dates().closedOn(),
                        o.standing().outcome(),
                        o.label().product(),
                        o.amount()))
                .toList();
    }

    static Deal deal(Opportunity o, Map<CompanyId, String> companies, Map<PersonId, String> people) {
        CompanyId company = o.parties().company();
        PersonId contact = o.parties().contact();
        return new Deal(
                o.id(),
                new Revision(1),
                o.label().name(),
                o.standing().pipeline(),
                o.standing().stage(),
                o.standing().outcome(),
                o.parties().owner(),
                company,
                company == null ? null : companies.get(company),
                contact,
                contact == null ? null : people.get(contact),
                o.dates().expectedClose(),
                o.amount());
    }

    static @Nullable Span span(List<Activity> all) {
        TreeSet<Instant> held = new TreeSet<>();
        all.stream().filter(a -> a.state() == ActivityState.HELD).forEach(a -> held.add(a.at()));
        return held.isEmpty() ? null : new Span(held.first(), held.last());
    }

    static Collection<OpportunityCount> opportunities(List<Opportunity> all) {
        return rows(
                all,
                o -> o.parties().owner() + "|" + o.standing().pipeline()
                        + o.standing().reached() + o.standing().outcome(),
                group -> {
                    Opportunity one = group.get(0);
                    return new OpportunityCount(
                            one.parties().owner(),
                            one.standing().pipeline(),
                            one.standing().reached(),
                            one.standing().outcome(),
                            group.size());
                });
    }

    static Collection<SalesSum> sales(List<Opportunity> all) {
        return rows(
                with(all, Outcome.WON),
                o -> month(o.dates().closedOn()) + "|" + currency(o),
                group -> new SalesSum(month(group.get(0).dates().closedOn()), group.size(), total(group)));
    }

    static Collection<OpenSum> open(List<Opportunity> all) {
        return rows(
                with(all, Outcome.OPEN),
                o -> o.standing().pipeline() + "|" + o.standing().stage() + "|"
                        + o.label().product() + "|" + month(o.dates().openedOn()) + "|"
                        + month(o.dates().expectedClose()) + "|" + currency(o),
                Recount::openSum);
    }

    /* of lines without a discount, whose prices are whole */
    static Collection<DocumentSum<QuoteState>> quotes(List<Quote> all) {
        return rows(
                all,
                q -> q.parties().seller() + "|" + q.state() + "|" + q.terms().currency(),
                group -> new DocumentSum<>(
                        group.get(0).parties().seller(),
                        group.get(0).state(),
                        group.size(),
                        net(
                                group.stream().map(Quote::lines),
                                group.get(0).terms().currency())));
    }

    static Collection<DocumentSum<OrderState>> orders(List<SalesOrder> all) {
        return rows(
                all,
                o -> o.parties().seller() + "|" + o.progress().state() + "|" + o.currency(),
                group -> new DocumentSum<>(
                        group.get(0).parties().seller(),
                        group.get(0).progress().state(),
                        group.size(),
                        net(group.stream().map(SalesOrder::lines), group.get(0).currency())));
    }

    private static Money net(Stream<List<DocumentLine>> documents, Currency currency) {
        long net = documents
                .flatMap(List::stream)
                .mapToLong(line ->
                        line.quantity().longValueExact() * line.unitPrice().longValueExact())
                .sum();
        return new Money(BigDecimal.valueOf(net), currency);
    }

    private static OpenSum openSum(List<Opportunity> group) {
        Opportunity one = group.get(0);
        return new OpenSum(
                one.standing().pipeline(),
                one.standing().stage(),
                one.label().product(),
                month(one.dates().openedOn()),
                month(one.dates().expectedClose()),
                group.size(),
                total(group));
    }

    private static List<Opportunity> with(List<Opportunity> all, Outcome outcome) {
        return all.stream().filter(o -> o.standing().outcome() == outcome).toList();
    }

    private static <T, R> List<R> rows(List<T> all, Function<T, String> key, Function<List<T>, R> row) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        all.forEach(each -> groups.computeIfAbsent(key.apply(each), none -> new ArrayList<>())
                .add(each));
        return groups.values().stream().map(row).toList();
    }

    private static @Nullable YearMonth month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.of(day.getYear(), day.getMonth());
    }

    private static String currency(Opportunity one) {
        Money amount = one.amount();
        return amount == null ? "none" : amount.currency().getCurrencyCode();
    }

    private static @Nullable Money total(List<Opportunity> group) {
        BigDecimal sum = BigDecimal.ZERO;
        Money last = null;
        for (Opportunity one : group) {
            last = one.amount();
            sum = last == null ? sum : sum.add(last.amount());
        }
        return last == null ? null : new Money(sum, last.currency());
    }
}
