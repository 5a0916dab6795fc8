package dev.trawl.store;

import org.apache.hadoop.util.ShutdownHookManager;

/** What is done when the JVM is told to end, until this is closed. Hadoop keeps the order; Spark's files close last. */
public final class AtJvmEnd implements AutoCloseable {

    private final Runnable action;

    private AtJvmEnd(Runnable action) {
        this.action = action;
    }

    /**
     * @param priority the higher, the sooner
     * @throws IllegalStateException where the JVM ends already
     */
    public static AtJvmEnd run(Runnable action, int priority) {
        AtJvmEnd hook = new AtJvmEnd(action);
        ShutdownHookManager.get().addShutdownHook(hook.action, priority);
        return hook;
    }

    @Override
    public void close() {
        try {
            ShutdownHookManager.get().removeShutdownHook(action);
        } catch (IllegalStateException e) {
            // The JVM ends: the action has been run, or will be, and must bear it.
        }
    }
}
