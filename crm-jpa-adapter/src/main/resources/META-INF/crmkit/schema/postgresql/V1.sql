-- crmkit, version 1, PostgreSQL. Run it with your own migration tool, once.
-- Identities are made by the library; records refer to each other in any order of arrival, hence no foreign keys but one.
-- Columns named _folded hold the text before them without regard to case, as the library folds it; tags holds each tag
-- between two line breaks.

create table crm_company (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    sector varchar(200),
    sector_folded varchar(200),
    location varchar(200),
    location_folded varchar(200),
    parent_id uuid,
    email varchar(254),
    email_folded varchar(254),
    phone varchar(50),
    phone_folded varchar(50),
    owner_id uuid,
    sales_stage varchar(20) not null,
    source varchar(200),
    source_folded varchar(200),
    state varchar(10) not null,
    merged_into_id uuid,
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_company_pk primary key (id),
    constraint crm_company_revision_from_one check (revision >= 1),
    constraint crm_company_sales_stage check (
        sales_stage in ('suspect', 'prospect', 'customer', 'former')),
    constraint crm_company_state check (state in ('active', 'archived', 'merged', 'erased')),
    constraint crm_company_merged check (
        case state when 'merged' then merged_into_id is not null when 'erased' then true else merged_into_id is null end)
);
create index crm_company_by_tenant on crm_company (tenant, id);
create index crm_company_by_merged_into on crm_company (tenant, merged_into_id, id);
create index crm_company_by_name on crm_company (tenant, name, id);
create index crm_company_by_owner on crm_company (tenant, owner_id, id);
create index crm_company_by_email on crm_company (tenant, email, id);
create index crm_company_by_parent on crm_company (tenant, parent_id, id);

create table crm_company_contact (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    kind varchar(10) not null,
    address varchar(254),
    label varchar(60),
    status varchar(10) not null,
    street varchar(200),
    postal_code varchar(20),
    city varchar(100),
    region varchar(100),
    country varchar(2),
    constraint crm_company_contact_pk primary key (owner_id, place),
    constraint crm_company_contact_of foreign key (owner_id) references crm_company (id),
    constraint crm_company_contact_kind check (kind in ('email', 'phone', 'postal')),
    constraint crm_company_contact_address check ((kind = 'postal') = (address is null)),
    constraint crm_company_contact_status check (status in ('active', 'bounced', 'opted-out'))
);

create table crm_person (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    email varchar(254),
    email_folded varchar(254),
    phone varchar(50),
    phone_folded varchar(50),
    owner_id uuid,
    sales_stage varchar(20) not null,
    source varchar(200),
    source_folded varchar(200),
    state varchar(10) not null,
    merged_into_id uuid,
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_person_pk primary key (id),
    constraint crm_person_revision_from_one check (revision >= 1),
    constraint crm_person_sales_stage check (
        sales_stage in ('suspect', 'prospect', 'customer', 'former')),
    constraint crm_person_state check (state in ('active', 'archived', 'merged', 'erased')),
    constraint crm_person_merged check (
        case state when 'merged' then merged_into_id is not null when 'erased' then true else merged_into_id is null end)
);
create index crm_person_by_tenant on crm_person (tenant, id);
create index crm_person_by_merged_into on crm_person (tenant, merged_into_id, id);
create index crm_person_by_name on crm_person (tenant, name, id);
create index crm_person_by_owner on crm_person (tenant, owner_id, id);
create index crm_person_by_email on crm_person (tenant, email, id);

create table crm_person_contact (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    kind varchar(10) not null,
    address varchar(254),
    label varchar(60),
    status varchar(10) not null,
    street varchar(200),
    postal_code varchar(20),
    city varchar(100),
    region varchar(100),
    country varchar(2),
    constraint crm_person_contact_pk primary key (owner_id, place),
    constraint crm_person_contact_of foreign key (owner_id) references crm_person (id),
    constraint crm_person_contact_kind check (kind in ('email', 'phone', 'postal')),
    constraint crm_person_contact_address check ((kind = 'postal') = (address is null)),
    constraint crm_person_contact_status check (status in ('active', 'bounced', 'opted-out'))
);

