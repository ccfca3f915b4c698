package io.crmkit.core;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.access.GuardedStores;
import io.crmkit.core.feed.FedStores;
import io.crmkit.core.port.AccessPolicy;
import io.crmkit.core.port.CrmEvents;
import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.IdSource;
import io.crmkit.core.port.Mailer;
import io.crmkit.core.port.QuoteRenderer;
import io.crmkit.core.port.RateSource;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.recording.ListenedStores;
import io.crmkit.core.service.Call;
import io.crmkit.core.service.Commands;
import io.crmkit.core.service.Outward;
import io.crmkit.core.service.SalePolicy;
import io.crmkit.core.value.Actor;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The library's front door: built once by the host, then opened by every caller with {@link #as}.
 *
 * <p>Safe for use by several threads when its stores are.
 */
public final class Crm {

    private final Stores stores;
    private final Clock clock;
    private final IdSource ids;
    private final Commands commands;
    private final @Nullable AccessPolicy access;
    private final @Nullable SuppressionKey suppressionKey;
    private final Outward outward;

    private Crm(
            Stores stores,
            Clock clock,
            IdSource ids,
            Commands commands,
            @Nullable AccessPolicy access,
            @Nullable SuppressionKey suppressionKey,
            Outward outward) {
        this.outward = outward;
        this.access = access;
        this.stores = stores;
        this.clock = clock;
        this.ids = ids;
        this.commands = commands;
        this.suppressionKey = suppressionKey;
    }

    /**
     * Starts building.
     *
     * @return a builder that needs at least {@link Builder#stores}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens the door to somebody: every call is made as an actor, and sees that actor's tenant only; of that, what the
     * access policy lets the actor see.
     *
     * <p>What the policy says is asked for once in a session. Make one for each request, so that it is said anew.
     *
     * @param actor who calls
     * @return the session, cheap to make and not tied to a thread or transaction
     */
    public CrmSession as(Actor actor) {
        requireNonNull(actor, "actor");
        Stores theirs = access == null ? stores : GuardedStores.over(stores, access, actor);
        return new CrmSession(new Call(actor, theirs, clock, ids, commands, suppressionKey, outward));
    }

    /** What a {@link Crm} is built from. Each part is given at most once, but for listeners. */
    public static final class Builder {

        private @Nullable Stores stores;
        private @Nullable Clock clock;
        private @Nullable IdSource ids;
        private @Nullable Validator validator;
        private @Nullable Locale locale;
        private @Nullable AccessPolicy access;
        private final List<CrmEvents> listeners = new ArrayList<>();
        private @Nullable SuppressionKey suppressionKey;
        private @Nullable QuoteRenderer renderer;
        private @Nullable Mailer mailer;
        private @Nullable DocumentFeed feed;
        private @Nullable RateSource rates;
        private @Nullable SalePolicy sales;

        private Builder() {}

        /**
         * Says where records are kept; required.
         *
         * @param keeper the storage adapter
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder stores(Stores keeper) {
            stores = once("stores", stores, keeper);
            return this;
        }

        /**
         * Gives the clock; its zone says when a day begins. By default the system's, in UTC.
         *
         * @param time the clock
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder clock(Clock time) {
            clock = once("clock", clock, time);
            return this;
        }

        /**
         * Gives the source of identities; by default UUIDs of version 7.
         *
         * @param source the source
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder ids(IdSource source) {
            ids = once("ids", ids, source);
            return this;
        }

        /**
         * Gives the validator commands are checked by; by default that of the provider on the class path, with this
         * library's messages.
         *
         * @param checker the validator
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder validator(Validator checker) {
            validator = once("validator", validator, checker);
            return this;
        }

        /**
         * Gives the locale in whose language callers are told what a command breaks, unless a session says another with
         * {@link CrmSession#in}; by default English.
         *
         * @param language the locale
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder locale(Locale language) {
            locale = once("locale", locale, language);
            return this;
        }

        /**
         * Says who may see and do what, applied below every handle. By default everybody sees and writes everything of
         * the tenant.
         *
         * @param policy the policy, such as {@code RolePolicy} in {@code io.crmkit.core.access}
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder access(AccessPolicy policy) {
            access = once("access", access, policy);
            return this;
        }

        /**
         * Adds a listener, told what was committed through this front door; it sees every tenant's changes.
         *
         * @param listener the listener, called after those given before
         * @return this builder
         */
        public Builder listener(CrmEvents listener) {
            listeners.add(requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Gives the secret by which addresses are hashed that are not to be used. Consents, suppressions and erasure need
         * it; there is no default, since a secret that everybody knows is none.
         *
         * @param key the secret, the same for as long as there are suppressions
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder suppressionKey(SuppressionKey key) {
            suppressionKey = once("suppressionKey", suppressionKey, key);
            return this;
        }

        /**
         * Gives what makes the files of quotes. Sending quotes needs it.
         *
         * @param maker the renderer, such as {@code PdfQuoteRenderer} of crm-examples
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder renderer(QuoteRenderer maker) {
            renderer = once("renderer", renderer, maker);
            return this;
        }

        /**
         * Gives what sends mails. Sending quotes needs it.
         *
         * @param sender the mailer, such as {@code SmtpMailer} of crm-examples
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder mailer(Mailer sender) {
            mailer = once("mailer", mailer, sender);
            return this;
        }

        /**
         * Gives the host's own documents, which then stand on timelines and in chains without being recorded. By default
         * there are none but those recorded.
         *
         * @param documents tells of the documents
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder documents(DocumentFeed documents) {
            feed = once("documents", feed, documents);
            return this;
        }

        /**
         * Says where exchange rates come from. Without, money of several currencies is added up by fixed rates only, which
         * travel with the question.
         *
         * @param source the source
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder rates(RateSource source) {
            rates = once("rates", rates, source);
            return this;
        }

        /**
         * Says what else happens when a customer accepts a quote or orders; by default nothing. A session may say otherwise
         * with {@link CrmSession#quotes(SalePolicy)} and {@link CrmSession#orders(SalePolicy)}.
         *
         * @param policy the policy
         * @return this builder
         * @throws IllegalStateException if given twice
         */
        public Builder sales(SalePolicy policy) {
            sales = once("sales", sales, policy);
            return this;
        }

        /**
         * Builds the front door.
         *
         * @return the library, ready for use
         * @throws IllegalStateException if no stores were given, or no validator was and there is no provider, or there
         *     are listeners and the stores do not learn of commits
         */
        public Crm build() {
            if (stores == null) {
                throw new IllegalStateException(
                        "stores must be given: InMemoryStores.empty(), JpaStores.joining(...), or your own");
            }
            Clock time = clock == null ? Clock.systemUTC() : clock;
            return new Crm(
                    ListenedStores.over(FedStores.over(stores, feed), listeners),
                    time,
                    ids == null ? new TimeOrderedIds(time) : ids,
                    commands().in(locale == null ? Locale.ENGLISH : locale),
                    access,
                    suppressionKey,
                    new Outward(renderer, mailer, feed, rates, sales == null ? SalePolicy.NONE : sales));
        }

        private Commands commands() {
            return validator == null ? Commands.checkedByProvider() : Commands.checkedBy(validator);
        }

        private static <T> T once(String part, @Nullable T before, T now) {
            if (before != null) {
                throw new IllegalStateException(part + " was already given");
            }
            return requireNonNull(now, part);
        }
    }
}
