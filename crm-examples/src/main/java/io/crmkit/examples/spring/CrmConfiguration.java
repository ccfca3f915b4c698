package io.crmkit.examples.spring;

import io.crmkit.core.Crm;
import io.crmkit.jpa.JpaStores;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All that a Spring host writes to have a CRM inside: a bean for the library, and the clock both go by. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {

    /**
     * The library, on the host's own EntityManager: Spring gives a proxy that stands for the one of the current transaction.
     */
    @Bean
    Crm crm(EntityManager entityManager, Clock clock, GuestNews news) {
        return Crm.builder()
                .clock(clock)
                .stores(JpaStores.joining(entityManager, CrmConfiguration::afterCommit))
                .listener(news)
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Rome"));
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