create table crm_affiliation (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    person_id uuid not null,
    company_id uuid not null,
    role_there varchar(200),
    role_folded varchar(200),
    from_day date,
    until_day date,
    is_primary boolean not null,
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_affiliation_pk primary key (id),
    constraint crm_affiliation_revision_from_one check (revision >= 1),
    constraint crm_affiliation_days check (until_day > from_day)
);
create index crm_affiliation_by_tenant on crm_affiliation (tenant, id);
create index crm_affiliation_by_person on crm_affiliation (tenant, person_id, id);
create index crm_affiliation_by_company on crm_affiliation (tenant, company_id, id);
create index crm_affiliation_by_role on crm_affiliation (tenant, role_there, id);

create table crm_team (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    region varchar(200),
    region_folded varchar(200),
    parent_id uuid,
    leader_id uuid,
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_team_pk primary key (id),
    constraint crm_team_revision_from_one check (revision >= 1)
);
create index crm_team_by_tenant on crm_team (tenant, id);
create index crm_team_by_name on crm_team (tenant, name, id);
create index crm_team_by_leader on crm_team (tenant, leader_id);

create table crm_seller (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    team_id uuid,
    zone varchar(64),
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_seller_pk primary key (id),
    constraint crm_seller_revision_from_one check (revision >= 1)
);
create index crm_seller_by_tenant on crm_seller (tenant, id);
create index crm_seller_by_name on crm_seller (tenant, name, id);

create table crm_product (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    series varchar(200),
    series_folded varchar(200),
    list_price numeric(19, 4),
    currency varchar(3),
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_product_pk primary key (id),
    constraint crm_product_revision_from_one check (revision >= 1),
    constraint crm_product_money_whole check (
        (list_price is null) = (currency is null) and (currency is null or char_length(currency) = 3))
);
create index crm_product_by_tenant on crm_product (tenant, id);
create index crm_product_by_name on crm_product (tenant, name, id);

create table crm_pipeline (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    name varchar(200) not null,
    name_folded varchar(200) not null,
    business_type varchar(100),
    business_type_folded varchar(100),
    teams varchar(3700) not null,
    version integer not null,
    constraint crm_pipeline_pk primary key (id),
    constraint crm_pipeline_revision_from_one check (revision >= 1),
    constraint crm_pipeline_version_from_one check (version >= 1)
);
create index crm_pipeline_by_tenant on crm_pipeline (tenant, id);
create index crm_pipeline_by_name on crm_pipeline (tenant, name, id);

create table crm_pipeline_stage (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    stage_id uuid not null,
    name varchar(100) not null,
    kind varchar(10) not null,
    probability integer,
    category varchar(12) not null,
    rotting_days integer,
    gate_fields varchar(200) not null,
    gate_custom varchar(5200) not null,
    gate_no_skipping boolean not null,
    gate_no_going_back boolean not null,
    gate_approval boolean not null,
    constraint crm_pipeline_stage_pk primary key (owner_id, place),
    constraint crm_pipeline_stage_of_pipeline foreign key (owner_id) references crm_pipeline (id),
    constraint crm_pipeline_stage_kind check (kind in ('open', 'on-hold', 'won', 'lost')),
    constraint crm_pipeline_stage_category check (category in ('omitted', 'pipeline', 'best-case', 'most-likely', 'commit', 'closed')),
    constraint crm_pipeline_stage_probability check (probability is null or probability between 0 and 100),
    constraint crm_pipeline_stage_rotting check (rotting_days is null or rotting_days >= 1)
);

create table crm_pipeline_past (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    version integer not null,
    stage_id uuid not null,
    name varchar(100) not null,
    kind varchar(10) not null,
    probability integer,
    category varchar(12) not null,
    rotting_days integer,
    gate_fields varchar(200) not null,
    gate_custom varchar(5200) not null,
    gate_no_skipping boolean not null,
    gate_no_going_back boolean not null,
    gate_approval boolean not null,
    constraint crm_pipeline_past_pk primary key (owner_id, place),
    constraint crm_pipeline_past_of_pipeline foreign key (owner_id) references crm_pipeline (id),
    constraint crm_pipeline_past_kind check (kind in ('open', 'on-hold', 'won', 'lost')),
    constraint crm_pipeline_past_category check (category in ('omitted', 'pipeline', 'best-case', 'most-likely', 'commit', 'closed')),
    constraint crm_pipeline_past_probability check (probability is null or probability between 0 and 100),
    constraint crm_pipeline_past_rotting check (rotting_days is null or rotting_days >= 1)
);

