package io.crmkit.jpa;

import io.crmkit.core.activity.ActivityType;
import java.util.HashMap;
import java.util.Map;

/** The types of activities in one answer, each made once: there are few, and many rows name them. */
final class Types {

    private final Map<String, ActivityType> byCode = new HashMap<>();

    ActivityType of(String code) {
        return byCode.computeIfAbsent(code, ActivityType::new);
    }
}
