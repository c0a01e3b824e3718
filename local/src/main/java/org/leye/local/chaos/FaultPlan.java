package org.leye.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.leye.local.Part;
import org.leye.local.chaos.Fault.Kind;

/**
 * Which faults come in which order, drawn from a seed: in each turn every service, the gateway and every engine has its share.
 *
 * @param seed what the plan was drawn from
 * @param faults in order
 */
public record FaultPlan(long seed, List<Fault> faults) {

    private static final List<Part> DOMAIN = List.copyOf(Part.domainServices());
    private static final Duration AT_ONCE = Duration.ZERO;

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * A plan with this many kills.
     *
     * @param kafkaAway how long Kafka is away the first time; later a few seconds
     */
    public static FaultPlan of(long seed, int kills, Duration kafkaAway) {
        var draw = new Random(seed);
        var faults = new ArrayList<Fault>();
        int killed = 0;
        while (killed < kills) {
            for (var fault : turn(draw, killed == 0 ? kafkaAway : seconds(draw, 2, 10))) {
                if (!fault.kills() || killed < kills) {
                    faults.add(fault);
                    killed += fault.kills() ? 1 : 0;
                }
            }
        }
        return new FaultPlan(seed, faults);
    }

    private static List<Fault> turn(Random draw, Duration kafkaAway) {
        var turn = new ArrayList<Fault>();
        for (var service : Part.values()) {
            if (!service.isEngine()) {
                turn.add(new Fault(Kind.KILL, service, calm(draw), seconds(draw, 0, 2)));
            }
        }
        var doubled = DOMAIN.get(draw.nextInt(DOMAIN.size()));
        turn.add(new Fault(Kind.KILL_ONE_OF_TWO, doubled, calm(draw), AT_ONCE));
        turn.add(new Fault(Kind.KILL, Part.POSTGRES, calm(draw), seconds(draw, 0, 3)));
        turn.add(new Fault(Kind.RESTART, Part.POSTGRES, calm(draw), AT_ONCE));
        turn.add(new Fault(draw.nextBoolean() ? Kind.KILL : Kind.RESTART, Part.KAFKA, calm(draw), kafkaAway));
        turn.add(new Fault(Kind.KILL, Part.KEYCLOAK, calm(draw), seconds(draw, 5, 10)));
        turn.add(new Fault(Kind.ROTATE_KEY, Part.KEYCLOAK, calm(draw), AT_ONCE));
        turn.add(new Fault(Kind.ROTATE_KEY, Part.KEYCLOAK, calm(draw), AT_ONCE));
        Collections.shuffle(turn, draw);
        return turn;
    }

    private static Duration calm(Random draw) {
        return seconds(draw, 0, 2);
    }

    private static Duration seconds(Random draw, int least, int most) {
        return Duration.ofMillis(draw.nextLong(least * 1000L, most * 1000L + 1));
    }
}