create table crm_opportunity (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    name varchar(300) not null,
    name_folded varchar(300) not null,
    reference varchar(100),
    reference_folded varchar(100),
    product varchar(200),
    product_folded varchar(200),
    owner_id uuid,
    team_id uuid,
    company_id uuid,
    contact_id uuid,
    pipeline_id uuid not null,
    pipeline_version numeric(9) not null,
    entered_at timestamp(6) with time zone,
    stage_id uuid not null,
    reached_id uuid not null,
    outcome varchar(10) not null,
    opened_on date,
    expected_close date,
    closed_on date,
    amount numeric(19, 4),
    currency varchar(3),
    recurring numeric(19, 4),
    recurring_currency varchar(3),
    probability numeric(3),
    category varchar(12),
    next_step varchar(300),
    next_step_folded varchar(300),
    next_step_due date,
    reason varchar(100),
    reason_folded varchar(100),
    competitor varchar(200),
    competitor_folded varchar(200),
    ending_note varchar(4000),
    move_corrections varchar(6000),
    line_count integer not null,
    role_count integer not null,
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_opportunity_pk primary key (id),
    constraint crm_opportunity_revision_from_one check (revision >= 1),
    constraint crm_opportunity_version_from_one check (pipeline_version >= 1),
    constraint crm_opportunity_outcome check (outcome in ('open', 'won', 'lost')),
    constraint crm_opportunity_money_whole check (
        (amount is null) = (currency is null) and (currency is null or char_length(currency) = 3)),
    constraint crm_opportunity_recurring_whole check (
        (recurring is null) = (recurring_currency is null)
        and (recurring_currency is null or char_length(recurring_currency) = 3)),
    constraint crm_opportunity_probability check (probability is null or probability between 0 and 100),
    constraint crm_opportunity_category check (category is null or category in ('omitted', 'pipeline', 'best-case', 'most-likely', 'commit', 'closed'))
);
create index crm_opportunity_by_tenant on crm_opportunity (tenant, id);
create index crm_opportunity_by_reference on crm_opportunity (tenant, reference, id);
create index crm_opportunity_by_company on crm_opportunity (tenant, company_id, id);
create index crm_opportunity_by_contact on crm_opportunity (tenant, contact_id, id);
create index crm_opportunity_by_outcome on crm_opportunity (tenant, outcome, closed_on);
create index crm_opportunity_by_owner on crm_opportunity (tenant, owner_id, outcome, id);
create index crm_opportunity_by_team on crm_opportunity (tenant, team_id, id);

create table crm_opportunity_line (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    product_id uuid,
    name varchar(200) not null,
    quantity numeric(16, 4) not null,
    unit_price numeric(19, 4) not null,
    currency varchar(3) not null,
    discount numeric(7, 4) not null,
    charge varchar(8) not null,
    constraint crm_opportunity_line_pk primary key (owner_id, place),
    constraint crm_opportunity_line_of foreign key (owner_id) references crm_opportunity (id),
    constraint crm_opportunity_line_quantity_above_0 check (quantity > 0),
    constraint crm_opportunity_line_currency check (char_length(currency) = 3),
    constraint crm_opportunity_line_charge check (charge in ('once', 'monthly'))
);

create table crm_opportunity_role (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    person_id uuid not null,
    role varchar(40) not null,
    constraint crm_opportunity_role_pk primary key (owner_id, place),
    constraint crm_opportunity_role_of foreign key (owner_id) references crm_opportunity (id),
    constraint crm_opportunity_role_once unique (owner_id, person_id)
);
create index crm_opportunity_role_by_person on crm_opportunity_role (person_id, owner_id);

