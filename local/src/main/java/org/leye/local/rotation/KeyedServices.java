package org.leye.local.rotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.leye.local.Part;

/** What a change of keys asks of the running services. */
public interface KeyedServices {

    /**
     * The keys of one service.
     *
     * @param configured ids of the keys its process has, the one that seals first
     * @param values how many values lie under each id
     * @param sealingAnew whether it is bringing values under the first key
     */
    record Keys(List<String> configured, Map<String, Long> values, boolean sealingAnew) {

        public Keys {
            configured = List.copyOf(configured);
            values = Map.copyOf(values);
        }

        long under(String id) {
            return values.getOrDefault(id, 0L);
        }
    }

    /** Empty if the service does not answer. */
    Optional<Keys> keys(Part service);

    /** Stops the service and starts it with the keys that the secrets hold now; returns when it is ready. */
    void restart(Part service);

    /** Starts to bring every value under the first key, or does nothing if that is going on. */
    void sealAnew(Part service);
}
