package org.leye.local.rotation;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import org.leye.local.Part;
import org.leye.local.Secrets;
import org.leye.local.StartFailure;
import org.leye.local.process.Pause;

/**
 * Takes the services from one data key to a new one. While one service is restarted after the other, old processes and new ones
 * run side by side; so a key is known everywhere before anything is sealed with it, and unused everywhere before it is taken
 * away:
 *
 * <ol>
 *   <li>{@code k1} becomes {@code k1,k2}; all restart; every process opens values of both.
 *   <li>{@code k1,k2} becomes {@code k2,k1}; all restart; new values are sealed with the new key.
 *   <li>Everything is sealed anew; nothing lies under the old key.
 *   <li>{@code k2,k1} becomes {@code k2}; all restart.
 * </ol>
 *
 * <p>The secrets say which step comes next, so a change that was broken off goes on where it was.
 */
public final class KeyRotation {

    private static final Duration PATIENCE = Duration.ofHours(6);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Secrets secrets;
    private final Set<Part> services;
    private final KeyedServices running;
    private final Consumer<String> say;

    /** @param say is told each step, in a line */
    public KeyRotation(Secrets secrets, Set<Part> services, KeyedServices running, Consumer<String> say) {
        this.secrets = secrets;
        this.services = services;
        this.running = running;
        this.say = say;
    }

    /**
     * Changes the key, or finishes a change that was broken off.
     *
     * @throws StartFailure if a service does not start, or values stay under the old key; then the old key stays too
     */
    public void run() {
        boolean done = false;
        while (!done) {
            done = step(DataKeys.parse(secrets.dataKeys()));
        }
    }

    /** Tells whether it was the last. */
    private boolean step(DataKeys keys) {
        switch (keys.size()) {
            case 1 -> {
                if (isTheOldKeyGone(keys)) {
                    return finish(keys);
                }
                begin(keys);
            }
            case 2 -> {
                if (keys.first().number() < keys.last().number()) {
                    promote(keys);
                } else {
                    retire(keys);
                }
            }
            default ->
                throw new StartFailure("The secrets hold %d data keys %s; this command changes one for another."
                        .formatted(keys.size(), keys.ids()));
        }
        return false;
    }

    /** What was there before is kept from the first step to the last. */
    private boolean isTheOldKeyGone(DataKeys keys) {
        return secrets.dataKeysBefore()
                .filter(before -> !before.equals(keys.text()))
                .isPresent();
    }

    private void begin(DataKeys keys) {
        var both = keys.with(Secrets.newDataKey());
        secrets.keepDataKeys();
        secrets.replaceDataKeys(both.text());
        say.accept("1/4 %s is made; every service learns to open what it will seal".formatted(both.last()));
    }

    private void promote(DataKeys keys) {
        distribute(keys);
        secrets.replaceDataKeys(keys.reversed().text());
        say.accept("2/4 %s seals from now on, %s still opens".formatted(keys.last(), keys.first()));
    }

    private void retire(DataKeys keys) {
        distribute(keys);
        var old = keys.last().id();
        say.accept("3/4 everything under %s is sealed anew under %s".formatted(old, keys.first()));
        services.forEach(running::sealAnew);
        services.forEach(service -> awaitNothingUnder(old, service));
        secrets.replaceDataKeys(keys.onlyFirst().text());
        say.accept("4/4 nothing lies under %s; it is taken away".formatted(old));
    }

    private boolean finish(DataKeys keys) {
        distribute(keys);
        secrets.forgetDataKeysBefore();
        say.accept("Done: %s is the only data key. Backups from before open with their own secrets only."
                .formatted(keys.first()));
        return true;
    }

    private void distribute(DataKeys keys) {
        for (var service : services) {
            if (running.keys(service)
                    .filter(known -> known.configured().equals(keys.ids()))
                    .isEmpty()) {
                say.accept("    %s restarts with %s".formatted(service.label(), keys.ids()));
                running.restart(service);
            }
        }
    }

    private void awaitNothingUnder(String old, Part service) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long told = -1;
        while (true) {
            var keys = running.keys(service)
                    .orElseThrow(() -> new StartFailure(
                            "%s does not answer; %s is kept. Run this command again.".formatted(service.label(), old)));
            long left = keys.under(old);
            if (left != told) {
                say.accept("    %s: %d values under %s".formatted(service.label(), left, old));
                told = left;
            }
            if (left == 0 && !keys.sealingAnew()) {
                return;
            }
            if (!keys.sealingAnew() || System.nanoTime() > deadline) {
                throw new StartFailure(
                        "%d values of %s stay under %s; the key is kept. Its log says which; then run this command again."
                                .formatted(left, service.label(), old));
            }
            Pause.of(LOOK);
        }
    }
}