create table crm_activity (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    type_code varchar(40) not null,
    seller_id uuid not null,
    occurred_at timestamp(6) with time zone not null,
    state varchar(10) not null,
    company_id uuid,
    person_id uuid,
    opportunity_id uuid,
    reference varchar(100),
    reference_folded varchar(100),
    quote_id uuid,
    order_id uuid,
    kind varchar(10),
    direction varchar(10),
    duration_seconds bigint,
    ends_at timestamp(6) with time zone,
    place varchar(200),
    place_folded varchar(200),
    due_on date,
    title varchar(200),
    title_folded varchar(200),
    note varchar(10000),
    outcome varchar(10000),
    follows_id uuid,
    times_rescheduled integer,
    first_at timestamp(6) with time zone,
    recurrence_rule varchar(500),
    recurrence_zone varchar(60),
    recurrence_exceptions varchar(30000),
    series_id uuid,
    series_at timestamp(6) with time zone,
    participant_count integer not null,
    seller_count integer not null,
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_activity_pk primary key (id),
    constraint crm_activity_revision_from_one check (revision >= 1),
    constraint crm_activity_kind check (kind in ('call', 'meeting', 'email', 'task', 'note')),
    constraint crm_activity_direction check (direction in ('inbound', 'outbound')),
    constraint crm_activity_recurrence check ((recurrence_rule is null) = (recurrence_zone is null)),
    constraint crm_activity_series check ((series_id is null) = (series_at is null)),
    constraint crm_activity_rescheduled check ((times_rescheduled is null) = (first_at is null)),
    constraint crm_activity_state check (state in ('planned', 'held', 'not-held', 'cancelled'))
);
create index crm_activity_by_tenant on crm_activity (tenant, id);
create index crm_activity_by_reference on crm_activity (tenant, reference, id);
create index crm_activity_by_company on crm_activity (tenant, company_id, id);
create index crm_activity_by_seller_at on crm_activity (seller_id, tenant, occurred_at, id);
create index crm_activity_by_seller_ends_at on crm_activity (seller_id, tenant, ends_at, id);
create index crm_activity_by_person on crm_activity (tenant, person_id, id);
create index crm_activity_by_occurred_at on crm_activity (tenant, state, occurred_at, id, seller_id, type_code, seller_count);
-- a timeline's page is read from where it begins, so that these lead with what it is about
create index crm_activity_of_company_at on crm_activity (company_id, tenant, occurred_at, id);
create index crm_activity_of_person_at on crm_activity (person_id, tenant, occurred_at, id);
create index crm_activity_of_opportunity_at on crm_activity (opportunity_id, tenant, occurred_at, id);
create index crm_activity_by_title on crm_activity (tenant, title, id);
create index crm_activity_by_follows on crm_activity (follows_id, tenant, id);
create index crm_activity_by_series on crm_activity (series_id, tenant, id);
create index crm_activity_by_zone on crm_activity (tenant, recurrence_zone, id);
create index crm_activity_by_quote on crm_activity (quote_id, tenant, id);
create index crm_activity_by_order on crm_activity (order_id, tenant, id);

create table crm_activity_type (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    code varchar(40) not null,
    name varchar(100) not null,
    name_folded varchar(100) not null,
    kind varchar(10),
    role varchar(10),
    step_code varchar(40) not null,
    counted_states varchar(60) not null,
    credit varchar(12) not null,
    follow_up_code varchar(40),
    follow_up_days integer,
    constraint crm_activity_type_pk primary key (id),
    constraint crm_activity_type_revision_from_one check (revision >= 1),
    constraint crm_activity_type_kind check (kind is null or kind in ('call', 'meeting', 'email', 'task', 'note')),
    constraint crm_activity_type_role check (role is null or role in ('leading', 'lagging')),
    constraint crm_activity_type_credit check (credit in ('owner', 'every-seller', 'split')),
    constraint crm_activity_type_follow_up check ((follow_up_code is null) = (follow_up_days is null))
);
create index crm_activity_type_by_tenant on crm_activity_type (tenant, id);
create index crm_activity_type_by_name on crm_activity_type (tenant, name, id);

create table crm_activity_participant (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    person_id uuid,
    seller_id uuid,
    acceptance varchar(12) not null,
    constraint crm_activity_participant_pk primary key (owner_id, place),
    constraint crm_activity_participant_of foreign key (owner_id) references crm_activity (id),
    constraint crm_activity_participant_one check (num_nonnulls(person_id, seller_id) = 1),
    constraint crm_activity_participant_acceptance check (acceptance in ('needs-action', 'accepted', 'declined', 'tentative'))
);
create index crm_activity_participant_by_person on crm_activity_participant (person_id, owner_id);
create index crm_activity_participant_by_seller on crm_activity_participant (seller_id, owner_id);

