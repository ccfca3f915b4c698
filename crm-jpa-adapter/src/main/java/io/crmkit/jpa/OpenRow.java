package io.crmkit.jpa;

import io.crmkit.core.value.CustomFields;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The columns of nouns that are open to the host: custom fields and tags. */
@MappedSuperclass
abstract class OpenRow extends Row {

    private static final String MARK = "\n";

    /* JSON; what is asked for by criteria stands in CustomValueRow as well */
    @Column(name = "custom_fields")
    @Nullable
    String customFields;

    /* Each tag between two line breaks, which no tag can hold; a line break alone where there are none. */
    @Column(name = "tags", nullable = false, length = 6_200)
    String tags = MARK;

    void fill(CustomFields custom, Set<String> all) {
        customFields = custom.equals(CustomFields.NONE) ? null : custom.toText();
        StringBuilder text = new StringBuilder(MARK);
        new TreeSet<>(all).forEach(tag -> text.append(tag).append(MARK));
        tags = text.toString();
    }

    CustomFields custom() {
        return customFields == null ? CustomFields.NONE : CustomFields.parse(customFields);
    }

    Set<String> tags() {
        return tags.equals(MARK)
                ? Set.of()
                : new TreeSet<>(
                        Arrays.asList(tags.substring(1, tags.length() - 1).split(MARK, -1)));
    }

    static String marked(String tag) {
        return MARK + tag + MARK;
    }
}
