package io.crmkit.core.access;

import io.crmkit.core.audience.Field;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is to be known of a noun to guard its store.
 *
 * @param noun the class
 * @param naturalKey the field that is the natural key
 * @param id makes an identity
 */
record Kind<N extends Noun<I>, I extends Identifier>(
        Class<N> noun, Field<N, String> naturalKey, Function<UUID, I> id) {}
