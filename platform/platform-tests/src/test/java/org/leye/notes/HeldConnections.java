package org.leye.notes;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Notes every request that takes a connection while it holds one. */
@Singleton
class HeldConnections implements AgroalPoolInterceptor {

    private final ThreadLocal<Integer> held = ThreadLocal.withInitial(() -> 0);
    private final List<Throwable> seconds = new CopyOnWriteArrayList<>();

    @Override
    public void onConnectionAcquire(Connection connection) {
        held.set(held.get() + 1);
        if (held.get() > 1 && isRequest()) {
            seconds.add(new IllegalStateException("a second connection in one request"));
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        held.set(held.get() - 1);
    }

    /** Where second connections were taken. */
    List<Throwable> seconds() {
        return seconds;
    }

    private static boolean isRequest() {
        return Arc.container().requestContext().isActive() && CurrentRequestManager.get() != null;
    }
}
