package io.crmkit.core.audience;

import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The fields of quotes. */
public final class QuoteFields {

    /** The identity of the revision. */
    public static final Field<Quote, QuoteId> ID =
            new Field<>(Quote.class, "id", FieldType.ID, Codec.id(QuoteId::new), Quote::id);

    /** The number as people read it, with the revision from the second on. */
    public static final Field<Quote, String> NUMBER =
            new Field<>(Quote.class, "number", FieldType.TEXT, Codec.same(String.class), Quote::naturalKey);

    /** The seller whose it is. */
    public static final Field<Quote, SellerId> SELLER = new Field<>(
            Quote.class,
            "seller",
            FieldType.ID,
            Codec.id(SellerId::new),
            quote -> quote.parties().seller());

    /** The company it is for. */
    public static final Field<Quote, CompanyId> COMPANY = new Field<>(
            Quote.class,
            "company",
            FieldType.ID,
            Codec.id(CompanyId::new),
            quote -> quote.parties().company());

    /** The person it is addressed to. */
    public static final Field<Quote, PersonId> CONTACT = new Field<>(
            Quote.class,
            "contact",
            FieldType.ID,
            Codec.id(PersonId::new),
            quote -> quote.parties().contact());

    /** The negotiation it belongs to. */
    public static final Field<Quote, OpportunityId> OPPORTUNITY = new Field<>(
            Quote.class,
            "opportunity",
            FieldType.ID,
            Codec.id(OpportunityId::new),
            quote -> quote.parties().opportunity());

    /** What has become of it, as recorded. */
    public static final Field<Quote, QuoteState> STATE =
            new Field<>(Quote.class, "state", FieldType.CHOICE, Codec.constant(QuoteState.class), Quote::state);

    /** When it was sent. */
    public static final Field<Quote, Instant> SENT_AT = new Field<>(
            Quote.class,
            "sentAt",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            quote -> quote.progress().sentAt());

    /** The last day it can be accepted on. */
    public static final Field<Quote, LocalDate> VALID_UNTIL = new Field<>(
            Quote.class,
            "validUntil",
            FieldType.DATE,
            Codec.same(LocalDate.class),
            quote -> quote.terms().validUntil());

    /** What it comes to before tax. */
    public static final Field<Quote, Money> NET = new Field<>(
            Quote.class,
            "net",
            FieldType.MONEY,
            Codec.same(Money.class),
            quote -> quote.totals().net());

    /** All that is said in it: the descriptions of its lines and the texts of its terms. */
    public static final Field<Quote, String> TEXT =
            new Field<>(Quote.class, "text", FieldType.TEXT, Codec.same(String.class), Quote::text);

    /** All of them, by name. */
    public static final Fields<Quote> ALL = new Fields<>(
            Quote.class,
            List.of(ID, NUMBER, SELLER, COMPANY, CONTACT, OPPORTUNITY, STATE, SENT_AT, VALID_UNTIL, NET, TEXT),
            Quote::custom,
            Quote::tags);

    private QuoteFields() {}
}
