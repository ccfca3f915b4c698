-- A record of each kind and a row of each table, as a host of version 1 has them; the same in every database.
insert into crm_team (id, tenant, revision, name, name_folded, tags)
    values ('00000000-0000-7000-8000-000000000001', 'acme', 1, 'North', 'north', '
');
insert into crm_seller (id, tenant, revision, name, name_folded, team_id, zone, tags)
    values ('00000000-0000-7000-8000-000000000002', 'acme', 1, 'Anna', 'anna', '00000000-0000-7000-8000-000000000001', 'Europe/Rome', '
');
insert into crm_company (id, tenant, revision, name, name_folded, owner_id, sales_stage, state, tags)
    values ('00000000-0000-7000-8000-000000000003', 'acme', 1, 'Acme', 'acme', '00000000-0000-7000-8000-000000000002', 'customer', 'active', '
');
insert into crm_company_contact (owner_id, place, tenant, kind, address, label, status)
    values ('00000000-0000-7000-8000-000000000003', 0, 'acme', 'email', 'info@example.org', 'office', 'active');
insert into crm_person (id, tenant, revision, name, name_folded, sales_stage, state, tags)
    values ('00000000-0000-7000-8000-000000000004', 'acme', 1, 'Maria', 'maria', 'prospect', 'active', '
');
insert into crm_person_contact (owner_id, place, tenant, kind, address, label, status)
    values ('00000000-0000-7000-8000-000000000004', 0, 'acme', 'email', 'info@example.org', 'office', 'active');
insert into crm_affiliation (id, tenant, revision, person_id, company_id, is_primary, tags)
    values ('00000000-0000-7000-8000-000000000005', 'acme', 1, '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003', true, '
');
insert into crm_product (id, tenant, revision, name, name_folded, list_price, currency, tags)
    values ('00000000-0000-7000-8000-000000000006', 'acme', 1, 'Bench', 'bench', 120.0000, 'EUR', '
');
insert into crm_pipeline (id, tenant, revision, name, name_folded, teams, version)
    values ('00000000-0000-7000-8000-000000000007', 'acme', 1, 'New business', 'new business', '', 2);
insert into crm_pipeline_stage (owner_id, place, tenant, stage_id, name, kind, probability, category, gate_fields, gate_custom, gate_no_skipping, gate_no_going_back, gate_approval)
    values ('00000000-0000-7000-8000-000000000007', 0, 'acme', '00000000-0000-7000-8000-000000000008', 'Talks', 'open', 20, 'pipeline', '', '', false, false, false);
insert into crm_pipeline_stage (owner_id, place, tenant, stage_id, name, kind, probability, category, gate_fields, gate_custom, gate_no_skipping, gate_no_going_back, gate_approval)
    values ('00000000-0000-7000-8000-000000000007', 1, 'acme', '00000000-0000-7000-8000-000000000009', 'Won', 'won', 100, 'closed', '', '', false, false, false);
insert into crm_pipeline_stage (owner_id, place, tenant, stage_id, name, kind, probability, category, gate_fields, gate_custom, gate_no_skipping, gate_no_going_back, gate_approval)
    values ('00000000-0000-7000-8000-000000000007', 2, 'acme', '00000000-0000-7000-8000-000000000010', 'Lost', 'lost', 0, 'omitted', '', '', false, false, false);
insert into crm_pipeline_past (owner_id, place, tenant, version, stage_id, name, kind, probability, category, gate_fields, gate_custom, gate_no_skipping, gate_no_going_back, gate_approval)
    values ('00000000-0000-7000-8000-000000000007', 0, 'acme', 1, '00000000-0000-7000-8000-000000000008', 'Talks', 'open', 20, 'pipeline', '', '', false, false, false);
insert into crm_pipeline_past (owner_id, place, tenant, version, stage_id, name, kind, probability, category, gate_fields, gate_custom, gate_no_skipping, gate_no_going_back, gate_approval)
    values ('00000000-0000-7000-8000-000000000007', 1, 'acme', 1, '00000000-0000-7000-8000-000000000009', 'Won', 'won', 100, 'closed', '', '', false, false, false);
insert into crm_pipeline_past (owner_id, place, tenant, version, stage_id, name, kind, probability, category, gate_fields, gate_custom, gate_no_skipping, gate_no_going_back, gate_approval)
    values ('00000000-0000-7000-8000-000000000007', 2, 'acme', 1, '00000000-0000-7000-8000-000000000010', 'Lost', 'lost', 0, 'omitted', '', '', false, false, false);
insert into crm_opportunity (id, tenant, revision, name, name_folded, owner_id, company_id, pipeline_id, pipeline_version, entered_at, stage_id, reached_id, outcome, opened_on, amount, currency, line_count, role_count, tags)
    values ('00000000-0000-7000-8000-000000000011', 'acme', 1, 'Benches for Acme', 'benches for acme', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000007', 2, timestamp '2026-03-02 09:30:00.123456', '00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000008', 'open', date '2026-03-01', 1200.0000, 'EUR', 1, 1, '
');
insert into crm_opportunity_line (owner_id, place, tenant, product_id, name, quantity, unit_price, currency, discount, charge)
    values ('00000000-0000-7000-8000-000000000011', 0, 'acme', '00000000-0000-7000-8000-000000000006', 'Bench', 10.0000, 120.0000, 'EUR', 0.0000, 'once');
insert into crm_opportunity_role (owner_id, place, tenant, person_id, role)
    values ('00000000-0000-7000-8000-000000000011', 0, 'acme', '00000000-0000-7000-8000-000000000004', 'decision-maker');
insert into crm_activity_type (id, tenant, revision, code, name, name_folded, step_code, counted_states, credit)
    values ('00000000-0000-7000-8000-000000000012', 'acme', 1, 'call', 'Call', 'call', 'call', 'held', 'owner');
insert into crm_activity (id, tenant, revision, type_code, seller_id, occurred_at, state, company_id, person_id, participant_count, seller_count, tags)
    values ('00000000-0000-7000-8000-000000000013', 'acme', 1, 'call', '00000000-0000-7000-8000-000000000002', timestamp '2026-03-02 09:30:00.123456', 'held', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004', 1, 1, '
');
insert into crm_activity_participant (owner_id, place, tenant, person_id, acceptance)
    values ('00000000-0000-7000-8000-000000000013', 0, 'acme', '00000000-0000-7000-8000-000000000004', 'accepted');
insert into crm_lead (id, tenant, revision, known_as, person_name, person_name_folded, status, tags)
    values ('00000000-0000-7000-8000-000000000014', 'acme', 1, 'Bruno', 'Bruno', 'bruno', 'new', '
');
insert into crm_lead_contact (owner_id, place, tenant, kind, address, label, status)
    values ('00000000-0000-7000-8000-000000000014', 0, 'acme', 'email', 'info@example.org', 'office', 'active');
insert into crm_merge (id, tenant, revision, kind, survivor_id, merged_id, merged_at, journal_from, journal_until, fields)
    values ('00000000-0000-7000-8000-000000000016', 'acme', 1, 'company', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000015', timestamp '2026-03-02 09:30:00.123456', 1, 1, '[]');
insert into crm_match_key (owner_id, match_key, tenant, kind)
    values ('00000000-0000-7000-8000-000000000003', 'name acme', 'acme', 'company');
insert into crm_consent (id, tenant, revision, person_id, channel, purpose, purpose_folded, basis, state, given_at)
    values ('00000000-0000-7000-8000-000000000017', 'acme', 1, '00000000-0000-7000-8000-000000000004', 'email', 'newsletter', 'newsletter', 'consent', 'given', timestamp '2026-03-02 09:30:00.123456');
insert into crm_suppression (id, tenant, revision, channel, hash, hash_folded, reason, suppressed_at)
    values ('00000000-0000-7000-8000-000000000018', 'acme', 1, 'email', 'a1', 'a1', 'erased', timestamp '2026-03-02 09:30:00.123456');
insert into crm_retention_hold (id, tenant, revision, person_id, reason, reason_folded, held_until, placed_at)
    values ('00000000-0000-7000-8000-000000000019', 'acme', 1, '00000000-0000-7000-8000-000000000004', 'invoice', 'invoice', date '2036-03-01', timestamp '2026-03-02 09:30:00.123456');
insert into crm_journal_head (tenant, sequence_number)
    values ('acme', 1);
insert into crm_journal (tenant, sequence_number, actor, subject_kind, subject_id, revision, kind, entry_kind, occurred_at, recorded_at, fields, salt, hash)
    values ('acme', 1, 'anna', 'company', '00000000-0000-7000-8000-000000000003', 1, 'added', 'field-change', timestamp '2026-03-02 09:30:00.123456', timestamp '2026-03-02 09:30:00.123456', '[]', '00', '00');
insert into crm_custom_value (owner_id, name, tenant, kind, text_value, text_folded)
    values ('00000000-0000-7000-8000-000000000003', 'area', 'acme', 'text', 'north', 'north');
insert into crm_quote (id, tenant, revision, number, number_folded, document_number, seller_id, company_id, opportunity_id, amount, currency, quote_revision, valid_until, state, sent_at, times_sent, decided_at, tags)
    values ('00000000-0000-7000-8000-000000000020', 'acme', 1, 'Q-2026-00001', 'q-2026-00001', 'Q-2026-00001', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000011', 1188.0000, 'EUR', 1, date '2026-04-01', 'accepted', timestamp '2026-03-02 09:30:00.123456', 1, timestamp '2026-03-02 09:30:00.123456', '
');
insert into crm_quote_line (owner_id, place, tenant, number, kind, product_id, description, quantity, unit, unit_price, discount, tax_code, tax_percent)
    values ('00000000-0000-7000-8000-000000000020', 0, 'acme', 1, 'standard', '00000000-0000-7000-8000-000000000006', 'Bench', 10.0000, 'C62', 120.000000, 0.0000, 'S', 22.00);
insert into crm_quote_allowance (owner_id, place, tenant, reason, amount, currency, tax_code, tax_percent)
    values ('00000000-0000-7000-8000-000000000020', 0, 'acme', 'loyalty', 12.0000, 'EUR', 'S', 22.00);
insert into crm_quote_ordered (owner_id, place, tenant, order_id, line, quantity)
    values ('00000000-0000-7000-8000-000000000020', 0, 'acme', '00000000-0000-7000-8000-000000000021', 1, 10.0000);
insert into crm_sales_order (id, tenant, revision, number, number_folded, document_number, seller_id, company_id, opportunity_id, amount, currency, quote_id, request, request_folded, state, ordered_at, tags)
    values ('00000000-0000-7000-8000-000000000021', 'acme', 1, 'O-2026-00001', 'o-2026-00001', 'O-2026-00001', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000011', 1188.0000, 'EUR', '00000000-0000-7000-8000-000000000020', 'first', 'first', 'confirmed', timestamp '2026-03-02 09:30:00.123456', '
');
insert into crm_sales_order_line (owner_id, place, tenant, number, kind, product_id, description, quantity, unit, unit_price, discount, tax_code, tax_percent)
    values ('00000000-0000-7000-8000-000000000021', 0, 'acme', 1, 'standard', '00000000-0000-7000-8000-000000000006', 'Bench', 10.0000, 'C62', 120.000000, 0.0000, 'S', 22.00);
insert into crm_sales_order_allowance (owner_id, place, tenant, reason, amount, currency, tax_code, tax_percent)
    values ('00000000-0000-7000-8000-000000000021', 0, 'acme', 'loyalty', 12.0000, 'EUR', 'S', 22.00);
insert into crm_number (counter, last_number)
    values ('acme Q 2026', 1);
insert into crm_document_reference (id, tenant, revision, link, kind, number, number_folded, issued_at, status, company_id, quantities)
    values ('00000000-0000-7000-8000-000000000022', 'acme', 1, 'invoice 17', 'invoice', '17', '17', timestamp '2026-03-02 09:30:00.123456', 'open', '00000000-0000-7000-8000-000000000003', '');
insert into crm_document_origin (owner_id, place, tenant, link)
    values ('00000000-0000-7000-8000-000000000022', 0, 'acme', 'host-order 16');
