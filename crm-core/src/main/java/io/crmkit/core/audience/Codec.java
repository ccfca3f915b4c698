package io.crmkit.core.audience;

import io.crmkit.core.value.Identifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A field's values to the values of its kind and back: identities to UUIDs, choices to codes.
 *
 * @param plain to the value of the kind
 * @param value back; throws {@link IllegalArgumentException} where there is no such value
 */
record Codec<T>(Function<T, Object> plain, Function<Object, T> value) {

    static <T> Codec<T> same(Class<T> type) {
        return new Codec<>(value -> value, type::cast);
    }

    static <I extends Identifier> Codec<I> id(Function<UUID, I> make) {
        return new Codec<>(Identifier::value, value -> make.apply((UUID) value));
    }

    static <T> Codec<T> code(Function<T, String> code, Function<String, T> make) {
        return new Codec<>(code::apply, value -> make.apply((String) value));
    }

    static <E extends Enum<E>> Codec<E> constant(Class<E> type) {
        Map<Object, E> constants = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(code(constant), constant);
        }
        return new Codec<>(Codec::code, code -> {
            E constant = constants.get(code);
            if (constant == null) {
                throw new IllegalArgumentException("no code of " + type.getSimpleName() + ": " + code);
            }
            return constant;
        });
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