create table crm_lead (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    known_as varchar(200) not null,
    person_name varchar(200),
    person_name_folded varchar(200),
    company_name varchar(200),
    company_name_folded varchar(200),
    email varchar(254),
    email_folded varchar(254),
    phone varchar(50),
    phone_folded varchar(50),
    status varchar(10) not null,
    owner_id uuid,
    reason varchar(500),
    reason_folded varchar(500),
    try_again_on date,
    source varchar(100),
    source_folded varchar(100),
    note varchar(4000),
    person_id uuid,
    company_id uuid,
    opportunity_id uuid,
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_lead_pk primary key (id),
    constraint crm_lead_revision_from_one check (revision >= 1),
    constraint crm_lead_status check (status in ('new', 'assigned', 'in-process', 'converted', 'recycled', 'dead')),
    constraint crm_lead_links check (
        status = 'converted' or coalesce(person_id, company_id, opportunity_id) is null)
);
create index crm_lead_by_tenant on crm_lead (tenant, id);
create index crm_lead_by_name on crm_lead (tenant, known_as, id);
create index crm_lead_by_status on crm_lead (tenant, status, owner_id);
create index crm_lead_by_person on crm_lead (tenant, person_id);
create index crm_lead_by_company on crm_lead (tenant, company_id);

create table crm_lead_contact (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    kind varchar(10) not null,
    address varchar(254),
    label varchar(60),
    status varchar(10) not null,
    street varchar(200),
    postal_code varchar(20),
    city varchar(100),
    region varchar(100),
    country varchar(2),
    constraint crm_lead_contact_pk primary key (owner_id, place),
    constraint crm_lead_contact_of foreign key (owner_id) references crm_lead (id),
    constraint crm_lead_contact_kind check (kind in ('email', 'phone', 'postal')),
    constraint crm_lead_contact_address check ((kind = 'postal') = (address is null)),
    constraint crm_lead_contact_status check (status in ('active', 'bounced', 'opted-out'))
);

create table crm_merge (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    kind varchar(10) not null,
    survivor_id uuid not null,
    merged_id uuid not null,
    reason varchar(500),
    reason_folded varchar(500),
    merged_at timestamp(6) with time zone not null,
    journal_from bigint not null,
    journal_until bigint not null,
    fields text not null,
    undone_at timestamp(6) with time zone,
    constraint crm_merge_pk primary key (id),
    constraint crm_merge_revision_from_one check (revision >= 1),
    constraint crm_merge_kind check (kind in ('person', 'company')),
    constraint crm_merge_of_two check (survivor_id <> merged_id)
);
create index crm_merge_by_tenant on crm_merge (tenant, id);
create index crm_merge_by_reason on crm_merge (tenant, reason, id);
create index crm_merge_by_merged on crm_merge (tenant, merged_id);
create index crm_merge_by_survivor on crm_merge (tenant, survivor_id);

-- Under which keys likely duplicates meet; written with the record.
create table crm_match_key (
    owner_id uuid not null,
    match_key varchar(260) not null,
    tenant varchar(64) not null,
    kind varchar(10) not null,
    constraint crm_match_key_pk primary key (owner_id, match_key),
    constraint crm_match_key_kind check (kind in ('person', 'company', 'lead'))
);
create index crm_match_key_by_key on crm_match_key (tenant, match_key, kind, owner_id);

