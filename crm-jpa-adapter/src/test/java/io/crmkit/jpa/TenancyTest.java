package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The judge of statements is a judge. */
class TenancyTest {

    @Test
    void findsAReadOfOneTableWithoutTheTenant() {
        assertTrue(Tenancy.knowsItsTenant("select r.id from crm_company r where r.tenant=? and r.id=?"));
        assertFalse(Tenancy.knowsItsTenant("select r.id from crm_company r where r.id=?"));
        assertFalse(Tenancy.knowsItsTenant("select r.id from crm_company r where r.tenant=? and exists"
                + " (select 1 from crm_custom_value v where v.owner_id=r.id)"));
    }

    @Test
    void findsAWriteWithoutTheTenant() {
        assertTrue(Tenancy.knowsItsTenant("insert into crm_company (tenant,id) values (?,?)"));
        assertFalse(Tenancy.knowsItsTenant("insert into crm_company_contact (owner_id,place) values (?,?)"));
        assertFalse(Tenancy.knowsItsTenant("update crm_journal j set fields=? where j.sequence_number=?"));
        assertFalse(Tenancy.knowsItsTenant("delete from crm_match_key k where k.owner_id in (?)"));
    }

    @Test
    void leavesTheHostsOwnTablesAlone() {
        assertTrue(Tenancy.knowsItsTenant("select o.id from host_order o"));
    }
}
