package io.crmkit.core.audience;

import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Money;
import java.time.Instant;
import java.util.List;

/** The fields of sales orders. */
public final class SalesOrderFields {

    /** The identity. */
    public static final Field<SalesOrder, SalesOrderId> ID =
            new Field<>(SalesOrder.class, "id", FieldType.ID, Codec.id(SalesOrderId::new), SalesOrder::id);

    /** The number as people read it. */
    public static final Field<SalesOrder, String> NUMBER =
            new Field<>(SalesOrder.class, "number", FieldType.TEXT, Codec.same(String.class), SalesOrder::naturalKey);

    /** The quote it was made from. */
    public static final Field<SalesOrder, QuoteId> QUOTE =
            new Field<>(SalesOrder.class, "quote", FieldType.ID, Codec.id(QuoteId::new), SalesOrder::quote);

    /** The caller's word for the request it answers. */
    public static final Field<SalesOrder, String> REQUEST =
            new Field<>(SalesOrder.class, "request", FieldType.TEXT, Codec.same(String.class), SalesOrder::request);

    /** The seller whose it is. */
    public static final Field<SalesOrder, SellerId> SELLER = new Field<>(
            SalesOrder.class,
            "seller",
            FieldType.ID,
            Codec.id(SellerId::new),
            order -> order.parties().seller());

    /** The company it is for. */
    public static final Field<SalesOrder, CompanyId> COMPANY = new Field<>(
            SalesOrder.class,
            "company",
            FieldType.ID,
            Codec.id(CompanyId::new),
            order -> order.parties().company());

    /** The person it is addressed to. */
    public static final Field<SalesOrder, PersonId> CONTACT = new Field<>(
            SalesOrder.class,
            "contact",
            FieldType.ID,
            Codec.id(PersonId::new),
            order -> order.parties().contact());

    /** The negotiation it belongs to. */
    public static final Field<SalesOrder, OpportunityId> OPPORTUNITY = new Field<>(
            SalesOrder.class,
            "opportunity",
            FieldType.ID,
            Codec.id(OpportunityId::new),
            order -> order.parties().opportunity());

    /** What has become of it. */
    public static final Field<SalesOrder, OrderState> STATE = new Field<>(
            SalesOrder.class,
            "state",
            FieldType.CHOICE,
            Codec.constant(OrderState.class),
            order -> order.progress().state());

    /** When it was made. */
    public static final Field<SalesOrder, Instant> ORDERED_AT = new Field<>(
            SalesOrder.class,
            "orderedAt",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            order -> order.progress().orderedAt());

    /** What it comes to before tax. */
    public static final Field<SalesOrder, Money> NET = new Field<>(
            SalesOrder.class,
            "net",
            FieldType.MONEY,
            Codec.same(Money.class),
            order -> order.totals().net());

    /** All of them, by name. */
    public static final Fields<SalesOrder> ALL = new Fields<>(
            SalesOrder.class,
            List.of(ID, NUMBER, QUOTE, REQUEST, SELLER, COMPANY, CONTACT, OPPORTUNITY, STATE, ORDERED_AT, NET),
            SalesOrder::custom,
            SalesOrder::tags);

    private SalesOrderFields() {}
}