-- Data protection. The identity of a consent follows from person, channel and purpose, that of a suppression from the
-- address, of which only a keyed hash is stored.
create table crm_consent (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    person_id uuid not null,
    channel varchar(10) not null,
    purpose varchar(100) not null,
    purpose_folded varchar(100) not null,
    basis varchar(20) not null,
    state varchar(10) not null,
    source varchar(200),
    evidence varchar(1000),
    token_hash varchar(64),
    requested_at timestamp(6) with time zone,
    confirm_by timestamp(6) with time zone,
    given_at timestamp(6) with time zone,
    withdrawn_at timestamp(6) with time zone,
    valid_until timestamp(6) with time zone,
    constraint crm_consent_pk primary key (id),
    constraint crm_consent_revision_from_one check (revision >= 1),
    constraint crm_consent_channel check (channel in ('email', 'phone', 'sms', 'post')),
    constraint crm_consent_basis check (
        basis in ('consent', 'contract', 'legal-obligation', 'vital-interest', 'public-interest', 'legitimate-interest')),
    constraint crm_consent_state check (state in ('requested', 'given', 'withdrawn', 'expired'))
);
create index crm_consent_by_tenant on crm_consent (tenant, id);
create index crm_consent_by_purpose on crm_consent (tenant, purpose, id);
create index crm_consent_by_person on crm_consent (tenant, person_id, id);
create index crm_consent_by_state on crm_consent (tenant, state, valid_until);

create table crm_suppression (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    channel varchar(10) not null,
    hash varchar(100) not null,
    hash_folded varchar(100) not null,
    reason varchar(10) not null,
    suppressed_at timestamp(6) with time zone not null,
    constraint crm_suppression_pk primary key (id),
    constraint crm_suppression_revision_from_one check (revision >= 1),
    constraint crm_suppression_channel check (channel in ('email', 'phone', 'sms', 'post')),
    constraint crm_suppression_reason check (reason in ('erased', 'objected', 'bounced'))
);
create index crm_suppression_by_tenant on crm_suppression (tenant, id);
create index crm_suppression_by_hash on crm_suppression (tenant, hash, id);

create table crm_retention_hold (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    person_id uuid not null,
    reason varchar(200) not null,
    reason_folded varchar(200) not null,
    held_until date not null,
    placed_at timestamp(6) with time zone not null,
    constraint crm_retention_hold_pk primary key (id),
    constraint crm_retention_hold_revision_from_one check (revision >= 1)
);
create index crm_retention_hold_by_tenant on crm_retention_hold (tenant, id);
create index crm_retention_hold_by_reason on crm_retention_hold (tenant, reason, id);
create index crm_retention_hold_by_person on crm_retention_hold (tenant, person_id, id);

-- What happened, append-only but for texts that must be erased. The counter of a tenant is taken last in each
-- transaction and held to its end.
create table crm_journal (
    tenant varchar(64) not null,
    sequence_number bigint not null,
    actor varchar(200) not null,
    subject_kind varchar(40) not null,
    subject_id uuid not null,
    revision bigint not null,
    kind varchar(10) not null,
    entry_kind varchar(12) not null,
    occurred_at timestamp(6) with time zone not null,
    recorded_at timestamp(6) with time zone not null,
    fields text not null,
    salt varchar(32),
    digest varchar(64),
    hash varchar(64) not null,
    constraint crm_journal_pk primary key (tenant, sequence_number),
    constraint crm_journal_sequence_from_one check (sequence_number >= 1),
    constraint crm_journal_salt_or_digest check (
        (case when salt is null then 0 else 1 end) + (case when digest is null then 0 else 1 end) = 1),
    constraint crm_journal_kind check (kind in ('added', 'changed'))
);
create index crm_journal_by_subject on crm_journal (tenant, subject_id, sequence_number);
-- a timeline's page is read from where it begins, so that these lead with what it is about
create index crm_journal_of_subject_at on crm_journal (subject_id, tenant, occurred_at, sequence_number);
create index crm_journal_by_recorded_at on crm_journal (tenant, recorded_at);

create table crm_journal_head (
    tenant varchar(64) not null,
    sequence_number bigint not null,
    constraint crm_journal_head_pk primary key (tenant)
);
-- where writers of a tenant's first change wait for each other
insert into crm_journal_head (tenant, sequence_number) values ('', 0);

-- What criteria can ask for of the custom fields; custom_fields has all of them as they are read.
create table crm_custom_value (
    owner_id uuid not null,
    name varchar(50) not null,
    tenant varchar(64) not null,
    kind varchar(10) not null,
    text_value varchar(1000),
    text_folded varchar(1000),
    number_value numeric(21, 6),
    currency varchar(3),
    date_value date,
    instant_value timestamp(6) with time zone,
    boolean_value boolean,
    id_value uuid,
    constraint crm_custom_value_pk primary key (owner_id, name)
);
create index crm_custom_value_by_name on crm_custom_value (tenant, name, owner_id);

