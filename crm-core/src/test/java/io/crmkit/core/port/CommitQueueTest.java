package io.crmkit.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitQueueTest {

    private final CommitQueue queue = new CommitQueue();
    private final List<String> ran = new ArrayList<>();

    @Test
    void workForATransactionNobodyToldOfIsRefused() {
        assertEquals(
                "begun() must be called when a transaction begins: work given for a transaction nobody told of",
                assertThrows(IllegalStateException.class, () -> queue.afterCommit(() -> ran.add("lost")))
                        .getMessage());
        queue.begun();
        queue.committed();
        assertThrows(IllegalStateException.class, () -> queue.afterCommit(() -> ran.add("late")));
        assertEquals(List.of(), ran);
    }

    @Test
    void whatARollbackNobodyToldOfLeftIsForgottenWhenTheNextTransactionBegins() {
        queue.begun();
        queue.afterCommit(() -> ran.add("rolled back"));
        queue.begun();
        queue.afterCommit(() -> ran.add("committed"));
        queue.committed();
        queue.committed();
        assertEquals(List.of("committed"), ran);
    }

    @Test
    void whatARollbackForgotIsNotRunByALaterCommit() {
        queue.begun();
        queue.afterCommit(() -> ran.add("rolled back"));
        queue.rolledBack();
        queue.committed();
        assertEquals(List.of(), ran);
    }
}
