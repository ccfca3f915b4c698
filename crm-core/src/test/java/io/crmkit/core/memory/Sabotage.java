package io.crmkit.core.memory;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.port.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ways to break stores, each against one rule. */
enum Sabotage {
    NONE("", sound -> sound),
    SHOWS_STRANGERS("Store rule 3", BrokenStores.ShowsStrangers::new),
    LAST_WRITE_WINS("Store rule 5", BrokenStores.LastWriteWins::new),
    COUNTS_EVERY_SAVE("Store rule 6", BrokenStores.CountsEverySave::new),
    ANSWERS_IN_REVERSE("Store rule 7", BrokenStores.AnswersInReverse::new),
    SORTS_BY_SIGN("Store rule 8", BrokenStores.SortsBySign::new),
    NEVER_LAST("Store rule 9", BrokenStores.NeverLast::new),
    COUNTS_ONE_PAGE("Store rule 10", BrokenStores.CountsOnePage::new),
    IGNORES_CASE("Store rule 11", BrokenStores.IgnoresCase::new),
    COMPOSES_ACCENTS("Store rule 12", BrokenStores.ComposesAccents::new),
    REMEMBERS_WHAT_WAS_ROLLED_BACK("Store rule 13", BrokenStores.RemembersWhatWasRolledBack::new),
    TAKES_UNKNOWN_FOR_FALSE("Store rule 14", BrokenSelections.TakesUnknownForFalse::new),
    NEVER_LAST_OF_A_SELECTION("Store rule 15", BrokenSelections.NeverLast::new),
    COUNTS_WHAT_IS_NOT_MEANT("Store rule 16", BrokenSelections.CountsAll::new),
    SELECTS_STRANGERS("Store rule 17", BrokenSelections.SelectsStrangers::new),
    COMMITS_HALF_WORK("Transactions rule 3", BrokenTransactions.HalfWork::new, Breaks.STORES),
    RUNS_TWICE("Transactions rule 4", BrokenTransactions.RunsTwice::new, Breaks.HOST),
    RUNS_IN_REVERSE("Transactions rule 4", BrokenTransactions.RunsInReverse::new, Breaks.STORES),
    REMEMBERS_AFTER_A_ROLLBACK("Transactions rule 5", BrokenTransactions.RemembersAfterARollback::new, Breaks.HOST),
    RUNS_BEFORE_THE_COMMIT("Transactions rule 6", BrokenTransactions.RunsBeforeTheCommit::new, Breaks.HOST),
    TELLS_WHAT_WORK_THREW("Transactions rule 7", BrokenTransactions.TellsWhatWorkThrew::new, Breaks.HOST),
    WAITS_FOR_A_TRANSACTION("Transactions rule 8", BrokenTransactions.WaitsForATransaction::new, Breaks.HOST),
    FORGETS_WHAT_IT_CANNOT_DO("Transactions rule 9", BrokenTransactions.ForgetsWhatItCannotDo::new, Breaks.HOST),
    FORGETS_NOBODY("Facts rule 1", sound -> sound),
    COUNTS_THE_END("Facts rule 3", sound -> sound),
    COUNTS_WHAT_IS_NOT_MEANT_IN_SUMS("Facts rule 5", sound -> sound),
    ANSWERS_CHANGES_IN_REVERSE("Journal rule 1", sound -> sound, BrokenJournals.AnswersInReverse::new),
    CHAINS_NOTHING("Journal rule 2", sound -> sound, BrokenJournals.ChainsNothing::new),
    COMPOSES_ACCENTS_IN_CHANGES("Journal rule 3", sound -> sound, BrokenJournals.ComposesAccents::new),
    IGNORES_THE_LIMIT("Journal rule 4", sound -> sound, BrokenJournals.IgnoresTheLimit::new),
    READS_FORWARDS_ONLY("Journal rule 5", sound -> sound, BrokenJournals.ReadsForwardsOnly::new),
    READS_THE_END_OF_A_PERIOD("Journal rule 6", sound -> sound, BrokenJournals.ReadsTheEnd::new),
    SHOWS_STRANGERS_CHANGES("Journal rule 7", sound -> sound, BrokenJournals.ShowsStrangers::new),
    READS_WHAT_IS_COMMITTED_ONLY("Journal rule 8", sound -> sound, BrokenJournals.ReadsCommittedOnly::new),
    NUMBERS_BY_A_SEQUENCE("Journal rule 9", sound -> sound, BrokenJournals.NumbersBySequence::new),
    SHOWS_CHANGES_LATE("Journal rule 10", sound -> sound, BrokenJournals.ShowsLate::new),
    ERASES_FROM_FEW("Journal rule 11", sound -> sound, BrokenJournals.ErasesFromFew::new),
    ERASES_FROM_EVERY_TENANT("Journal rule 12", sound -> sound, BrokenJournals.ErasesFromEveryTenant::new),
    ERASES_BEYOND_ROLLBACK("Journal rule 13", sound -> sound, BrokenJournals.ErasesBeyondRollback::new),
    ERASES_FOR_ONE_THREAD("Journal rule 14", sound -> sound, BrokenJournals.ErasesForOneThread::new),
    FORGETS_OPPORTUNITIES(BrokenTimelines::forgetsOpportunities, "Timeline rule 1"),
    SORTS_BY_INSTANT_ONLY(BrokenTimelines::sortsByInstantOnly, "Timeline rule 2"),
    TAKES_THE_END_OF_A_PERIOD(BrokenTimelines::takesTheEnd, "Timeline rule 3"),
    LISTS_TWICE(BrokenTimelines::listsTwice, "Timeline rule 4"),
    LISTS_ALL_KINDS(BrokenTimelines::listsAllKinds, "Timeline rule 5"),
    SHOWS_EVERYTHING(BrokenTimelines::showsEverything, "Timeline rule 6"),
    PAGES_FROM_THE_TOP(BrokenTimelines::pagesFromTheTop, "Timeline rule 7"),
    TAKES_A_FULL_PAGE_FOR_MORE(BrokenTimelines::takesAFullPageForMore, "Timeline rule 8"),
    KEEPS_COPIES(BrokenTimelines::keepsCopies, "Timeline rule 9"),
    SHOWS_STRANGERS_ENTRIES(BrokenTimelines::showsStrangers, "Timeline rule 10"),
    READS_COMMITTED_ENTRIES_ONLY(BrokenTimelines::readsCommittedOnly, "Timeline rule 11"),
    SKIPS_BY_COUNT(BrokenTimelines::skipsByCount, "Timeline rule 12");