-- Quotes, each revision a row of its own; what was sent is never changed. The number is shown with the revision from the
-- second on, document_number without.
create table crm_quote (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    number varchar(50) not null,
    number_folded varchar(50) not null,
    document_number varchar(40) not null,
    seller_id uuid not null,
    company_id uuid,
    contact_id uuid,
    opportunity_id uuid,
    amount numeric(19, 4) not null,
    currency varchar(3) not null,
    quote_revision integer not null,
    valid_until date not null,
    payment varchar(1000),
    delivery varchar(1000),
    note varchar(4000),
    text_held text,
    text_folded text,
    state varchar(12) not null,
    sent_at timestamp(6) with time zone,
    times_sent integer not null,
    rendered_hash varchar(64),
    decided_at timestamp(6) with time zone,
    reason varchar(1000),
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_quote_pk primary key (id),
    constraint crm_quote_revision_from_one check (revision >= 1),
    constraint crm_quote_state check (state in ('draft', 'sent', 'accepted', 'declined', 'expired', 'superseded', 'cancelled'))
);
create index crm_quote_by_tenant on crm_quote (tenant, id);
create index crm_quote_by_number on crm_quote (tenant, number, id);
create index crm_quote_by_opportunity on crm_quote (opportunity_id, tenant, id);
create index crm_quote_by_company on crm_quote (company_id, tenant, id);
create index crm_quote_by_seller on crm_quote (seller_id, tenant, id);

create table crm_quote_line (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    number integer not null,
    kind varchar(12) not null,
    product_id uuid,
    description varchar(1000) not null,
    quantity numeric(16, 4) not null,
    unit varchar(3) not null,
    unit_price numeric(18, 6) not null,
    discount numeric(7, 4) not null,
    tax_code varchar(2) not null,
    tax_percent numeric(5, 2) not null,
    constraint crm_quote_line_pk primary key (owner_id, place),
    constraint crm_quote_line_of foreign key (owner_id) references crm_quote (id),
    constraint crm_quote_line_kind check (kind in ('standard', 'optional', 'alternative')),
    constraint crm_quote_line_quantity_above_0 check (quantity > 0)
);

create table crm_quote_allowance (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    reason varchar(200) not null,
    amount numeric(19, 4) not null,
    currency varchar(3) not null,
    tax_code varchar(2) not null,
    tax_percent numeric(5, 2) not null,
    constraint crm_quote_allowance_pk primary key (owner_id, place),
    constraint crm_quote_allowance_of foreign key (owner_id) references crm_quote (id)
);

create table crm_quote_ordered (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    order_id uuid not null,
    line integer not null,
    quantity numeric(16, 4) not null,
    constraint crm_quote_ordered_pk primary key (owner_id, place),
    constraint crm_quote_ordered_of foreign key (owner_id) references crm_quote (id),
    constraint crm_quote_ordered_quantity_above_0 check (quantity > 0)
);

create table crm_sales_order (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    number varchar(50) not null,
    number_folded varchar(50) not null,
    document_number varchar(40) not null,
    seller_id uuid not null,
    company_id uuid,
    contact_id uuid,
    opportunity_id uuid,
    amount numeric(19, 4) not null,
    currency varchar(3) not null,
    quote_id uuid not null,
    request varchar(100) not null,
    request_folded varchar(100) not null,
    state varchar(12) not null,
    ordered_at timestamp(6) with time zone not null,
    cancelled_at timestamp(6) with time zone,
    reason varchar(1000),
    custom_fields text,
    tags varchar(6200) not null,
    constraint crm_sales_order_pk primary key (id),
    constraint crm_sales_order_revision_from_one check (revision >= 1),
    constraint crm_sales_order_state check (state in ('confirmed', 'cancelled'))
);
create index crm_sales_order_by_tenant on crm_sales_order (tenant, id);
create index crm_sales_order_by_number on crm_sales_order (tenant, number, id);
create index crm_sales_order_by_quote on crm_sales_order (quote_id, tenant, id);
create index crm_sales_order_by_opportunity on crm_sales_order (opportunity_id, tenant, id);
create index crm_sales_order_by_company on crm_sales_order (company_id, tenant, id);

