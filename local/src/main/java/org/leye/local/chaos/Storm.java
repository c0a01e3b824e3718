package org.leye.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.leye.local.StartFailure;
import org.leye.local.process.Pause;

/** Strikes one fault after the other, each while journeys are under way. */
final class Storm {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final FaultPlan plan;
    private final Instant end;
    private final Hand hand;
    private final IntSupplier journeysUnderWay;
    private final Consumer<Strike> told;
    private final List<Strike> strikes = new ArrayList<>();
    private volatile boolean over;

    /**
     * @param limit after which no further fault is struck
     * @param journeysUnderWay how many are walking at this moment; none is struck while it is 0
     */
    Storm(FaultPlan plan, Duration limit, Hand hand, IntSupplier journeysUnderWay, Consumer<Strike> told) {
        this.plan = plan;
        this.end = Instant.now().plus(limit);
        this.hand = hand;
        this.journeysUnderWay = journeysUnderWay;
        this.told = told;
    }

    boolean isOver() {
        return over;
    }

    List<Strike> strikes() {
        return List.copyOf(strikes);
    }

    /** Answers when the plan is done or the time is over. */
    void blow() {
        try {
            for (var fault : plan.faults()) {
                Pause.of(fault.after());
                awaitJourneys();
                if (Instant.now().isAfter(end)) {
                    return;
                }
                strike(fault);
            }
        } finally {
            over = true;
        }
    }

    private void strike(Fault fault) {
        var at = Instant.now();
        int underWay = journeysUnderWay.getAsInt();
        var trouble = "";
        try {
            hand.strike(fault, strikes.size() + 1);
        } catch (CancellationException stopping) {
            throw stopping;
        } catch (RuntimeException e) {
            trouble = e instanceof StartFailure failure ? failure.getMessage() + " " + failure.logTail() : e.toString();
            hand.reviveAll();
        }
        long took = Duration.between(at, Instant.now()).toMillis();
        var strike = new Strike(strikes.size() + 1, at, fault, underWay, took, trouble);
        strikes.add(strike);
        told.accept(strike);
    }

    private void awaitJourneys() {
        while (journeysUnderWay.getAsInt() == 0 && Instant.now().isBefore(end)) {
            Pause.of(LOOK);
        }
    }
}