    private final String rule;
    private final UnaryOperator<Store<Company, CompanyId>> companies;
    private final UnaryOperator<Journal> journal;
    private final UnaryOperator<Transactions> transactions;
    private final Breaks breaks;

    /** Whether the transactions a host begins are broken too, or those of the stores only. */
    private enum Breaks {
        STORES,
        HOST
    }

    private final UnaryOperator<Timeline> timeline;

    Sabotage(String rule, UnaryOperator<Store<Company, CompanyId>> companies) {
        this(rule, companies, sound -> sound);
    }

    Sabotage(String rule, UnaryOperator<Store<Company, CompanyId>> companies, UnaryOperator<Journal> journal) {
        this.rule = rule;
        this.companies = companies;
        this.journal = journal;
        this.transactions = sound -> sound;
        this.breaks = Breaks.STORES;
        this.timeline = sound -> sound;
    }

    Sabotage(String rule, UnaryOperator<Transactions> transactions, Breaks breaks) {
        this.rule = rule;
        this.companies = sound -> sound;
        this.journal = sound -> sound;
        this.transactions = transactions;
        this.breaks = breaks;
        this.timeline = sound -> sound;
    }

    Sabotage(UnaryOperator<Timeline> timeline, String rule) {
        this.rule = rule;
        this.companies = sound -> sound;
        this.journal = sound -> sound;
        this.transactions = sound -> sound;
        this.breaks = Breaks.STORES;
        this.timeline = timeline;
    }

    String rule() {
        return rule;
    }

    /** The transactions a host of the broken stores begins. */
    Transactions host(Stores sound, Stores broken) {
        return breaks == Breaks.HOST ? broken.transactions() : sound.transactions();
    }

    /** Stores that are sound but for what this breaks. */
    Stores breaking(Stores sound) {
        Store<Company, CompanyId> broken = companies.apply(sound.companies());
        Journal brokenJournal = journal.apply(sound.journal());
        Transactions brokenTransactions = transactions.apply(sound.transactions());
        Timeline brokenTimeline = timeline.apply(sound.timeline());
        return passing(Stores.class, sound, (method, args) -> switch (method.getName()) {
            case "companies" -> broken;
            case "journal" -> brokenJournal;
            case "timeline" -> brokenTimeline;
            case "facts" -> facts(sound.facts());
            case "transactions" -> brokenTransactions;
            default -> invoke(method, sound, args);
        });
    }

    private Facts facts(Facts sound) {
        return passing(Facts.class, sound, (method, args) -> {
            Object[] given = args == null ? new Object[0] : args.clone();
            if (this == COUNTS_THE_END && method.getName().equals("activities")) {
                given[3] = ((Instant) given[3]).plusNanos(1_000);
            }
            if (this == COUNTS_WHAT_IS_NOT_MEANT_IN_SUMS && method.getName().equals("sales")) {
                given[1] = Criterion.everything();
            }
            Object answer = invoke(method, sound, given);
            return this == FORGETS_NOBODY && method.getName().equals("opportunities")
                    ? owned((List<?>) answer)
                    : answer;
        });
    }

    private static List<Object> owned(@Nullable List<?> counts) {
        List<Object> owned = new ArrayList<>(counts == null ? List.of() : counts);
        owned.removeIf(count -> ((Facts.OpportunityCount) count).owner() == null);
        return owned;
    }

    private interface Call {
        @Nullable
        Object answer(Method method, Object @Nullable [] args) throws Throwable;
    }

    private static <T> T passing(Class<T> port, T sound, Call call) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> call.answer(method, args)));
    }

    private static @Nullable Object invoke(Method method, Object sound, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(sound, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
