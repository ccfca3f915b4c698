package io.crmkit.core.tck;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips all but the tests of one rule, where one is named; see {@link StoresTck#RULE}. */
final class OneRule implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return ConditionEvaluationResult.enabled("holds tests of several rules");
        }
        return context.getConfigurationParameter(StoresTck.RULE)
                .filter(rule -> !context.getDisplayName().startsWith(rule + ":"))
                .map(rule -> ConditionEvaluationResult.disabled("only " + rule + " was asked for"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("asked for"));
    }
}
