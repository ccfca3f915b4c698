package io.crmkit.core.service;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a noun with one value, read and set as text.
 *
 * @param name the field, as the journal calls it
 * @param read its value as text, or null where it is not set
 * @param with the noun with another value
 */
record MergeField<N>(String name, Function<N, @Nullable String> read, BiFunction<N, @Nullable String, N> with) {}
