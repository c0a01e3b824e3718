package org.leye.platform.outbox.relay;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.Topic.Lane;

/** Tells this replica's relay that something was committed, so that it need not wait for its next look. */
@ApplicationScoped
public class WakeUp {

    private final Map<Lane, Semaphore> bells = new EnumMap<>(Lane.class);

    WakeUp() {
        for (var lane : Lane.values()) {
            bells.put(lane, new Semaphore(0));
        }
    }

    public void ring(Lane lane) {
        bells.get(lane).release();
    }

    /** Waits for a ring, at most so long; rings that came meanwhile count as one. */
    void await(Lane lane, Duration atMost) throws InterruptedException {
        var bell = bells.get(lane);
        if (bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
