package org.leye.platform.outbox.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.postgresql.ds.PGSimpleDataSource;

/** The database as a dying or stumbling process finds it. */
class FaultyDatabase extends PGSimpleDataSource {

    final AtomicInteger stumbles = new AtomicInteger();
    volatile boolean cutOff;
    volatile String refused = "no such statement";

    @Override
    public Connection getConnection() throws SQLException {
        if (cutOff) {
            throw new SQLException("cut off", "08006");
        }
        if (stumbles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("stumbled");
        }
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && arguments[0].toString().contains(refused)) {
                        throw new SQLException("the connection died", "08006");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
