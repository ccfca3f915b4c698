package io.crmkit.core.access;

import io.crmkit.core.audience.Field;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is to be known of a noun to guard its store.
 *
 * @param noun the class
 * @param naturalKeys the fields one of which is the natural key
 * @param id makes an identity
 */
record Kind<N extends Noun<I>, I extends Identifier>(
        Class<N> noun, List<Field<N, String>> naturalKeys, Function<UUID, I> id) {}
