package org.leye.local.command;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C and its relatives: the first asks the waiting thread for a clean end by an interrupt, the second kills. The JVM's
 * shutdown hooks cannot do this, they ignore a second signal.
 */
final class StopRequest {

    private final AtomicInteger signals = new AtomicInteger();
    private final Thread waiting = Thread.currentThread();
    private final Runnable kill;

    private StopRequest(Runnable kill) {
        this.kill = kill;
    }

    /** Interrupts the calling thread at the first signal; at the second runs this and ends the launcher. */
    static StopRequest listen(Runnable kill) {
        StopRequest request = new StopRequest(kill);
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            request.handle(signal);
        }
        return request;
    }

    boolean heard() {
        return signals.get() > 0;
    }

    private void onSignal() {
        if (signals.incrementAndGet() == 1) {
            waiting.interrupt();
        } else {
            System.err.println("leye: killing everything");
            kill.run();
            Runtime.getRuntime().halt(LeyeCommand.INTERRUPTED);
        }
    }

    /** By reflection: the compiler warns of this JDK class without a way to say that we mean it. */
    private void handle(String signal) {
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    handlerClass.getClassLoader(), new Class<?>[] {handlerClass}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            onSignal();
                        }
                        return null;
                    });
            signalClass
                    .getMethod("handle", signalClass, handlerClass)
                    .invoke(null, signalClass.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException unsupported) {
            // a JVM without these signals: Ctrl-C then ends the launcher and ./leye down the parts
        }
    }
}
