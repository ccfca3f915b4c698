package io.crmkit.core.service;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.document.Conversion;
import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.value.ConvertedSum;
import io.crmkit.core.value.DatedMoney;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customers ordered of their quotes. */
public final class Orders extends ExtensibleRecords<SalesOrder, SalesOrderId> {

    private static final String SERIES = "O";

    /* each time, somebody else must have ordered of the same quote in between */
    private static final int TRIES = 100;

    private final SaleConsequences consequences;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Orders(Call call) {
        this(call, call.outward().sales());
    }

    /**
     * Serves one call by a policy of its own.
     *
     * @param call the call
     * @param sales what else happens when a customer orders
     */
    public Orders(Call call, SalePolicy sales) {
        super(call, call.stores().orders());
        this.consequences = new SaleConsequences(call, sales);
    }

    /**
     * Orders an accepted quote, whole or in part. Asked again by the same request, it answers the same order, however
     * often and from however many threads it is asked, unless that one was called off. What the policy of sales says else
     * happens with the order, or neither does.
     *
     * @param command which quote, and how much of it
     * @return the order as stored
     * @throws InvalidCommandException if a field breaks its rule, a line does not exist, or more of it is asked for than is
     *     left; all of them are named
     * @throws NotFoundException if the quote does not exist
     * @throws io.crmkit.core.document.DocumentStateException if the quote is not accepted, has expired or was superseded,
     *     or nothing of it is left
     * @throws io.crmkit.core.pipeline.StageMoveException if the opportunity is to be won and its gate keeps it out
     * @throws StaleRevisionException if others keep ordering of the same quote, and the store does not show it here
     */
    public SalesOrder order(OrderQuote command) {
        OrderQuote wish = call().commands().check(command);
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            Quote quote = locked(recording, wish.quote());
            Optional<SalesOrder> earlier = answered(wish);
            return earlier.isPresent() ? earlier.get() : ordered(recording, quote, wish);
        });
    }

    /* Saved as it is, which locks it: whoever orders of it at the same time waits, and then sees what was ordered. */
    private Quote locked(Recording recording, QuoteId id) {
        for (int left = TRIES; ; left--) {
            Quote quote = quote(id);
            try {
                return recording.save(call().stores().quotes(), quote, quote);
            } catch (StaleRevisionException overtaken) {
                if (left == 1) {
                    throw overtaken;
                }
            }
        }
    }

    private Optional<SalesOrder> answered(OrderQuote wish) {
        return call()
                .stores()
                .orders()
                .select(
                        call().tenant(),
                        SalesOrderFields.QUOTE
                                .is(wish.quote())
                                .and(SalesOrderFields.REQUEST.is(wish.request()))
                                .and(SalesOrderFields.STATE.is(OrderState.CONFIRMED)),
                        PageRequest.first(1))
                .items()
                .stream()
                .findFirst();
    }

    private SalesOrder ordered(Recording recording, Quote quote, OrderQuote wish) {
        requireLeft(quote, wish);
        Conversion conversion = Conversion.of(
                quote, new SalesOrderId(call().ids().next()), LocalDate.now(call().clock()), wish.quantities());
        recording.save(call().stores().quotes(), quote, conversion.quote());
        consequences.follow(recording, quote.parties());
        DocumentNumber number = call().stores()
                .numbering()
                .next(call().tenant(), SERIES, LocalDate.now(call().clock()).getYear());
        SalesOrder order =
                conversion.order(number, wish.request(), call().clock().instant());
        return recording.save(call().stores().orders(), null, order);
    }

    /* what is not accepted is refused for that */
    private void requireLeft(Quote quote, OrderQuote wish) {
        if (quote.state() == QuoteState.ACCEPTED) {
            List<Violation> broken = new ArrayList<>();
            wish.quantities()
                    .forEach((line, wanted) -> broken(quote, line, wanted)
                            .ifPresent(rule -> broken.add(call().commands()
                                    .violation("quantities[" + line + "]", wanted.toPlainString(), rule))));
            if (!broken.isEmpty()) {
                throw call().commands().refused("OrderQuote", broken);
            }
        }
    }

    private static Optional<Rule> broken(Quote quote, int line, BigDecimal wanted) {
        if (quote.lines().stream().noneMatch(each -> each.number() == line)) {
            return Optional.of(Rule.of("crmkit.lineOfQuote", "quote", quote.number()));
        }
        BigDecimal left = quote.remaining(line);
        return wanted.compareTo(left) > 0
                ? Optional.of(Rule.of("crmkit.leftToOrder", "left", left.toPlainString()))
                : Optional.empty();
    }

    /**
     * Calls an order off; what it took of its quote can be ordered again.
     *
     * @param id the order
     * @param reason why, 1 to 1,000 characters, or null
     * @param from the revision of the record that the caller has seen
     * @return the order as stored
     * @throws InvalidCommandException if the reason breaks its rule
     * @throws NotFoundException if the order does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws io.crmkit.core.document.DocumentStateException if it is called off already
     */
    public SalesOrder cancel(SalesOrderId id, @Nullable String reason, Revision from) {
        EndDocument wish = call().commands().check(new EndDocument(reason));
        return Recording.write(call().stores(), call().actor(), call().clock(), recording -> {
            SalesOrder stored = required(id);
            if (!stored.revision().equals(from)) {
                throw new StaleRevisionException(id, from, stored.revision());
            }
            Quote quote = quote(stored.quote());
            recording.save(call().stores().quotes(), quote, Conversion.released(quote, id));
            return recording.save(
                    call().stores().orders(),
                    stored,
                    stored.cancelled(call().clock().instant(), wish.reason()));
        });
    }

    /**
     * Adds orders up in one currency, before tax. The document's day, and the day it closed, is the day it was made.
     * Where all are converted by one rate, none is read: they are added up where they are stored.
     *
     * @param criterion which orders; those called off too, unless it leaves them out
     * @param policy by which rates
     * @return the sum, 0 of the target where there is none, with the rates used
     * @throws io.crmkit.core.value.MissingRateException if a rate is needed that is not known
     * @throws IllegalStateException if a rate is needed and the host gave no source of rates
     */
    public ConvertedSum sum(Criterion<SalesOrder> criterion, RatePolicy policy) {
        return call().sum(
                        policy,
                        policy.isDated()
                                ? dated(criterion)
                                : sums(criterion).stream()
                                        .map(sum -> new DatedMoney(sum.net(), null, null))
                                        .toList());
    }

    private List<DatedMoney> dated(Criterion<SalesOrder> criterion) {
        List<DatedMoney> amounts = new ArrayList<>();
        Dossier.each(call().stores().orders(), call().tenant(), criterion, order -> {
            LocalDate day = LocalDate.ofInstant(
                    order.progress().orderedAt(), call().clock().getZone());
            amounts.add(new DatedMoney(order.totals().net(), day, day));
        });
        return amounts;
    }

    /**
     * Adds up orders where they are stored, without reading any.
     *
     * @param meant which orders
     * @return one sum for each seller, state and currency that occurs, in no particular order; none where none is meant
     */
    public List<Facts.DocumentSum<OrderState>> sums(Criterion<SalesOrder> meant) {
        return call().stores().facts().orders(call().tenant(), meant);
    }

    /**
     * Lists the orders made of a quote.
     *
     * @param quote the quote
     * @param request how many, and after which
     * @return the page, by ascending identity
     */
    public Page<SalesOrder> ofQuote(QuoteId quote, PageRequest request) {
        return call().stores().orders().select(call().tenant(), SalesOrderFields.QUOTE.is(quote), request);
    }

    private Quote quote(QuoteId id) {
        return call().stores().quotes().find(call().tenant(), id).orElseThrow(() -> new NotFoundException(id));
    }
}
