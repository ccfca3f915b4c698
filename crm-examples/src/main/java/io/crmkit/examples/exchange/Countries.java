package io.crmkit.examples.exchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Countries by what people call them; a card holds a name, and by RFC 8605 the code besides. */
final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** The name in English. */
    static String name(String code) {
        return country(code).getDisplayCountry(Locale.ENGLISH);
    }

    /** The code of a country, given its code or its name in any language the Java runtime knows. */
    static Optional<String> code(@Nullable String codeOrName) {
        if (codeOrName == null || codeOrName.isBlank()) {
            return Optional.empty();
        }
        String key = key(codeOrName);
        String upper = key.toUpperCase(Locale.ROOT);
        return CODES.contains(upper) ? Optional.of(upper) : Optional.ofNullable(ByName.CODES.get(key));
    }

    private static Locale country(String code) {
        return new Locale.Builder().setRegion(code).build();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /* filled when a name is first asked for */
    private static final class ByName {

        static final Map<String, String> CODES = byName();

        private static Map<String, String> byName() {
            Map<String, String> byName = new HashMap<>();
            Set<String> languages = Arrays.stream(Locale.getAvailableLocales())
                    .map(Locale::getLanguage)
                    .collect(Collectors.toSet());
            for (String code : Locale.getISOCountries()) {
                for (String language : languages) {
                    String name = country(code).getDisplayCountry(Locale.forLanguageTag(language));
                    byName.putIfAbsent(key(name), code);
                }
            }
            return byName;
        }
    }
}
