package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the rules have in common: two sessions over the same data, and tenants nobody else uses. */
abstract class SessionTck {

    private final List<Session> opened = new ArrayList<>();
    protected final TenantId tenant = newTenant();
    protected final TenantId stranger = newTenant();
    protected Session here;
    protected Session there;

    @SuppressWarnings("NullAway.Init") // the sessions are opened before each test
    SessionTck() {}

    /** Opens a session; see {@link StoresTck#open}. */
    protected abstract Session open();

    @BeforeEach
    void openSessions() {
        here = another();
        there = another();
    }

    @AfterEach
    void closeSessions() {
        opened.forEach(Session::close);
    }

    final Session another() {
        Session session = open();
        opened.add(session);
        return session;
    }

    static TenantId newTenant() {
        return new TenantId("tenant " + UUID.randomUUID());
    }

    /** Runs a call on a thread of its own, as somebody else would, and waits for its answer. */
    static <T> T elsewhere(Callable<T> call) {
        return atOnce(List.of(call)).get(0);
    }

    /** Runs calls at the same time, each on a thread of its own, and waits for their answers. */
    static <T> List<T> atOnce(List<Callable<T>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Starts a call on a thread of its own, whatever pools the machine has, and goes on. */
    static <T> Future<T> alongside(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "alongside the test");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Says that a call waits for somebody else's transaction: a little later it still has not ended. */
    static void assertWaits(Future<?> call) {
        assertThrows(TimeoutException.class, () -> call.get(50, TimeUnit.MILLISECONDS));
    }

    static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
