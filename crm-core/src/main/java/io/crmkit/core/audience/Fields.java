package io.crmkit.core.audience;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Field.Held;
import io.crmkit.core.audience.Field.Reader;
import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one noun, by name: those it has by itself, and the custom ones the host declares.
 *
 * @param <N> the noun
 */
public final class Fields<N> {

    private static final String CUSTOM = "custom:";
    private static final String TAG = "tag:";
    private static final String PARTICIPANT = "participant:";
    private static final String ROLE = "role:";
    private static final String MADE_FROM = "madeFrom:";

    private final Class<N> noun;
    private final Map<String, Field<N, ?>> byName;
    private final @Nullable Reader<N, CustomFields> custom;
    private final @Nullable Reader<N, Set<String>> tags;
    private final @Nullable BiPredicate<N, UUID> participants;
    private final @Nullable BiPredicate<N, String> roles;
    private final @Nullable BiPredicate<N, Set<String>> origins;

    Fields(
            Class<N> noun,
            Collection<Field<N, ?>> own,
            @Nullable Reader<N, CustomFields> custom,
            @Nullable Reader<N, Set<String>> tags) {
        this(noun, own, custom, tags, null, null, null);
    }

    Fields(
            Class<N> noun,
            Collection<Field<N, ?>> own,
            @Nullable Reader<N, CustomFields> custom,
            @Nullable Reader<N, Set<String>> tags,
            @Nullable BiPredicate<N, UUID> participants,
            @Nullable BiPredicate<N, String> roles,
            @Nullable BiPredicate<N, Set<String>> origins) {
        this.noun = noun;
        this.byName = new LinkedHashMap<>();
        this.custom = custom;
        this.tags = tags;
        this.participants = participants;
        this.roles = roles;
        this.origins = origins;
        own.forEach(field -> byName.put(field.name(), field));
    }

    /**
     * Declares custom fields, so that criteria over them can be read.
     *
     * @param keys the custom fields
     * @return these fields and those
     * @throws IllegalArgumentException if the noun has no custom fields
     */
    public Fields<N> with(FieldKey<?>... keys) {
        Fields<N> more = new Fields<>(noun, byName.values(), custom, tags, participants, roles, origins);
        for (FieldKey<?> key : keys) {
            more.byName.put(CUSTOM + key.name(), custom(key));
        }
        return more;
    }

    /**
     * Returns the fields, custom ones where declared.
     *
     * @return the fields, in the order of the noun's components
     */
    public Collection<Field<N, ?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    Collection<String> names() {
        return byName.keySet();
    }

    /**
     * Finds a field by its name.
     *
     * @param name the name, such as {@code sector}, {@code custom:budget}, {@code tag:vip}, {@code participant:} and an
     *     identity, or {@code role:decision-maker}
     * @return the field, or empty where there is none or no custom field was declared by that name
     */
    public Optional<Field<N, ?>> find(String name) {
        if (participants != null && name.startsWith(PARTICIPANT)) {
            return participant(name.substring(PARTICIPANT.length()));
        }
        if (roles != null && name.startsWith(ROLE)) {
            String code = name.substring(ROLE.length());
            return BuyingRole.isCode(code) ? Optional.of(role(new BuyingRole(code))) : Optional.empty();
        }
        if (origins != null && name.startsWith(MADE_FROM)) {
            return madeFrom(name.substring(MADE_FROM.length()));
        }
        boolean tagged = tags != null && name.startsWith(TAG) && isTag(name.substring(TAG.length()));
        return tagged ? Optional.of(tag(name.substring(TAG.length()))) : Optional.ofNullable(byName.get(name));
    }

