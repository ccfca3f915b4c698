package io.crmkit.core.service;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Json;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An export as JSON. */
record PersonJson(PersonExport export) {

    /* records are taken apart as the journal does it, which asks for somebody who does it */
    private static final Actor NOBODY = new Actor(new TenantId("export"), "export");

    String text() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("exportedAt", export.exportedAt().toString());
        members.put("person", record(export.person()));
        members.put("merged", records(export.merged()));
        members.put("leads", records(export.leads()));
        members.put("merges", records(export.merges()));
        members.put("activities", records(export.activities()));
        members.put("affiliations", records(export.affiliations()));
        members.put("opportunities", records(export.opportunities()));
        members.put("quotes", records(export.quotes()));
        members.put("orders", records(export.orders()));
        members.put("documents", records(export.documents()));
        members.put("consents", records(export.consents()));
        members.put("holds", records(export.holds()));
        members.put("suppressions", records(export.suppressions()));
        members.put("changes", export.changes().stream().map(PersonJson::change).toList());
        return Json.write(members);
    }

    private List<Map<String, @Nullable Object>> records(List<? extends Noun<?>> nouns) {
        return nouns.stream().map(this::record).toList();
    }

    private Map<String, @Nullable Object> record(Noun<?> noun) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", noun.id().value().toString());
        members.put("revision", BigDecimal.valueOf(noun.revision().number()));
        Change.between(null, noun, NOBODY, export.exportedAt())
                .ifPresent(change -> change.fields().forEach(field -> members.put(field.field(), field.after())));
        return members;
    }

    private static Map<String, @Nullable Object> change(Change change) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("sequence", BigDecimal.valueOf(change.sequence()));
        members.put("subject", change.subject().toString());
        members.put("kind", change.kind().name());
        members.put("occurredAt", change.occurredAt().toString());
        members.put("recordedAt", change.recordedAt().toString());
        members.put("fields", change.fields().stream().map(PersonJson::field).toList());
        return members;
    }

    private static Map<String, @Nullable Object> field(FieldChange field) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("field", field.field());
        members.put("before", field.before());
        members.put("after", field.after());
        return members;
    }
}
