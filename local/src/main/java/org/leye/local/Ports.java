package org.leye.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ten ports of one running suite, counted from a base.
 *
 * @param base the gateway's port; 1024 to 65526
 */
public record Ports(int base) {

    /** Where a suite listens unless told otherwise. */
    public static final int DEFAULT_BASE = 8080;

    private static final int COUNT = 10;

    public Ports {
        if (base < 1024 || base > 65_535 - COUNT + 1) {
            throw new IllegalArgumentException("port base must be 1024 to 65526, not " + base);
        }
    }

    /** The port on which the part answers its callers. */
    public int of(Part part) {
        return base + part.portOffset();
    }

    /** Kafka's quorum listener. */
    public int kafkaController() {
        return base + 7;
    }

    /** The gateway's own health and metrics, which its public port does not show. */
    public int gatewayManagement() {
        return base + 9;
    }

    /** Where a service of ours tells whether it is ready. */
    public int healthOf(Part service) {
        return service == Part.GATEWAY ? gatewayManagement() : of(service);
    }

    /**
     * Makes sure that nobody listens on a port that one of the parts will want.
     *
     * @throws StartFailure naming the port, the part and the way out
     */
    public void requireFree(Collection<Part> parts) {
        for (Map.Entry<Integer, Part> wanted : wantedBy(parts).entrySet()) {
            if (!isFree(wanted.getKey())) {
                throw new StartFailure(
                        "Port %d, wanted by %s, is taken by another program; choose other ports with --port-base N (now %d)."
                                .formatted(wanted.getKey(), wanted.getValue().label(), base));
            }
        }
    }

    /** Ten free neighbours, for a suite beside others on the same machine. */
    public static Ports free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            // below the range from which the kernel takes the ports of outgoing connections
            Ports candidate = new Ports(ThreadLocalRandom.current().nextInt(1_100, 3_200) * COUNT);
            if (candidate.allFree()) {
                return candidate;
            }
        }
        throw new StartFailure("No ten free ports in a row between 11000 and 32000.");
    }

    private boolean allFree() {
        for (int port = base; port < base + COUNT; port++) {
            if (!isFree(port)) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, Part> wantedBy(Collection<Part> parts) {
        Map<Integer, Part> wanted = new LinkedHashMap<>();
        for (Part part : parts) {
            wanted.put(of(part), part);
            if (part == Part.KAFKA) {
                wanted.put(kafkaController(), part);
            }
            if (part == Part.GATEWAY) {
                wanted.put(gatewayManagement(), part);
            }
        }
        return wanted;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // connections of an earlier run that linger in TIME_WAIT are no reason to refuse
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (java.net.BindException taken) {
            return false;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
