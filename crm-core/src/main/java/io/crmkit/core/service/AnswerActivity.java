package io.crmkit.core.service;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;

/**
 * The wish to enter what somebody answers to being invited.
 *
 * @param activity the activity
 * @param from the revision the caller has seen
 * @param party the participant who answers: a person or a seller
 * @param acceptance the answer
 */
public record AnswerActivity(
        @NotNull ActivityId activity,
        @NotNull Revision from,
        @NotNull Identifier party,
        @NotNull Acceptance acceptance) {}