create table crm_sales_order_line (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    number integer not null,
    kind varchar(12) not null,
    product_id uuid,
    description varchar(1000) not null,
    quantity numeric(16, 4) not null,
    unit varchar(3) not null,
    unit_price numeric(18, 6) not null,
    discount numeric(7, 4) not null,
    tax_code varchar(2) not null,
    tax_percent numeric(5, 2) not null,
    constraint crm_sales_order_line_pk primary key (owner_id, place),
    constraint crm_sales_order_line_of foreign key (owner_id) references crm_sales_order (id),
    constraint crm_sales_order_line_kind check (kind in ('standard', 'optional', 'alternative')),
    constraint crm_sales_order_line_quantity_above_0 check (quantity > 0)
);

create table crm_sales_order_allowance (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    reason varchar(200) not null,
    amount numeric(19, 4) not null,
    currency varchar(3) not null,
    tax_code varchar(2) not null,
    tax_percent numeric(5, 2) not null,
    constraint crm_sales_order_allowance_pk primary key (owner_id, place),
    constraint crm_sales_order_allowance_of foreign key (owner_id) references crm_sales_order (id)
);

-- The last number of each series and year of a tenant; a transaction that draws holds it to its end.
create table crm_number (
    counter varchar(90) not null,
    last_number bigint not null,
    constraint crm_number_pk primary key (counter)
);
-- where those who draw the first number of a series wait for each other
insert into crm_number (counter, last_number) values ('', 0);

-- The host's documents by what they are known by; link is kind and number together.
create table crm_document_reference (
    id uuid not null,
    tenant varchar(64) not null,
    revision bigint not null,
    link varchar(70) not null,
    kind varchar(16) not null,
    number varchar(50) not null,
    number_folded varchar(50) not null,
    issued_at timestamp(6) with time zone not null,
    due_on date,
    status varchar(16) not null,
    amount numeric(19, 4),
    currency varchar(3),
    company_id uuid,
    contact_id uuid,
    opportunity_id uuid,
    origins text,
    quantities text not null,
    constraint crm_document_reference_pk primary key (id),
    constraint crm_document_reference_revision_from_one check (revision >= 1),
    constraint crm_document_reference_link unique (tenant, link),
    constraint crm_document_reference_kind check (kind in ('host-order', 'delivery-note', 'invoice', 'credit-note', 'receipt')),
    constraint crm_document_reference_status check (status in ('open', 'partly-completed', 'completed', 'cancelled')),
    constraint crm_document_reference_amount check (
        (amount is null) = (currency is null) and (currency is null or char_length(currency) = 3))
);
create index crm_document_reference_by_tenant on crm_document_reference (tenant, id);

create table crm_document_origin (
    owner_id uuid not null,
    place integer not null,
    tenant varchar(64) not null,
    link varchar(70) not null,
    constraint crm_document_origin_pk primary key (owner_id, place),
    constraint crm_document_origin_of foreign key (owner_id) references crm_document_reference (id)
);
create index crm_document_origin_by_link on crm_document_origin (link, tenant, owner_id);

create index crm_document_reference_by_number on crm_document_reference (tenant, number, id);
-- a timeline's page is read from where it begins, so that these lead with what it is about
create index crm_document_reference_of_company_at on crm_document_reference (company_id, tenant, issued_at, id);
create index crm_document_reference_of_contact_at on crm_document_reference (contact_id, tenant, issued_at, id);
create index crm_document_reference_of_opportunity_at on crm_document_reference (opportunity_id, tenant, issued_at, id);
create index crm_quote_of_company_at on crm_quote (company_id, tenant, sent_at, id);
create index crm_quote_of_contact_at on crm_quote (contact_id, tenant, sent_at, id);
create index crm_quote_of_opportunity_at on crm_quote (opportunity_id, tenant, sent_at, id);
create index crm_sales_order_of_company_at on crm_sales_order (company_id, tenant, ordered_at, id);
create index crm_sales_order_of_contact_at on crm_sales_order (contact_id, tenant, ordered_at, id);
create index crm_sales_order_of_opportunity_at on crm_sales_order (opportunity_id, tenant, ordered_at, id);
