package org.leye.local.process;

/**
 * Work that must not be forgotten, done once: when this is closed or, if it never is, when the JVM ends before. Children live
 * in sessions of their own and outlive a JVM that only dies; nothing helps against a KILL.
 */
public final class LastDuty implements AutoCloseable {

    private final Runnable work;
    private final Thread hook = new Thread(this::doOnce, "last-duty");
    private boolean done;

    private LastDuty(Runnable work) {
        this.work = work;
    }

    /** Takes this duty upon the JVM. */
    public static LastDuty of(Runnable work) {
        LastDuty duty = new LastDuty(work);
        try {
            Runtime.getRuntime().addShutdownHook(duty.hook);
        } catch (IllegalStateException ending) {
            // the JVM is at its end already: there is no later
            duty.doOnce();
        }
        return duty;
    }

    @Override
    public void close() {
        doOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the JVM is at its end; the hook finds the work done
        }
    }

    private synchronized void doOnce() {
        if (!done) {
            done = true;
            work.run();
        }
    }
}
