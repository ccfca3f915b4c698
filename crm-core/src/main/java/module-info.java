/** An in-process CRM domain: nouns, ports, services, import and the in-memory adapter. */
@org.jspecify.annotations.NullMarked
module io.crmkit.core {
    requires static transitive org.jspecify;
    requires transitive io.crmkit.metrics;
    requires org.slf4j;
    requires transitive jakarta.validation;
    requires de.siegmar.fastcsv;
    requires lib.recur;
    requires rfc5545.datetime;
    requires static com.github.benmanes.caffeine;

    exports io.crmkit.core;
    exports io.crmkit.core.value;
    exports io.crmkit.core.party;
    exports io.crmkit.core.team;
    exports io.crmkit.core.pipeline;
    exports io.crmkit.core.document;
    exports io.crmkit.core.activity;
    exports io.crmkit.core.privacy;
    exports io.crmkit.core.journal;
    exports io.crmkit.core.audience;
    exports io.crmkit.core.exchange;
    exports io.crmkit.core.port;
    exports io.crmkit.core.access;
    exports io.crmkit.core.service;
    exports io.crmkit.core.insight;
    exports io.crmkit.core.view;
    exports io.crmkit.core.timeline;
    exports io.crmkit.core.calendar;
    exports io.crmkit.core.memory;
    exports io.crmkit.core.cache;

    // Bean Validation reads the commands' fields
    opens io.crmkit.core.service;
}
