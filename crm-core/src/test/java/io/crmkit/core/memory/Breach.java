package io.crmkit.core.memory;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.MatchKeys;
import io.crmkit.core.port.Numbering;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.port.Transactions;
import java.util.function.UnaryOperator;

/**
 * One port of some stores, broken.
 *
 * @param port the port, by the method of {@link Stores} that answers with it
 * @param breaking makes a broken port of a sound one
 * @param host whether the host's own transactions are broken too; they must differ from sound ones only where those of
 *     the stores are asked for
 */
record Breach(String port, UnaryOperator<Object> breaking, boolean host) {

    static final Breach NONE = new Breach("", sound -> sound, false);

    private static <T> Breach of(String port, Class<T> type, UnaryOperator<T> breaking) {
        return new Breach(port, sound -> breaking.apply(type.cast(sound)), false);
    }

    @SuppressWarnings("unchecked") // the port is that of the companies
    static Breach ofCompanies(UnaryOperator<Store<Company, CompanyId>> breaking) {
        return of("companies", Store.class, sound -> breaking.apply(sound));
    }

    static Breach ofJournal(UnaryOperator<Journal> breaking) {
        return of("journal", Journal.class, breaking);
    }

    static Breach ofTimeline(UnaryOperator<Timeline> breaking) {
        return of("timeline", Timeline.class, breaking);
    }

    static Breach ofFacts(UnaryOperator<Facts> breaking) {
        return of("facts", Facts.class, breaking);
    }

    static Breach ofMatchKeys(UnaryOperator<MatchKeys> breaking) {
        return of("matchKeys", MatchKeys.class, breaking);
    }

    static Breach ofNumbering(UnaryOperator<Numbering> breaking) {
        return of("numbering", Numbering.class, breaking);
    }

    static Breach ofTransactions(UnaryOperator<Transactions> breaking) {
        return of("transactions", Transactions.class, breaking);
    }

    static Breach ofHost(UnaryOperator<Transactions> breaking) {
        Breach stores = ofTransactions(breaking);
        return new Breach(stores.port, stores.breaking, true);
    }

    /** Stores that are sound but for what this breaks. */
    Stores breaking(Stores sound) {
        Object broken = port.isEmpty() ? sound : breaking.apply(Ports.ask(sound, port));
        return Ports.passing(
                Stores.class,
                (method, args) -> method.getName().equals(port) ? broken : Ports.invoke(method, sound, args));
    }

    /** The transactions a host of the broken stores begins. */
    Transactions host(Stores sound, Stores broken) {
        return host ? broken.transactions() : sound.transactions();
    }
}
