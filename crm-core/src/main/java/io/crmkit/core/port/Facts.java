package io.crmkit.core.port;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What metrics are made of, counted where the records lie.
 *
 * <p>An adapter is right when {@code FactsTck} (crm-core, classifier {@code tck}) passes on it. The rules it tests:
 * <ol>
 *   <li>An answer holds one row per combination of keys that occurs, none with a count of zero, in no particular order;
 *       its size depends on how many sellers, stages, products and months there are, never on how many records.
 *   <li>A tenant without records has an empty answer.
 *   <li>Periods are half-open: {@code from} counts, {@code until} does not.
 *   <li>Money of two currencies is never added up: each has a row of its own.
 *   <li>Only records are counted that the criterion is true for, as {@link Criterion#compile} says.
 *   <li>Activities count in the states their types' rules say, and for the sellers they say; of a seller who takes part in
 *       what is split there is a row for each number of shares.
 *   <li>Read one by one, in blocks of at most {@link ActivityColumns#ROWS} rows, are the activities that are counted, with
 *       the same sellers and shares and at the second they take place; no block is empty.
 *   <li>Read one by one are the opportunities that are meant, each once and as it is stored.
 *   <li>Deals are the opportunities that are meant, paged by ascending identity as {@link Store#select} does, each with the
 *       names that its company and its contact have now; a company or contact of another tenant, or that does not exist,
 *       has none.
 *   <li>Documents that are meant are added up as they are stored now, by what they come to before tax.
 * </ol>
 *
 * <p>Counting and reading one by one differ in cost alone. An answer of few rows is counted where the records lie, however
 * many these are; one of very many keys, or by rules a store does not know, is made of blocks by the reader, in memory
 * that does not grow with the records. An adapter holds a block and what it reads ahead for it, never all rows.
 */
public interface Facts {

    /**
     * Counts activities by what their types say of which count and whose they are, by seller and type. They are dated by
     * when they take place.
     *
     * @param tenant the tenant
     * @param meant which activities
     * @param counting which of them count, and whose they are
     * @param from the first instant counted
     * @param until the first instant no longer counted
     * @return the counts; of what is split, by how many sellers share it
     */
    List<ActivityCount> activities(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, Instant from, Instant until);

    /**
     * Counts the same in each of several periods that follow each other. This asks once for each; a store that looks at
     * every record for any answer should look once.
     *
     * @param tenant the tenant
     * @param meant which activities
     * @param counting which of them count, and whose they are
     * @param edges where one period ends and the next one begins, ascending: the first instant counted, those in between,
     *     and the first instant no longer counted; two that are the same are a period in which nothing is
     * @return the counts of each period, in the order of the periods
     */
    default List<List<ActivityCount>> activities(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, List<Instant> edges) {
        return IntStream.range(1, edges.size())
                .mapToObj(i -> activities(tenant, meant, counting, edges.get(i - 1), edges.get(i)))
                .toList();
    }

    /**
     * Counts activities that were held in a period, by the seller whose they are and type.
     *
     * @param tenant the tenant
     * @param meant which activities
     * @param from the first instant counted
     * @param until the first instant no longer counted
     * @return the counts
     */
    default List<ActivityCount> activities(TenantId tenant, Criterion<Activity> meant, Instant from, Instant until) {
        return activities(tenant, meant, ActivityCounting.HELD, from, until);
    }

    /**
     * Counts opportunities, by owner, pipeline, furthest stage reached and outcome.
     *
     * @param tenant the tenant
     * @param meant which opportunities
     * @return the counts
     */
    List<OpportunityCount> opportunities(TenantId tenant, Criterion<Opportunity> meant);

    /**
     * Adds up what was won, by month of closing and currency.
     *
     * @param tenant the tenant
     * @param meant which opportunities
     * @return the sums; opportunities won on a day not recorded stand under a null month
     */
    List<SalesSum> sales(TenantId tenant, Criterion<Opportunity> meant);

    /**
     * Adds up what is open, by stage, product, month opened, month of expected close and currency.
     *
     * @param tenant the tenant
     * @param meant which opportunities
     * @return the sums
     */
    List<OpenSum> open(TenantId tenant, Criterion<Opportunity> meant);

    /**
     * Adds up quotes, by seller, state and currency.
     *
     * @param tenant the tenant
     * @param meant which revisions of quotes
     * @return the sums
     */
    List<DocumentSum<QuoteState>> quotes(TenantId tenant, Criterion<Quote> meant);

    /**
     * Adds up orders, by seller, state and currency.
     *
     * @param tenant the tenant
     * @param meant which orders
     * @return the sums
     */
    List<DocumentSum<OrderState>> orders(TenantId tenant, Criterion<SalesOrder> meant);

    /**
     * Says from when until when activities are recorded that were held.
     *
     * @param tenant the tenant
     * @param meant which activities
     * @return the first and the last instant, or null where none was held
     */
    @Nullable
    Span activitySpan(TenantId tenant, Criterion<Activity> meant);

    /**
     * Reads, block by block and in no particular order, the activities that {@link #activities} counts.
     *
     * @param tenant the tenant
     * @param meant which activities
     * @param counting which of them count, and whose they are; an activity of several sellers has a row for each
     * @param from the first instant counted
     * @param until the first instant no longer counted
     * @param to reads a block before the next one is made; it must not write to these stores
     */
    void eachActivity(
            TenantId tenant,
            Criterion<Activity> meant,
            ActivityCounting counting,
            Instant from,
            Instant until,
            Consumer<ActivityColumns> to);

    /**
     * Reads opportunities one by one, in no particular order.
     *
     * @param tenant the tenant
     * @param meant which opportunities
     * @param to reads one before the next; it must not write to these stores
     */
    void eachOpportunity(TenantId tenant, Criterion<Opportunity> meant, Consumer<OpportunityFact> to);

    /**
     * Lists opportunities as lines of a portfolio, in a number of statements that does not depend on how many there are.
     *
     * @param tenant the tenant
     * @param meant which opportunities
     * @param request how many, and after which
     * @return the page
     */
    Page<Deal> deals(TenantId tenant, Criterion<Opportunity> meant, PageRequest request);

    /**
     * Returns the same counts with what may be counted in the total of several sellers and not be shown by itself.
     *
     * <p>Under an {@link AccessPolicy} they hold {@link Access#counted}, whose rows of sellers that may not be seen are
     * nobody's. Without one there is nothing of the kind.
     *
     * @return the facts totals are made of
     */
    default Facts totals() {
        return this;
    }

    /**
     * How many activities of one type count as a seller's.
     *
     * @param seller the seller, or null for those whose seller may not be seen
     * @param type the type
     * @param shares how many sellers share each of them in equal parts, the seller among them; 1 where it is whole
     * @param count how many, at least 1
     */
    record ActivityCount(@Nullable SellerId seller, ActivityType type, int shares, long count) {

        /**
         * Makes a count of activities that are wholly the seller's.
         *
         * @param seller the seller, or null for those whose seller may not be seen
         * @param type the type
         * @param count how many, at least 1
         */
        public ActivityCount(@Nullable SellerId seller, ActivityType type, long count) {
            this(seller, type, 1, count);
        }
    }

    /**
     * How many opportunities share these keys.
     *
     * @param owner the seller, or null for those that are nobody's or whose owner may not be seen
     * @param pipeline the pipeline
     * @param reached the furthest open stage reached
     * @param outcome the outcome
     * @param count how many, at least 1
     */
    record OpportunityCount(
            @Nullable SellerId owner, PipelineId pipeline, StageId reached, Outcome outcome, long count) {}

    /**
     * What forecasts are made of: how long one opportunity was open, what became of it, and what it is worth.
     *
     * @param id the opportunity
     * @param opened the day it was opened, or null where not recorded or not to be seen
     * @param closed the day it was won or lost, or null where open, not recorded or not to be seen
     * @param outcome the outcome
     * @param product the product's name as given, or null
     * @param amount its amount, or null where there is none that may be seen
     */
    record OpportunityFact(
            OpportunityId id,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            Outcome outcome,
            @Nullable String product,
            @Nullable Money amount) {}

    /**
     * What was won in a month.
     *
     * @param month the month of closing, or null where not recorded
     * @param count how many opportunities, at least 1
     * @param total the sum of their amounts, or null for those without an amount that may be seen
     */
    record SalesSum(
            @Nullable YearMonth month, long count, @Nullable Money total) {}

    /**
     * What is open and shares these keys.
     *
     * @param pipeline the pipeline
     * @param stage the stage
     * @param product the product's name as given, or null
     * @param opened the month opened, or null where not recorded
     * @param expectedClose the month of expected close, or null where none is set
     * @param count how many opportunities, at least 1
     * @param total the sum of their amounts, or null for those without an amount that may be seen
     */
    record OpenSum(
            PipelineId pipeline,
            StageId stage,
            @Nullable String product,
            @Nullable YearMonth opened,
            @Nullable YearMonth expectedClose,
            long count,
            @Nullable Money total) {}

    /**
     * What documents come to that share these keys.
     *
     * @param <S> the states of such documents
     * @param seller the seller, or null for those whose seller may not be seen
     * @param state the state, as recorded
     * @param count how many documents, at least 1
     * @param net the sum of what they come to before tax
     */
    record DocumentSum<S extends Enum<S>>(@Nullable SellerId seller, S state, long count, Money net) {}

    /**
     * From the first to the last instant of something.
     *
     * @param first the first instant
     * @param last the last instant, itself included
     */
    record Span(Instant first, Instant last) {}
}
