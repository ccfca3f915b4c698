package io.crmkit.core.memory;

/** Ways to break stores, each against one rule. */
enum Sabotage {
    FINDS_ONE("Store rule 1", Breach.ofCompanies(BrokenStores.FindsOne::new)),
    FAILS_ON_AN_EMPTY_LIST("Store rule 2", Breach.ofCompanies(BrokenStores.FailsOnAnEmptyList::new)),
    SHOWS_STRANGERS("Store rule 3", Breach.ofCompanies(BrokenStores.ShowsStrangers::new)),
    OVERLOOKS_TAGS("Store rule 4", Breach.ofCompanies(BrokenStores.OverlooksTags::new)),
    LAST_WRITE_WINS("Store rule 5", Breach.ofCompanies(BrokenStores.LastWriteWins::new)),
    COUNTS_EVERY_SAVE("Store rule 6", Breach.ofCompanies(BrokenStores.CountsEverySave::new)),
    ANSWERS_IN_REVERSE("Store rule 7", Breach.ofCompanies(BrokenStores.AnswersInReverse::new)),
    SORTS_BY_SIGN("Store rule 8", Breach.ofCompanies(BrokenStores.SortsBySign::new)),
    NEVER_LAST("Store rule 9", Breach.ofCompanies(BrokenStores.NeverLast::new)),
    COUNTS_ONE_PAGE("Store rule 10", Breach.ofCompanies(BrokenStores.CountsOnePage::new)),
    IGNORES_CASE("Store rule 11", Breach.ofCompanies(BrokenStores.IgnoresCase::new)),
    COMPOSES_ACCENTS("Store rule 12", Breach.ofCompanies(BrokenStores.ComposesAccents::new)),
    REMEMBERS_WHAT_WAS_ROLLED_BACK("Store rule 13", Breach.ofCompanies(BrokenStores.RemembersWhatWasRolledBack::new)),
    TAKES_UNKNOWN_FOR_FALSE("Store rule 14", Breach.ofCompanies(BrokenSelections.TakesUnknownForFalse::new)),
    NEVER_LAST_OF_A_SELECTION("Store rule 15", Breach.ofCompanies(BrokenSelections.NeverLast::new)),
    COUNTS_WHAT_IS_NOT_MEANT("Store rule 16", Breach.ofCompanies(BrokenSelections.CountsAll::new)),
    SELECTS_STRANGERS("Store rule 17", Breach.ofCompanies(BrokenSelections.SelectsStrangers::new)),
    KNOWS_STRANGERS("Store rule 18", Breach.ofCompanies(BrokenStores.KnowsStrangers::new)),
    SENDS_FULL_BATCHES_ONLY("Store rule 7", Breach.ofCompanies(BrokenStores.SendsFullBatchesOnly::new)),
    JOINS_ONCE("Transactions rule 1", Breach.ofHost(BrokenTransactions.JoinsOnce::new)),
    RUNS_THEN_REFUSES("Transactions rule 2", Breach.ofTransactions(BrokenTransactions.RunsThenRefuses::new)),
    COMMITS_HALF_WORK("Transactions rule 3", Breach.ofTransactions(BrokenTransactions.HalfWork::new)),
    RUNS_TWICE("Transactions rule 4", Breach.ofHost(BrokenTransactions.RunsTwice::new)),
    RUNS_IN_REVERSE("Transactions rule 4", Breach.ofTransactions(BrokenTransactions.RunsInReverse::new)),
    REMEMBERS_AFTER_A_ROLLBACK("Transactions rule 5", Breach.ofHost(BrokenTransactions.RemembersAfterARollback::new)),
    RUNS_BEFORE_THE_COMMIT("Transactions rule 6", Breach.ofHost(BrokenTransactions.RunsBeforeTheCommit::new)),
    TELLS_WHAT_WORK_THREW("Transactions rule 7", Breach.ofHost(BrokenTransactions.TellsWhatWorkThrew::new)),
    WAITS_FOR_A_TRANSACTION("Transactions rule 8", Breach.ofHost(BrokenTransactions.WaitsForATransaction::new)),
    FORGETS_WHAT_IT_CANNOT_DO("Transactions rule 9", Breach.ofHost(BrokenTransactions.ForgetsWhatItCannotDo::new)),
    FORGETS_NOBODY("Facts rule 1", Breach.ofFacts(BrokenFacts::forgetsNobody)),
    SUMS_UP_NOTHING("Facts rule 2", Breach.ofFacts(BrokenFacts::sumsUpNothing)),
    COUNTS_THE_END("Facts rule 3", Breach.ofFacts(BrokenFacts::countsTheEnd)),
    COUNTS_PERIODS_BACKWARDS("Facts rule 3", Breach.ofFacts(BrokenFacts::countsPeriodsTheOtherWayRound)),
    ADDS_YEN_TO_EUROS("Facts rule 4", Breach.ofFacts(BrokenFacts::addsYenToEuros)),
    COUNTS_WHAT_IS_NOT_MEANT_IN_SUMS("Facts rule 5", Breach.ofFacts(BrokenFacts::countsWhatIsNotMeant)),
    CREDITS_THE_OWNER_ALONE("Facts rule 6", Breach.ofFacts(BrokenFacts::creditsTheOwnerAlone)),
    FORGETS_THE_LAST_BLOCK("Facts rule 7", Breach.ofFacts(BrokenFacts::forgetsTheLastBlock)),
    READS_TWICE("Facts rule 8", Breach.ofFacts(BrokenFacts::readsTwice)),
    NAMES_NOBODY("Facts rule 9", Breach.ofFacts(BrokenFacts::namesNobody)),
    ADDS_UP_EVERY_QUOTE("Facts rule 10", Breach.ofFacts(BrokenFacts::addsUpEveryQuote)),
    FORGETS_LEADS("MatchKeys rule 1", Breach.ofMatchKeys(BrokenKeys::forgetsLeads)),
    TAKES_COMPANIES_FOR_PEOPLE("MatchKeys rule 2", Breach.ofMatchKeys(BrokenKeys::takesCompaniesForPeople)),
    SHOWS_WHAT_TOO_MANY_SHARE("MatchKeys rule 3", Breach.ofMatchKeys(BrokenKeys::showsWhatTooManyShare)),
    DRAWS_OUT_OF_ORDER("Numbering rule 1", Breach.ofNumbering(BrokenKeys::drawsOutOfOrder)),
    DRAWS_TWICE("Numbering rule 2", Breach.ofNumbering(BrokenKeys::drawsTwice)),
    LEAVES_GAPS("Numbering rule 3", Breach.ofNumbering(BrokenKeys::leavesGaps)),
    IGNORES_THE_YEAR("Numbering rule 4", Breach.ofNumbering(BrokenKeys::ignoresTheYear)),
    ANSWERS_CHANGES_IN_REVERSE("Journal rule 1", Breach.ofJournal(BrokenJournals.AnswersInReverse::new)),
    CHAINS_NOTHING("Journal rule 2", Breach.ofJournal(BrokenJournals.ChainsNothing::new)),
    COMPOSES_ACCENTS_IN_CHANGES("Journal rule 3", Breach.ofJournal(BrokenJournals.ComposesAccents::new)),
    IGNORES_THE_LIMIT("Journal rule 4", Breach.ofJournal(BrokenJournals.IgnoresTheLimit::new)),
    READS_FORWARDS_ONLY("Journal rule 5", Breach.ofJournal(BrokenJournals.ReadsForwardsOnly::new)),
    READS_THE_END_OF_A_PERIOD("Journal rule 6", Breach.ofJournal(BrokenJournals.ReadsTheEnd::new)),
    SHOWS_STRANGERS_CHANGES("Journal rule 7", Breach.ofJournal(BrokenJournals.ShowsStrangers::new)),
    READS_WHAT_IS_COMMITTED_ONLY("Journal rule 8", Breach.ofJournal(BrokenJournals.ReadsCommittedOnly::new)),
    NUMBERS_BY_A_SEQUENCE("Journal rule 9", Breach.ofJournal(BrokenJournals.NumbersBySequence::new)),
    SHOWS_CHANGES_LATE("Journal rule 10", Breach.ofJournal(BrokenJournals.ShowsLate::new)),
    ERASES_FROM_FEW("Journal rule 11", Breach.ofJournal(BrokenJournals.ErasesFromFew::new)),
    ERASES_FROM_EVERY_TENANT("Journal rule 12", Breach.ofJournal(BrokenJournals.ErasesFromEveryTenant::new)),
    ERASES_BEYOND_ROLLBACK("Journal rule 13", Breach.ofJournal(BrokenJournals.ErasesBeyondRollback::new)),
    ERASES_FOR_ONE_THREAD("Journal rule 14", Breach.ofJournal(BrokenJournals.ErasesForOneThread::new)),
    FORGETS_OPPORTUNITIES("Timeline rule 1", Breach.ofTimeline(BrokenTimelines::forgetsOpportunities)),
    SORTS_BY_INSTANT_ONLY("Timeline rule 2", Breach.ofTimeline(BrokenTimelines::sortsByInstantOnly)),
    TAKES_THE_END_OF_A_PERIOD("Timeline rule 3", Breach.ofTimeline(BrokenTimelines::takesTheEnd)),
    LISTS_TWICE("Timeline rule 4", Breach.ofTimeline(BrokenTimelines::listsTwice)),
    LISTS_ALL_KINDS("Timeline rule 5", Breach.ofTimeline(BrokenTimelines::listsAllKinds)),
    SHOWS_EVERYTHING("Timeline rule 6", Breach.ofTimeline(BrokenTimelines::showsEverything)),
    PAGES_FROM_THE_TOP("Timeline rule 7", Breach.ofTimeline(BrokenTimelines::pagesFromTheTop)),
    TAKES_A_FULL_PAGE_FOR_MORE("Timeline rule 8", Breach.ofTimeline(BrokenTimelines::takesAFullPageForMore)),
    KEEPS_COPIES("Timeline rule 9", Breach.ofTimeline(BrokenTimelines::keepsCopies)),
    SHOWS_STRANGERS_ENTRIES("Timeline rule 10", Breach.ofTimeline(BrokenTimelines::showsStrangers)),
    READS_COMMITTED_ENTRIES_ONLY("Timeline rule 11", Breach.ofTimeline(BrokenTimelines::readsCommittedOnly)),
    SKIPS_BY_COUNT("Timeline rule 12", Breach.ofTimeline(BrokenTimelines::skipsByCount));

    private final String rule;
    private final Breach breach;

    Sabotage(String rule, Breach breach) {
        this.rule = rule;
        this.breach = breach;
    }

    /** The rule that must turn red, as the names of its tests begin. */
    String rule() {
        return rule;
    }

    Breach breach() {
        return breach;
    }
}
