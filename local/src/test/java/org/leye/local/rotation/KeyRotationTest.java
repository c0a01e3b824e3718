package org.leye.local.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.leye.local.Part;
import org.leye.local.Secrets;
import org.leye.local.StartFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    @TempDir
    private Path folder;

    @Test
    void everyValueComesUnderANewKeyAndTheOldOneGoes() {
        // Given
        Secrets secrets = Secrets.in(folder.resolve("secrets"));
        Replicas services = new Replicas(secrets);
        String before = secrets.dataKeys();
        List<String> said = new ArrayList<>();

        // When
        new KeyRotation(secrets, Part.domainServices(), services, said::add).run();

        // Then
        assertTrue(secrets.dataKeys().startsWith("k2:"));
        assertNotEquals(before.substring(3), secrets.dataKeys().substring(3));
        assertTrue(secrets.dataKeysBefore().isEmpty());
        services.values.forEach((service, values) -> assertEquals(Map.of("k2", 3L), values));
        assertEquals(
                12,
                said.stream().filter(line -> line.contains(" restarts with ")).count());
        assertFalse(String.join("\n", said).contains(secrets.dataKeys().substring(3)));
    }

    @Test
    void brokenOffAnywhereItGoesOnAndNothingIsEverUnreadable() {
        for (int last = 0; ; last++) {
            // Given a change that is broken off before its nth deed
            Secrets secrets = Secrets.in(folder.resolve("secrets-" + last));
            Replicas services = new Replicas(secrets);
            services.deedsLeft = last;
            boolean brokenOff = false;
            try {
                rotation(secrets, services).run();
            } catch (PowerCut powerCut) {
                brokenOff = true;
            }

            // When it is taken up again
            services.deedsLeft = Integer.MAX_VALUE;
            if (!brokenOff) {
                assertTrue(last > 12, "a change has more deeds than " + last);
                return;
            }
            rotation(secrets, services).run();

            // Then
            assertTrue(secrets.dataKeys().startsWith("k2:"), "broken off before deed " + last);
            assertTrue(secrets.dataKeysBefore().isEmpty());
            services.values.forEach((service, values) -> assertEquals(Map.of("k2", 3L), values));
        }
    }

    @Test
    void theOldKeyStaysWhileAValueDoes() {
        // Given a service with a value that no key opens
        Secrets secrets = Secrets.in(folder.resolve("secrets"));
        Replicas services = new Replicas(secrets);
        services.stubborn = Part.TRAINING;

        // When
        StartFailure refusal = assertThrows(StartFailure.class, rotation(secrets, services)::run);

        // Then
        assertTrue(refusal.getMessage().startsWith("1 values of training stay under k1"));
        assertEquals(List.of("k2", "k1"), DataKeys.parse(secrets.dataKeys()).ids());
        assertTrue(secrets.dataKeysBefore().isPresent());
    }

    private static KeyRotation rotation(Secrets secrets, KeyedServices services) {
        return new KeyRotation(secrets, Part.domainServices(), services, line -> {});
    }

    /** Ends a change in the middle. */
    private static final class PowerCut extends RuntimeException {}

    /** Services that have the keys of their last start, and fall over values that none of these opens. */
    private static final class Replicas implements KeyedServices {

        private final Secrets secrets;
        private final Map<Part, List<String>> configured = new EnumMap<>(Part.class);
        private final Map<Part, Map<String, Long>> values = new EnumMap<>(Part.class);
        private int deedsLeft = Integer.MAX_VALUE;
        private Part stubborn = Part.GATEWAY;

        Replicas(Secrets secrets) {
            this.secrets = secrets;
            for (Part service : Part.domainServices()) {
                configured.put(service, DataKeys.parse(secrets.dataKeys()).ids());
                values.put(service, new HashMap<>(Map.of("k1", 3L)));
            }
        }

        @Override
        public Optional<Keys> keys(Part service) {
            deed();
            return Optional.ofNullable(configured.get(service)).map(ids -> new Keys(ids, values.get(service), false));
        }

        @Override
        public void restart(Part service) {
            // between stop and start it knows nothing
            configured.remove(service);
            deed();
            configured.put(service, DataKeys.parse(secrets.dataKeys()).ids());
            everybodyReadsWhatAnybodyWrites();
        }

        @Override
        public void sealAnew(Part service) {
            deed();
            Map<String, Long> kept = values.get(service);
            long old = kept.getOrDefault("k1", 0L);
            long left = service == stubborn ? 1 : 0;
            kept.clear();
            kept.put(configured.get(service).getFirst(), 3 - left);
            if (left > 0 && old > 0) {
                kept.put("k1", left);
            }
            everybodyReadsWhatAnybodyWrites();
        }

        /** The same service may run in another process that started with other keys: any may meet any value. */
        private void everybodyReadsWhatAnybodyWrites() {
            for (List<String> writer : configured.values()) {
                for (List<String> reader : configured.values()) {
                    assertTrue(reader.contains(writer.getFirst()), reader + " does not open " + writer.getFirst());
                }
            }
            configured.forEach((service, ids) ->
                    assertTrue(ids.containsAll(values.get(service).keySet()), service + " lacks a key it needs"));
        }

        private void deed() {
            if (deedsLeft-- == 0) {
                throw new PowerCut();
            }
        }
    }
}
