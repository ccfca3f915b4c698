package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.service.AddLead;
import io.crmkit.core.service.ConvertLead;
import io.crmkit.core.service.LeadDetails;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight hosts that press the same button at once. */
class LeadConversionRaceTest {

    private static final int HOSTS = 8;
    private static final int LEADS = 12;

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());

    private CrmSession crm(JpaSession session) {
        return Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
    }

    @ParameterizedTest
    @EnumSource
    void eightHostsConvertALeadOnce(Database database) throws Exception {
        List<JpaSession> hosts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(HOSTS);
        try {
            for (int i = 0; i < HOSTS; i++) {
                hosts.add(JpaSession.on(database));
            }
            CrmSession first = crm(hosts.get(0));
            for (int i = 0; i < LEADS; i++) {
                AddLead add = new AddLead(LeadDetails.of(new LeadName("Eva Huber", "Graz Pumps")), null);
                Lead lead = hosts.get(0).write(() -> first.leads().add(add));
                assertEquals(1, answers(threads, hosts, lead).size());
                assertEquals(i + 1, first.people().count());
                assertEquals(i + 1, first.companies().count());
            }
        } finally {
            threads.shutdownNow();
            hosts.forEach(JpaSession::close);
        }
    }

    private Set<Lead> answers(ExecutorService threads, List<JpaSession> hosts, Lead lead) throws Exception {
        ConvertLead command = new ConvertLead(lead.id(), null, null, false, null);
        List<Callable<Lead>> calls = new ArrayList<>();
        for (JpaSession host : hosts) {
            calls.add(() -> host.write(() -> crm(host).leads().convert(command)));
        }
        Set<Lead> answers = new HashSet<>();
        for (Future<Lead> answer : threads.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
