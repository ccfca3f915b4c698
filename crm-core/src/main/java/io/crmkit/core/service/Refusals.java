package io.crmkit.core.service;

import io.crmkit.core.pipeline.StageMoveException;
import io.crmkit.core.pipeline.StageMoveException.Missing;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.CrmException;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What refusals say, in the caller's language. */
record Refusals(Commands commands) {

    String told(CrmException refused) {
        if (refused instanceof NotFoundException missing) {
            return told(missing);
        } else if (refused instanceof StaleRevisionException stale) {
            return told(stale);
        }
        return refused instanceof StageMoveException gate ? told(gate) : String.valueOf(refused.getMessage());
    }

    private String told(NotFoundException missing) {
        List<Identifier> ids = missing.ids();
        if (ids.size() == 1) {
            return commands.words("crmkit.notFound", of(missing.id()));
        }
        String rest = ids.size() > NotFoundException.MOST_NAMED ? ", \u2026" : "";
        return commands.words("crmkit.notFoundAll", Map.of("records", missing.named() + rest, "count", ids.size()));
    }

    private String told(StaleRevisionException stale) {
        Map<String, Object> words = of(stale.id());
        words.put("expected", stale.expected().number());
        stale.found().ifPresent(found -> words.put("found", found.number()));
        return commands.words(stale.found().isPresent() ? "crmkit.stale" : "crmkit.staleUnknown", words);
    }

    private String told(StageMoveException gate) {
        String missing = gate.missing().stream()
                .map(each -> each.name() + " " + rule(each))
                .collect(Collectors.joining("; "));
        Map<String, Object> words =
                Map.of("opportunity", gate.opportunityName(), "stage", gate.stageName(), "missing", missing);
        return commands.words("crmkit.gate", words);
    }

    private String rule(Missing missing) {
        return switch (missing.kind()) {
            case FIELD -> commands.words("jakarta.validation.constraints.NotNull.message", Map.of());
            case STAGE -> commands.words("crmkit.gateStage", Map.of());
            case DIRECTION -> commands.words("crmkit.gateDirection", Map.of());
            case APPROVAL -> commands.words("crmkit.gateApproval", Map.of());
        };
    }

    private static Map<String, Object> of(Identifier id) {
        return new HashMap<>(Map.of("noun", id.getClass().getSimpleName(), "id", id.value()));
    }
}
