package io.crmkit.core;

import io.crmkit.core.insight.Insights;
import io.crmkit.core.insight.Portfolios;
import io.crmkit.core.party.DuplicatePolicy;
import io.crmkit.core.port.PhoneNormalizer;
import io.crmkit.core.recording.Recording;
import io.crmkit.core.service.Activities;
import io.crmkit.core.service.ActivityTypes;
import io.crmkit.core.service.Affiliations;
import io.crmkit.core.service.Calendars;
import io.crmkit.core.service.Call;
import io.crmkit.core.service.Companies;
import io.crmkit.core.service.Consents;
import io.crmkit.core.service.Documents;
import io.crmkit.core.service.Duplicates;
import io.crmkit.core.service.History;
import io.crmkit.core.service.Imports;
import io.crmkit.core.service.Leads;
import io.crmkit.core.service.Merges;
import io.crmkit.core.service.Opportunities;
import io.crmkit.core.service.Orders;
import io.crmkit.core.service.People;
import io.crmkit.core.service.Pipelines;
import io.crmkit.core.service.Privacy;
import io.crmkit.core.service.Products;
import io.crmkit.core.service.Quotes;
import io.crmkit.core.service.SalePolicy;
import io.crmkit.core.service.Sellers;
import io.crmkit.core.service.Suppressions;
import io.crmkit.core.service.Teams;
import io.crmkit.core.service.Timelines;
import io.crmkit.core.value.CrmException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The library as one actor sees it: a handle for each thing to work with. Made by {@link Crm#as}. */
public final class CrmSession {

    private final Call call;

    CrmSession(Call call) {
        this.call = call;
    }

    /**
     * Returns the same session for a caller of another language: what a command breaks is told in English or Italian, and
     * in English where the locale is of neither.
     *
     * @param locale the caller's locale
     * @return the session, by the same actor
     */
    public CrmSession in(Locale locale) {
        return new CrmSession(call.in(locale));
    }

    /**
     * Tells a refusal in this session's language, English or Italian: what a command breaks, a record that is not there or
     * was changed by somebody else, and all that a stage's gate asks for. Any other refusal is told by its message, in
     * English.
     *
     * @param refused the refusal
     * @return what it says
     */
    public String told(CrmException refused) {
        return call.commands().told(refused);
    }

    /**
     * Returns the companies sold to.
     *
     * @return the handle
     */
    public Companies companies() {
        return new Companies(call);
    }

    /**
     * Returns the people sold to.
     *
     * @return the handle
     */
    public People people() {
        return new People(call);
    }

    /**
     * Returns who belongs to which company.
     *
     * @return the handle
     */
    public Affiliations affiliations() {
        return new Affiliations(call);
    }

    /**
     * Returns the people who sell.
     *
     * @return the handle
     */
    public Sellers sellers() {
        return new Sellers(call);
    }

    /**
     * Returns the teams sellers belong to.
     *
     * @return the handle
     */
    public Teams teams() {
        return new Teams(call);
    }

    /**
     * Returns the catalogue of what is sold.
     *
     * @return the handle
     */
    public Products products() {
        return new Products(call);
    }

    /**
     * Returns the pipelines negotiations pass through.
     *
     * @return the handle
     */
    public Pipelines pipelines() {
        return new Pipelines(call);
    }

    /**
     * Returns the negotiations that may become contracts.
     *
     * @return the handle
     */
    public Opportunities opportunities() {
        return new Opportunities(call);
    }

    /**
     * Returns the quotes and their revisions.
     *
     * @return the handle
     */
    public Quotes quotes() {
        return new Quotes(call);
    }

    /**
     * Returns the quotes and their revisions, by a policy of sales of its own.
     *
     * @param sales what else happens when a customer accepts
     * @return the handle
     */
    public Quotes quotes(SalePolicy sales) {
        return new Quotes(call, sales);
    }

    /**
     * Returns what customers ordered, by a policy of sales of its own.
     *
     * @param sales what else happens when a customer orders
     * @return the handle
     */
    public Orders orders(SalePolicy sales) {
        return new Orders(call, sales);
    }

    /**
     * Returns what customers ordered.
     *
     * @return the handle
     */
    public Orders orders() {
        return new Orders(call);
    }

    /**
     * Returns the host's documents as far as they are recorded, and what came of quotes and orders.
     *
     * @return the handle
     */
    public Documents documents() {
        return new Documents(call);
    }

    /**
     * Returns what sellers do, and when.
     *
     * @return the handle
     */
    public Activities activities() {
        return new Activities(call);
    }

    /**
     * Returns what activity types mean.
     *
     * @return the handle
     */
    public ActivityTypes activityTypes() {
        return new ActivityTypes(call);
    }

    /**
     * Returns what sellers have to do and when.
     *
     * @return the handle
     */
    public Calendars calendar() {
        return new Calendars(call);
    }

    /**
     * Returns those who may become customers.
     *
     * @return the handle
     */
    public Leads leads() {
        return leads(DuplicatePolicy.DEFAULT, PhoneNormalizer.INTERNATIONAL);
    }

    /**
     * Returns those who may become customers, matched with people and companies by a policy of the host's.
     *
     * @param policy what counts as evidence that a lead is about a recorded person or company, and how much is enough
     * @param phones tells telephone numbers written differently for the same
     * @return the handle
     */
    public Leads leads(DuplicatePolicy policy, PhoneNormalizer phones) {
        return new Leads(call, policy, phones);
    }

    /**
     * Returns the people and companies that were made one.
     *
     * @return the handle
     */
    public Merges merges() {
        return new Merges(call);
    }

    /**
     * Returns what is likely to be recorded twice, by the policy that serves where nothing better is known.
     *
     * @return the handle
     */
    public Duplicates duplicates() {
        return duplicates(DuplicatePolicy.DEFAULT, PhoneNormalizer.INTERNATIONAL);
    }

    /**
     * Returns what is likely to be recorded twice, by a policy of the host's.
     *
     * @param policy what counts as evidence, and how much is enough
     * @param phones tells telephone numbers written differently for the same
     * @return the handle
     */
    public Duplicates duplicates(DuplicatePolicy policy, PhoneNormalizer phones) {
        return new Duplicates(call, policy, phones);
    }

    /**
     * Returns whether people may be contacted.
     *
     * @return the handle
     */
    public Consents consents() {
        return new Consents(call);
    }

    /**
     * Returns the addresses that are not to be used.
     *
     * @return the handle
     */
    public Suppressions suppressions() {
        return new Suppressions(call);
    }

    /**
     * Returns what people may demand about their data: to have it, and to have it erased.
     *
     * @return the handle
     */
    public Privacy privacy() {
        return new Privacy(call);
    }

    /**
     * Returns the door for what another system exported.
     *
     * @return the handle
     */
    public Imports imports() {
        return new Imports(call);
    }

    /**
     * Returns what happened around opportunities, people and companies, in one order.
     *
     * @return the handle
     */
    public Timelines timelines() {
        return new Timelines(call);
    }

    /**
     * Returns what happened to the records, who did it and when.
     *
     * @return the handle
     */
    public History journal() {
        return new History(call);
    }

    /**
     * Returns what the records say.
     *
     * @return the handle
     */
    public Insights insights() {
        return new Insights(call.stores(), call.tenant());
    }

    /**
     * Returns what is open, as it was recorded by any instant.
     *
     * @return the handle
     */
    public Portfolios portfolio() {
        return new Portfolios(call.stores(), call.tenant(), call.clock().getZone(), call::exchangeRates);
    }

    /**
     * Runs several commands as one: in one transaction, the host's, and with their changes appended to the journal when
     * all of them are done.
     *
     * <p>A command by itself takes the lock of the tenant's journal when it ends and holds it until the transaction does;
     * a second one in the same transaction may then wait for a record while others wait for the journal. Run together,
     * they take that lock last. Where records that others change too are changed, change them in ascending identity.
     *
     * @param <T> what the work answers with
     * @param work the commands, given through the session they are to be called on
     * @return what the work answered
     */
    public <T extends @Nullable Object> T together(Function<CrmSession, T> work) {
        return Recording.write(
                call.stores(),
                call.actor(),
                call.clock(),
                recording -> work.apply(new CrmSession(call.over(recording.stores()))));
    }
}