    private Optional<Field<N, ?>> participant(String text) {
        try {
            UUID party = UUID.fromString(text);
            return party.toString().equals(text) ? Optional.of(participant(party)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /* true where the party takes part, false where it does not */
    Field<N, Boolean> participant(UUID party) {
        BiPredicate<N, UUID> held = participants;
        if (held == null) {
            throw new IllegalArgumentException(noun.getSimpleName() + " has no participants");
        }
        return held(PARTICIPANT + party, record -> held.test(record, party), new Held(party, null, null));
    }

    /* true where somebody has the role, false where nobody has */
    Field<N, Boolean> role(BuyingRole role) {
        BiPredicate<N, String> held = roles;
        if (held == null) {
            throw new IllegalArgumentException(noun.getSimpleName() + " has no roles");
        }
        return held(ROLE + role, record -> held.test(record, role.code()), new Held(null, role.code(), null));
    }

    private Optional<Field<N, ?>> madeFrom(String text) {
        try {
            Field<N, Boolean> field = madeFrom(
                    Stream.of(text.split("\\|", -1)).map(DocumentLink::parse).toList());
            return field.name().equals(MADE_FROM + text) ? Optional.of(field) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /* true where the record was made from one of the documents, false where from none */
    Field<N, Boolean> madeFrom(Collection<DocumentLink> documents) {
        BiPredicate<N, Set<String>> held = origins;
        if (held == null || documents.isEmpty()) {
            throw new IllegalArgumentException(
                    held == null ? noun.getSimpleName() + " has no origins" : "documents must not be empty");
        }
        SortedSet<String> links = new TreeSet<>();
        documents.forEach(document -> links.add(document.toString()));
        return held(
                MADE_FROM + String.join("|", links),
                record -> held.test(record, links),
                new Held(null, null, Collections.unmodifiableSortedSet(links)));
    }

    private Field<N, Boolean> held(String name, Reader<N, Boolean> reader, Held held) {
        return new Field<>(noun, name, FieldType.BOOLEAN, Codec.same(Boolean.class), reader, null, null, held);
    }

    private static boolean isTag(String tag) {
        try {
            return FieldType.TEXT.brokenRule(tag) == null
                    && !Text.tags("tag", Set.of(tag)).isEmpty();
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /**
     * Returns a custom field of the noun.
     *
     * @param <T> the class of the values
     * @param key the field's key
     * @return the field
     * @throws IllegalArgumentException if the noun has no custom fields
     */
    public <T> Field<N, T> custom(FieldKey<T> key) {
        Reader<N, CustomFields> from = custom;
        if (from == null) {
            throw new IllegalArgumentException(
                    key.name() + " must be a field of its own: " + noun.getSimpleName() + " has no custom fields");
        }
        Codec<T> codec = new Codec<>(value -> value, key::cast);
        Reader<N, T> reader = record -> {
            CustomFields fields = from.read(record);
            return fields == null ? null : fields.get(key);
        };
        return new Field<>(noun, CUSTOM + key.name(), key.type(), codec, reader, key, null);
    }

    /**
     * Returns a tag as a field: true where the record has the tag, false where it has not.
     *
     * @param tag the tag, compared exactly as written
     * @return the field
     * @throws IllegalArgumentException if the noun has no tags, or the tag breaks the rules of tags
     */
    public Field<N, Boolean> tag(String tag) {
        Reader<N, Set<String>> from = tags;
        if (from == null) {
            throw new IllegalArgumentException(
                    "tag must be a field of its own: " + noun.getSimpleName() + " has no tags");
        }
        Text.tags("tag", Set.of(tag));
        Reader<N, Boolean> reader = record -> {
            Set<String> held = from.read(record);
            return held != null && held.contains(tag);
        };
        return new Field<>(noun, TAG + tag, FieldType.BOOLEAN, Codec.same(Boolean.class), reader, null, tag);
    }

    /**
     * Asks for the records with a tag.
     *
     * @param tag the tag, compared exactly as written
     * @return the criterion
     * @throws IllegalArgumentException if the noun has no tags, or the tag breaks the rules of tags
     */
    public Criterion<N> tagged(String tag) {
        return tag(tag).is(true);
    }

    /**
     * Asks for every record.
     *
     * @return a criterion that is true for all
     */
    public Criterion<N> everything() {
        return new Criterion.All<>(List.of());
    }

    /**
     * Reads a criterion from the text that {@link Criterion#toText} writes.
     *
     * @param text the text
     * @return the criterion
     * @throws InvalidCommandException with everything that is wrong: each field that is unknown, each comparison that
     *     does not fit its field, each value of another kind or against its rule
     */
    public Criterion<N> read(String text) {
        return new CriterionReader<>(this).read(requireNonNull(text, "text"));
    }

    @Override
    public String toString() {
        return noun.getSimpleName() + byName.keySet();
    }
}
