-- The host's own table, in the same schema as those of crmkit.
create table if not exists invoice (
    order_id uuid not null,
    gross numeric(19, 4) not null,
    constraint invoice_pk primary key (order_id),
    constraint invoice_of_order foreign key (order_id) references crm_sales_order (id)
);
