package org.leye.broker.appointment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.leye.platform.http.command.AllowedAction;
import org.leye.platform.identity.Actor;
import org.leye.platform.identity.Roles;

/** What may be done with a broker: in which states, by whom, and what it needs. */
enum BrokerAction {
    TRAINING(Set.of(BrokerStatus.NOMINATED), BrokerStatus.TRAINED, Set.of(Roles.COUNTY, Roles.STATION), List.of()),
    APPOINTMENT(
            Set.of(BrokerStatus.TRAINED),
            BrokerStatus.APPOINTED,
            Set.of(Roles.COUNTY),
            List.of("letterNumber", "from")),
    SUSPENSION(Set.of(BrokerStatus.APPOINTED), BrokerStatus.SUSPENDED, Set.of(Roles.COUNTY), List.of("reason")),
    REINSTATEMENT(Set.of(BrokerStatus.SUSPENDED), BrokerStatus.APPOINTED, Set.of(Roles.COUNTY), List.of("reason")),
    DISMISSAL(
            Set.of(BrokerStatus.APPOINTED, BrokerStatus.SUSPENDED),
            BrokerStatus.DISMISSED,
            Set.of(Roles.COUNTY),
            List.of("reason"));

    private final Set<BrokerStatus> from;
    private final BrokerStatus to;
    private final Set<String> roles;
    private final List<String> requiredFields;

    BrokerAction(Set<BrokerStatus> from, BrokerStatus to, Set<String> roles, List<String> requiredFields) {
        this.from = from;
        this.to = to;
        this.roles = roles;
        this.requiredFields = requiredFields;
    }

    Set<BrokerStatus> from() {
        return from;
    }

    BrokerStatus to() {
        return to;
    }

    static List<AllowedAction> allowed(Broker broker, Actor caller) {
        return Arrays.stream(values())
                .filter(action -> action.from.contains(broker.status()))
                .filter(action -> action.roles.stream().anyMatch(caller::is))
                .map(action -> AllowedAction.post(
                        action.name(),
                        "/brokers/" + broker.id() + "/" + action.name().toLowerCase(Locale.ROOT),
                        action.requiredFields))
                .toList();
    }
}
